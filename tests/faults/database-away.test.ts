import { setTimeout as wait } from 'node:timers/promises'

import { expect, onTestFinished, test } from 'vitest'

import { aHouse } from './a-house.ts'
import { brokenIn, recordFor } from './acts.ts'
import type { Recorded } from './acts.ts'
import { SEEDS } from './chances.ts'
import { aRelay } from './database-relay.ts'
import type { Relay } from './database-relay.ts'
import { actionFor, withWorkers } from './many-workers.ts'

test.each(SEEDS)(
  'F14, seed %i: PostgreSQL goes away under load: 503 meanwhile, back without a restart, nothing acknowledged is lost',
  async (seed) => {
    let relay: Relay | undefined
    const house = await aHouse({
      engine: 'postgresql',
      seed,
      furniture: withWorkers(8),
      through: async (cell) => (relay = await aRelay(cell.urls)).urls,
    })
    onTestFinished(async () => {
      await house.close()
      await relay?.close()
    })
    const { chance } = house
    const first = await recordFor(house, 4, '2018-06-29')
    const quinn = house.as('quinn')
    const acknowledged: Recorded[] = [...first]
    const away: (string | null)[] = []
    const over = new AbortController()
    const writer = async (): Promise<void> => {
      while (!over.signal.aborted) {
        const n = Math.floor(chance() * 8)
        const answer = await quinn.post('/api/actions', actionFor(n, '2018-06-29'))
        if (answer.status === 201)
          acknowledged.push({ action: (answer.body as { id: string }).id, owner: `worker-${n}` })
        else if (answer.status === 503) away.push(answer.headers.get('retry-after'))
        else throw new Error(`neither yes nor "away": ${answer.status} ${answer.text}`)
        await wait(5)
      }
    }
    const writing = [writer(), writer()]
    const sending = house.settle().catch(() => undefined)
    await wait(100 + chance() * 200)
    relay?.away()
    await wait(700)
    relay?.back()
    const back = performance.now()
    const before = acknowledged.length
    await expect.poll(() => acknowledged.length, { timeout: 10_000 }).toBeGreaterThan(before)
    expect(performance.now() - back).toBeLessThan(10_000)
    over.abort()
    await Promise.all(writing)
    await sending
    expect(away.length).toBeGreaterThan(0)
    expect(new Set(away)).toEqual(new Set(['2']))
    await house.runFor(1_800_000)
    expect(await brokenIn(house, acknowledged, { slots: 1 })).toEqual({ seed, broken: [] })
  },
)
