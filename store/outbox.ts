import { sql } from 'kysely'

import type { Settled } from '#core/happened.ts'
import type { MessageId, PersonId } from '#core/ids.ts'
import { isWorkingMoment } from '#core/prompts/working-time.ts'

import { itself } from './author.ts'
import { momentOf, storyNow } from './clock.ts'
import { record } from './commit.ts'
import type { Trx } from './database.ts'
import { findPromptPolicy } from './prompt-policy.ts'
import type { Running } from './running.ts'
import type { MessageTable } from './schema-of-prompts.ts'

/** A message that this process may send until its lease ends; the fence tells it from a later claim. */
export type Claimed = {
  readonly id: MessageId
  readonly number: number
  readonly person: PersonId
  readonly road: 'teams' | 'mail'
  readonly fence: number
  readonly attempts: number
  /** Whether a copy of it may be with the person already. */
  readonly replacement: boolean
  /** For how long it had waited when it was claimed, in milliseconds. */
  readonly waitedMs: number
  /** In which tenant the person's chat is: the limits are kept for each. Null by mail, and without a chat. */
  readonly tenant: string | null
  /** The chat, as Teams names it: its limits are kept, too. */
  readonly chat: string | null
}

/** The chats of the accounts that people have: the chat of one that was corrected since is somebody else's. */
const CHATS = sql`(select a.* from chat_address a join person p on p.id = a.person_id
  and p.tenant_id = a.tenant_id and p.aad_id = a.aad_id)`

/** A lease and a wait never lie further ahead than this, but for a clock that was set back. */
const LONGEST_WAIT_MS = 3_600_000
const CLOCKS_DIFFER_MS = 600_000

/**
 * Takes up to `limit` messages whose time has come; a lease that ran out before sending is taken over, and so is
 * what waits for a time that only a clock which ran ahead can have meant. Outside working hours, as they are set now,
 * only what is told at any hour is taken.
 */
export async function claim(
  { database, realNow, leaseMs, calendar }: Running,
  limit: number,
): Promise<readonly Claimed[]> {
  const now = momentOf(realNow())
  const noLease = momentOf(realNow() + leaseMs + CLOCKS_DIFFER_MS)
  const noWait = momentOf(realNow() + LONGEST_WAIT_MS + CLOCKS_DIFFER_MS)
  return database.transact({ as: 'worker' }, async (trx) => {
    const { policy } = await findPromptPolicy(trx)
    const story = await storyNow(trx, realNow)
    const anything = isWorkingMoment(story, policy, calendar)
    const { rows } = await sql<
      MessageTable & { number: number; tenant: string | null; chat: string | null }
    >`update message set state = 'claimed', lease_until = ${momentOf(realNow() + leaseMs)}::timestamptz,
        fence = fence + 1, attempts = attempts + 1
      where id in (select id from message
        where ((state = 'intent' and (next_try_at is null or next_try_at <= ${now}::timestamptz
            or next_try_at > ${noWait}::timestamptz))
          or (state = 'claimed' and (lease_until < ${now}::timestamptz or lease_until > ${noLease}::timestamptz)))
          and (${anything} or at_any_hour)
        order by number limit ${limit} for update skip locked)
      returning *, (select tenant_id from ${CHATS} c
        where c.person_id = message.person_id and c.installed and message.road = 'teams') as tenant,
        (select conversation_id from ${CHATS} c
        where c.person_id = message.person_id and c.installed and message.road = 'teams') as chat`.execute(
      trx,
    )
    return rows
      .map((row) => ({
        id: row.id,
        number: row.number,
        person: row.person_id,
        road: row.road,
        fence: Number(row.fence),
        attempts: Number(row.attempts),
        replacement: Number(row.copies) > 0,
        waitedMs: Math.max(0, Date.parse(story) - Date.parse(row.story_at)),
        tenant: row.tenant,
        chat: row.chat,
      }))
      .toSorted((a, b) => a.number - b.number)
  })
}

/** Marks that the message is on its way: from here until it is settled, its outcome is not known. */
export async function sending(
  { database, realNow, leaseMs }: Running,
  { id, fence }: Claimed,
): Promise<boolean> {
  return database.transact({ as: 'worker' }, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('message')
      .set((e) => ({
        state: 'sending',
        copies: e('copies', '+', 1),
        lease_until: momentOf(realNow() + leaseMs),
      }))
      .where('id', '=', id)
      .where('fence', '=', fence)
      .where('state', '=', 'claimed')
      .executeTakeFirst()
    return numUpdatedRows === 1n
  })
}

/** How a message ended, or that it is to be tried again: written only by who holds the fence. */
export type Settlement =
  | { readonly as: 'sent'; readonly activityId: string | null }
  | {
      readonly as: 'refused' | 'unconfirmed' | 'not-needed'
      readonly why: string
      /** The person has to hear of it by the other road: written in the same transaction, or a crash loses it. */
      readonly byMail?: boolean
    }
  | { readonly as: 'again'; readonly inMs: number; readonly why: string }

export async function settle(
  running: Running,
  { id, fence, road }: Claimed,
  how: Settlement,
): Promise<boolean> {
  const { database, realNow } = running
  return database.transact({ as: 'worker' }, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('message')
      .set((e) =>
        how.as === 'again'
          ? {
              state: 'intent',
              lease_until: null,
              next_try_at: momentOf(realNow() + Math.min(how.inMs, LONGEST_WAIT_MS)),
              why: how.why,
              // What had not left was never counted as a copy: a replacement keeps its mark.
              copies: e
                .case()
                .when('state', '=', 'sending')
                .then(e('copies', '-', 1))
                .else(e.ref('copies'))
                .end(),
            }
          : {
              state: how.as,
              lease_until: null,
              settled_at: momentOf(realNow()),
              activity_id: how.as === 'sent' ? how.activityId : null,
              why: how.as === 'sent' ? null : how.why,
            },
      )
      .where('id', '=', id)
      .where('fence', '=', fence)
      .where('state', 'in', ['claimed', 'sending'])
      .executeTakeFirst()
    if (numUpdatedRows !== 1n || how.as === 'again') return numUpdatedRows === 1n
    await note(trx, running, id, how.as === 'sent' && road === 'mail' ? 'mailed' : how.as)
    if (how.as !== 'sent' && how.byMail === true) await mailTwin(trx, running, id)
    return true
  })
}

/** Puts back what may not go yet because a limit is reached: it was not tried, and is not marked as tried. */
export async function putBack(
  { database, realNow }: Running,
  { id, fence }: Claimed,
  inMs: number,
): Promise<void> {
  await database.transact({ as: 'worker' }, async (trx) => {
    await trx
      .updateTable('message')
      .set((e) => ({
        state: 'intent',
        lease_until: null,
        next_try_at: momentOf(realNow() + Math.min(inMs, LONGEST_WAIT_MS)),
        attempts: e.fn('greatest', [e('attempts', '-', 1), e.lit(0)]),
      }))
      .where('id', '=', id)
      .where('fence', '=', fence)
      .where('state', '=', 'claimed')
      .execute()
  })
}

/** A tenant asked for silence: what waits for its people waits that long, in every process of the cell. */
export async function keepSilence(
  { database, realNow }: Running,
  tenant: string,
  forMs: number,
): Promise<void> {
  const until = momentOf(realNow() + Math.min(forMs, LONGEST_WAIT_MS))
  await database.transact({ as: 'worker' }, (trx) =>
    sql`update message set next_try_at = ${until}::timestamptz
      where id in (select m.id from message m join ${CHATS} c on c.person_id = m.person_id
        where m.state = 'intent' and m.road = 'teams' and c.tenant_id = ${tenant}
          and (m.next_try_at is null or m.next_try_at < ${until}::timestamptz)
        for update of m skip locked)`.execute(trx),
  )
}

/** The person answered from a message whose sending was in doubt: it had arrived. */
export async function arrived(running: Running, number: number, person: PersonId): Promise<void> {
  await running.database.transact({ as: 'worker' }, async (trx) => {
    const row = await trx
      .updateTable('message')
      .set({ state: 'sent', settled_at: momentOf(running.realNow()), why: 'seen by the person' })
      .where('number', '=', number)
      .where('person_id', '=', person)
      .where('state', '=', 'unconfirmed')
      .returning('id')
      .executeTakeFirst()
    if (row) await note(trx, running, row.id, 'sent')
  })
}

/**
 * Looks after messages in doubt: one that its process left in mid-sending becomes unconfirmed; an unconfirmed
 * one gets, after the quiet time, one replacement with the same number. Never a third: then comes the mail.
 */
export async function resolveDoubt(running: Running, quietMs: number): Promise<number> {
  const { database, realNow, leaseMs } = running
  return database.transact({ as: 'worker' }, async (trx) => {
    const now = momentOf(realNow())
    const noLease = momentOf(realNow() + leaseMs + CLOCKS_DIFFER_MS)
    const left = await trx
      .updateTable('message')
      .set({ state: 'unconfirmed', settled_at: now, why: 'the process ended while sending' })
      .where('state', '=', 'sending')
      .where((e) => e.or([e('lease_until', '<', now), e('lease_until', '>', noLease)]))
      .returning(['id', 'copies', 'road'])
      .execute()
    for (const { id, copies, road } of left) {
      await note(trx, running, id, 'unconfirmed')
      if (copies > 1 && road === 'teams') await mailTwin(trx, running, id)
    }
    const again = await trx
      .updateTable('message')
      .set({ state: 'intent', next_try_at: null, lease_until: null })
      .where('state', '=', 'unconfirmed')
      .where('copies', '<', 2)
      .where('settled_at', '<=', momentOf(realNow() - quietMs))
      .returning('id')
      .execute()
    return left.length + again.length
  })
}

/** The other road for a person whom the bot could not reach: the same prompts by mail, once, same number. */
async function mailTwin(trx: Trx, { realNow }: Running, id: MessageId): Promise<void> {
  const now = await storyNow(trx, realNow)
  await sql`select id from message where id = ${id} for update`.execute(trx)
  await sql`insert into message (id, number, person_id, road, twin_of, state, story_at, at_any_hour)
    select ${crypto.randomUUID()}, number, person_id, 'mail', id, 'intent', ${now}::timestamptz, at_any_hour
    from message where id = ${id} and not exists (select 1 from message where twin_of = ${id})`.execute(trx)
}

/** The longest stretch for which Teams counts the messages into a chat. */
const LATELY_MS = 3_600_000
/** More than that cannot have gone out so lately that it still counts for more than a moment. */
const MOST_LATELY = 5000

/** What went out lately to each chat, the oldest first; a message that its process left in mid-sending counts as now. */
export async function sentLately({
  database,
  realNow,
}: Running): Promise<readonly { readonly tenant: string; readonly chat: string; readonly agoMs: number }[]> {
  const now = momentOf(realNow())
  const since = momentOf(realNow() - LATELY_MS)
  return database.transact({ as: 'worker' }, async (trx) => {
    const { rows } = await sql<{ tenant: string; chat: string; at: string }>`
      select * from (
        select c.tenant_id as tenant, c.conversation_id as chat, coalesce(m.settled_at, ${now}::timestamptz) as at
        from message m join ${CHATS} c on c.person_id = m.person_id and c.installed
        where m.road = 'teams' and m.copies > 0 and (m.state = 'sending' or m.settled_at > ${since}::timestamptz)
        order by at desc limit ${MOST_LATELY}::int) lately
      order by at`.execute(trx)
    return rows.map(({ tenant, chat, at }) => ({
      tenant,
      chat,
      agoMs: Math.max(0, realNow() - Date.parse(at)),
    }))
  })
}

/** The embedded engine has one process: what its predecessor had claimed is free at once. */
export async function releaseLeases({ database, realNow }: Running): Promise<void> {
  await database.transact({ as: 'worker' }, async (trx) => {
    await trx
      .updateTable('message')
      .set({ lease_until: momentOf(realNow() - 1) })
      .where('state', 'in', ['claimed', 'sending'])
      .execute()
  })
}

async function note(trx: Trx, running: Running, message: MessageId, as: Settled): Promise<void> {
  await record(trx, itself(await storyNow(trx, running.realNow)), [{ kind: 'message-settled', message, as }])
}
