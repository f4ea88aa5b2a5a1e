import { sql } from 'kysely'

import type { EndedMeeting } from '#core/meetings/meetings.ts'

import { momentOf } from './clock.ts'
import type { Trx } from './database.ts'
import type { Running } from './run.ts'
import type { EndedMeetingTable } from './schema.ts'

/** Written with what ended it: the calendars hear of it afterwards, however often that has to be tried. */
export async function noteEnded(trx: Trx, { eventId, kind, round, from, to }: EndedMeeting): Promise<void> {
  await trx
    .insertInto('ended_meeting')
    .values({ event_id: eventId, kind, round_id: round.id, code: round.code, from_at: from, to_at: to })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** A meeting that this process takes out of the calendars. */
export type ClaimedEnd = { readonly meeting: EndedMeeting; readonly tries: number }

/** Takes up to `limit` whose time has come: for as long as a lease no other process takes them. */
export async function claimEnded(
  { database, realNow, leaseMs }: Running,
  limit: number,
): Promise<readonly ClaimedEnd[]> {
  return database.transact({ as: 'worker' }, async (trx) => {
    const { rows } = await sql<EndedMeetingTable & { tries: number }>`
      update ended_meeting set tries = tries + 1, next_try_at = ${momentOf(realNow() + leaseMs)}::timestamptz
      where event_id in (select event_id from ended_meeting
        where next_try_at is null or next_try_at <= ${momentOf(realNow())}::timestamptz
        order by event_id limit ${limit} for update skip locked)
      returning *`.execute(trx)
    return rows.map(({ event_id: eventId, kind, round_id: id, code, from_at: from, to_at: to, tries }) => ({
      meeting: { eventId, kind, round: { id, code }, from, to },
      tries: Number(tries),
    }))
  })
}

/** It is out of the calendars. */
export async function endedEverywhere({ database }: Running, { eventId }: EndedMeeting): Promise<void> {
  await database.transact({ as: 'worker' }, (trx) =>
    trx.deleteFrom('ended_meeting').where('event_id', '=', eventId).execute(),
  )
}

/** The calendar could not be reached: tried again after a while. */
export async function endAgain(
  { database, realNow }: Running,
  { eventId }: EndedMeeting,
  inMs: number,
): Promise<void> {
  await database.transact({ as: 'worker' }, (trx) =>
    trx
      .updateTable('ended_meeting')
      .set({ next_try_at: momentOf(realNow() + inMs) })
      .where('event_id', '=', eventId)
      .execute(),
  )
}
