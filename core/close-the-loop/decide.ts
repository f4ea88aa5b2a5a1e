import type { Day } from '../calendar/day.ts'
import { dayOf } from '../calendar/moment.ts'
import type { Moment } from '../calendar/moment.ts'
import type { PersonId } from '../ids.ts'
import { ok, refused } from '../result.ts'
import type { Result } from '../result.ts'
import type { FormAnswer, FormAnswerOf } from './commands.ts'
import {
  answerQuestion,
  ask,
  forWorker,
  logged,
  proposeTimes,
  recordMeeting,
  withMeeting,
} from './decide-beside.ts'
import type { BesideRefused } from './decide-beside.ts'
import type { Form, WorkerPart } from './form.ts'
import { whatIsMissing } from './parts.ts'
import type { Missing } from './parts.ts'
import { recordForWorker, takeBack, takeBackSignature } from './undo.ts'
import type { UndoRefused } from './undo.ts'

/** Why an answer changes nothing. Whose turn it is, is the rulebook's question, asked before. */
export type FormAnswerRefused =
  | BesideRefused
  | UndoRefused
  | 'already-answered'
  | 'not-sent-yet'
  | 'not-signed-yet'
  | 'meeting-is-to-come'
  | 'meeting-before-panel'
  | Missing

type Decision = Result<Form, FormAnswerRefused>

/** The answer applied to the form, or why not. Each deed fits one state: a second press finds another. */
export function decideForm(form: Form, answer: FormAnswer, now: Moment, today: Day, by: PersonId): Decision {
  switch (answer.deed) {
    case 'release':
      return release(form, answer, now)
    case 'see':
      return see(form, now)
    case 'write':
      return write(form, answer, now, today, by)
    case 'send':
      return send(form, now, today, by)
    case 'sign':
      return sign(form, answer, now)
    case 'send-back':
      return sendBack(form, answer, now)
    case 'close':
      return close(form, now)
    case 'ask':
      return ask(form, answer, by, now)
    case 'explain':
      return answerQuestion(form, null, now)
    case 'correct':
      return answerQuestion(form, { good: answer.good, asked: answer.asked }, now)
    case 'propose-times':
      return proposeTimes(form, answer, now)
    case 'record-meeting':
      return recordMeeting(form, answer, today)
    case 'log':
      return logged(form, answer, now, today)
    case 'take-back':
      return takeBack(form, now, by)
    case 'take-back-signature':
      return takeBackSignature(form, now)
    case 'record-for-worker':
      return recordForWorker(form, answer, now, today)
  }
}

/** The lead person releases it, with the words as they should reach the worker (decisions.md 20). */
function release(form: Form, { good, asked }: FormAnswerOf<'release'>, now: Moment): Decision {
  if (form.state !== 'drafted') return refused('already-answered')
  return ok({ ...form, good, asked, state: 'released', releasedAt: now, draft: {} })
}

/** The worker has read what the panel found: set by this act, not by somebody's claim (OLD-158). */
function see(form: Form, now: Moment): Decision {
  if (form.state !== 'released') return refused('already-answered')
  if (form.question) return refused('question-is-open')
  return ok({ ...form, state: 'seen', seenAt: now })
}

/** A step of the worker's part; whoever writes has seen it. A meeting lies between panel day and today. */
function write(form: Form, step: FormAnswerOf<'write'>, now: Moment, today: Day, by: PersonId): Decision {
  if (form.state !== 'released' && form.state !== 'seen') return refused('already-answered')
  if (step.metOn !== undefined && step.metOn > today) return refused('meeting-is-to-come')
  if (step.metOn !== undefined && step.metOn < form.panelDay) return refused('meeting-before-panel')
  const draft = { ...withMeeting(forWorker(form, by), today), ...said(step) }
  if (form.state === 'released') return ok({ ...form, state: 'seen', seenAt: now, draft, writer: by })
  return ok({ ...form, draft, writer: by })
}

function send(form: Form, now: Moment, today: Day, by: PersonId): Decision {
  if (form.state !== 'released' && form.state !== 'seen') return refused('already-answered')
  if (form.question) return refused('question-is-open')
  const draft = withMeeting(forWorker(form, by), today)
  const [missing] = whatIsMissing(draft)
  if (missing) return refused(missing)
  if (form.state === 'released' || !isWhole(draft)) return refused('no-meeting-day')
  const { draft: _, ...rest } = form
  const part = { ...draft, shared: draft.shared ?? false }
  return ok({ ...rest, state: 'written', part, writtenAt: now, recordedFor: null, leadNote: '' })
}

/** The lead person signs what the worker sent, and again what the partnership sent back. */
function sign(form: Form, { leadNote }: FormAnswerOf<'sign'>, now: Moment): Decision {
  switch (form.state) {
    case 'written':
      return ok({ ...form, state: 'signed', signedAt: now, leadNote })
    case 'sent-back': {
      const { comment: _, sentBackAt: _at, ...rest } = form
      return ok({ ...rest, state: 'signed', signedAt: now, leadNote })
    }
    case 'signed':
    case 'closed':
      return refused('already-answered')
    case 'drafted':
    case 'released':
    case 'seen':
      return refused('not-sent-yet')
  }
}

/** The partnership sends it back with a comment: signing is owed anew. */
function sendBack(form: Form, { comment }: FormAnswerOf<'send-back'>, now: Moment): Decision {
  if (form.state !== 'signed') return refused(notSigned(form))
  const { signedAt: _, ...rest } = form
  return ok({ ...rest, state: 'sent-back', opening: form.opening + 1, comment, sentBackAt: now })
}

function close(form: Form, now: Moment): Decision {
  if (form.state !== 'signed') return refused(notSigned(form))
  // Nobody meets about a form that is closed.
  const meeting = form.meeting?.state === 'booked' && form.meeting.from > now ? null : form.meeting
  return ok({ ...form, meeting, state: 'closed', reviewedOn: dayOf(now), closedAt: now })
}

function notSigned({ state }: Form): 'already-answered' | 'not-signed-yet' {
  return state === 'closed' || state === 'sent-back' ? 'already-answered' : 'not-signed-yet'
}

type Whole = Omit<WorkerPart, 'shared'> & Pick<Partial<WorkerPart>, 'shared'>

function isWhole(draft: Partial<WorkerPart>): draft is Whole {
  return whatIsMissing(draft).length === 0
}

/** Only what the step says: what it leaves out stays as it was written. */
function said(step: FormAnswerOf<'write'>): Partial<WorkerPart> {
  return {
    ...(step.metOn !== undefined && { metOn: step.metOn }),
    ...(step.present !== undefined && { present: step.present }),
    ...(step.background !== undefined && { background: step.background }),
    ...(step.reflections !== undefined && { reflections: step.reflections }),
    ...(step.learning !== undefined && { learning: step.learning }),
    ...(step.shared !== undefined && { shared: step.shared }),
  }
}
