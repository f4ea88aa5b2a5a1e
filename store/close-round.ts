import { sql } from 'kysely'

import type { RoundId } from '#core/ids.ts'
import type { Subject } from '#core/subject.ts'

import type { Writer } from './author.ts'
import type { Trx } from './database.ts'
import { saveDuties } from './duties.ts'
import { promptRules } from './prompt-policy.ts'

/**
 * What ends with a round: what is still owed of it, and whom its material concerns beside the partnership. Actions
 * are not of the round: they go on.
 */
export async function endRound(trx: Trx, writer: Writer, round: RoundId): Promise<void> {
  const { rows } = await sql<Subject>`
    select 'reply' as kind, id from reply where round_id = ${round}
    union all select 'case', id from case_file where round_id = ${round}
    union all select 'return', id from agency_return where round_id = ${round}
    union all select 'collation', id from case_collation where round_id = ${round}
    union all select 'form', id from form where round_id = ${round}`.execute(trx)
  const rules = await promptRules(trx, writer.calendar)
  for (const subject of rows) {
    const closing = { at: writer.now, by: writer.person, deed: 'completed-round' }
    await saveDuties(trx, subject, [], rules, closing)
  }
  // Before the wall closes: the invitations lead to forms that nobody opens any more.
  await sql`insert into ended_meeting (event_id, kind, round_id, code, from_at, to_at)
    select f.meeting ->> 'eventId', 'close-the-loop', o.id, o.code,
      (f.meeting ->> 'from')::timestamptz, (f.meeting ->> 'to')::timestamptz
    from form f join round o on o.id = f.round_id
    where f.round_id = ${round} and f.meeting ->> 'state' = 'booked'
      and (f.meeting ->> 'from')::timestamptz > ${writer.now}::timestamptz
    on conflict do nothing`.execute(trx)
  await trx
    .deleteFrom('concern')
    .where(
      'subject_id',
      'in',
      rows.map(({ id }) => id),
    )
    .where('post_id', 'not in', (e) =>
      e.selectFrom('post').select('id').where('kind', 'in', ['business-manager', 'qa-manager']),
    )
    .execute()
}

/** Whether a round was closed: nobody owes anything of it any more. */
export async function isClosed(trx: Trx, round: RoundId): Promise<boolean> {
  const row = await trx.selectFrom('round').select('state').where('id', '=', round).executeTakeFirst()
  return row?.state === 'complete'
}
