import { sql } from 'kysely'

import type { ActionState, Reopened } from '#core/actions/action.ts'
import type { Day } from '#core/calendar/day.ts'
import { dayOf } from '#core/calendar/moment.ts'
import type { Slot } from '#core/close-the-loop/beside.ts'
import type { DutyKind } from '#core/duties/duty.ts'
import { pathOf } from '#core/duties/words.ts'
import type { DutyId, MessageId, PostId } from '#core/ids.ts'

import { storyNow } from './clock.ts'
import type { Trx } from './database.ts'
import { isLetIn } from './guests.ts'
import { notOvertaken } from './overtaken.ts'
import { isNotPaused } from './paused.ts'
import { readdress } from './readdress.ts'
import type { Running } from './running.ts'

/** One duty in a message, as it stands at the moment of sending. */
export type MessageItem = {
  readonly duty: DutyId
  readonly kind: DutyKind
  readonly path: string
  readonly number: string
  readonly reference: string
  readonly what: string
  readonly due: Day
  readonly actionDue: Day
  readonly until: Day | null
  readonly state: ActionState | null
  readonly again: Reopened['because'] | null
  readonly owes: PostId
  readonly owed: PostId
  /** Whether the reader owes the answer, or is told because it is late. */
  readonly yours: boolean
  /** The times that are proposed, when one of them is asked for. */
  readonly slots: readonly Slot[] | null
  readonly step: string
}

/**
 * What the message still has to say: owed, to this holder, at this step. Empty: nothing is to be sent. What its
 * reader is not to hear any more goes to whoever holds the post now.
 */
export async function itemsOf(
  { database, realNow }: Running,
  message: MessageId,
): Promise<readonly MessageItem[]> {
  return database.transact({ as: 'worker' }, async (trx) => {
    const now = await storyNow(trx, realNow)
    await readdress(trx, message, now)
    return itemsIn(trx, message, dayOf(now))
  })
}

async function itemsIn(trx: Trx, message: MessageId, today: Day): Promise<readonly MessageItem[]> {
  const { rows } = await sql<Omit<MessageItem, 'path'> & { readonly subject: string }>`
    select distinct on (d.due_day, d.id) d.id as duty, d.kind, d.subject_id as subject, d.number, d.reference,
      d.what, d.due_day as due, coalesce(a.due_day, d.due_day) as "actionDue", a.until_day as until, a.state, a.again_because as again, d.owes_post as owes,
      d.owed_post as owed, (p.post_id = d.owes_post) as yours, p.step,
      case when d.kind = 'choose-meeting' then f.meeting -> 'slots' end as slots
    from message m
    join prompt p on p.message_id = coalesce(m.twin_of, m.id)
    join duty d on d.id = p.duty_id and d.closed_at is null and d.due_day = p.due_day
    left join action a on a.id = d.subject_id
    left join form f on f.id = d.subject_id
    join post_holding h on h.post_id = p.post_id and h.held_as = p.held_as and h.person_id = m.person_id
      and h.from_day <= ${today} and (h.to_day is null or h.to_day >= ${today}) and ${isLetIn('h.person_id', today)}
    where m.id = ${message}
      and ${notOvertaken}
      and ${isNotPaused('d')}
    order by d.due_day, d.id, (p.post_id = d.owes_post) desc`.execute(trx)
  return rows.map((row) => ({ ...row, path: pathOf(row.kind, row.duty, row.subject) }))
}
