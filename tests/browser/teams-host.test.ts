import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { actionPath, aStage } from './stage.ts'
import type { Stage } from './stage.ts'
import { signedInByTeams } from './teams-host/fake-teams.ts'
import type { FakeTeams, Shown } from './teams-host/fake-teams.ts'
import { HOME, SAID_BY_TEAMS } from './teams-host/reasons.ts'
import { APP } from './teams-host/through.ts'
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
const inTeams = (wanted: Partial<Through> & Shown = {}): Promise<FakeTeams> =>
  signedInByTeams(stage, { door: asBea, ...wanted })

const A_ROUND = {
  id: 'r1',
  code: 'N-2018-2',
  theme: 'Neglect',
  state: 'evaluating',
  stateWords: 'Evaluating',
  start: '2018-04-23',
  panelDay: null,
  late: 0,
}

describe('signed in by Teams', () => {
  test('the token that Teams gives opens the tab; it is kept in memory alone, and the theme is Teams’', async () => {
    const given: string[] = []
    const seen = new Set<string>()
    const { tab, page, asked, tell } = await inTeams({
      theme: 'dark',
      answers: {
        'authentication.getAuthToken': () => {
          given.push(aToken())
          return [true, given.at(-1)]
        },
      },
      door(token) {
        seen.add(token)
        return asBea()
      },
    })
    await tab.getByRole('heading', { name: HOME }).waitFor()
    await tab.getByText('Bea Officer-Test').first().waitFor()
    expect(asked('initialize')).toHaveLength(1)
    expect([...seen]).toEqual(given)
    expect(asked('authentication.getAuthToken')[0]?.[2], 'nobody is asked without a press').toBe(true)
    const kept = await tab.locator('body').evaluate(() => [sessionStorage.length, localStorage.length])
    expect(kept).toEqual([0, 0])
    await tab.locator('html[data-theme=dark]').waitFor()
    await tell('themeChange', ['contrast'])
    await tab.locator('html[data-theme=contrast]').waitFor()
    await page.context().close()
  })

  test('a deep link leads to its page after sign-in; one that is none of ours leads nowhere', async () => {
    const action = await actionPath(stage.server, 'A2')
    const own = await inTeams({ context: { subEntityId: action } })
    await own.tab.getByRole('heading', { name: 'History' }).waitFor()
    expect(own.path()).toBe(action)
    await own.page.context().close()
    const foreign = await inTeams({ context: { subEntityId: '//evil.example.org/' } })
    await foreign.tab.getByRole('heading', { name: HOME }).waitFor()
    expect(foreign.path()).toBe('/')
    await foreign.page.context().close()
  })

  test('the side panel of a meeting opens the panel day of its round, at 280 pixels; without a round Home', async () => {
    const round = '00000000-0000-4000-8000-00000000000a'
    const meeting = { meetingId: 'm1', chatId: '19:meeting@thread.v2' }
    const known = await inTeams({
      frame: 'sidePanel',
      width: 280,
      context: { ...meeting, entityId: `round:${round}` },
    })
    await expect.poll(known.path).toBe(`/rounds/${round}/panel`)
    await known.page.context().close()
    const unknown = await inTeams({ frame: 'meetingStage', path: '/present', context: meeting })
    await unknown.tab.getByRole('heading', { name: HOME }).waitFor()
    await expect.poll(unknown.path).toBe('/')
    await unknown.page.context().close()
  })

  test('near its end a token is renewed before it is used; a refused one is renewed once, and nothing is lost', async () => {
    let lasts = 4 * 60
    const given: string[] = []
    const refused = new Set<string>()
    const used: string[] = []
    const { tab, page } = await inTeams({
      answers: {
        'authentication.getAuthToken': () => {
          given.push(aToken(lasts))
          return [true, given.at(-1)]
        },
      },
      door(token) {
        used.push(token)
        return refused.has(token) ? { status: 401, code: 'token-refused' } : asBea()
      },
    })
    await tab.getByRole('heading', { name: HOME }).waitFor()
    lasts = 3600
    await tab.getByRole('link', { name: 'Actions', exact: true }).click()
    await tab.getByRole('heading', { name: /Due soon/ }).waitFor()
    expect(given.length).toBeGreaterThanOrEqual(2)
    expect(used.at(-1)).toBe(given.at(-1))
    const before = given.length
    refused.add(given.at(-1) ?? '')
    await tab.getByRole('link', { name: 'Rounds' }).click()
    await tab.getByRole('heading', { name: 'Rounds', level: 1 }).waitFor()
    await tab.getByRole('heading', { name: 'We could not sign you in' }).waitFor({ state: 'detached' })
    expect(given.length).toBe(before + 1)
    await page.context().close()
  })

  test('where one more proof is wanted, the token that Teams gives for it is the one that is used next', async () => {
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}'
    const [first, proved] = [aToken(), aToken()]
    const { tab, page, asked } = await inTeams({
      answers: {
        'authentication.getAuthToken': ([, wanted]) => [true, Array.isArray(wanted) ? proved : first],
      },
    })
    await tab.getByRole('heading', { name: HOME }).waitFor()
    await page.context().route(`${APP}/api/rounds`, (route, request) =>
      request.headers()['authorization'] === `Bearer ${proved}`
        ? route.fallback()
        : route.fulfill({
            status: 403,
            json: { status: 403, title: 'One more step', detail: 'No.', claims },
          }),
    )
    await tab.getByRole('link', { name: 'Rounds' }).click()
    await tab.getByRole('button', { name: 'Sign in once more' }).click()
    await tab.getByText('One more step').waitFor({ state: 'detached' })
    await tab.getByRole('heading', { name: 'Rounds', level: 1 }).waitFor()
    expect(asked('authentication.getAuthToken').map(([, wanted]) => wanted)).toContainEqual([claims])
    await page.context().close()
  })

  test('while a token is good, a renewal that fails keeps nobody from working', async () => {
    let asked = 0
    const { tab, page } = await inTeams({
      answers: {
        'authentication.getAuthToken': () =>
          (asked += 1) === 1 ? [true, aToken(4 * 60)] : [false, 'Timeout'],
      },
    })
    await tab.getByRole('heading', { name: HOME }).waitFor()
    await tab.getByRole('link', { name: 'Rounds' }).click()
    await tab.getByRole('heading', { name: 'Rounds', level: 1 }).waitFor()
    expect(asked).toBeGreaterThan(1)
    expect(await tab.getByRole('alert').count()).toBe(0)
    await page.context().close()
  })
})

describe('what keeps somebody out, each with what to do', () => {
  test.each(SAID_BY_TEAMS)('Teams says $reason: $title', async ({ reason, title, press, opens }) => {
    let isMended = false
    const { tab, page, asked } = await inTeams({
      width: 280,
      answers: {
        'authentication.getAuthToken': () => (isMended ? [true, aToken()] : [false, reason]),
        'authentication.authenticate': () => [true, 'done'],
      },
    })
    await tab.getByRole('heading', { name: title, level: 1 }).waitFor()
    expect(await tab.locator('html').evaluate((html) => html.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    isMended = true
    await tab.getByRole('button', { name: press, exact: true }).click()
    await tab.getByRole('heading', { name: HOME }).waitFor()
    expect(asked('authentication.authenticate').map(([address]) => address)).toEqual(opens ? [opens] : [])
    await page.context().close()
  })

  test('with another organisation’s account Teams is shown how to switch; no word of Entra names the account', async () => {
    const reason = "AADSTS50020: User account 'wes@example.org' does not exist in tenant"
    const { tab, page } = await inTeams({
      answers: { 'authentication.getAuthToken': () => [false, reason] },
    })
    await tab.getByRole('heading', { name: 'You are signed in with another organisation' }).waitFor()
    await tab.getByText('choose the partnership’s organisation').waitFor()
    await tab.getByRole('link', { name: 'Open in the browser' }).waitFor()
    await tab.getByText('quote AADSTS50020').waitFor()
    expect(await tab.locator('body').innerText()).not.toContain('wes@')
    await page.context().close()
  })

  test.each([
    ['wrong-organisation', 'You are signed in with another organisation'],
    ['unknown-person', 'We do not know you here'],
    ['access-ended', 'Your access has ended'],
  ])('the server says %s: nothing stays on the screen', async (code, title) => {
    let isOut = false
    const detail = 'Ask Bea Officer-Test at the partnership: 01632 960123.'
    const { tab, page } = await inTeams({ door: () => (isOut ? { status: 403, code, detail } : asBea()) })
    await tab.getByRole('heading', { name: HOME }).waitFor()
    isOut = true
    await tab.getByRole('link', { name: 'Rounds' }).click()
    await tab.getByRole('heading', { name: title, level: 1 }).waitFor()
    await tab.getByText(detail).waitFor()
    expect(await tab.getByRole('navigation', { name: 'Pages' }).count()).toBe(0)
    await page.context().close()
  })

  test('who joined a meeting without signing in is told so, and Teams is not asked for a token', async () => {
    const { tab, page, asked } = await inTeams({
      frame: 'sidePanel',
      context: { userObjectId: '', userLicenseType: 'Anonymous', meetingId: 'm1' },
    })
    await tab.getByRole('heading', { name: 'You joined this meeting without signing in' }).waitFor()
    expect(asked('authentication.getAuthToken')).toEqual([])
    await page.context().close()
  })

  test('when Teams does not answer, the page says so after ten seconds and offers the browser', async () => {
    let answer: (() => void) | undefined
    const late = new Promise<void>((resolve) => (answer = resolve))
    const { tab, page } = await inTeams({
      hurry: true,
      answers: {
        async initialize() {
          await late
          return ['content', 'web', '2.58.0']
        },
      },
    })
    await tab.getByRole('heading', { name: 'Teams does not answer' }).waitFor()
    const link = tab.getByRole('link', { name: 'Open in the browser' })
    expect(await link.getAttribute('href')).toBe(`${APP}/`)
    answer?.()
    await tab.getByRole('heading', { name: HOME }).waitFor()
    await page.context().close()
  })
})

test('whoever adds a tab chooses what it shows; Teams keeps addresses and the round’s code, no more', async () => {
  const { tab, page, asked, tell } = await inTeams({
    frame: 'settings',
    path: '/configure',
    instead: { '/api/rounds': { items: [A_ROUND], may: { setUp: false, editCalendar: false } } },
    answers: { 'settings.setSettings': () => [true] },
  })
  await tab.getByRole('heading', { name: 'What this tab shows' }).waitFor()
  await expect.poll(() => asked('settings.setValidityState').at(-1)).toEqual([true])
  await tab.getByRole('radio', { name: 'The panel day of a round' }).check()
  await expect.poll(() => asked('settings.setValidityState').at(-1)).toEqual([false])
  await tab.getByLabel('Round', { exact: true }).selectOption('Round N-2018-2')
  await expect.poll(() => asked('settings.setValidityState').at(-1)).toEqual([true])
  await tell('settings.save', [{}])
  await expect.poll(() => asked('settings.save.success')).toHaveLength(1)
  expect(asked('settings.setSettings').at(-1)).toEqual([
    {
      entityId: 'round:r1',
      contentUrl: `${APP}/rounds/r1/panel?theme={theme}`,
      websiteUrl: `${APP}/rounds/r1/panel`,
      suggestedDisplayName: 'Panel day N-2018-2',
    },
  ])
  await page.context().close()
})

test('whoever opens the settings of a tab again finds what was saved, and Save keeps it', async () => {
  const { tab, page, asked, tell } = await inTeams({
    frame: 'settings',
    path: '/configure',
    instead: { '/api/rounds': { items: [A_ROUND], may: { setUp: false, editCalendar: false } } },
    answers: {
      'settings.getSettings': () => [{ entityId: 'grid:r1', contentUrl: `${APP}/rounds/r1/grid` }],
      'settings.setSettings': () => [true],
    },
  })
  await tab.getByRole('heading', { name: 'What this tab shows' }).waitFor()
  expect(await tab.getByRole('radio', { name: 'The grid of a round' }).isChecked()).toBe(true)
  expect(await tab.getByLabel('Round', { exact: true }).inputValue()).toBe('r1')
  await expect.poll(() => asked('settings.setValidityState').at(-1)).toEqual([true])
  await tell('settings.save', [{}])
  await expect
    .poll(() => asked('settings.setSettings').at(-1))
    .toEqual([expect.objectContaining({ entityId: 'grid:r1', websiteUrl: `${APP}/rounds/r1/grid` })])
  expect(asked('settings.setSettings')).toHaveLength(1)
  await page.context().close()
})
