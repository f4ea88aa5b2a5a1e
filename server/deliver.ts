import { dayOf } from '#core/calendar/moment.ts'
import type { Around, LetterItem, LetterRoad, Posted } from '#core/prompts/letter.ts'
import { storyNow } from '#store/clock.ts'
import { itemsOf } from '#store/message-items.ts'
import type { MessageItem } from '#store/message-items.ts'
import { claim, resolveDoubt, sending, settle } from '#store/outbox.ts'
import type { Claimed, Settlement } from '#store/outbox.ts'
import type { Running } from '#store/run.ts'
import { helpLine, namesOf } from '#store/views.ts'

export type Delivery = {
  readonly running: Running
  readonly roads: Readonly<Record<'teams' | 'mail', LetterRoad>>
  readonly home: string
  /** How long a message stays in doubt before its one replacement goes out. */
  readonly quietMs: number
  /** A number from 0 up to 1, to spread retries. */
  readonly chance: () => number
}

const AT_ONCE = 8
const MOST_ATTEMPTS = 10

/** Sends what is to be sent until nothing is left that can be sent now. */
export async function deliver(delivery: Delivery): Promise<number> {
  const { running } = delivery
  await resolveDoubt(running, delivery.quietMs)
  let sent = 0
  for (;;) {
    const claimed = await claim(running, AT_ONCE)
    if (claimed.length === 0) return sent
    await Promise.all(claimed.map((message) => deliverOne(delivery, message)))
    sent += claimed.length
  }
}

/** Loads the duties again, marks the message as on its way, tries once, records what came of it. */
async function deliverOne(delivery: Delivery, message: Claimed): Promise<void> {
  const { running, roads } = delivery
  const items = await itemsOf(running, message.id)
  if (items.length === 0) {
    await settle(running, message, { as: 'not-needed', why: 'nothing is owed any more' })
    return
  }
  const around = await aroundNow(running, delivery.home)
  const letter = {
    number: message.number,
    replacement: message.replacement,
    items: await letterItems(running, items),
    around,
  }
  if (!(await sending(running, message))) return
  const posted = await roads[message.road].post(message.person, letter)
  await settle(running, message, settlementOf(posted, message, delivery.chance))
}

/** What is true around every card now. */
export async function aroundNow({ database, realNow }: Running, home: string): Promise<Around> {
  return database.transact({ as: 'worker' }, async (trx) => ({
    today: dayOf(await storyNow(trx, realNow)),
    help: await helpLine(trx),
    home,
  }))
}

async function letterItems(
  { database, realNow }: Running,
  items: readonly MessageItem[],
): Promise<readonly LetterItem[]> {
  return database.transact({ as: 'worker' }, async (trx) => {
    const today = dayOf(await storyNow(trx, realNow))
    const names = await namesOf(
      { trx, today },
      items.flatMap(({ owes, owed }) => [owes, owed]),
    )
    return items.map((item) => ({ ...item, owes: names(item.owes), owed: names(item.owed) }))
  })
}

function settlementOf(posted: Posted, message: Claimed, chance: () => number): Settlement {
  if (posted.ok) return { as: 'sent', activityId: posted.activityId }
  const { why } = posted
  const { attempts, replacement, road } = message
  if (posted.certainty === 'in-doubt') {
    return { as: 'unconfirmed', why, byMail: replacement && road === 'teams' }
  }
  if (posted.retry === 'never' || attempts >= MOST_ATTEMPTS) {
    return { as: 'refused', why, byMail: road === 'teams' }
  }
  return { as: 'again', inMs: posted.afterMs ?? waitBefore(attempts, chance), why }
}

/** Full jitter between 2 and 20 seconds, doubling with each attempt. */
function waitBefore(attempts: number, chance: () => number): number {
  const longest = Math.min(20_000, 2000 * 2 ** Math.min(attempts, 4))
  return 1000 + Math.round(chance() * longest)
}
