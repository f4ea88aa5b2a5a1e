import { setTimeout as pause } from 'node:timers/promises'

import { expect, onTestFinished, test } from 'vitest'

import { aServer } from '#tests/fixtures/a-server.ts'
import type { TestServer } from '#tests/fixtures/a-server.ts'

import { aPartnership, forgetPlace, inspect } from './a-partnership.ts'
import { aStandIn } from './connector-stand-in.ts'
import type { StandIn } from './connector-stand-in.ts'

const ACTION = {
  case: 'case-n-08',
  owner: 'worker-n08',
  raiser: 'lead-edu',
  what: 'Visit at home and at school.',
  help: 'Both visits are in the record.',
  due: '2018-06-29',
}

test('SIGTERM while a message is on its way: it arrives, is recorded, and everything is there afterwards', async () => {
  const { place, standIn, server } = await aSlowWorld()
  const quinn = await server.signIn('quinn')
  const { id } = (await quinn.post('/api/actions', ACTION)).body as { id: string }
  await until(() => standIn.calls === 1)

  const began = performance.now()
  expect(await server.stop()).toBe(0)
  expect(performance.now() - began).toBeLessThan(30_000)
  const { messages, brokenSeal } = await inspect(place)
  expect(messages).toEqual([{ number: 1001, state: 'sent', road: 'teams', copies: 1 }])
  expect(brokenSeal).toBeNull()

  const again = await aServer({ ...place, env: { MODE: 'local', CONNECTOR_URL: standIn.url } })
  onTestFinished(() => again.kill())
  const read = await (await again.signIn('quinn')).get(`/api/actions/${id}`)
  expect(read.status).toBe(200)
  expect(await again.stop()).toBe(0)
  expect(standIn.taken.map(({ number, isMarked }) => [number, isMarked])).toEqual([[1001, false]])
})

test('SIGTERM while a screen is open: its updates end, and the process with them', async () => {
  const { server } = await aSlowWorld()
  const { token } = await server.signIn('quinn')
  const live = await fetch(`${server.origin}/api/live`, { headers: { authorization: `Bearer ${token}` } })
  const ends = live.text().catch(() => 'cut off')
  const began = performance.now()
  expect(await server.stop()).toBe(0)
  expect(performance.now() - began).toBeLessThan(10_000)
  expect(await ends).toContain('topics')
})

async function aSlowWorld() {
  const place = await aPartnership()
  onTestFinished(() => forgetPlace(place))
  const standIn: StandIn = await aStandIn()
  onTestFinished(() => standIn.close())
  standIn.answerAfter(2000)
  const server: TestServer = await aServer({ ...place, env: { MODE: 'local', CONNECTOR_URL: standIn.url } })
  onTestFinished(() => server.kill())
  return { place, standIn, server }
}

async function until(isSo: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000
  while (!isSo()) {
    if (Date.now() > deadline) throw new Error('it never came')
    await pause(20)
  }
}
