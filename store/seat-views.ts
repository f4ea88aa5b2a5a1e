import { sql } from 'kysely'

import type { Day } from '#core/calendar/day.ts'
import { dayOf } from '#core/calendar/moment.ts'
import { inWords, shortWords } from '#core/calendar/words.ts'
import type { PersonId, PostId } from '#core/ids.ts'
import { may } from '#core/people/may.ts'
import { isOffice } from '#core/people/post.ts'
import type { Holding, Seat } from '#core/people/seats.ts'
import type { HeldView, HoldingsView, LeavingView, SeatRow, SeatView } from '#core/people/views.ts'

import { viewGuests } from './access-view.ts'
import type { Trx } from './database.ts'
import { findHoldings, findHoldingsOf, findLed, findSeats, findUnrepresented } from './seat-reads.ts'
import type { Seen } from './seen.ts'

/** Every post of the rounds that go on and of the partnership: vacant ones first; undefined for whom it is not. */
export async function viewHoldings({ trx, actor, today }: Seen): Promise<HoldingsView | undefined> {
  const led = await findLed(trx, actor.posts)
  if (!may.seeHoldings(actor, led)) return undefined
  const seats = (await findSeats(trx, await postsGoingOn(trx))).filter((seat) =>
    may.seeSeat(actor, seat, led),
  )
  const rows = await rowsOf({ trx, today }, seats)
  return {
    posts: [...rows.filter(({ holder }) => holder === null), ...rows.filter(({ holder }) => holder !== null)],
    unrepresented: may.nameRepresentative(actor) ? [...(await findUnrepresented(trx))] : [],
    guests: [...(await viewGuests({ trx, actor, today }))],
    may: { handOver: may.handOver(actor), letIn: may.letIn(actor) },
  }
}

/** One post with its history; undefined when the person may not see it. */
export async function viewSeat({ trx, actor, today }: Seen, id: PostId): Promise<SeatView | undefined> {
  const led = await findLed(trx, actor.posts)
  const [seat] = await findSeats(trx, [id])
  if (!seat || !may.seeSeat(actor, seat, led)) return undefined
  const [row] = await rowsOf({ trx, today }, [seat])
  return (
    row && {
      ...row,
      version: seat.version,
      history: await historyOf({ trx, today }, id),
      may: {
        nameHolder: may.nameHolder(actor, seat, led),
        nameDeputy: may.nameDeputy(actor, seat, led),
        leaveVacant: may.leaveVacant(actor, seat, led),
      },
    }
  )
}

/** What somebody who leaves holds, and what of theirs nobody holds; undefined for whom it is not, and for nobody. */
export async function viewLeaving(
  { trx, actor, today }: Seen,
  person: PersonId,
): Promise<LeavingView | undefined> {
  if (!may.handOver(actor)) return undefined
  const known = await trx.selectFrom('person').select('name').where('id', '=', person).executeTakeFirst()
  if (!known) return undefined
  const held = await findHoldingsOf(trx, person, today)
  const seats = await findSeats(
    trx,
    held.map(({ post }) => post),
  )
  const of = await placesOf(trx, seats)
  const counts = await countsOf(
    trx,
    seats.map(({ post }) => post),
  )
  const left = await findSeats(trx, await leftBy(trx, person, today))
  const places = await placesOf(trx, left)
  return {
    person,
    name: known.name,
    posts: held.flatMap(({ post, as, from, to }): LeavingView['posts'] => {
      const seat = seats.find((each) => each.post === post)
      if (!seat) return []
      const { owes = 0, asked = 0, actions = 0 } = counts.get(post) ?? {}
      const { title, kind } = seat
      const office = isOffice(kind)
      return [{ id: post, title, of: of(post), office, as, from, to, owes, asked, actions }]
    }),
    left: left.map(({ post, title }) => ({ id: post, title, of: places(post) })),
  }
}

/** A round that is complete needs nobody any more, but who owes an action of it or is owed one. */
async function postsGoingOn(trx: Trx): Promise<readonly PostId[]> {
  const rows = await trx
    .selectFrom('post')
    .leftJoin('round', 'round.id', 'post.round_id')
    .select('post.id')
    .where((e) => e.or([e('post.round_id', 'is', null), e('round.state', '<>', 'complete'), STILL_OWED]))
    .execute()
  return rows.map(({ id }) => id)
}

/** Actions outlive their round: a post that owes one, or is owed it, is still somebody's to fill. */
const STILL_OWED = sql<boolean>`exists (select 1 from duty d where d.closed_at is null
  and post.id in (d.owes_post, d.owed_post))`

async function rowsOf(
  { trx, today }: Pick<Seen, 'trx' | 'today'>,
  seats: readonly Seat[],
): Promise<SeatRow[]> {
  const posts = seats.map(({ post }) => post)
  const held = Map.groupBy(await findHoldings(trx, posts, today), ({ post }) => post)
  const of = await placesOf(trx, seats)
  const counts = await countsOf(trx, posts)
  return seats.map(({ post, title }) => {
    const all = held.get(post) ?? []
    const holders = all.filter(({ as }) => as === 'holder')
    return {
      id: post,
      title,
      of: of(post),
      holder: first(holders.filter(({ from }) => from <= today)),
      next: first(holders.filter(({ from }) => from > today)),
      deputies: all.filter(({ as }) => as === 'deputy').map(shown),
      owes: counts.get(post)?.owes ?? 0,
    }
  })
}

function first([one]: readonly Holding[]): HeldView | null {
  return one ? shown(one) : null
}

function shown({ person, name, from, to }: Holding): HeldView {
  return { person, name, from, to }
}

/** "Round N-2018-2", "Partnership". */
async function placesOf(trx: Trx, seats: readonly Seat[]): Promise<(post: PostId) => string> {
  const rounds = seats.flatMap(({ round }) => (round === null ? [] : [round]))
  const codes =
    rounds.length === 0
      ? []
      : await trx.selectFrom('round').select(['id', 'code']).where('id', 'in', rounds).execute()
  const agencies = await trx.selectFrom('agency').select(['id', 'name']).execute()
  return (post) => {
    const seat = seats.find((each) => each.post === post)
    const code = codes.find(({ id }) => id === seat?.round)?.code
    const agency = agencies.find(({ id }) => id === seat?.agency)?.name ?? 'The partnership'
    return code === undefined ? agency : `${agency}, round ${code}`
  }
}

type Counts = { readonly owes: number; readonly asked: number; readonly actions: number }

/** What hangs on each post: what it owes, what it is owed, actions that it owns or raised and that go on. */
async function countsOf(trx: Trx, posts: readonly PostId[]): Promise<ReadonlyMap<PostId, Counts>> {
  if (posts.length === 0) return new Map()
  const { rows } = await sql<Counts & { post: PostId }>`
    select post,
      (select count(*) from duty where closed_at is null and owes_post = post) as owes,
      (select count(*) from duty where closed_at is null and owed_post = post) as asked,
      (select count(*) from action where state not in ('confirmed', 'withdrawn')
        and (owner_post = post or raiser_post = post)) as actions
    from unnest(${[...posts]}::text[]) as post`.execute(trx)
  return new Map(rows.map(({ post, ...counts }) => [post, counts]))
}

/** Posts that are still to be filled, which the person once held and which nobody holds now or later. */
async function leftBy(trx: Trx, person: PersonId, today: Day): Promise<readonly PostId[]> {
  const { rows } = await sql<{ post: PostId }>`
    select distinct h.post_id as post from post_holding h
    join post on post.id = h.post_id
    left join round r on r.id = post.round_id
    where h.person_id = ${person} and h.held_as = 'holder'
      and (r.state is distinct from 'complete' or ${STILL_OWED})
      and not exists (select 1 from post_holding n where n.post_id = h.post_id and n.held_as = 'holder'
        and (n.to_day is null or n.to_day >= ${today}))`.execute(trx)
  return rows.map(({ post }) => post)
}

async function historyOf(
  { trx, today }: Pick<Seen, 'trx' | 'today'>,
  post: PostId,
): Promise<SeatView['history']> {
  const rows = await trx
    .selectFrom('post_change')
    .leftJoin('person as who', 'who.id', 'post_change.person_id')
    .leftJoin('person as before', 'before.id', 'post_change.before_person')
    .leftJoin('person as author', 'author.id', 'post_change.by_person')
    .select([
      'at',
      'held_as',
      'from_day',
      'who.name as who',
      'before.name as before',
      'author.name as author',
    ])
    .where('post_id', '=', post)
    .orderBy('seq', 'desc')
    .execute()
  return rows.map(({ at, held_as, from_day, who, before, author }) => {
    const from = inWords(from_day, today)
    const after = before === null || before === who ? '' : ` after ${before}`
    const named =
      who === null
        ? `nobody ${held_as === 'holder' ? 'holds it' : 'deputises'} from ${from}${after}`
        : `${who} ${held_as === 'holder' ? 'holds it' : 'deputises'} from ${from}${after}`
    return { at: shortWords(dayOf(at), today), says: `${named}. Said by ${author ?? 'the partnership'}.` }
  })
}
