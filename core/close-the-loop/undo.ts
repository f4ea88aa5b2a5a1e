import type { Moment } from '../calendar/moment.ts'
import type { PersonId } from '../ids.ts'
import { ok, refused } from '../result.ts'
import type { Result } from '../result.ts'
import type { FormAnswerOf } from './commands.ts'
import type { Form, WorkerPart } from './form.ts'

/** Why nothing is taken back, or recorded for somebody else. */
export type UndoRefused =
  | 'already-answered'
  | 'not-sent-yet'
  | 'not-signed-yet'
  | 'is-signed'
  | 'is-reviewed'
  | 'question-is-open'
  | 'meeting-is-to-come'
  | 'meeting-before-panel'
  | 'form-is-not-issued'

type Decision = Result<Form, UndoRefused>

/**
 * The worker takes back what was sent, until it is signed: every word of it is there to go on with. What was
 * recorded for them proved no reading of theirs (OLD-158): the form comes to be read, and the words are theirs.
 */
export function takeBack(form: Form, now: Moment, by: PersonId): Decision {
  switch (form.state) {
    case 'written': {
      const { part: draft, writtenAt: _, recordedFor, leadNote: _note, ...rest } = form
      const again = { draft, writer: form.writer ?? by, opening: form.opening + 1 }
      if (recordedFor?.at !== form.seenAt) return ok({ ...rest, ...again, state: 'seen', reopenedAt: now })
      const { seenAt: _seen, ...unread } = rest
      return ok({ ...unread, ...again, state: 'released', releasedAt: now })
    }
    case 'signed':
    case 'sent-back':
    case 'closed':
      return refused('is-signed')
    case 'drafted':
    case 'released':
    case 'seen':
      return refused('not-sent-yet')
  }
}

/** The lead person takes back the signature, until it is reviewed; the note stays to be signed again. */
export function takeBackSignature(form: Form, now: Moment): Decision {
  switch (form.state) {
    case 'signed': {
      const { signedAt: _, ...rest } = form
      return ok({ ...rest, state: 'written', opening: form.opening + 1, reopenedAt: now })
    }
    case 'sent-back':
    case 'closed':
      return refused('is-reviewed')
    case 'drafted':
    case 'released':
    case 'seen':
    case 'written':
      return refused('not-signed-yet')
  }
}

/**
 * The lead person or the partnership records the worker's part for the worker (decisions.md 9). It says so
 * everywhere, is never shared with the manager by it, and the worker may take it back until it is signed.
 */
export function recordForWorker(
  form: Form,
  { how, metOn, present, background, reflections, learning }: FormAnswerOf<'record-for-worker'>,
  now: Moment,
  today: string,
): Decision {
  if (form.state === 'drafted') return refused('form-is-not-issued')
  if (form.state !== 'released' && form.state !== 'seen') return refused('already-answered')
  if (form.question) return refused('question-is-open')
  if (metOn > today) return refused('meeting-is-to-come')
  if (metOn < form.panelDay) return refused('meeting-before-panel')
  const { draft: _, ...rest } = form
  const part: WorkerPart = { metOn, present, background, reflections, learning, shared: false }
  const seenAt = form.state === 'seen' ? form.seenAt : now
  const recordedFor = { how, at: now }
  const said = { part, writtenAt: now, recordedFor, leadNote: '', writer: null }
  return ok({ ...rest, ...said, state: 'written', seenAt })
}
