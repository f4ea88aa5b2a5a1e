import type { Day } from '../calendar/day.ts'
import { dayOf } from '../calendar/moment.ts'
import type { Moment } from '../calendar/moment.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import type { Calendar } from '../calendar/working-days.ts'
import type { DutyFacts, DutyKindOf } from '../duties/duty.ts'
import type { PostId } from '../ids.ts'
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
      return [duty(form, 'see-form', worker, lead, due, form.releasedAt)]
    case 'seen':
      return [duty(form, 'write-form', worker, lead, due, form.seenAt)]
    case 'written':
      return [duty(form, 'sign-form', lead, reviewer, due, form.writtenAt)]
    case 'sent-back':
      return [duty(form, 'sign-form', lead, reviewer, due, form.sentBackAt)]
    case 'signed': {
      const by = addWorkingDays(calendar, dayOf(form.signedAt), DAYS_TO_REVIEW)
      return [duty(form, 'review-form', reviewer, lead, by, form.signedAt)]
    }
    case 'closed':
      return []
  }
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
