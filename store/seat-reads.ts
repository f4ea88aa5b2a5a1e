import { sql } from 'kysely'

import type { Day } from '#core/calendar/day.ts'
import type { PersonId, PostId } from '#core/ids.ts'
import type { Holding, Led, PostKind, Seat, SeatReads } from '#core/people/seats.ts'

import type { Trx } from './database.ts'

/** Who holds which post, as use cases read it. */
export function seatReadsOf(trx: Trx, today: Day): SeatReads {
  return {
    seat: async (id) => (await findSeats(trx, [id]))[0],
    seats: (ids) => findSeats(trx, ids),
    led: (posts) => findLed(trx, posts),
    holdings: (posts, from) => findHoldings(trx, posts, from),
    holdingsOf: (person, from) => findHoldingsOf(trx, person, from < today ? today : from),
  }
}

export async function findSeats(trx: Trx, ids: readonly PostId[]): Promise<readonly Seat[]> {
  if (ids.length === 0) return []
  const rows = await trx
    .selectFrom('post')
    .select([
      'id',
      'kind',
      'title',
      'agency_id',
      'case_id',
      'round_id',
      (e) =>
        e
          .selectFrom('post_change')
          .select(sql<number>`coalesce(max(seq), 0)::int`.as('version'))
          .whereRef('post_change.post_id', '=', 'post.id')
          .as('version'),
    ])
    .where('id', 'in', [...new Set(ids)])
    .orderBy('title')
    .orderBy('id')
    .execute()
  return rows.map(({ id, kind, title, agency_id, case_id, round_id, version }) => ({
    post: id,
    kind: KINDS.find((each) => each === kind) ?? 'other',
    title,
    agency: agency_id,
    case: case_id,
    round: round_id,
    version: version ?? 0,
  }))
}

const KINDS: readonly PostKind[] = [
  'business-manager',
  'qa-manager',
  'panel-chair',
  'subgroup-chair',
  'lead-person',
  'contributor',
  'allocated-worker',
  'supervising-manager',
]

/** The lead person's posts among these. */
export async function findLed(trx: Trx, posts: ReadonlySet<PostId>): Promise<readonly Led[]> {
  if (posts.size === 0) return []
  const rows = await trx
    .selectFrom('post')
    .select(['id', 'agency_id', 'round_id'])
    .where('kind', '=', 'lead-person')
    .where('id', 'in', [...posts])
    .execute()
  return rows.flatMap(({ id, agency_id, round_id }): Led[] =>
    agency_id === null ? [] : [{ post: id, agency: agency_id, round: round_id }],
  )
}

/** Holdings of these posts that reach that day or begin later, by their first day. */
export async function findHoldings(
  trx: Trx,
  posts: readonly PostId[],
  from: Day,
): Promise<readonly Holding[]> {
  if (posts.length === 0) return []
  return holdingsFrom(trx, from)
    .where('post_id', 'in', [...new Set(posts)])
    .execute()
}

export async function findHoldingsOf(trx: Trx, person: PersonId, from: Day): Promise<readonly Holding[]> {
  return holdingsFrom(trx, from).where('person_id', '=', person).execute()
}

function holdingsFrom(trx: Trx, from: Day) {
  return trx
    .selectFrom('post_holding')
    .innerJoin('person', 'person.id', 'post_holding.person_id')
    .select([
      'post_id as post',
      'person_id as person',
      'name',
      'held_as as as',
      'from_day as from',
      'to_day as to',
    ])
    .where((e) => e.or([e('to_day', 'is', null), e('to_day', '>=', from)]))
    .orderBy('from_day')
    .orderBy('name')
    .orderBy('person_id')
}
