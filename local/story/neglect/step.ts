import type { Answer } from '#core/actions/commands.ts'
import type { Day } from '#core/calendar/day.ts'
import type { FormAnswer, FormAnswerOf } from '#core/close-the-loop/commands.ts'
import type { EscalationAnswer } from '#core/escalation/commands.ts'
import type { PartName } from '#core/returns/return.ts'

import type { AgencyCode } from './agencies.ts'
import type { ConcernNumber } from './escalations.ts'
import type { Selected } from './selection.ts'

/** One thing that somebody does, at a wall-clock time in England: "2018-05-08 10:15". */
export type Step = {
  readonly at: string
  readonly by: string
  readonly does: Does
  /** What the others would hear of it, in a sentence: for what is played on one by one. */
  readonly says?: string
}

type OfReturn = { readonly case: Selected; readonly agency: AgencyCode }

/** What is done. Its words stand in the module of its matter. */
export type Does =
  | { readonly kind: 'set-up-round' }
  | { readonly kind: 'approve-theme'; readonly on: string }
  | {
      readonly kind: 'name-deputy'
      readonly agency: AgencyCode
      readonly deputy: string
      readonly from: string
    }
  | { readonly kind: 'write-long-list' }
  | { readonly kind: 'send-long-list' }
  | { readonly kind: 'confirm-receipt'; readonly agency: AgencyCode }
  | { readonly kind: 'say-involvement'; readonly agency: AgencyCode }
  | { readonly kind: 'select-cases' }
  | { readonly kind: 'book-panel-day'; readonly from: string; readonly to: string }
  | {
      readonly kind: 'name-team'
      readonly case: Selected
      readonly worker: string
      readonly manager: string
      readonly team: string
    }
  /** The details of the child, filled first or put right. */
  | { readonly kind: 'keep-details'; readonly case: Selected; readonly born?: Day }
  | ({ readonly kind: 'write-chronology' } & OfReturn)
  | ({ readonly kind: 'write-evaluation' } & OfReturn)
  | ({ readonly kind: 'rewrite'; readonly field: string; readonly text: string } & OfReturn)
  | ({ readonly kind: 'send-part'; readonly part: PartName } & OfReturn)
  | ({ readonly kind: 'send-back'; readonly part: PartName; readonly comment: string } & OfReturn)
  | ({ readonly kind: 'remind' } & OfReturn)
  | ({ readonly kind: 'accept'; readonly part: PartName } & OfReturn)
  | { readonly kind: 'send-on'; readonly case: Selected }
  | { readonly kind: 'release'; readonly to: 'qa' | 'panel' }
  | { readonly kind: 'record-panel'; readonly case: Selected }
  | { readonly kind: 'confirm-panel'; readonly case: Selected }
  | { readonly kind: 'close-panel-day' }
  | { readonly kind: 'raise-escalation'; readonly number: ConcernNumber }
  | { readonly kind: 'raise-in-danger' }
  | { readonly kind: 'answer-escalation'; readonly number: ConcernNumber; readonly answer: EscalationSaid }
  | { readonly kind: 'record-action'; readonly number: string }
  | { readonly kind: 'answer-action'; readonly number: string; readonly answer: Answer }
  | { readonly kind: 'answer-form'; readonly case: Selected; readonly answer: FormStep }
  /** The worker's part, written and sent in one sitting. */
  | { readonly kind: 'write-form'; readonly case: Selected; readonly part: WrittenPart }

/** What is said about an escalation. */
export type EscalationSaid = EscalationAnswer

export type WrittenPart = Omit<FormAnswerOf<'write'>, 'deed'>

/** The lead person releases the words of the draft as they are. */
export type FormStep = Exclude<FormAnswer, { deed: 'release' }> | { readonly deed: 'release' }

/** A step as it is written down: when, who, what. */
export function step(at: string, by: string, does: Does, says?: string): Step {
  return says === undefined ? { at, by, does } : { at, by, does, says }
}

/** `minutes` after a wall-clock time of the same day. */
export function later(at: string, minutes: number): string {
  const [on = '', time = ''] = at.split(' ')
  const [hours = 0, past = 0] = time.split(':').map(Number)
  const sum = hours * 60 + past + minutes
  return `${on} ${String(Math.floor(sum / 60)).padStart(2, '0')}:${String(sum % 60).padStart(2, '0')}`
}
