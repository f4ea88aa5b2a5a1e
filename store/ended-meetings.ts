import { sql } from 'kysely'

import type { Moment } from '#core/calendar/moment.ts'
import type { PersonId } from '#core/ids.ts'
import type { BegunMeeting, EndedMeeting } from '#core/meetings/meetings.ts'

import { ChangedMeanwhile } from './actions.ts'
import { momentOf } from './clock.ts'
import type { Trx } from './database.ts'
import type { Running } from './running.ts'
import type { EndedMeetingTable } from './schema.ts'

/** By then whoever booked it has recorded it, or never will. */
const BEGUN_FOR_MS = 900_000
/** A calendar that refuses so often will not take it out by itself: somebody looks at it. */
export const MOST_REFUSALS = 10

/** Written with what ended it: the calendars hear of it afterwards, however often that has to be tried. */
export async function noteEnded(trx: Trx, { eventId, kind, round, from, to }: EndedMeeting): Promise<void> {
  await trx
    .insertInto('ended_meeting')
    .values({ event_id: eventId, kind, round_id: round.id, code: round.code, from_at: from, to_at: to })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/**
 * Written before the calendar is asked: what nobody records within a quarter of an hour leaves it again. False: an
 * earlier try of the same booking is being taken out just now.
 */
export async function noteBegun(
  { database, realNow }: Running,
  person: PersonId,
  meeting: BegunMeeting,
): Promise<boolean> {
  const until = momentOf(realNow() + BEGUN_FOR_MS)
  return database.transact({ as: 'web', person }, (trx) => note(trx, meeting, 'begun', until))
}

/** Written with the record itself. Overtaken where the calendar is being told otherwise by now. */
export async function noteStands(trx: Trx, meeting: BegunMeeting): Promise<void> {
  if (!(await note(trx, meeting, 'stands', null))) throw new ChangedMeanwhile(`meeting ${meeting.id}`)
}

/** What was made for this booking is nobody's: it leaves the calendars at the next turn. */
export async function noteNobodys(
  { database }: Running,
  person: PersonId,
  meeting: BegunMeeting,
): Promise<void> {
  await database.transact({ as: 'web', person }, (trx) => note(trx, meeting, 'nobodys', null))
}

async function note(
  trx: Trx,
  { id, kind, round, from, to }: BegunMeeting,
  said: 'begun' | 'stands' | 'nobodys',
  until: Moment | null,
): Promise<boolean> {
  const { rows } = await sql<{
    done: boolean
  }>`select note_booking(${id}, ${kind}, ${round.id}, ${round.code},
    ${from}::timestamptz, ${to}::timestamptz, ${said}, ${until}::timestamptz) as done`.execute(trx)
  return rows[0]?.done ?? false
}

/** A meeting that this process takes out of the calendars. */
export type ClaimedEnd = {
  readonly key: string
  readonly meeting: EndedMeeting | BegunMeeting
  readonly tries: number
}

/** Takes up to `limit` whose time has come: for as long as a lease no other process takes them. */
export async function claimEnded(
  { database, realNow, leaseMs }: Running,
  limit: number,
): Promise<readonly ClaimedEnd[]> {
  return database.transact({ as: 'worker' }, async (trx) => {
    const { rows } = await sql<EndedMeetingTable & { tries: number; booking: string | null }>`
      update ended_meeting set tries = tries + 1, next_try_at = ${momentOf(realNow() + leaseMs)}::timestamptz
      where event_id in (select event_id from ended_meeting
        where not stands and (next_try_at is null or next_try_at <= ${momentOf(realNow())}::timestamptz)
        order by event_id limit ${limit} for update skip locked)
      returning *`.execute(trx)
    return rows.map(
      ({ event_id: key, kind, round_id: id, code, from_at: from, to_at: to, tries, booking }) => {
        const facts = { kind, round: { id, code }, from, to }
        const meeting = booking === null ? { ...facts, eventId: key } : { ...facts, id: booking }
        return { key, meeting, tries: Number(tries) }
      },
    )
  })
}

/** It is out of the calendars. */
export async function endedEverywhere({ database }: Running, { key }: ClaimedEnd): Promise<void> {
  await database.transact({ as: 'worker' }, (trx) =>
    trx.deleteFrom('ended_meeting').where('event_id', '=', key).execute(),
  )
}

/** It is still in them: tried again after a while. */
export async function endAgain(
  { database, realNow }: Running,
  { key }: ClaimedEnd,
  inMs: number,
): Promise<void> {
  await database.transact({ as: 'worker' }, (trx) =>
    trx
      .updateTable('ended_meeting')
      .set({ next_try_at: momentOf(realNow() + inMs) })
      .where('event_id', '=', key)
      .execute(),
  )
}
