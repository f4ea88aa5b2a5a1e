import { expect, it, onTestFinished } from 'vitest'

import type { Posted } from '#core/prompts/letter.ts'
import { openMeters } from '#server/telemetry/meters.ts'
import { deliver } from '#server/work/deliver.ts'
import { workOf } from '#server/work/work.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import { at, recorded } from '#tests/fixtures/store-acts.ts'

it('what is due and how each message ended is counted, and for how long it had waited', async () => {
  const clock = { realNow: Date.parse('2018-06-06T12:00:00Z') }
  const store = await aStore(clock)
  onTestFinished(() => store.close())
  await store.setClock(at('2018-06-06 13:00'))
  const meters = openMeters()
  const answers: Posted[] = [
    { ok: false, certainty: 'clear', retry: 'later', why: 'transient', afterMs: 1000 },
    { ok: true, activityId: 'a-1' },
    { ok: false, certainty: 'clear', retry: 'never', why: 'blocked' },
  ]
  const delivery = {
    running: store.running,
    roads: {
      teams: { post: async (): Promise<Posted> => answers.shift() ?? { ok: true, activityId: 'a-1' } },
      mail: { post: async (): Promise<Posted> => ({ ok: true, activityId: null }) },
    },
    home: 'https://cases.example',
    quietMs: 600_000,
    chance: () => 0,
    counted: meters,
  }
  const work = workOf(delivery, 'key-Test', () => {})
  await recorded(store.running)
  await work.settle()
  expect(meters.taken()).toMatchObject({ due: 1, again: 1, sent: 0, refused: 0 })

  clock.realNow += 90_000
  await deliver(delivery)
  expect(meters.taken()).toMatchObject({ due: 0, again: 0, sent: 1, delayS: 90 })

  await recorded(store.running)
  await work.settle()
  expect(meters.taken()).toMatchObject({ due: 1, refused: 1, notReachable: 1, sent: 1 })
})
