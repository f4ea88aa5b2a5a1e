import { setTimeout as pauseFor } from 'node:timers/promises'

import type { Pace } from '#bot/transport/pace.ts'
import { dayOf } from '#core/calendar/moment.ts'
import { adviceLines, dangerLines } from '#core/escalation/danger.ts'
import type { Around, Letter, LetterItem, LetterRoad, Posted } from '#core/prompts/letter.ts'
import { storyNow } from '#store/clock.ts'
import { findDanger } from '#store/escalation-settings.ts'
import { itemsOf } from '#store/message-items.ts'
import type { MessageItem } from '#store/message-items.ts'
import { claim, keepSilence, putBack, resolveDoubt, sending, settle } from '#store/outbox.ts'
import type { Claimed, Settlement } from '#store/outbox.ts'
import { overviewOf } from '#store/overviews.ts'
import type { Running } from '#store/running.ts'
import { helpLine, namesOf } from '#store/views.ts'

import type { Meters } from '../telemetry/meters.ts'
import { waitBefore } from './wait-before.ts'

export type Delivery = {
  readonly running: Running
  readonly roads: Readonly<Record<'teams' | 'mail', LetterRoad>>
  readonly home: string
  /** How long a message stays in doubt before its one replacement goes out. */
  readonly quietMs: number
  /** A number from 0 up to 1, to spread retries. */
  readonly chance: () => number
  /** Teams' limits, kept by us; without it there are none to keep (the stand-in of this machine). */
  readonly pace?: Pace
  /** How many processes of the cell are up: they share the limits. */
  readonly processes?: () => Promise<number>
  /** Whether this copy of the data may send: a restored one may not until it is released. */
  readonly maySend?: () => Promise<boolean>
  /** Told of a message that could not be put together or recorded. */
  readonly failed?: (number: number, error: unknown) => void
  /** Told how each try ended, and how many prompts fell due: for the metrics. */
  readonly counted?: Pick<Meters, 'due' | 'ended'>
  readonly pause?: (ms: number) => Promise<unknown>
}

/** On their way at once; one that gets no answer holds up none of the others. */
const AT_ONCE = 24
/** Places that are filled together: a claim for each single message would cost more than the message. */
const TOGETHER = 8
/** After so many tries a message is parked: the person hears by the other road, the partnership sees it. */
const MOST_ATTEMPTS = 10
const MOST_RECORDINGS = 20
const RECORD_AGAIN_MS = 500
/** A place that is free sooner is waited for; else the message is put back. */
const WORTH_WAITING_MS = 1500

/**
 * Sends what is to be sent until nothing is left that can be sent now, or `stop` says that the process is ending:
 * what is on its way then comes to its end, nothing new is begun.
 */
export async function deliver(delivery: Delivery, stop?: AbortSignal): Promise<number> {
  const { running, maySend } = delivery
  if (maySend !== undefined && !(await maySend())) return 0
  await resolveDoubt(running, delivery.quietMs)
  const share = sharing(delivery)
  const onTheirWay = new Set<Promise<void>>()
  let sent = 0
  for (;;) {
    while (AT_ONCE - onTheirWay.size < TOGETHER) await Promise.race(onTheirWay)
    await share()
    const room = AT_ONCE - onTheirWay.size
    const claimed = stop?.aborted === true ? [] : await claim(running, room)
    for (const message of claimed) {
      const gone: Promise<void> = deliverOne(delivery, message).finally(() => onTheirWay.delete(gone))
      onTheirWay.add(gone)
    }
    sent += claimed.length
    if (onTheirWay.size === 0) return sent
    if (claimed.length < room) await Promise.race(onTheirWay)
  }
}

const LOOK_ROUND_MS = 1000
/** By then the others have seen that they are one more. */
const JOIN_MS = 2 * LOOK_ROUND_MS

/** Keeps this process's part of the limits; one that joins others lets them notice first. */
function sharing({ pace, processes, pause = pauseFor }: Delivery): () => Promise<void> {
  let looked = -Infinity
  return async () => {
    if (pace === undefined || processes === undefined || performance.now() - looked < LOOK_ROUND_MS) return
    looked = performance.now()
    const number = await processes()
    if (number > pace.processes()) await pause(JOIN_MS)
    pace.share(number)
  }
}

/** Never throws: a message that cannot be put together is tried later, and parked after the last try. */
async function deliverOne(delivery: Delivery, message: Claimed): Promise<void> {
  try {
    const ended = await itsTurn(delivery, message)
    if (ended === undefined) return
    try {
      const letter = await letterOf(delivery, message)
      if (letter !== undefined) await sendLetter(delivery, message, letter)
    } finally {
      ended()
    }
  } catch (error) {
    delivery.failed?.(message.number, error)
    // Whoever cannot record this either leaves it to the lease.
    await settle(delivery.running, message, afterFault(message, delivery.chance)).catch(() => false)
  }
}

/** Waits for a place under the limits, not for long. Undefined: the message was put back. */
async function itsTurn(
  { running, pace, pause = pauseFor }: Delivery,
  message: Claimed,
): Promise<(() => void) | undefined> {
  const { tenant, chat } = message
  if (pace === undefined || tenant === null || chat === null) return () => {}
  const call = { tenant, chat }
  const began = running.realNow()
  for (;;) {
    const turn = pace.turn(call)
    if (turn.go) return turn.ended
    if (turn.waitMs > WORTH_WAITING_MS || running.realNow() - began > running.leaseMs / 2) {
      await putBack(running, message, turn.waitMs)
      return undefined
    }
    await pause(turn.waitMs)
  }
}

/** Loads the duties again: what the message still has to say. Undefined: it has come to its end. */
async function letterOf(delivery: Delivery, message: Claimed): Promise<Letter | undefined> {
  const { running, home } = delivery
  const items = await itemsOf(running, message.id)
  const overview = items.length === 0 ? await overviewOf(running, message.id) : undefined
  if (items.length === 0 && !overview) {
    await settle(running, message, { as: 'not-needed', why: 'nothing is owed any more' })
    return undefined
  }
  if (message.attempts > MOST_ATTEMPTS) {
    const byMail = message.road === 'teams'
    await settle(running, message, { as: 'refused', why: 'parked after too many tries', byMail })
    return undefined
  }
  return {
    number: message.number,
    replacement: message.replacement,
    items: await letterItems(running, items),
    ...(overview && { overview }),
    around: await aroundNow(running, home),
  }
}

/** Marks the message as on its way, tries once, records what came of it. */
async function sendLetter(delivery: Delivery, message: Claimed, letter: Letter): Promise<void> {
  const { running, roads, chance } = delivery
  const began = running.realNow()
  if (!(await sending(running, message))) return
  // A process that slept past its lease sends nothing: somebody else looks after the message by now.
  const isOurs = (): boolean => running.realNow() - began < running.leaseMs
  if (!isOurs()) return
  const road = roads[message.road]
  const posted = await road.post(message.person, letter, isOurs).catch((error: unknown): Posted => {
    delivery.failed?.(message.number, error)
    return { ok: false, certainty: 'in-doubt', why: 'it broke off while sending' }
  })
  await recordSurely(delivery, message, settlementOf(posted, message, chance))
  if (!posted.ok && posted.certainty === 'clear' && posted.silence === true) {
    const forMs = posted.afterMs ?? waitBefore(message.attempts, chance)
    if (message.tenant !== null) await hush(delivery, message.tenant, forMs)
  }
}

/**
 * What came of it is written even if the database is away for a while: a message that arrived and is not recorded
 * would go out again, marked. What still cannot be written is left to the lease; never tried again unmarked.
 */
async function recordSurely(delivery: Delivery, message: Claimed, how: Settlement): Promise<void> {
  const { running, pause = pauseFor } = delivery
  for (let tries = 1; ; tries += 1) {
    try {
      if (await settle(running, message, how)) delivery.counted?.ended(how.as, message)
      return
    } catch (error) {
      delivery.failed?.(message.number, error)
      if (tries === MOST_RECORDINGS) return
      await pause(RECORD_AGAIN_MS)
    }
  }
}

/** The tenant asked for silence: it holds for every process. */
export async function hush(
  { running, pace }: Pick<Delivery, 'running' | 'pace'>,
  tenant: string,
  forMs: number,
): Promise<void> {
  pace?.silence(tenant, forMs)
  await keepSilence(running, tenant, forMs)
}

/** What is true around every card now. */
export async function aroundNow({ database, realNow }: Running, home: string): Promise<Around> {
  return database.transact({ as: 'worker' }, async (trx) => {
    const guide = await findDanger(trx)
    return {
      today: dayOf(await storyNow(trx, realNow)),
      help: await helpLine(trx),
      danger: dangerLines(guide),
      advice: adviceLines(guide),
      home,
    }
  })
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
  return { as: 'again', inMs: Math.max(posted.afterMs ?? 0, waitBefore(attempts, chance)), why }
}

/** Nothing of it was sent: it failed before the road. */
function afterFault({ attempts, road }: Claimed, chance: () => number): Settlement {
  const why = 'it could not be put together'
  return attempts >= MOST_ATTEMPTS
    ? { as: 'refused', why, byMail: road === 'teams' }
    : { as: 'again', inMs: waitBefore(attempts, chance), why }
}
