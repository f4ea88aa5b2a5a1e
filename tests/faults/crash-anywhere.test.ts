import { describe, expect, test } from 'vitest'

import { aPostgresCell } from '#tests/fixtures/postgres/cell.ts'

import { aPartnership, forgetPlace, inspect, SOUND } from './a-partnership.ts'
import type { Found, Message } from './a-partnership.ts'
import type { Recorded } from './acts.ts'
import { chances, SEEDS } from './chances.ts'
import { check } from './checker.ts'
import { aLane } from './crash-lane.ts'
import type { Lane, Spot } from './crash-lane.ts'
import { actionOf, playThread, settled, toNextMonday } from './thread.ts'

/**
 * The fault matrix, F1. Where the product is killed, and how many such spots the thread has at least: with fewer,
 * nothing was tried. What a commit leaves is the same right after it as right before the next one, so the sides take
 * turns. The seeds share the spots out among them; one that is asked for alone takes them all.
 */
const SPOTS: Readonly<Record<Spot, number>> = {
  'before-it-is-taken': 8,
  'after-it-is-taken': 8,
  'around-the-commit': 44,
}
const MOST = 200
/** Some 110 starts of the product, on lanes beside each other. */
const PATIENT = { timeout: 1_200_000 }

const ENGINES = ['pglite', 'postgresql'] as const
/**
 * In the whole run the engines share the spots, too, and two of three are left out, for their time; a seed that is
 * asked for alone tries all of them on both.
 */
const SHARERS = SEEDS.length === 1 ? 1 : 3 * ENGINES.length
const LANES = ENGINES.flatMap((engine, place) =>
  SEEDS.map((seed, index) => {
    const first = 1 + index + (place % SHARERS) * SEEDS.length
    return { engine, seed, share: { first, step: SEEDS.length * SHARERS } }
  }),
)

describe.concurrent.each(LANES)('F1: killed anywhere on $engine, seed $seed', ({ engine, seed, share }) => {
  test(
    'what was acknowledged is there once, and every message arrived once or was marked',
    PATIENT,
    async ({ onTestFinished }) => {
      const place = await aPartnership(engine === 'postgresql' ? await aPostgresCell() : undefined)
      onTestFinished(() => forgetPlace(place))
      const last = { settled: 0 }
      const name = `${engine}, seed ${seed}`
      const lane = await aLane(place, { ...share, chance: chances(seed) }, (found, where) =>
        stands(found, last.settled, `${name}, ${where}`),
      )
      onTestFinished(() => lane.clean())

      const said: string[] = []
      const acknowledged: Recorded[] = []
      for (const [spot, least] of Object.entries(SPOTS) as [Spot, number][]) {
        await lane.begin(spot)
        const spots = await killAtEach(lane, { name, spot, last, acknowledged })
        said.push(`${spot} up to ${spots}`)
        expect(spots).toBeGreaterThan(least - share.step)
      }
      expect(await broken(lane, acknowledged)).toEqual([])
      expect(await lane.end()).toBe(0)
      const found = await inspect(place)
      stands(found, Infinity, `${name}, at the end`)
      const marked = arrivedOnceOrMarked(found.messages, lane)
      expect(marked).toBeGreaterThanOrEqual(Math.floor(SPOTS['after-it-is-taken'] / share.step))
      process.stdout.write(`${name}: ${said.join(', ')}; kills ${lane.kills}, replacements ${marked}\n`)
    },
  )
})

/** What the checker says of all that was played; the mails of a thread are none. */
async function broken(lane: Lane, acknowledged: readonly Recorded[]): Promise<readonly string[]> {
  const { standIn, people } = lane
  const changes = new Map(acknowledged.map(({ action }) => [action, HISTORY.length]))
  return check({ standIn, mailed: [], api: people.quinn }, { acknowledged, changes })
}

type Series = {
  readonly name: string
  readonly spot: Spot
  readonly last: { settled: number }
  readonly acknowledged: Recorded[]
}

/** Plays the thread again and again, killed one spot later each time, until a thread ends before the spot. */
async function killAtEach(lane: Lane, { name, spot, last, acknowledged }: Series): Promise<number> {
  let spots = 0
  for (;;) {
    const before = lane.kills
    await toNextMonday(lane.people, lane.insist)
    const n = await lane.arm()
    const where = `${name}, ${spot} ${n}`
    const action = await playToItsEnd(lane).catch((error: unknown) => {
      throw new Error(where, { cause: error })
    })
    const { row, history } = await actionOf(action, lane.people, lane.insist)
    const kills = lane.kills - before
    expect({ where, state: row.state, history: history.map(({ what }) => what) }).toEqual({
      where,
      state: 'confirmed',
      history: HISTORY,
    })
    acknowledged.push({ action, owner: 'wes' })
    if (kills === 0) return spots
    spots = n
    expect({ where, kills }).toEqual({ where, kills: 1 })
    if (n > MOST) throw new Error(`${where}: the thread has no end`)
    last.settled = Math.max(0, ...lane.standIn.taken.map(({ number }) => number))
  }
}

async function playToItsEnd({ people, insist, tend }: Lane): Promise<string> {
  const action = await playThread(people, insist)
  await tend()
  await settled(action, people, insist)
  return action
}

/** Each deed once, however often its request was sent; the newest first. */
const HISTORY = [
  'Said that it happened',
  'Said that it is done',
  'Asked for a reminder',
  'Said that it did not happen',
  'Said that it is done',
  'Recorded the action',
]

/** True at every moment, also right after a kill; messages up to a number have come to their end. */
function stands(found: Found, settledUpTo: number, where: string): void {
  const unsettled = found.messages.filter(
    ({ number, state }) => number <= settledUpTo && state !== 'sent' && state !== 'not-needed',
  )
  expect({ where, ...found, unsettled }).toMatchObject({ where, ...SOUND, unsettled: [] })
}

/** Every message that counts as sent was taken, once, or twice and then marked. Gives how often it was twice. */
function arrivedOnceOrMarked(messages: readonly Message[], { standIn }: Lane): number {
  const copies = Map.groupBy(standIn.taken, ({ number }) => number)
  const marks = (number: number) => copies.get(number)?.map(({ isMarked }) => isMarked) ?? []
  const lost = messages.filter(({ number, state }) => state === 'sent' && !copies.has(number))
  const twice = messages.filter(({ number }) => marks(number).length > 1)
  const known = new Set(messages.map(({ number }) => number))
  expect({ lost, unknown: standIn.taken.filter(({ number }) => !known.has(number)) }).toEqual({
    lost: [],
    unknown: [],
  })
  expect(twice.map(({ number }) => [number, marks(number)])).toEqual(
    twice.map(({ number }) => [number, [false, true]]),
  )
  return twice.length
}
