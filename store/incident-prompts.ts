import { sql } from 'kysely'

import type { Day } from '#core/calendar/day.ts'
import { dayOf } from '#core/calendar/moment.ts'
import type { Moment } from '#core/calendar/moment.ts'
import type { MessageId, PersonId } from '#core/ids.ts'
import { clockStep, leftInWords } from '#core/incidents/clock.ts'
import type { Road } from '#core/people/post.ts'
import { MOST_LISTED } from '#core/prompts/overview.ts'
import type { OverviewLine } from '#core/prompts/overview.ts'

import { storyNow } from './clock.ts'
import type { Trx } from './database.ts'
import { newMessage } from './new-message.ts'
import type { Running } from './running.ts'
import { isOurTurn } from './turn.ts'

/**
 * The 72 hours run at any hour: business manager, QA manager and their deputies hear at once, a day and four hours
 * before the end, while it is not decided. One message a person, each step once; missed steps are one. Gives back
 * how many people are told.
 */
export async function sweepIncidents({ database, realNow }: Running): Promise<number> {
  return database.transact({ as: 'worker' }, async (trx) => {
    const now = await storyNow(trx, realNow)
    if ((await untold(trx, now)).length === 0 || !(await isOurTurn(trx))) return 0
    // Another process may have done it between the look and the turn.
    const due = await untold(trx, now)
    if (due.length === 0) return 0
    const readers = await readersOn(trx, dayOf(now))
    for (const reader of readers) {
      const message = await newMessage(trx, { ...reader, atAnyHour: true }, now)
      await trx
        .insertInto('incident_prompt')
        .values(due.map((each) => ({ ...each, person_id: reader.person, message_id: message, at: now })))
        .execute()
    }
    return readers.length
  })
}

/** What is not decided yet, with the hours that are left as they are now; for the message that is sent. */
export async function incidentsLine(trx: Trx, now: Moment): Promise<OverviewLine> {
  const open = await undecided(trx)
  const references = open.slice(0, MOST_LISTED).map((each) => `${each.number}, ${leftInWords(each, now)}`)
  return { about: 'not-decided', count: open.length, references }
}

/** Who is told by a message, or by the one that it is a twin of, that the 72 hours run; undefined when it is another. */
export async function toldOfIncidents(
  trx: Trx,
  message: MessageId,
): Promise<{ readonly kind: 'incident'; readonly person: PersonId } | undefined> {
  const row = await trx
    .selectFrom('incident_prompt')
    .innerJoin('message', (join) =>
      join.on('incident_prompt.message_id', '=', sql<MessageId>`coalesce(message.twin_of, message.id)`),
    )
    .select('incident_prompt.person_id as person')
    .where('message.id', '=', message)
    .executeTakeFirst()
  return row && { kind: 'incident', person: row.person }
}

async function untold(trx: Trx, now: Moment) {
  const open = await undecided(trx)
  if (open.length === 0) return []
  const told = await trx
    .selectFrom('incident_prompt')
    .select(['incident_id', 'step'])
    .where(
      'incident_id',
      'in',
      open.map(({ id }) => id),
    )
    .execute()
  return open
    .map((each) => ({ incident_id: each.id, step: clockStep(each, now) }))
    .filter((due) => !told.some((each) => each.incident_id === due.incident_id && each.step === due.step))
}

async function undecided(trx: Trx) {
  const rows = await trx
    .selectFrom('incident')
    .select(['id', 'number', 'report_by'])
    .where('ended_at', 'is', null)
    .orderBy('report_by')
    .orderBy('id')
    .execute()
  return rows.map(({ id, number, report_by: reportBy }) => ({ id, number, reportBy }))
}

type Reader = { readonly person: PersonId; readonly road: Road }

async function readersOn(trx: Trx, today: Day): Promise<readonly Reader[]> {
  const { rows } = await sql<Reader>`select distinct n.id as person, n.road
    from post p join post_holding h on h.post_id = p.id
      and h.from_day <= ${today} and (h.to_day is null or h.to_day >= ${today})
    join person n on n.id = h.person_id
    where p.kind in ('business-manager', 'qa-manager') order by n.id`.execute(trx)
  return rows
}
