import type { Climb } from '../actions/action.ts'
import type { Day } from '../calendar/day.ts'
import type { Moment } from '../calendar/moment.ts'
import type { PostId } from '../ids.ts'
import type { Subject, SubjectKind } from '../subject.ts'

/** What can be owed, and what each kind is about. */
export const DUTY_SUBJECTS = {
  'do-action': 'action',
  'say-whether-it-happened': 'action',
  'answer-more-time': 'action',
  'answer-question': 'action',
  'update-action': 'action',
  'see-ended': 'action',
  'check-impact': 'action',
  'consider-step-up': 'action',
  'send-long-list': 'round',
  'select-cases': 'round',
  'release-to-qa': 'round',
  'release-to-panel': 'round',
  'confirm-receipt': 'reply',
  'say-involvement': 'reply',
  'name-team': 'case',
  'record-panel': 'case',
  'confirm-panel': 'case',
  'send-chronology': 'return',
  'send-evaluation': 'return',
  'send-on': 'collation',
  'release-form': 'form',
  'see-form': 'form',
  'write-form': 'form',
  'sign-form': 'form',
  'review-form': 'form',
  'answer-form-question': 'form',
  'choose-meeting': 'form',
  'check-form': 'form',
  'answer-escalation': 'escalation',
  'keep-promise': 'escalation',
  'check-promise': 'escalation',
  'ask-step-up': 'escalation',
  'give-feedback': 'escalation',
  'hear-feedback': 'escalation',
} as const satisfies Readonly<Record<string, SubjectKind>>

export type DutyKind = keyof typeof DUTY_SUBJECTS
export type DutyKindOf<K extends SubjectKind> = {
  [D in DutyKind]: (typeof DUTY_SUBJECTS)[D] extends K ? D : never
}[DutyKind]

/**
 * What is owed, by which post, to which post, by when. Nothing here depends on today: "not yet", "due" and
 * "late by n" are seen from today, which is a parameter.
 */
export type DutyFacts = {
  readonly kind: DutyKind
  readonly subject: Subject
  /** Which opening of the subject this is: with `kind` and `subject` it identifies the duty. */
  readonly opening: number
  readonly owes: PostId
  readonly owed: PostId
  readonly climb: Climb
  /** The case's or the round's reference; never a name. */
  readonly reference: string
  /** What people say aloud beside the reference, such as A2; empty when the reference is enough. */
  readonly number: string
  /** What is asked, checked not to name the child; empty when the kind says it all. */
  readonly what: string
  readonly due: Day
  readonly openedAt: Moment
  readonly chases: number
  /** A promise was given for this day: prompts rest until then, and ask on it (decisions.md 15). */
  readonly restsUntil?: Day | null
}
