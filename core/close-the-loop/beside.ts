import type { Day } from '../calendar/day.ts'
import type { Moment } from '../calendar/moment.ts'
import type { PersonId } from '../ids.ts'

/** What a worker may say in place of an answer; each goes to the lead person (decisions.md 20). */
export const QUESTIONS = ['not-right', 'cannot-do', 'not-me', 'has-left'] as const
export type QuestionAbout = (typeof QUESTIONS)[number]

/** A question that waits for the lead person. Its words are a note, with readers of its own. */
export type Question = { readonly about: QuestionAbout; readonly by: PersonId; readonly askedAt: Moment }

/** Who comes to the meeting: the form's own people, and nobody else. */
export const AT_MEETING = ['lead', 'worker', 'manager'] as const
export type AtMeeting = (typeof AT_MEETING)[number]

export type Slot = { readonly from: Moment; readonly to: Moment }

/** The close-the-loop meeting: times are proposed, the worker takes one, who was there is recorded (OLD-159). */
export type LoopMeeting =
  | { readonly state: 'proposed'; readonly slots: readonly Slot[]; readonly proposedAt: Moment }
  | ({ readonly state: 'booked'; readonly eventId: string; readonly joinUrl: string | null } & Slot)
  | { readonly state: 'held'; readonly on: Day; readonly present: readonly AtMeeting[] }

/** What goes on beside the form's own course. The counts tell one question, proposal or check from the next. */
export type Beside = {
  readonly question: Question | null
  readonly questions: number
  readonly meeting: LoopMeeting | null
  readonly proposals: number
  /** The day on which the lead person looks again. */
  readonly check: { readonly on: Day; readonly setAt: Moment } | null
  readonly checks: number
}

export const NOTHING_BESIDE: Beside = {
  question: null,
  questions: 0,
  meeting: null,
  proposals: 0,
  check: null,
  checks: 0,
}

/** How somebody else came to know what they record for the worker. */
export const RECORDED_HOW = ['by-phone', 'face-to-face', 'in-writing'] as const
export type RecordedHow = (typeof RECORDED_HOW)[number]

/** What the lead person keeps a log of. */
export const LOGGED = ['told', 'spoke', 'next-check'] as const
export type Logged = (typeof LOGGED)[number]

/** What stands in the log: also why the partnership sent the form back. */
export const ENTRIES = [...LOGGED, 'sent-back'] as const
export type Entry = (typeof ENTRIES)[number]

/**
 * Words beside a form, added and never changed. `question` and `answer` are read by who asked; `set-aside` is what
 * somebody had written when the form went on without them, and theirs alone; the log is the lead person's.
 */
export type NoteKind = Entry | 'question' | 'answer' | 'set-aside'
export type FormNote = {
  readonly kind: NoteKind
  /** What a question is about; else null. */
  readonly about: QuestionAbout | null
  readonly on: Day | null
  readonly text: string
  /** Who reads it beside lead person and partnership. */
  readonly for: PersonId | null
}
