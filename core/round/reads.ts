import type { DutyKind } from '../duties/duty.ts'
import type { AgencyId, PersonId, PostId, RoundId } from '../ids.ts'
import type { ListedCase } from './long-list.ts'
import type { Offices } from './round.ts'
import type { SchoolHoliday } from './school-holidays/school-holiday.ts'

/** What rounds are set up from. Every call sees one transaction, as the person who acts. */
export interface RoundReads {
  /** The partnership's own posts; undefined while one of them is missing. */
  offices(): Promise<Offices | undefined>
  agencies(): Promise<readonly { readonly id: AgencyId; readonly name: string }[]>
  people(): Promise<readonly { readonly id: PersonId; readonly mail: string }[]>
  /**
   * What was given to rounds for ever: their codes, and the letters of their cases. Until the transaction ends
   * nobody else is told the same.
   */
  spoken(): Promise<Spoken>
  /** Who holds these posts today. */
  holdersOf(posts: readonly PostId[]): Promise<ReadonlyMap<PostId, PersonId>>
  /** The kinds of what is owed in a round, of all that is about it. */
  owedIn(round: RoundId): Promise<readonly DutyKind[]>
  /** The school holidays that the partnership entered, the first first. */
  schoolHolidays(): Promise<readonly SchoolHoliday[]>
  /** The long list in its order, with who the children are: for those who may see it. */
  longList(round: RoundId): Promise<readonly ListedCase[]>
}

export type Spoken = { readonly codes: readonly string[]; readonly prefixes: readonly string[] }
