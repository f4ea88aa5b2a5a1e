import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { aStage, THEMES } from './stage.ts'
import type { Stage } from './stage.ts'
import { fakeEntra } from './teams-host/fake-entra.ts'
import type { FakeEntra } from './teams-host/fake-entra.ts'
import { fakeTeams, signedInByTeams } from './teams-host/fake-teams.ts'
import { HOME } from './teams-host/reasons.ts'
import { APP, ENTRA, passThrough } from './teams-host/through.ts'
import type { Through, Verdict } from './teams-host/through.ts'
import { aToken } from './teams-host/tokens.ts'

let stage: Stage
let bea: string
beforeAll(async () => {
  stage = await aStage()
  bea = (await stage.server.signIn('bea')).token
})
afterAll(() => stage?.close())

const asBea = (): Verdict => ({ token: bea })

type Opened = { readonly context: BrowserContext; readonly page: Page; readonly entra: FakeEntra }

/** A browser outside Teams, with Entra and the product behind their addresses. */
async function aBrowser(wanted: Partial<Through> = {}, lastsS = 3600): Promise<Opened> {
  const context = (await stage.window()).context()
  await passThrough(context, { server: stage.server, door: asBea, ...wanted })
  const entra = await fakeEntra(context, { token: () => aToken(lastsS), lastsS })
  return { context, page: await context.newPage(), entra }
}

describe('outside Teams', () => {
  test('a link leads to Entra and back to its page: code with PKCE, nothing of the link is told', async () => {
    const { page, entra, context } = await aBrowser()
    await page.goto(`${APP}/rounds?theme=light`)
    await page.getByRole('heading', { name: 'Rounds', level: 1 }).waitFor()
    const [asked] = entra.pages
    expect(entra.pages).toHaveLength(1)
    expect(asked).toMatchObject({
      client_id: ENTRA.clientId,
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: `${APP}/sign-in`,
    })
    expect(asked?.['scope']?.split(' ')).toContain(ENTRA.scope)
    expect(Buffer.from(asked?.['state'] ?? '', 'base64').toString()).not.toContain('rounds')
    expect(entra.tokens.map(({ grant_type: kind }) => kind)).toEqual(['authorization_code'])
    expect(entra.tokens[0]?.['code_verifier']).toMatch(/^[\w-]{43,}$/)
    expect(new URL(page.url()).hash).toBe('')
    expect(
      await page.evaluate(() => Object.keys(localStorage).filter((name) => !name.includes('version'))),
    ).toEqual([])
    await page.reload()
    await page.getByRole('heading', { name: 'Rounds', level: 1 }).waitFor()
    expect(entra.pages, 'while this tab of the browser is open').toHaveLength(1)
    await context.close()
  })

  test('sign out ends it at Entra, too, and a button leads in again', async () => {
    const { page, entra, context } = await aBrowser()
    await page.goto(`${APP}/`)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor()
    expect(entra.signedOut).toBe(1)
    expect(await page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)))).not.toContain(
      'c2lnbmVk',
    )
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: HOME }).waitFor()
    await context.close()
  })

  test('a token is renewed near its end; when Entra renews none, the page stays and says so', async () => {
    const { page, entra, context } = await aBrowser({}, 200)
    await page.goto(`${APP}/`)
    await page.getByRole('heading', { name: HOME }).waitFor()
    expect(entra.tokens.at(-1)?.['grant_type']).toBe('refresh_token')
    entra.forget('invalid_grant', 'AADSTS700082: The refresh token has expired.')
    await page.getByRole('link', { name: 'Rounds' }).click()
    await page.getByRole('alert').getByText('You are signed out').waitFor()
    await page.getByRole('alert').getByText('quote AADSTS700082').waitFor()
    await page.getByRole('alert').getByText('copy first what you have typed').waitFor()
    expect(await page.getByRole('navigation', { name: 'Pages' }).count()).toBe(1)
    await context.close()
  })

  test('when the server takes no token any more, nobody is told to sign in before they have kept what they typed', async () => {
    let isRefused = false
    const { page, context } = await aBrowser({
      door: () => (isRefused ? { status: 401, code: 'token-refused' } : asBea()),
    })
    await page.goto(`${APP}/`)
    await page.getByRole('heading', { name: HOME }).waitFor()
    isRefused = true
    await page.getByRole('link', { name: 'Rounds' }).click()
    const alert = page.getByRole('alert').filter({ hasText: 'We could not sign you in' })
    await alert.getByText('copy first what you have typed').waitFor()
    expect(await alert.innerText()).not.toMatch(/lost|still here/)
    await context.close()
  })

  test('who opens an invitation reads which account it would be bound to, and may take another', async () => {
    const { page, entra, context } = await aBrowser()
    await page.goto(`${APP}/join/${'x'.repeat(43)}`)
    await page.getByRole('heading', { name: 'You are invited' }).waitFor()
    await page.getByText('You are signed in as bea.officer-test@example.org.').waitFor()
    await page.getByRole('button', { name: 'Sign in with another account' }).click()
    await page.getByRole('heading', { name: 'You are invited' }).waitFor()
    await expect.poll(() => entra.pages.at(-1)?.['prompt']).toBe('select_account')
    await context.close()
  })

  test('consent that is missing is a page with the administrator’s link; it is no loop', async () => {
    const { page, entra, context } = await aBrowser()
    entra.refuseNext('invalid_client', 'AADSTS65001: The user or administrator has not consented.')
    await page.goto(`${APP}/rounds`)
    await page.getByRole('heading', { name: 'Case Evaluations may not sign you in yet' }).waitFor()
    expect(entra.pages).toHaveLength(1)
    await page.getByRole('button', { name: 'Allow it for me' }).click()
    await page.getByRole('heading', { name: 'Rounds', level: 1 }).waitFor()
    expect(entra.pages.at(-1)?.['prompt']).toBe('consent')
    await context.close()
  })

  test('with another organisation’s account one is asked for another account', async () => {
    let isOther = true
    const { page, entra, context } = await aBrowser({
      door: () => (isOther ? { status: 403, code: 'wrong-organisation' } : asBea()),
    })
    await page.goto(`${APP}/rounds`)
    await page.getByRole('heading', { name: 'You are signed in with another organisation' }).waitFor()
    isOther = false
    await page.getByRole('button', { name: 'Sign in with another account' }).click()
    await page.getByRole('heading', { name: 'Rounds', level: 1 }).waitFor()
    expect(entra.pages.at(-1)?.['prompt']).toBe('select_account')
    await context.close()
  })

  test('where the organisation wants one more proof, a button asks Entra for exactly that, and the page goes on', async () => {
    const { page, entra, context } = await aBrowser()
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}'
    let isProved = false
    await context.route(`${APP}/api/rounds`, (route) =>
      isProved
        ? route.fallback()
        : route.fulfill({
            status: 403,
            json: { status: 403, title: 'One more step', detail: 'Sign in once more.', claims },
          }),
    )
    await page.goto(`${APP}/rounds`)
    await page.getByText('One more step').waitFor()
    expect(entra.pages).toHaveLength(1)
    isProved = true
    await page.getByRole('button', { name: 'Sign in once more' }).click()
    await page.getByRole('heading', { name: 'Rounds', level: 1 }).waitFor()
    expect(await page.getByText('One more step').count()).toBe(0)
    expect(entra.pages).toHaveLength(2)
    expect(JSON.parse(entra.pages[1]?.['claims'] ?? '{}')).toMatchObject(JSON.parse(claims))
    await context.close()
  })

  test('when nobody answers how to sign in, the page says so and tries again', async () => {
    let isAway = true
    const { page, context } = await aBrowser({
      signIn: (route) => (isAway ? route.abort() : route.fulfill({ json: ENTRA })),
    })
    await page.goto(`${APP}/rounds`)
    await page.getByRole('heading', { name: 'We cannot reach the sign-in service' }).waitFor()
    isAway = false
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('heading', { name: 'Rounds', level: 1 }).waitFor()
    await context.close()
  })
})

test('consent is asked for in a window of its own, which goes to Entra, comes back and closes itself', async () => {
  let consents = 0
  const own = (await stage.window()).context()
  const entra = await fakeEntra(own, { token: aToken })
  const opened: Page[] = []
  own.on('page', (page) => opened.push(page))
  const ends: (() => void)[] = []
  const { tab, page } = await fakeTeams(own, {
    server: stage.server,
    door: asBea,
    answers: {
      'authentication.getAuthToken': () =>
        consents > 0 ? [true, aToken()] : [false, 'resourceRequiresConsent'],
      async 'authentication.authenticate'([address], teams) {
        await teams.evaluate((at) => void open(at, 'consent', 'popup'), String(address))
        await new Promise<void>((resolve) => ends.push(resolve))
        return [true, 'done']
      },
      'authentication.authenticate.success'() {
        consents += 1
        ends.at(-1)?.()
        return undefined
      },
    },
  })
  await tab.getByRole('button', { name: 'Allow it for me' }).click()
  await tab.getByRole('heading', { name: HOME }).waitFor()
  expect(entra.pages.map(({ prompt, redirect_uri: back }) => [prompt, back])).toEqual([
    ['consent', `${APP}/sign-in`],
  ])
  const [, window] = opened
  await expect.poll(() => window?.isClosed()).toBe(true)
  await page.context().close()
})

test('an administrator’s link names our registration and leads back to us', async () => {
  const { tab, page } = await signedInByTeams(stage, {
    door: asBea,
    answers: { 'authentication.getAuthToken': () => [false, 'resourceRequiresConsent'] },
  })
  const link = new URL(await tab.getByLabel('Link for your Microsoft 365 administrator').inputValue())
  expect(`${link.origin}${link.pathname}`).toBe(`${ENTRA.authority}/adminconsent`)
  expect(Object.fromEntries(link.searchParams)).toEqual({
    client_id: ENTRA.clientId,
    redirect_uri: `${APP}/sign-in`,
  })
  await page.context().close()
})

test.each([
  ['AADSTS65001', 'Case Evaluations may not sign you in yet', THEMES],
  ['AADSTS50076', 'Your organisation asks for one more step', ['light']],
  ['AADSTS50020', 'You are signed in with another organisation', ['dark']],
])('everyone can use the page for %s, at 280 pixels, too: %s', async (code, title, themes) => {
  for (const theme of themes) {
    const { page, entra, context } = await aBrowser()
    await context.addInitScript((name) => sessionStorage.setItem('case-evaluations.theme', name), theme)
    await page.setViewportSize({ width: 280, height: 800 })
    entra.refuseNext('invalid_client', `${code}: no.`)
    await page.goto(`${APP}/rounds`)
    await page.getByRole('heading', { name: title }).waitFor()
    await page.locator(`html[data-theme=${theme}]`).waitFor()
    const { violations } = await new AxeBuilder({ page })
      .exclude('[data-tabster-dummy]')
      .setLegacyMode(true)
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
    await context.close()
  }
})
