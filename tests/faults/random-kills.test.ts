import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

import { describe, expect, test } from 'vitest'

import { freePort } from '#tests/fixtures/a-server.ts'
import type { Api } from '#tests/fixtures/a-server.ts'

import { inspect, SOUND } from './a-partnership.ts'
import { aWatchedPlace, nothingOnItsWay } from './a-watched-place.ts'
import { CASES, chances } from './chances.ts'
import { actionFor } from './many-workers.ts'

/** A hundred rounds in all; `ROUNDS` asks for another number of each seed. */
const ROUNDS = Number(process.env['ROUNDS'] ?? Math.ceil(100 / CASES.length))
const WRITERS = 3
const WORKERS = 60
const QUIET_MS = 500
const ENV = { LEASE_MS: '500', QUIET_MS: String(QUIET_MS), SWEEP_MS: '200' }
const PATIENT = { timeout: 600_000 }

type Asked = { readonly worker: number; readonly acknowledged: string | undefined }

describe.concurrent.each(CASES)('F2: killed at any moment on $engine, seed $seed', ({ engine, seed }) => {
  test(
    'under writes, nothing that was acknowledged is lost and nothing is there twice',
    PATIENT,
    async ({ onTestFinished }) => {
      const chance = chances(seed)
      const watched = await aWatchedPlace(engine, WORKERS)
      onTestFinished(() => watched.close())
      const port = await freePort()
      let server = await watched.start(ENV, { port })
      const asked = new Map<string, Asked>()
      for (let round = 1; round <= ROUNDS; round += 1) {
        const quinn = await server.signIn('quinn')
        const writers = Array.from({ length: WRITERS }, () => writeUntilItEnds(quinn, asked))
        await pause(50 + chance() * 500)
        await server.kill()
        await Promise.all(writers)
        server = await watched.start(ENV, { port })
      }

      const quinn = await server.signIn('quinn')
      const recorded = []
      for (const [key, { worker, acknowledged }] of asked) {
        const again = await record(quinn, key, worker)
        const now = again.status === 201 ? (again.body as { id: string }).id : `status ${again.status}`
        expect({ seed, id: now }).toEqual({ seed, id: acknowledged ?? now })
        recorded.push({ action: now, owner: `worker-${worker}` })
      }
      await nothingOnItsWay(quinn, recorded)
      // What is in doubt goes out again when its quiet time is over.
      await pause(3 * QUIET_MS)
      await nothingOnItsWay(quinn, recorded)
      const broken = await watched.broken(quinn, recorded, { slots: 1 })
      expect({ seed, broken }).toEqual({ seed, broken: [] })
      expect(await server.stop()).toBe(0)
      const found = await inspect(watched.place)
      expect({ seed, ...found }).toMatchObject({ seed, ...SOUND, actions: asked.size })
      expect(asked.size).toBeGreaterThan(ROUNDS)
      process.stdout.write(`${engine}, seed ${seed}: ${ROUNDS} kills, ${asked.size} actions\n`)
    },
  )
})

/** Records actions one after another; what was answered before the kill counts as acknowledged. */
async function writeUntilItEnds(quinn: Api, asked: Map<string, Asked>): Promise<void> {
  for (;;) {
    const key = randomUUID()
    const worker = asked.size % WORKERS
    asked.set(key, { worker, acknowledged: undefined })
    const answer = await record(quinn, key, worker).catch((): undefined => undefined)
    if (answer === undefined) return
    if (answer.status === 201) asked.set(key, { worker, acknowledged: (answer.body as { id: string }).id })
  }
}

function record(quinn: Api, key: string, worker: number) {
  return quinn.post('/api/actions', actionFor(worker, '2018-06-29'), { key })
}
