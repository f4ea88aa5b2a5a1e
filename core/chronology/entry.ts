import type { Day } from '../calendar/day.ts'
import type { EntryId } from '../ids.ts'

/** Whether a response followed what the child or an adult raised: the gap is what the panel looks for (OLD-124). */
export type ResponseSeen = 'seen' | 'none' | 'not-needed'

/** One event of an agency's chronology. The child's words are kept apart from the worker's (decisions.md 8). */
export type Entry = {
  readonly id: EntryId
  readonly on: Day
  readonly until: Day | null
  /** Where it is recorded: "log 31". */
  readonly source: string
  readonly event: string
  /** The child's voice, word for word or observed; empty when it was not obtained. */
  readonly voice: string
  readonly raisedBy: string
  readonly response: string
  readonly responseSeen: ResponseSeen
  readonly version: number
}
