import { setTimeout as pause } from 'node:timers/promises'

import { describe, expect, onTestFinished, test } from 'vitest'

import { aPostgresCell } from '#tests/fixtures/postgres/cell.ts'

import { aPartnership, forgetPlace, inspect } from './a-partnership.ts'
import type { Found, Message } from './a-partnership.ts'
import { aLane } from './crash-lane.ts'
import type { Lane, Spot } from './crash-lane.ts'
import { actionOf, playThread } from './thread.ts'

/** Fewer than the thread really has would mean that nothing was tried. */
const LEAST: Readonly<Record<Spot, number>> = {
  'before-it-is-taken': 8,
  'after-it-is-taken': 8,
  'before-the-commit': 40,
  'after-the-commit': 40,
}
const MOST = 200

describe.concurrent.each(['pglite', 'postgresql'] as const)('killed anywhere on %s', (engine) => {
  test('what was acknowledged is there once, and every message arrived once or was marked', async () => {
    const place = await aPartnership(engine === 'postgresql' ? await aPostgresCell() : undefined)
    onTestFinished(() => forgetPlace(place))
    const settled = { upTo: 0 }
    const lane = await aLane(place, (found, where) => stands(found, settled.upTo, `${engine}, ${where}`))
    onTestFinished(() => lane.clean())

    const said: string[] = []
    for (const spot of Object.keys(LEAST) as Spot[]) {
      await lane.begin(spot)
      const spots = await killAtEach(lane, engine, spot, settled)
      said.push(`${spot} ${spots}`)
      expect(spots, `${engine}: spots ${spot}`).toBeGreaterThanOrEqual(LEAST[spot])
    }
    expect(await lane.end()).toBe(0)
    const found = await inspect(place)
    stands(found, Infinity, `${engine}, at the end`)
    const marked = arrivedOnceOrMarked(found.messages, lane)
    process.stdout.write(`${engine}: ${said.join(', ')}; kills ${lane.kills}, replacements ${marked}\n`)
  })
})

/** Plays the thread again and again, killed one spot later each time, until a thread ends before the spot. */
async function killAtEach(
  lane: Lane,
  engine: string,
  spot: Spot,
  settled: { upTo: number },
): Promise<number> {
  for (;;) {
    const before = lane.kills
    const n = await lane.arm()
    const where = `${engine}, ${spot} ${n}`
    const action = await playThread(lane.people, lane.insist).catch((error: unknown) => {
      throw new Error(where, { cause: error })
    })
    await quiet(lane, action, where)
    const { row, history } = await actionOf(action, lane.people, lane.insist)
    expect(row.state, where).toBe('confirmed')
    expect(
      history.map(({ what }) => what),
      where,
    ).toEqual(HISTORY)
    if (lane.kills === before) return n - 1
    expect(lane.kills, where).toBe(before + 1)
    if (n === MOST) throw new Error(`${where}: the thread has no end`)
    settled.upTo = Math.max(0, ...lane.standIn.taken.map(({ number }) => number))
  }
}

/** Each deed once, however often its request was sent. */
const HISTORY = [
  'Recorded',
  'Said that it is done',
  'Said that it did not happen',
  'Reminded',
  'Said that it is done',
  'Said that it happened',
]

/** Waits until every message about the action has come to its end. */
async function quiet(lane: Lane, action: string, where: string): Promise<void> {
  const deadline = Date.now() + 30_000
  for (;;) {
    await lane.tend()
    const { prompts } = await actionOf(action, lane.people, lane.insist)
    const open = prompts.filter(({ what }) => /on its way|not sure/.test(what))
    if (open.length === 0) return
    if (Date.now() > deadline) throw new Error(`${where}: never settled: ${JSON.stringify(open)}`)
    await pause(100)
  }
}

/** True at every moment, also right after a kill; messages up to a number have come to their end. */
function stands(found: Found, settledUpTo: number, where: string): void {
  const { brokenSeal, lostEntries, wrongDuties, messages } = found
  expect({ brokenSeal, lostEntries, wrongDuties }, where).toEqual({
    brokenSeal: null,
    lostEntries: 0,
    wrongDuties: 0,
  })
  const unsettled = messages.filter(
    ({ number, state }) => number <= settledUpTo && state !== 'sent' && state !== 'not-needed',
  )
  expect(unsettled, where).toEqual([])
}

/** Every message that counts as sent was taken, once, or twice and then marked. Gives how often it was twice. */
function arrivedOnceOrMarked(messages: readonly Message[], { standIn }: Lane): number {
  const copies = Map.groupBy(standIn.taken, ({ number }) => number)
  for (const { number, state } of messages) {
    const [first, second, ...more] = copies.get(number) ?? []
    if (state === 'sent') expect(first, `message ${number} was lost`).toBeDefined()
    expect(more, `message ${number} came a third time`).toEqual([])
    if (second) {
      expect([first?.isMarked, second.isMarked], `copies of ${number}`).toEqual([false, true])
      expect(second.conversation).toBe(first?.conversation)
    }
  }
  const known = new Set(messages.map(({ number }) => number))
  expect(standIn.taken.filter(({ number }) => !known.has(number))).toEqual([])
  return [...copies.values()].filter(({ length }) => length === 2).length
}
