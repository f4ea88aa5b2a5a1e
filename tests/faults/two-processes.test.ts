import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { expect, onTestFinished, test } from 'vitest'

import { aServer } from '#tests/fixtures/a-server.ts'
import type { Api } from '#tests/fixtures/a-server.ts'
import { aPostgresCell } from '#tests/fixtures/postgres/cell.ts'

import { aPartnership, forgetPlace, inspect, SOUND } from './a-partnership.ts'
import { aStandIn } from './connector-stand-in.ts'
import { actionFor, withWorkers } from './many-workers.ts'

const WORKERS = 120
const all = Array.from({ length: WORKERS }, (_, index) => index)

test('two processes on one database share a sweep of many duties, and every message arrives once', async () => {
  const place = await aPartnership(await aPostgresCell(), withWorkers(WORKERS))
  onTestFinished(() => forgetPlace(place))
  const standIn = await aStandIn()
  onTestFinished(() => standIn.close())
  const otherDir = await mkdtemp(join(tmpdir(), 'case-evaluations-'))
  onTestFinished(() => rm(otherDir, { recursive: true, force: true }))
  const env = { MODE: 'local', CONNECTOR_URL: standIn.url, SWEEP_MS: '50', AUDIT_KEY: 'key-Test' }
  const [first, second] = await Promise.all([
    aServer({ ...place, env }),
    aServer({ ...place, dataDir: otherDir, env }),
  ])
  onTestFinished(() => Promise.all([first.kill(), second.kill()]).then(() => undefined))
  const quinn = await first.signIn('quinn')
  await recordOneEach(quinn)
  await until(() => standIn.taken.length >= WORKERS)

  standIn.answerAfter(40)
  expect((await quinn.post('/local/clock', { to: '2018-06-25' })).status).toBe(200)
  await until(() => standIn.taken.length >= 2 * WORKERS)
  expect([await first.stop(), await second.stop()]).toEqual([0, 0])

  const found = await inspect(place, 'key-Test')
  expect(found).toMatchObject(SOUND)
  const { messages } = found
  expect(messages.filter(({ state, copies }) => state !== 'sent' || copies !== 1)).toEqual([])
  const numbers = standIn.taken.map(({ number }) => number)
  expect(numbers.toSorted((a, b) => a - b)).toEqual(messages.map(({ number }) => number))
  expect(messages).toHaveLength(2 * WORKERS)
  const after = standIn.taken.slice(WORKERS)
  const shares = [...Map.groupBy(after, ({ token }) => token).values()].map(({ length }) => length)
  expect(shares).toHaveLength(2)
})

/** Due on Wednesday 27 June: told at once, reminded on Friday 22 June. */
async function recordOneEach(quinn: Api): Promise<void> {
  for (const n of all) {
    const { status } = await quinn.post('/api/actions', actionFor(n, '2018-06-27'))
    if (status !== 201) throw new Error(`action ${n} was not recorded`)
  }
}

async function until(isSo: () => boolean): Promise<void> {
  const deadline = Date.now() + 60_000
  while (!isSo()) {
    if (Date.now() > deadline) throw new Error('it never came')
    await pause(20)
  }
}
