import type { Day } from '../calendar/day.ts'
import type { Moment } from '../calendar/moment.ts'
import type { AgencyId, CaseId, PersonId, PostId, RoundId } from '../ids.ts'
import type { Office } from './post.ts'

export type PostKind = Office | 'lead-person' | 'contributor' | 'allocated-worker' | 'supervising-manager'

/** A post as it is filled: what it is, and how often who holds it was changed. */
export type Seat = {
  readonly post: PostId
  /** Posts of a kind that is not known here are nobody's to fill but the partnership's. */
  readonly kind: PostKind | 'other'
  readonly title: string
  readonly agency: AgencyId | null
  readonly case: CaseId | null
  readonly round: RoundId | null
  readonly version: number
}

/** Who holds a post, or deputises, from which day to which; null while no end is known. */
export type Holding = {
  readonly post: PostId
  readonly person: PersonId
  readonly name: string
  readonly as: 'holder' | 'deputy'
  readonly from: Day
  readonly to: Day | null
}

/** A lead person's post that somebody holds or deputises for today. */
export type Led = { readonly post: PostId; readonly agency: AgencyId; readonly round: RoundId | null }

/** Somebody who held a post until it was changed: what they could open is still a question. */
export type Former = {
  readonly post: PostId
  readonly person: PersonId
  readonly name: string
  readonly from: Day
  readonly until: Moment
}

/** Who holds which post, and who may change that. Every call sees one transaction, as the person who acts. */
export interface SeatReads {
  seat(id: PostId): Promise<Seat | undefined>
  seats(ids: readonly PostId[]): Promise<readonly Seat[]>
  /** The lead person's posts among these. */
  led(posts: ReadonlySet<PostId>): Promise<readonly Led[]>
  /** Holdings of these posts that reach that day or begin later. */
  holdings(posts: readonly PostId[], from: Day): Promise<readonly Holding[]>
  /** Who was taken out of these posts from that day on and is in no incident about it yet. */
  former(posts: readonly PostId[], since: Day): Promise<readonly Former[]>
  /** What a person holds or deputises for on that day or later. */
  holdingsOf(person: PersonId, from: Day): Promise<readonly Holding[]>
  /** The agencies that have no post of a board representative, by name. */
  unrepresented(): Promise<readonly { readonly id: AgencyId; readonly name: string }[]>
}
