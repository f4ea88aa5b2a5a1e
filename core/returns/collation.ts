import type { Climb } from '../actions/action.ts'
import type { Day } from '../calendar/day.ts'
import type { Moment } from '../calendar/moment.ts'
import type { AgencyId, CaseId, CollationId, PostId, RoundId } from '../ids.ts'

type Facts = {
  readonly id: CollationId
  readonly round: RoundId
  readonly case: CaseId
  readonly reference: string
  /** The collating agency and its lead person: the Designated Nurse for health (OLD-33, OLD-104). */
  readonly agency: AgencyId
  readonly lead: PostId
  readonly owedTo: PostId
  readonly climb: Climb
  readonly opensAt: Moment
  readonly due: Day
  readonly opening: number
  readonly chases: number
  readonly version: number
}

/** What a collator owes the partnership for one case: its agencies' returns, with the shared view of the impact. */
export type Collation =
  | (Facts & { readonly state: 'open' })
  | (Facts & { readonly state: 'sent'; readonly sentAt: Moment; readonly statement: string })
