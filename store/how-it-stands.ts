import { sql } from 'kysely'

import { dayOf, momentAt } from '#core/calendar/moment.ts'
import type { Moment } from '#core/calendar/moment.ts'
import { isWorkingMoment } from '#core/prompts/working-time.ts'

import { storyNow } from './clock.ts'
import { MOST_REFUSALS } from './ended-meetings.ts'
import { isNotPaused } from './paused.ts'
import { findPromptPolicy } from './prompt-policy.ts'
import type { Running } from './running.ts'

/** What the cell's own tables say of its work: numbers alone. Ages in seconds, 0 where nothing waits. */
export type HowItStands = {
  /** Messages that wait or are on their way. */
  readonly queue: number
  /** For how long the oldest reminder that could go now has waited, written down or not. */
  readonly oldestDueS: number
  /** Messages of the last day of which nobody knows whether they arrived. */
  readonly inDoubt: number
  /** How old the oldest audit entry without a seal is. */
  readonly sealBehindS: number
  /** Meetings that ended and that the calendar was asked ten times or more to take out, in vain. */
  readonly meetingsStay: number
}

type Row = {
  readonly queue: number
  readonly indoubt: number
  readonly urgent: Moment | null
  readonly waiting: Moment | null
  readonly due: Moment | null
  readonly unsealed: Moment | null
  readonly stay: number
}

/**
 * Read as the worker, in one query. What may not go before the morning is not late at night: its age counts from
 * the opening of the hours.
 */
export async function howItStands({ database, realNow, calendar }: Running): Promise<HowItStands> {
  return database.transact({ as: 'worker' }, async (trx) => {
    const now = await storyNow(trx, realNow)
    const { policy } = await findPromptPolicy(trx)
    const { rows } = await sql<Row>`select
      (select count(*) from message where state in ('intent', 'claimed', 'sending')) as queue,
      (select count(*) from message where state = 'unconfirmed'
        and settled_at > ${new Date(realNow() - DAY_MS).toISOString()}::timestamptz) as indoubt,
      (select min(story_at) from message where state in ('intent', 'claimed') and at_any_hour) as urgent,
      (select min(story_at) from message where state in ('intent', 'claimed') and not at_any_hour) as waiting,
      (select min(p.next_prompt_at) from duty_prompt p join duty d on d.id = p.duty_id
        where d.closed_at is null and p.next_prompt_at <= ${now}::timestamptz and ${isNotPaused('d')}) as due,
      (select min(e.at) from audit_entry e
        where not exists (select 1 from audit_seal s where s.entry_id = e.id)) as unsealed,
      (select count(*) from ended_meeting where not stands and tries >= ${MOST_REFUSALS}) as stay`.execute(
      trx,
    )
    const row = rows[0]
    if (!row) throw new Error('a row of sums has no row')
    const opened = isWorkingMoment(now, policy, calendar) ? momentAt(dayOf(now), policy.hours.from) : now
    const since = (at: Moment | null, from: Moment | null = null): number =>
      at === null ? 0 : secondsBetween(from !== null && from > at ? from : at, now)
    return {
      queue: row.queue,
      inDoubt: row.indoubt,
      oldestDueS: Math.max(since(row.urgent), since(row.waiting, opened), since(row.due, opened)),
      sealBehindS: row.unsealed === null ? 0 : Math.max(0, seconds(realNow() - Date.parse(row.unsealed))),
      meetingsStay: row.stay,
    }
  })
}

const DAY_MS = 86_400_000

function secondsBetween(from: Moment, to: Moment): number {
  return Math.max(0, seconds(Date.parse(to) - Date.parse(from)))
}

function seconds(ms: number): number {
  return Math.round(ms / 1000)
}
