import type { Day } from '../calendar/day.ts'
import { dayOf, momentAt } from '../calendar/moment.ts'
import type { Moment } from '../calendar/moment.ts'
import type { PersonId } from '../ids.ts'
import { ok, refused } from '../result.ts'
import type { Result } from '../result.ts'
import type { Slot } from './beside.ts'
import type { FormAnswerOf } from './commands.ts'
import type { Form, WorkerPart } from './form.ts'
import { presentInWords } from './words.ts'

/** Why something beside the form's own course changes nothing. */
export type BesideRefused =
  | 'already-answered'
  | 'question-is-open'
  | 'nothing-is-asked'
  | 'form-is-not-issued'
  | 'form-is-closed'
  | 'time-is-past'
  | 'time-ends-before-it-begins'
  | 'no-such-time'
  | 'meeting-is-to-come'
  | 'meeting-before-panel'
  | 'log-is-to-come'
  | 'check-is-past'

type Decision = Result<Form, BesideRefused>
type AtWorker = Extract<Form, { state: 'released' | 'seen' }>

/** With the worker: issued, and their part not sent yet. */
export function isWithWorker(form: Form): form is AtWorker {
  return form.state === 'released' || form.state === 'seen'
}

/** The worker says that something is not right: the lead person's question, while which nobody reminds them. */
export function ask(form: Form, { about }: FormAnswerOf<'ask'>, by: PersonId, now: Moment): Decision {
  if (!isWithWorker(form)) return refused('already-answered')
  if (form.question) return refused('question-is-open')
  return ok({ ...form, question: { about, by, askedAt: now }, questions: form.questions + 1 })
}

/** The answer, or the corrected words, reach the worker as the form did: to be read before it goes on. */
export function answerQuestion(
  form: Form,
  corrected: { readonly good: string; readonly asked: string } | null,
  now: Moment,
): Decision {
  if (!isWithWorker(form) || !form.question) return refused('nothing-is-asked')
  return ok({ ...readAnew(form, now), ...corrected })
}

/** The form goes to another worker, who begins afresh; a meeting that was not held is arranged anew. */
export function handOver(form: Form, now: Moment): Form {
  if (!isWithWorker(form)) return form
  const meeting = form.meeting?.state === 'held' ? form.meeting : null
  return { ...readAnew(form, now), ...nothingWritten, meeting }
}

/** The form as this worker goes on with it: without what another person wrote in it before them. */
export function forWorker(form: AtWorker, by: PersonId): AtWorker {
  return isOthers(form, by) ? { ...form, ...nothingWritten } : form
}

/** Whether what stands in the worker's part was written by somebody else. */
export function isOthers({ writer }: Pick<Form, 'writer'>, by: PersonId): boolean {
  return writer !== null && writer !== by
}

const nothingWritten = { draft: {}, writer: null }

/** Released again, with what is written so far: its prompts begin anew. */
function readAnew(form: AtWorker, now: Moment): Extract<Form, { state: 'released' }> {
  if (form.state === 'released')
    return { ...form, question: null, opening: form.opening + 1, releasedAt: now }
  const { seenAt: _, ...rest } = form
  return { ...rest, state: 'released', question: null, opening: form.opening + 1, releasedAt: now }
}

/** Up to three times for the meeting; proposed again, they replace those before and what was booked. */
export function proposeTimes(form: Form, { slots }: FormAnswerOf<'propose-times'>, now: Moment): Decision {
  if (form.state === 'drafted') return refused('form-is-not-issued')
  if (form.state === 'closed') return refused('form-is-closed')
  const proposed = slots.map(({ on, from, to }) => ({ from: momentAt(on, from), to: momentAt(on, to) }))
  if (proposed.some(({ from, to }) => to <= from)) return refused('time-ends-before-it-begins')
  if (proposed.some(({ from }) => from <= now)) return refused('time-is-past')
  const inOrder = proposed.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return ok({
    ...form,
    meeting: { state: 'proposed', slots: inOrder, proposedAt: now },
    proposals: form.proposals + 1,
  })
}

/** The proposed time that begins then, if it is still to come. */
export function slotOf({ meeting }: Form, from: Moment, now: Moment): Result<Slot, BesideRefused> {
  if (meeting?.state !== 'proposed') return refused('already-answered')
  const slot = meeting.slots.find((each) => each.from === from)
  if (!slot) return refused('no-such-time')
  return slot.from <= now ? refused('time-is-past') : ok(slot)
}

/** Who was at the meeting, as the lead person recorded it: what the worker has not written yet begins with it. */
export function recordMeeting(
  form: Form,
  { on, present }: FormAnswerOf<'record-meeting'>,
  today: Day,
): Decision {
  if (form.state === 'drafted') return refused('form-is-not-issued')
  if (form.state === 'closed') return refused('form-is-closed')
  if (on > today) return refused('meeting-is-to-come')
  if (on < form.panelDay) return refused('meeting-before-panel')
  const held = { ...form, meeting: { state: 'held', on, present } } as const
  return ok(isWithWorker(held) ? { ...held, draft: withMeeting(held, today) } : held)
}

/** The worker's part with the day of the meeting, and who was there, when it says nothing else. */
export function withMeeting({ draft, meeting }: AtWorker, today: Day): Partial<WorkerPart> {
  if (!meeting || meeting.state === 'proposed') return draft
  const on = meeting.state === 'held' ? meeting.on : dayOf(meeting.from)
  return {
    ...draft,
    ...(draft.metOn === undefined && on <= today && { metOn: on }),
    ...(draft.present === undefined &&
      meeting.state === 'held' && { present: presentInWords(meeting.present) }),
  }
}

/** The lead person's log: what was said was, a next check is to come; what is logged on its day answers it. */
export function logged(form: Form, { what, on }: FormAnswerOf<'log'>, now: Moment, today: Day): Decision {
  if (form.state === 'closed') return refused('form-is-closed')
  if (what === 'next-check') {
    if (on <= today) return refused('check-is-past')
    return ok({ ...form, check: { on, setAt: now }, checks: form.checks + 1 })
  }
  if (on > today) return refused('log-is-to-come')
  return ok(form.check && form.check.on <= on ? { ...form, check: null } : form)
}
