import { afterAll, beforeAll, expect, test } from 'vitest'

import { aStage } from './stage.ts'
import type { Stage } from './stage.ts'
import { signedInByTeams } from './teams-host/fake-teams.ts'
import type { FakeTeams, Shown } from './teams-host/fake-teams.ts'
import type { Through } from './teams-host/through.ts'

let stage: Stage
let quinn: string
beforeAll(async () => {
  stage = await aStage()
  quinn = (await stage.server.signIn('quinn')).token
})
afterAll(() => stage?.close())

const inTeams = (wanted: Omit<Through, 'server'> & Shown): Promise<FakeTeams> =>
  signedInByTeams(stage, wanted)

test('when the server takes no token any more, what was typed stays, with what to do above it', async () => {
  let isRefused = false
  const { tab, page } = await inTeams({
    path: '/actions/new',
    door: () => (isRefused ? { status: 401, code: 'token-refused' } : { token: quinn }),
  })
  const what = tab.getByLabel('What will be done')
  await what.fill('See Wren alone at school each month.')
  isRefused = true
  await tab.getByRole('button', { name: 'Record and tell the owner' }).click()
  const alert = tab.getByRole('alert').filter({ hasText: 'We could not sign you in' })
  await alert.waitFor()
  isRefused = false
  await alert.getByRole('button', { name: 'Sign in again' }).click()
  await alert.waitFor({ state: 'detached' })
  expect(await what.inputValue()).toBe('See Wren alone at school each month.')
  await page.context().close()
})

test('while the server takes no token nothing is asked again and again, and what to do stays in sight', async () => {
  let isRefused = false
  let refusals = 0
  const { tab, page } = await inTeams({
    cutsLive: true,
    path: '/actions/new',
    door() {
      if (!isRefused) return { token: quinn }
      refusals += 1
      return { status: 401, code: 'token-refused' }
    },
  })
  const what = tab.getByLabel('What will be done')
  await what.fill('See Wren alone at school each month.')
  isRefused = true
  const alert = tab.getByRole('alert').filter({ hasText: 'We could not sign you in' })
  await alert.waitFor()
  await alert.evaluate((shown) => shown.setAttribute('data-seen', 'once'))
  refusals = 0
  // By itself the stream is tried again, later each time, with two tokens each.
  await page.waitForTimeout(8000)
  expect(refusals).toBeGreaterThan(0)
  expect(refusals).toBeLessThanOrEqual(8)
  expect(await alert.getAttribute('data-seen'), 'it was never gone').toBe('once')
  await alert.getByRole('button', { name: 'Sign in again' }).click()
  await alert.getByText('What you typed is still here').waitFor()
  isRefused = false
  // The stream may have been taken by then, and nothing is left to press.
  await alert
    .getByRole('button', { name: 'Sign in again' })
    .click({ timeout: 3000 })
    .catch(() => undefined)
  await alert.waitFor({ state: 'detached' })
  expect(await what.inputValue()).toBe('See Wren alone at school each month.')
  await page.context().close()
})
