import type { Day } from '../calendar/day.ts'
import { dayOf } from '../calendar/moment.ts'
import type { Moment } from '../calendar/moment.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import type { Calendar } from '../calendar/working-days.ts'
import type { DutyFacts, DutyKindOf } from '../duties/duty.ts'
import type { PostId } from '../ids.ts'
import type { Question } from './beside.ts'
import type { Form } from './form.ts'

/** Working days in which the partnership reviews a form. */
const DAYS_TO_REVIEW = 3

/**
 * What is owed because of a form: the lead person releases it by the next working day (decisions.md 20), the
 * worker sees and answers it by panel day and ten working days (OLD-36), the lead person signs, the partnership
 * reviews.
 */
export function dutiesOfForm(form: Form, calendar: Calendar): readonly DutyFacts[] {
  const { lead, worker, reviewer, due, draftedAt } = form
  switch (form.state) {
    case 'drafted':
      return [
        duty(form, 'release-form', lead, reviewer, addWorkingDays(calendar, dayOf(draftedAt), 1), draftedAt),
      ]
    case 'released':
    case 'seen': {
      // While the lead person has a question to answer, the worker is asked for nothing.
      if (form.question) return [answerOwed(form, form.question, calendar), ...checkOwed(form)]
      const own =
        form.state === 'released'
          ? duty(form, 'see-form', worker, lead, due, form.releasedAt)
          : duty(form, 'write-form', worker, lead, due, laterOf(form.reopenedAt, form.seenAt))
      return [own, ...timeOwed(form), ...checkOwed(form)]
    }
    case 'written':
      return [
        duty(form, 'sign-form', lead, reviewer, due, laterOf(form.reopenedAt, form.writtenAt)),
        ...timeOwed(form),
        ...checkOwed(form),
      ]
    case 'sent-back':
      return [
        duty(form, 'sign-form', lead, reviewer, due, form.sentBackAt),
        ...timeOwed(form),
        ...checkOwed(form),
      ]
    case 'signed': {
      const by = addWorkingDays(calendar, dayOf(form.signedAt), DAYS_TO_REVIEW)
      return [
        duty(form, 'review-form', reviewer, lead, by, form.signedAt),
        ...timeOwed(form),
        ...checkOwed(form),
      ]
    }
    case 'closed':
      return []
  }
}

/** What was taken back is owed from then on; what was sent after that, from its sending. */
function laterOf(reopened: Moment | null, before: Moment): Moment {
  return reopened !== null && reopened > before ? reopened : before
}

/** By when the lead person answers what the worker said. */
export function answerDue({ askedAt }: Question, calendar: Calendar): Day {
  return addWorkingDays(calendar, dayOf(askedAt), DAYS_TO_ANSWER)
}

/** Working days in which the lead person answers what the worker said. */
const DAYS_TO_ANSWER = 2

function answerOwed(form: Form, question: Question, calendar: Calendar): DutyFacts {
  const by = answerDue(question, calendar)
  const owed = duty(form, 'answer-form-question', form.lead, form.worker, by, question.askedAt)
  return { ...owed, opening: form.questions }
}

/** A time is taken before the first of them has come; the partnership's reminder is of the form, not of this. */
function timeOwed(form: Form): readonly DutyFacts[] {
  const { meeting, worker, lead, proposals } = form
  if (meeting?.state !== 'proposed') return []
  const by = dayOf(meeting.slots[0]?.from ?? meeting.proposedAt)
  return [
    { ...duty(form, 'choose-meeting', worker, lead, by, meeting.proposedAt), opening: proposals, chases: 0 },
  ]
}

/** The lead person's own reminder. */
function checkOwed(form: Form): readonly DutyFacts[] {
  const { check, checks, lead, reviewer } = form
  if (!check) return []
  return [{ ...duty(form, 'check-form', lead, reviewer, check.on, check.setAt), opening: checks, chases: 0 }]
}

function duty(
  { id, opening, climb, reference, chases }: Form,
  kind: DutyKindOf<'form'>,
  owes: PostId,
  owed: PostId,
  due: Day,
  openedAt: Moment,
): DutyFacts {
  const subject = { kind: 'form', id } as const
  return { kind, subject, opening, owes, owed, climb, reference, number: '', what: '', due, openedAt, chases }
}
