import type { AgencyId } from '../ids.ts'
import type { Part, Return } from '../returns/return.ts'
import type { SentEntry } from './merge.ts'

/** How one agency's chronology of a case stands. */
export type SentStanding = {
  readonly agency: AgencyId
  readonly scope: Return['scope']
  /** Null when the agency is out of it. */
  readonly state: Part['state'] | null
}

/** What agencies sent about a case, and who of them did: never a word of a chronology that was not sent. */
export type SentChronologies = {
  readonly entries: readonly SentEntry[]
  readonly standings: readonly SentStanding[]
}
