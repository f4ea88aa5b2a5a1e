import { randomInt, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

import { expect, onTestFinished, test } from 'vitest'

import { aServer, freePort } from '#tests/fixtures/a-server.ts'
import type { Api } from '#tests/fixtures/a-server.ts'

import { aPartnership, forgetPlace, inspect, SOUND } from './a-partnership.ts'
import { chances } from './chances.ts'

const ROUNDS = 10
const WRITERS = 3

test('killed at any moment under writes, nothing that was acknowledged is lost and nothing is there twice', async () => {
  const seed = Number(process.env['SEED'] ?? randomInt(1, 2 ** 31))
  const chance = chances(seed)
  const place = await aPartnership()
  onTestFinished(() => forgetPlace(place))
  const port = await freePort()
  const start = () => aServer({ ...place, port, env: { MODE: 'local', QUIET_MS: '500', SWEEP_MS: '200' } })
  let server = await start()
  onTestFinished(() => server.kill())

  const asked = new Map<string, string | undefined>()
  for (let round = 1; round <= ROUNDS; round += 1) {
    const quinn = await server.signIn('quinn')
    const writers = Array.from({ length: WRITERS }, () => writeUntilItEnds(quinn, asked))
    await pause(100 + chance() * 1200)
    await server.kill()
    await Promise.all(writers)
    server = await start()
  }

  const quinn = await server.signIn('quinn')
  const acknowledged = [...asked.values()].filter((id) => id !== undefined)
  for (const [key, id] of asked) {
    const again = await record(quinn, key)
    const now = again.status === 201 ? (again.body as { id: string }).id : `status ${again.status}`
    const read = await quinn.get(`/api/actions/${now}`)
    expect({ seed, id: now, status: read.status }).toEqual({ seed, id: id ?? now, status: 200 })
  }
  expect(await server.stop()).toBe(0)
  expect({ seed, ...(await inspect(place)) }).toMatchObject({ seed, ...SOUND, actions: asked.size })
  expect(acknowledged.length).toBeGreaterThan(ROUNDS)
  process.stdout.write(
    `random kills: seed ${seed}, rounds ${ROUNDS}, asked ${asked.size}, acknowledged ${acknowledged.length}\n`,
  )
})

/** Records actions one after another; what was answered before the kill counts as acknowledged. */
async function writeUntilItEnds(quinn: Api, asked: Map<string, string | undefined>): Promise<void> {
  for (;;) {
    const key = randomUUID()
    asked.set(key, undefined)
    const answer = await record(quinn, key).catch((): undefined => undefined)
    if (answer === undefined) return
    if (answer.status === 201) asked.set(key, (answer.body as { id: string }).id)
  }
}

function record(quinn: Api, key: string) {
  const action = {
    case: 'case-n-08',
    owner: 'worker-n08',
    raiser: 'lead-edu',
    what: 'Visit at home and at school.',
    help: 'Both visits are in the record.',
    due: '2018-06-29',
  }
  return quinn.post('/api/actions', action, { key })
}
