import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

import type { Lateness } from '#core/actions/views.ts'
import { latenessBounds } from '#core/actions/words.ts'
import type { Day } from '#core/calendar/day.ts'
import type { Moment } from '#core/calendar/moment.ts'
import type { ActionId, DutyId, PostId } from '#core/ids.ts'
import type { Actor } from '#core/people/post.ts'
import type { Subject } from '#core/subject.ts'

import type { Trx } from './database.ts'
import type { Kept } from './free-text.ts'
import type { ActionTable, DutyTable } from './schema.ts'

/** Where the next page begins: the last row's day and id. Lists page by key, never by offset. */
export type Key = { readonly due: Day; readonly id: string }

export type DutyRecord = Pick<
  DutyTable,
  'id' | 'kind' | 'subject_id' | 'reference' | 'number' | 'what' | 'due_day' | 'owes_post' | 'owed_post'
> & { readonly action_due: Day }

/** Counted up to this; a screen then says "more than". */
const COUNTED = 100

/** "Waiting for you" (side `owes`) or "You asked others" (side `owed`): open duties, by due day. */
export async function openDuties(
  trx: Trx,
  { posts }: Actor,
  side: 'owes' | 'owed',
  after: Key | undefined,
  limit: number,
): Promise<{ readonly rows: readonly DutyRecord[]; readonly total: number }> {
  if (posts.size === 0) return { rows: [], total: 0 }
  const mine = [...posts]
  const column = sql.ref(`duty.${side}_post`)
  const from = after ? sql`and (due_day, id) > (${after.due}::date, ${after.id})` : sql``
  // One short walk along the index for each post, then the first of them all: no post's list is read whole.
  const { rows } = await sql<DutyRecord>`
    select d.id, d.kind, d.subject_id, d.reference, d.number, d.what, d.due_day, d.owes_post, d.owed_post,
      coalesce(a.due_day, d.due_day) as action_due
    from unnest(${mine}::text[]) as post
    cross join lateral (select * from duty where closed_at is null and ${column} = post ${from}
      order by due_day, id limit ${limit}) d
    left join action a on a.id = d.subject_id
    order by d.due_day, d.id limit ${limit}`.execute(trx)
  const { rows: counted } = await sql<{ n: number }>`select count(*) as n from (
    select 1 from unnest(${mine}::text[]) as post
    cross join lateral (select 1 from duty where closed_at is null and ${column} = post limit ${COUNTED}) d
    limit ${COUNTED}) counted`.execute(trx)
  return { rows, total: counted[0]?.n ?? 0 }
}

export type Cut = 'mine' | 'all'

/** A page of one group of the tracker. */
export async function actionsIn(
  trx: Trx,
  actor: Actor,
  group: Lateness,
  cut: Cut,
  today: Day,
  after: Key | undefined,
  limit: number,
): Promise<readonly ActionTable[]> {
  if (actor.posts.size === 0) return []
  const from = after ? sql`and (a.due_day, a.id) > (${after.due}::date, ${after.id})` : sql``
  const { rows } = await sql<ActionTable>`select a.* from action a
    where ${inGroup(group, today)} and ${inCut(actor, cut)} ${from}
    order by a.due_day, a.id limit ${limit}`.execute(trx)
  return rows
}

/** How many actions stand in each group, counted up to a bound. */
export async function actionCounts(
  trx: Trx,
  actor: Actor,
  cut: Cut,
  today: Day,
): Promise<Readonly<Record<Lateness, number>>> {
  const count = async (group: Lateness): Promise<number> => {
    if (actor.posts.size === 0) return 0
    const { rows } = await sql<{ n: number }>`select count(*) as n from (select 1 from action a
      where ${inGroup(group, today)} and ${inCut(actor, cut)} limit ${COUNTED}) counted`.execute(trx)
    return rows[0]?.n ?? 0
  }
  return {
    'very-late': await count('very-late'),
    late: await count('late'),
    'due-soon': await count('due-soon'),
    later: await count('later'),
    'waiting-for-check': await count('waiting-for-check'),
    done: await count('done'),
  }
}

function inGroup(group: Lateness, today: Day): RawBuilder<unknown> {
  const { veryLateBefore, soonUntil } = latenessBounds(today)
  const owing = sql`a.state in ('open', 'more-time-asked', 'questioned')`
  switch (group) {
    case 'very-late':
      return sql`${owing} and a.due_day < ${veryLateBefore}::date`
    case 'late':
      return sql`${owing} and a.due_day >= ${veryLateBefore}::date and a.due_day < ${today}::date`
    case 'due-soon':
      return sql`${owing} and a.due_day >= ${today}::date and a.due_day <= ${soonUntil}::date`
    case 'later':
      return sql`${owing} and a.due_day > ${soonUntil}::date`
    case 'waiting-for-check':
      return sql`a.state = 'reported-done'`
    case 'done':
      return sql`a.state in ('confirmed', 'withdrawn')`
  }
}

function inCut({ posts }: Actor, cut: Cut): RawBuilder<unknown> {
  const mine = [...posts]
  return cut === 'mine'
    ? sql`(a.owner_post = any(${mine}::text[]) or a.raiser_post = any(${mine}::text[]))`
    : sql`exists (select 1 from concern c where c.subject_id = a.id and c.post_id = any(${mine}::text[]))`
}

export type EventRecord = {
  readonly seq: number
  readonly at: Moment
  readonly what: string
  readonly person: string | null
  readonly post_id: PostId | null
  readonly texts: Readonly<Record<string, Kept>> | null
}

/** The history of an action, newest first. */
export async function historyOf(trx: Trx, action: ActionId): Promise<readonly EventRecord[]> {
  const { rows } = await sql<EventRecord>`
    select e.seq, e.at, e.what, p.name as person, e.post_id,
      (select jsonb_object_agg(t.field, t.text) from action_event_text t
        where t.action_id = e.action_id and t.seq = e.seq) as texts
    from action_event e left join person p on p.id = e.person_id
    where e.action_id = ${action} order by e.seq desc`.execute(trx)
  return rows
}

export type PromptRecord = {
  readonly step: string
  readonly fired_at: Moment
  readonly post_id: PostId
  readonly person: string | null
  readonly road: 'teams' | 'mail' | null
  readonly state: string | null
}

/** Whom reminders about an action went to, newest first: sent, opened or not reachable. */
export async function promptsOf(trx: Trx, action: ActionId): Promise<readonly PromptRecord[]> {
  const { rows } = await sql<PromptRecord>`
    select p.step, p.fired_at, p.post_id, n.name as person, m.road, m.state
    from prompt p join duty d on d.id = p.duty_id
    left join message m on m.id = p.message_id left join person n on n.id = m.person_id
    where d.subject_id = ${action} order by p.fired_at desc, p.post_id limit 100`.execute(trx)
  return rows
}

/** How a duty was answered: by whom, when, with which deed. */
export type ClosedDuty = {
  readonly at: Moment
  readonly by: string | null
  readonly byId: string | null
  readonly deed: string | null
}

export async function closingOf(trx: Trx, duty: DutyId): Promise<ClosedDuty | undefined> {
  const { rows } =
    await sql<ClosedDuty>`select d.closed_at as at, n.name as by, n.id as "byId", d.closed_deed as deed
    from duty d left join person n on n.id = d.closed_by where d.id = ${duty} and d.closed_at is not null`.execute(
      trx,
    )
  return rows[0]
}

/** The one open duty of a subject that has at most one, such as an action or a form. */
export async function openDutyOf(
  trx: Trx,
  subject: Subject['id'],
): Promise<Pick<DutyTable, 'id' | 'kind' | 'owes_post'> | undefined> {
  return trx
    .selectFrom('duty')
    .select(['id', 'kind', 'owes_post'])
    .where('subject_id', '=', subject)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
}
