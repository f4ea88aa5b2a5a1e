import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

import type { ActionSource } from '#core/actions/action.ts'
import type { Cut, Lateness } from '#core/actions/views.ts'
import { latenessBounds } from '#core/actions/words.ts'
import type { Day } from '#core/calendar/day.ts'
import { addDays } from '#core/calendar/day.ts'
import { momentAt } from '#core/calendar/moment.ts'
import type { Moment } from '#core/calendar/moment.ts'
import type { ActionId, DutyId, PostId } from '#core/ids.ts'
import type { Actor } from '#core/people/post.ts'

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
  today: Day,
): Promise<{ readonly rows: readonly DutyRecord[]; readonly total: number }> {
  if (posts.size === 0) return { rows: [], total: 0 }
  const mine = [...posts]
  const column = sql.ref(`duty.${side}_post`)
  // What is asked only later (an update, a check half a year on) waits for nobody yet.
  const begun = sql`and opened_at < ${momentAt(addDays(today, 1), '00:00')}::timestamptz`
  const from = after ? sql`and (due_day, id) > (${after.due}::date, ${after.id})` : sql``
  // One short walk along the index for each post, then the first of them all: no post's list is read whole.
  const { rows } = await sql<DutyRecord>`
    select d.id, d.kind, d.subject_id, d.reference, d.number, d.what, d.due_day, d.owes_post, d.owed_post,
      coalesce(a.due_day, d.due_day) as action_due
    from unnest(${mine}::text[]) as post
    cross join lateral (select * from duty where closed_at is null and ${column} = post ${begun} ${from}
      order by due_day, id limit ${limit}) d
    left join action a on a.id = d.subject_id
    order by d.due_day, d.id limit ${limit}`.execute(trx)
  const { rows: counted } = await sql<{ n: number }>`select count(*) as n from (
    select 1 from unnest(${mine}::text[]) as post
    cross join lateral (select 1 from duty where closed_at is null and ${column} = post ${begun} limit ${COUNTED}) d
    limit ${COUNTED}) counted`.execute(trx)
  return { rows, total: counted[0]?.n ?? 0 }
}

/** Which actions a list shows, besides its group: every filter narrows the ones before. */
export type Wanted = {
  readonly cut: Cut
  /** The agency that owns or raised it; its case's reference; its round; where it comes from. */
  readonly agency?: string | undefined
  readonly reference?: string | undefined
  readonly round?: string | undefined
  readonly source?: ActionSource | undefined
}

/** A page of one group of the tracker. */
export async function actionsIn(
  trx: Trx,
  actor: Actor,
  group: Lateness,
  wanted: Wanted,
  today: Day,
  after: Key | undefined,
  limit: number,
): Promise<readonly ActionTable[]> {
  if (actor.posts.size === 0) return []
  const from = after ? sql`and (a.due_day, a.id) > (${after.due}::date, ${after.id})` : sql``
  const { rows } = await sql<ActionTable>`select a.* from action a
    where ${inGroup(group, today)} and ${isWanted(actor, wanted)} ${from}
    order by a.due_day, a.id limit ${limit}`.execute(trx)
  return rows
}

/** All actions that are wanted, by due day: what papers and boards are made of. */
export async function everyAction(
  trx: Trx,
  actor: Actor,
  wanted: Wanted,
  limits: { readonly from?: Day; readonly until?: Day; readonly most: number },
): Promise<readonly ActionTable[]> {
  if (actor.posts.size === 0) return []
  const from = limits.from ? sql`and a.due_day >= ${limits.from}::date` : sql``
  const until = limits.until ? sql`and a.due_day <= ${limits.until}::date` : sql``
  const { rows } = await sql<ActionTable>`select a.* from action a
    where ${isWanted(actor, wanted)} ${from} ${until} order by a.due_day, a.id limit ${limits.most}`.execute(
    trx,
  )
  return rows
}

export type Counted = { readonly groups: Readonly<Record<Lateness, number>>; readonly total: number }

/** How many actions stand in each group, in one reading: the groups sum to the total. */
export async function actionCounts(trx: Trx, actor: Actor, wanted: Wanted, today: Day): Promise<Counted> {
  const none = { 'very-late': 0, late: 0, 'due-soon': 0, later: 0, 'waiting-for-check': 0, done: 0 }
  if (actor.posts.size === 0) return { groups: none, total: 0 }
  const each = LATENESS.map(
    (group) => sql`count(*) filter (where ${inGroup(group, today)}) as ${sql.ref(group)}`,
  )
  const { rows } = await sql<Record<Lateness, number> & { total: number }>`
    select ${sql.join(each)}, count(*) as total from action a where ${isWanted(actor, wanted)}`.execute(trx)
  const { total, ...groups } = rows[0] ?? { ...none, total: 0 }
  return { groups, total }
}

const LATENESS = [
  'very-late',
  'late',
  'due-soon',
  'later',
  'waiting-for-check',
  'done',
] as const satisfies readonly Lateness[]

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

/** In each cut only what concerns the person: a cut narrows what they may see, it never widens it. */
function isWanted({ posts }: Pick<Actor, 'posts'>, wanted: Wanted): RawBuilder<unknown> {
  const mine = [...posts]
  const parts: RawBuilder<unknown>[] = [postsOf({ posts })]
  if (wanted.cut === 'mine')
    parts.push(sql`(a.owner_post = any(${mine}::text[]) or a.raiser_post = any(${mine}::text[]))`)
  if (wanted.cut === 'team') parts.push(sql`a.manager_post = any(${mine}::text[])`)
  if (wanted.cut === 'agency')
    parts.push(
      isOfAgency(sql`p.agency_id in (select m.agency_id from post m where m.id = any(${mine}::text[]))`),
    )
  if (wanted.agency !== undefined) parts.push(isOfAgency(sql`p.agency_id = ${wanted.agency}`))
  if (wanted.reference !== undefined) parts.push(sql`a.reference = ${wanted.reference}`)
  if (wanted.source !== undefined) parts.push(sql`a.source = ${wanted.source}`)
  if (wanted.round !== undefined)
    parts.push(sql`a.case_id in (select e.id from evaluation_case e where e.round_id = ${wanted.round})`)
  return sql.join(parts, sql` and `)
}

/** The actions that concern one of the person's posts. */
export function postsOf({ posts }: Pick<Actor, 'posts'>): RawBuilder<unknown> {
  return sql`exists (select 1 from concern c where c.subject_id = a.id and c.post_id = any(${[...posts]}::text[]))`
}

function isOfAgency(which: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`exists (select 1 from post p where p.id in (a.owner_post, a.raiser_post) and ${which})`
}

/** How far the actions of each fan-out have come, for those who see all of it. */
export async function ringsOf(
  trx: Trx,
  parents: readonly string[],
): Promise<ReadonlyMap<string, { readonly of: number; readonly confirmed: number }>> {
  if (parents.length === 0) return new Map()
  const { rows } = await sql<{ parent: string; of: number; seen: number; confirmed: number }>`
    select fan_parent as parent, max(fan_size) as of, count(*) as seen,
      count(*) filter (where state = 'confirmed') as confirmed
    from action where fan_parent = any(${[...parents]}::text[]) group by fan_parent`.execute(trx)
  return new Map(rows.filter(({ of, seen }) => of === seen).map((row) => [row.parent, row]))
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
  readonly held_back: 'away' | 'muted' | null
}

/** Whom reminders about an action went to, newest first: sent, opened or not reachable. */
export async function promptsOf(trx: Trx, action: ActionId): Promise<readonly PromptRecord[]> {
  const { rows } = await sql<PromptRecord>`
    select p.step, p.fired_at, p.post_id, n.name as person, m.road, m.state, p.held_back
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

/** What is owed because of an action by now: the action itself before the update about it. */
export async function openDutyOfAction(
  trx: Trx,
  action: ActionId,
  today: Day,
): Promise<Pick<DutyTable, 'id' | 'kind' | 'owes_post'> | undefined> {
  return trx
    .selectFrom('duty')
    .select(['id', 'kind', 'owes_post'])
    .where('subject_id', '=', action)
    .where('closed_at', 'is', null)
    .where('opened_at', '<', momentAt(addDays(today, 1), '00:00'))
    .orderBy(sql`kind = 'update-action'`)
    .executeTakeFirst()
}
