import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

import { addDays, weekday } from '#core/calendar/day.ts'
import type { Day } from '#core/calendar/day.ts'
import { dayOf, momentAt, timeOf } from '#core/calendar/moment.ts'
import type { Moment } from '#core/calendar/moment.ts'
import { addWorkingDays } from '#core/calendar/working-days.ts'
import type { Calendar } from '#core/calendar/working-days.ts'
import type { MessageId, PersonId } from '#core/ids.ts'
import type { Road } from '#core/people/post.ts'
import { MOST_LISTED, NOON } from '#core/prompts/overview.ts'
import type { Overview, OverviewAbout, OverviewKind, OverviewLine } from '#core/prompts/overview.ts'
import type { PromptPolicy } from '#core/prompts/prompt-policy.ts'
import { isWorkingMoment } from '#core/prompts/working-time.ts'

import { storyNow } from './clock.ts'
import type { Trx } from './database.ts'
import { isLetIn } from './guests.ts'
import { incidentsLine, toldOfIncidents } from './incident-prompts.ts'
import { newMessage } from './new-message.ts'
import { notOvertaken } from './overtaken.ts'
import { isNotPaused } from './paused.ts'
import { findPromptPolicy } from './prompt-policy.ts'
import type { Running } from './running.ts'
import { isOurTurn } from './turn.ts'
import { isAwayNow, isVacant } from './undelivered.ts'

/**
 * Writes the overviews whose time has come: of the morning, of the week, and what waited for who is back. One that
 * has nothing in it is not written; none is written twice for one person and day, whatever ends in the middle. Gives
 * back how many people are told.
 */
export async function sweepOverviews({ database, calendar, realNow }: Running): Promise<number> {
  return database.transact({ as: 'worker' }, async (trx) => {
    const now = await storyNow(trx, realNow)
    const { policy } = await findPromptPolicy(trx)
    if (!isWorkingMoment(now, policy, calendar)) return 0
    const today = dayOf(now)
    const due = await notDoneYet(trx, dueBy(now, policy))
    if (due.length === 0 || !(await isOurTurn(trx))) return 0
    let told = 0
    // Another process may have done it between the look and the turn.
    for (const { kind, day } of await notDoneYet(trx, due)) {
      // By the afternoon the morning is gone: what it would have said stands on Home.
      const late = kind === 'morning' && timeOf(now) >= NOON
      for (const reader of late ? [] : await readersOf(trx, kind, today)) {
        if (await tell(trx, { kind, ...reader, day: reader.since ?? day }, now, calendar)) told += 1
      }
      await trx.insertInto('overview_day').values({ kind, day }).execute()
    }
    return told
  })
}

/** What an overview says now; undefined when the message is none, or has nothing to say any more. */
export async function overviewOf(
  { database, calendar, realNow }: Running,
  message: MessageId,
): Promise<Overview | undefined> {
  return database.transact({ as: 'worker' }, async (trx) => {
    const row = await trx
      .selectFrom('overview')
      .innerJoin('message', (join) =>
        join.on('overview.message_id', '=', sql<MessageId>`coalesce(message.twin_of, message.id)`),
      )
      .select(['kind', 'overview.person_id as person'])
      .where('message.id', '=', message)
      .executeTakeFirst()
    const told = row ?? (await toldOfIncidents(trx, message))
    return told && overviewFor(trx, told.kind, told.person, await storyNow(trx, realNow), calendar)
  })
}

type Due = { readonly kind: OverviewKind; readonly day: Day }

/** The week's is known by its Monday: when that is a bank holiday or quiet, it goes on the first day after. */
function dueBy(now: Moment, { overviews }: PromptPolicy): readonly Due[] {
  const today = dayOf(now)
  const monday = addDays(today, 1 - weekday(today))
  const clock = timeOf(now)
  return [
    ...(clock >= overviews.morning ? [{ kind: 'morning', day: today } as const] : []),
    ...(clock >= overviews.weekly ? [{ kind: 'weekly', day: monday } as const] : []),
    { kind: 'back', day: today } as const,
  ]
}

async function notDoneYet(trx: Trx, due: readonly Due[]): Promise<readonly Due[]> {
  const done = await trx
    .selectFrom('overview_day')
    .selectAll()
    .where(
      'day',
      'in',
      due.map(({ day }) => day),
    )
    .execute()
  return due.filter(({ kind, day }) => !done.some((each) => each.kind === kind && each.day === day))
}

type Reader = { readonly person: PersonId; readonly road: Road; readonly since: Day | null }

/** Who is here today and wants it; whoever comes back is told what waited whether they turned overviews off or not. */
async function readersOf(trx: Trx, kind: OverviewKind, today: Day): Promise<readonly Reader[]> {
  const { rows } =
    kind === 'back'
      ? await sql<Reader>`select n.id as person, n.road, s.away_to as since
          from person_setting s join person n on n.id = s.person_id
          where s.away_to < ${today} and ${isLetIn('n.id', today)}
            and not exists (select 1 from overview o where o.kind = 'back' and o.person_id = n.id and o.day = s.away_to)
          order by n.id`.execute(trx)
      : await sql<Reader>`select distinct n.id as person, n.road, null::date as since
          from post p join post_holding h on h.post_id = p.id and h.held_as = 'holder'
            and h.from_day <= ${today} and (h.to_day is null or h.to_day >= ${today})
          join person n on n.id = h.person_id left join person_setting s on s.person_id = n.id
          where p.kind = ${kind === 'morning' ? 'business-manager' : 'supervising-manager'}
            and not coalesce(s.mute_overviews, false) and ${isLetIn('n.id', today)}
            and not coalesce(${today} between s.away_from and s.away_to, false)
          order by n.id`.execute(trx)
  return rows
}

type Telling = Due & Pick<Reader, 'person' | 'road'>

async function tell(
  trx: Trx,
  { kind, day, person, road }: Telling,
  now: Moment,
  calendar: Calendar,
): Promise<boolean> {
  const overview = await overviewFor(trx, kind, person, now, calendar)
  const message = overview ? await newMessage(trx, { person, road }, now) : null
  await trx.insertInto('overview').values({ kind, person_id: person, day, message_id: message }).execute()
  return message !== null
}

async function overviewFor(
  trx: Trx,
  kind: OverviewKind,
  person: PersonId,
  now: Moment,
  calendar: Calendar,
): Promise<Overview | undefined> {
  const all = await linesOf(trx, kind, person, now, calendar)
  const lines = all.filter(({ count }) => count > 0)
  return lines.length > 0 ? { kind, lines } : undefined
}

async function linesOf(
  trx: Trx,
  kind: OverviewKind,
  person: PersonId,
  now: Moment,
  calendar: Calendar,
): Promise<readonly OverviewLine[]> {
  const today = dayOf(now)
  const held = heldBy(person, today)
  const open = sql`d.closed_at is null and d.opened_at <= ${now}::timestamptz
    and ${isNotPaused('d')}`
  switch (kind) {
    case 'morning': {
      const mine = sql`d.business_post in (${held})`
      const before = (await lastMorning(trx, today)) ?? addWorkingDays(calendar, today, -1)
      return [
        await line(
          trx,
          'became-late',
          sql`${mine} and ${open} and d.due_day >= ${before} and d.due_day < ${today}`,
        ),
        await line(trx, 'due-today', sql`${mine} and ${open} and d.due_day = ${today}`),
        await line(trx, 'not-reached', sql`${mine} and ${open} and ${notReached(today)}`),
        await line(trx, 'held-back', sql`${mine} and ${open} and ${heldBack(today)}`),
        await awayToday(trx, today),
      ]
    }
    case 'weekly': {
      const team = sql`d.manager_post in (${held}) and d.subject_kind in ('action', 'form')`
      const sunday = addDays(today, 7 - weekday(today))
      const lastWeek = momentAt(addDays(today, -6 - weekday(today)), '00:00')
      return [
        await line(trx, 'late', sql`${team} and ${open} and d.due_day < ${today}`),
        await line(
          trx,
          'due-this-week',
          sql`${team} and ${open} and d.due_day between ${today} and ${sunday}`,
        ),
        await line(
          trx,
          'done-last-week',
          sql`${team} and ${isNotPaused('d')} and d.closed_by is not null and d.closed_at >= ${lastWeek}::timestamptz
            and d.closed_at < ${momentAt(addDays(today, 1 - weekday(today)), '00:00')}::timestamptz`,
        ),
      ]
    }
    case 'incident':
      return [await incidentsLine(trx, now)]
    case 'back':
      return [
        await line(trx, 'late', sql`d.owes_post in (${held}) and ${open} and d.due_day < ${today}`),
        await line(trx, 'waiting', sql`d.owes_post in (${held}) and ${open} and d.due_day >= ${today}`),
        await line(
          trx,
          'passed-by',
          sql`d.owes_post not in (${held}) and ${open} and exists (select 1 from prompt p where p.duty_id = d.id
            and p.due_day = d.due_day and p.held_back = 'away' and p.post_id in (${held}))`,
        ),
      ]
  }
}

/** When a morning's overview went out last: quiet days lie between. */
async function lastMorning(trx: Trx, today: Day): Promise<Day | null> {
  const { day } = await trx
    .selectFrom('overview_day')
    .select((e) => e.fn.max('day').as('day'))
    .where('kind', '=', 'morning')
    .where('day', '<', today)
    .executeTakeFirstOrThrow()
  return day
}

/** The posts that a person holds today. */
function heldBy(person: PersonId, today: Day): RawBuilder<unknown> {
  return sql`select h.post_id from post_holding h where h.person_id = ${person} and h.held_as = 'holder'
    and h.from_day <= ${today} and (h.to_day is null or h.to_day >= ${today}) and ${isLetIn('h.person_id', today)}`
}

/** A prompt that stands for the day it has now, and did not get to anybody. */
function notReached(today: Day): RawBuilder<unknown> {
  return sql`exists (select 1 from prompt p left join message m on m.id = p.message_id
    where p.duty_id = d.id and p.due_day = d.due_day and p.held_back is null and ${notOvertaken}
      and ((p.message_id is null and ${isVacant(today)}) or (m.state = 'refused'
        and not exists (select 1 from message t where t.twin_of = m.id and t.state <> 'refused'))))`
}

/** A prompt that waits for somebody who is away today. */
function heldBack(today: Day): RawBuilder<unknown> {
  return sql`exists (select 1 from prompt p where p.duty_id = d.id and p.due_day = d.due_day
    and p.held_back = 'away' and ${notOvertaken} and ${isAwayNow(today)})`
}

/** How many duties there are of a kind, and the first of them by reference. */
async function line(trx: Trx, about: OverviewAbout, where: RawBuilder<unknown>): Promise<OverviewLine> {
  const { rows } = await sql<{ reference: string; total: number }>`
    select trim(d.reference || ' ' || d.number) as reference, count(*) over () as total
    from duty d where ${where} order by d.due_day, d.reference, d.number, d.id limit ${MOST_LISTED}`.execute(
    trx,
  )
  const references = [...new Set(rows.map(({ reference }) => reference))]
  return { about, count: rows[0]?.total ?? 0, references }
}

async function awayToday(trx: Trx, today: Day): Promise<OverviewLine> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from person_setting
    where ${today} between away_from and away_to`.execute(trx)
  return { about: 'away', count: rows[0]?.count ?? 0, references: [] }
}
