import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { launchChromium } from '#tests/fixtures/chromium.ts'

import { journeyOf } from './journey.ts'
import type { Step } from './journey.ts'
import { aRehearsal } from './rehearsal.ts'
import type { Rehearsal } from './rehearsal.ts'

describe('the whole product in Microsoft 365 mode, two processes behind one port, in Teams’ frame', () => {
  let rehearsal: Rehearsal
  let browser: Browser
  let steps: readonly Step[] = []
  beforeAll(async () => {
    rehearsal = await aRehearsal()
    browser = await launchChromium('--disable-features=LocalNetworkAccessChecks')
    steps = journeyOf(rehearsal, browser)
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await rehearsal?.close()
  })

  test.each(Array.from({ length: 8 }, (_, index) => index))(
    'step %i',
    { timeout: 120_000 },
    async (index) => {
      expect(steps).toHaveLength(8)
      await steps[index]?.play()
    },
  )

  test('no call of the product broke a contract, and no process reported a fault', async () => {
    const said = rehearsal.servers.map((server) => server.output()).join('')
    expect(said).not.toMatch(/"fault"|handler-failed|work-failed|message-failed/)
    expect(rehearsal.graph.log.length).toBeGreaterThan(5)
    expect(rehearsal.teams.log.length).toBeGreaterThan(5)
    expect(await rehearsal.close()).toEqual([])
  })
})
