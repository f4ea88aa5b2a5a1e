import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, FrameLocator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { fakeTeams } from '#tests/browser/teams-host/fake-teams.ts'
import { signedIn } from '#tests/fixtures/a-server.ts'
import { launchChromium } from '#tests/fixtures/chromium.ts'

import { anEmptyPlace, aUser } from './empty-place.ts'
import type { EmptyPlace } from './empty-place.ts'

const BEA = aUser('Bea Officer-Test', '5b1c9a10-0000-4000-8000-00000000000b')
const SOMEBODY = aUser('Mallory Else-Test', '5b1c9a10-0000-4000-8000-00000000000c')
const FIRST = `${BEA.tid}/${BEA.oid}/${BEA.mail}/${BEA.name}`

describe('the first run: an empty database in Microsoft 365 mode becomes a partnership', () => {
  let place: EmptyPlace
  let browser: Browser
  let tab: FrameLocator
  beforeAll(async () => {
    place = await anEmptyPlace(FIRST)
    browser = await launchChromium('--disable-features=LocalNetworkAccessChecks')
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await place?.close()
  })

  test('nobody but the person of the setting is let in', async () => {
    const other = signedIn(place.server.origin, await place.tokenFor(SOMEBODY))
    expect((await other.get('/api/me')).status).toBe(403)
    const bea = signedIn(place.server.origin, await place.tokenFor(BEA))
    expect(await bea.get('/api/me')).toMatchObject({ status: 200, body: { name: BEA.name, firstRun: true } })
  })

  test('Home leads the business manager to the first run', { timeout: 120_000 }, async () => {
    const context = await browser.newContext({ ignoreHTTPSErrors: true })
    context.setDefaultTimeout(20_000)
    const shown = await fakeTeams(context, {
      app: place.url,
      path: '/',
      context: { userObjectId: BEA.oid, tid: BEA.tid },
      answers: { 'authentication.getAuthToken': async () => [true, await place.tokenFor(BEA)] },
    })
    tab = shown.tab
    await tab.getByRole('link', { name: 'Set up the partnership' }).click()
    await heading('Set up the partnership')
    await tab.getByText(/^0 of 4 steps are done/).waitFor()
    const { violations } = await new AxeBuilder({ page: shown.page }).include('iframe').analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([])
  })

  test('what is typed in one step stays while another is saved', { timeout: 120_000 }, async () => {
    await tab.getByLabel('Name of the partnership').fill('Exampleshire')
    await tab.getByLabel('Agencies to add').fill('Police\nSchools\nPolise\n police ')
    await press('Add the agencies')
    await tab.getByText('3 agencies were added. 1 was there already.').waitFor()
    await press('Take out Polise')
    await tab.getByText('Polise').first().waitFor({ state: 'detached' })
    expect(await tab.getByLabel('Name of the partnership').inputValue()).toBe('Exampleshire')
    await press('Save name and contact')
    await tab.getByText('Give a phone number.').first().waitFor()
    await tab.getByLabel('Their phone number').fill('01632 960123')
    expect(await tab.getByRole('radio', { name: 'Each method brings its own' }).isChecked()).toBe(true)
    await tab.getByRole('radio', { name: /Integrated Care Board/ }).check()
    await press('Save name and contact')
    await tab.getByText(/^2 of 4 steps are done/).waitFor()
  })

  test('before all steps are done it is not ready, and nothing is lost', { timeout: 120_000 }, async () => {
    await press('The partnership is ready')
    await tab.getByText('Some steps are still to do').waitFor()
    expect(await tab.getByText('Schools', { exact: true }).count()).toBe(1)
  })

  test('the offices are filled, and the calendar is looked at', { timeout: 120_000 }, async () => {
    await name('The panel (QA manager)', 'Quinn Manager-Test')
    await name('Chair of the panel', 'Dir Chair-Test')
    await name('Answers for Police', 'Roz Board-Test')
    await tab
      .getByLabel('School holidays of your council')
      .fill('Autumn half-term, Monday 26 to Friday 30 October 2026\nChristmas')
    await press('Check the lines')
    await tab.getByText('Line 2, “Christmas”: There is no day in this line.').waitFor()
    await tab.getByLabel('School holidays of your council').press('Control+End')
    await tab.getByLabel('School holidays of your council').pressSequentially('!')
    await tab.getByText('The lines have changed since they were checked.').waitFor()
    expect(await tab.getByRole('button', { name: 'Enter 1 holiday' }).count()).toBe(0)
    await tab.getByLabel('School holidays of your council').press('Backspace')
    await press('Go back')
    expect(await tab.locator(':focus').inputValue()).toContain('Christmas')
    await press('Check the lines')
    await press('Enter 1 holiday')
    await tab.getByText('Autumn half-term was entered.').waitFor()
    expect(await tab.locator(':focus').textContent()).toContain('Autumn half-term was entered.')
    expect(await tab.getByLabel('School holidays of your council').inputValue()).toBe('Christmas')
    await press('The calendar is right')
    await tab.getByText(/^4 of 4 steps are done/).waitFor()
    expect(await tab.getByText('By mail alone: cannot sign in yet').count()).toBe(3)
  })

  test('ready: a round can be set up, and Home leads here no more', { timeout: 120_000 }, async () => {
    await press('The partnership is ready')
    await heading('The partnership is set up')
    await tab.getByRole('link', { name: 'Set up a round' }).click()
    await heading('Set up a round')
    const bea = signedIn(place.server.origin, await place.tokenFor(BEA))
    expect((await bea.get('/api/set-up')).body).toMatchObject({ labels: { chosen: '2026' } })
    expect(await bea.get('/api/me')).toMatchObject({
      body: { firstRun: false, help: `${BEA.name} at the partnership can help: 01632 960123.` },
    })
  })

  test('the migration of the next version changes nothing of it', { timeout: 60_000 }, async () => {
    const other = `${SOMEBODY.tid}/${SOMEBODY.oid}/${SOMEBODY.mail}/${SOMEBODY.name}`
    expect(await place.migrate(other)).toContain('FIRST_BUSINESS_MANAGER changed nothing')
    const mallory = signedIn(place.server.origin, await place.tokenFor(SOMEBODY))
    expect((await mallory.get('/api/me')).status).toBe(403)
    expect(place.server.output()).not.toMatch(/"fault"/)
  })

  const heading = (words: string) => tab.getByRole('heading', { name: words, level: 1 }).waitFor()
  const press = (words: string) => tab.getByRole('button', { name: words, exact: true }).click()

  async function name(role: string, who: string): Promise<void> {
    await tab.getByLabel('What they do').selectOption({ label: role })
    await tab
      .getByLabel('Who it is', { exact: true })
      .selectOption({ label: 'Somebody who is not in the list' })
    await tab.getByLabel('Who it is: name').fill(who)
    await tab.getByLabel('Who it is: mail address').fill(`${who.split(' ')[0]?.toLowerCase()}@agency.example`)
    await press('Name them')
    await tab.getByRole('link', { name: who }).waitFor()
  }
})
