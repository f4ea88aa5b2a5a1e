import { sql } from 'kysely'

import { dayOf } from '#core/calendar/moment.ts'
import type { Moment } from '#core/calendar/moment.ts'
import type { MessageId, PersonId } from '#core/ids.ts'
import type { Road } from '#core/people/post.ts'

import type { Trx } from './database.ts'
import { isLetIn } from './guests.ts'
import { newMessage } from './new-message.ts'
import { notOvertaken } from './overtaken.ts'
import type { Schema } from './schema.ts'

/**
 * Duties belong to posts: what a message cannot tell its reader any more, because they left the post before it
 * went out, is given to whoever holds the post now, in one new message each. A post that nobody holds keeps its
 * prompt without a message. What went out to the former holder stays as it is.
 */
export async function readdress(trx: Trx, message: MessageId, now: Moment): Promise<void> {
  const left = await leftBehind(trx, message, now)
  for (const [person, prompts] of Map.groupBy(left, (prompt) => prompt.person)) {
    const first = prompts[0]
    const next = person === null || !first ? null : await newMessage(trx, { ...first, person }, now)
    for (const { duty_id, step, due_day, post_id, held_as } of prompts) {
      await trx
        .updateTable('prompt')
        .set({ message_id: next })
        .where('duty_id', '=', duty_id)
        .where('step', '=', step)
        .where('due_day', '=', due_day)
        .where('post_id', '=', post_id)
        .where('held_as', '=', held_as)
        .execute()
    }
  }
}

type LeftBehind = Pick<Schema['prompt'], 'duty_id' | 'step' | 'due_day' | 'post_id' | 'held_as'> & {
  readonly person: PersonId | null
  readonly road: Road | null
  readonly atAnyHour: boolean
}

/** The prompts, locked, that are still to be told but not to this reader, each with the present holder. */
async function leftBehind(trx: Trx, message: MessageId, now: Moment): Promise<readonly LeftBehind[]> {
  const today = dayOf(now)
  const held = sql`h.post_id = p.post_id and h.held_as = p.held_as and h.from_day <= ${today}
    and (h.to_day is null or h.to_day >= ${today}) and ${isLetIn('h.person_id', today)}`
  const { rows } = await sql<LeftBehind>`
    select p.duty_id, p.step, p.due_day, p.post_id, p.held_as, holder.person, holder.road,
      m.at_any_hour as "atAnyHour"
    from message m
    join message f on f.id = coalesce(m.twin_of, m.id) and f.state in ('intent', 'claimed', 'refused')
    join prompt p on p.message_id = f.id
    join duty d on d.id = p.duty_id and d.closed_at is null and d.due_day = p.due_day
      and ${notOvertaken}
    left join lateral (select n.id as person, n.road from post_holding h join person n on n.id = h.person_id
      where ${held} order by h.from_day desc, n.id limit 1) holder on true
    where m.id = ${message} and (holder.person is not null or p.held_as = 'holder')
      and not exists (select 1 from post_holding h where ${held} and h.person_id = m.person_id)
    for update of p`.execute(trx)
  return rows
}
