import { sql } from 'kysely'

import type { Day } from '#core/calendar/day.ts'
import type { AgencyId, PersonId, PostId } from '#core/ids.ts'
import type { Former, Holding, Led, PostKind, Seat, SeatReads } from '#core/people/seats.ts'

import type { Trx } from './database.ts'

/** Who holds which post, as use cases read it. */
export function seatReadsOf(trx: Trx, today: Day): SeatReads {
  return {
    seat: async (id) => (await findSeats(trx, [id]))[0],
    seats: (ids) => findSeats(trx, ids),
    led: (posts) => findLed(trx, posts),
    holdings: (posts, from) => findHoldings(trx, posts, from),
    former: (posts, since) => findFormer(trx, posts, since),
    holdingsOf: (person, from) => findHoldingsOf(trx, person, from < today ? today : from),
    unrepresented: () => findUnrepresented(trx),
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

/** The agencies that have no post of a board representative, by name. */
export async function findUnrepresented(
  trx: Trx,
): Promise<readonly { readonly id: AgencyId; readonly name: string }[]> {
  return trx
    .selectFrom('agency')
    .leftJoin('post', (join) =>
      join.onRef('post.agency_id', '=', 'agency.id').on('post.kind', '=', 'board-representative'),
    )
    .select(['agency.id', 'agency.name'])
    .where('post.id', 'is', null)
    .orderBy('agency.name')
    .execute()
}

/** Who was taken out of these posts from that day on, each once; whose incident is recorded is not among them. */
export async function findFormer(trx: Trx, posts: readonly PostId[], since: Day): Promise<readonly Former[]> {
  const { rows } = await sql<Former>`
    select c.post_id as post, c.before_person as person, p.name,
      max(greatest(c.at, c.from_day::timestamp at time zone 'Europe/London')) as until,
      coalesce((select min(f.from_day) from post_change f
        where f.post_id = c.post_id and f.person_id = c.before_person), ${since}::date) as from
    from post_change c join person p on p.id = c.before_person
    where c.post_id = any(${[...new Set(posts)]}::text[]) and (c.at >= ${since}::date or c.from_day >= ${since}::date)
      and c.before_person is distinct from c.person_id
      and not exists (select 1 from incident i where i.post_id = c.post_id and i.person_id = c.before_person)
    group by c.post_id, c.before_person, p.name
    order by until desc, p.name`.execute(trx)
  return rows
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
