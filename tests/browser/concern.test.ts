import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { day } from '#core/calendar/day.ts'
import { momentAt } from '#core/calendar/moment.ts'
import type { EscalationList, EscalationView } from '#core/escalation/views.ts'
import { exampleshire } from '#local/story/thread/exampleshire.ts'
import { aPartnership } from '#tests/faults/a-partnership.ts'

import { aStage, messageOf, moveTo, rowOf } from './stage.ts'
import type { Stage } from './stage.ts'

const NO_INTERIM = 'Say how the child is kept safe until this is settled.'
const FIRST = 'The school sees the child each morning and rings at once.'
const SECOND = 'The aunt has the child until somebody has visited.'

describe('X1: promised for 12 January, believed done, not done', () => {
  let stage: Stage
  /** Whoever raised it, on a phone: one window in the tab, one in chat. */
  let eve: Page
  let eveChat: Page
  let ada: Page
  let dee: Page
  let bea: Page
  beforeAll(async () => {
    stage = await aStage('pglite', 'thread', (cell) =>
      aPartnership(cell, inJanuary, momentAt(day('2018-01-09'), '10:00')),
    )
    eve = await stage.window({ person: 'eve', path: '/escalations', width: 390 })
    eveChat = await stage.window({ person: 'eve', path: '/chat', width: 390 })
    ada = await stage.window({ person: 'ada', path: '/chat' })
    dee = await stage.window({ person: 'dee', path: '/chat' })
    bea = await stage.window({ person: 'bea', path: '/escalations' })
  })
  afterAll(() => stage?.close())

  test('Eve raises it on her phone; without an interim safety arrangement nothing is raised', async () => {
    await eve.getByRole('link', { name: 'Raise a concern' }).click()
    await eve.getByRole('radio', { name: 'No', exact: true }).check()
    await eve.getByLabel('What worries you?').fill('Nobody has visited since the second contact.')
    await eve.getByLabel('What is it about?').selectOption('action')
    await eve.getByLabel('Reference of the case').fill('N-08')
    await eve.getByLabel('Whom do you ask?').selectOption('lead-csc')
    await eve.getByRole('button', { name: 'Raise it and tell them' }).click()
    await isRefused(eve)
    expect(await eve.getByLabel('What worries you?').inputValue()).toContain('second contact')
    expect(await raised()).toEqual([])
    expect(await sideways(eve)).toBe(0)

    await interim(eve).fill(FIRST)
    await eve.getByRole('button', { name: 'Raise it and tell them' }).click()
    await eve.getByRole('heading', { name: 'Escalation X1, case N-08' }).waitFor()
    await standsOnTop(eve, FIRST)
    expect(await sideways(eve)).toBe(0)
  })

  test('Ada is asked in chat and promises a visit for 12 January; Eve’s page says so by itself', async () => {
    const asked = messageOf(ada, 'Escalation N-08, X1: a concern waits for your answer')
    await asked.getByRole('button', { name: 'Say what will be done' }).click()
    await promise(ada, 'Visit the family at home.', 'The duty social worker', '2018-01-12')
    await eve.getByText('Promised by Friday 12 January').first().waitFor()
  })

  test('on that day, and not before, both sides are asked, each in their own chat', async () => {
    await moveTo(bea, '11', '1', 'Thursday 11 January 2018')
    expect(await eveChat.getByText('Escalation N-08, X1: did it happen?').count()).toBe(0)
    await moveTo(bea, '12', '1', 'Friday 12 January 2018')
    await messageOf(eveChat, 'Escalation N-08, X1: did it happen?').waitFor()
    const promised = messageOf(ada, 'Escalation N-08, X1: what was promised')
    await promised.getByRole('button', { name: 'It is done' }).click()
    await messageOf(ada, 'Escalation N-08, X1: answered')
      .getByText('Whoever raised it is asked whether it happened.', { exact: false })
      .waitFor()
    await eve.getByText('Said to be done: did it happen?').first().waitFor()
  })

  test('“It did not happen”: no next stage without its own arrangement; then it opens', async () => {
    const asked = messageOf(eveChat, 'Escalation N-08, X1: did it happen?')
    await asked.getByRole('link', { name: 'No, it did not' }).click()
    await eveChat.getByRole('heading', { name: 'Escalation X1, case N-08' }).waitFor()
    await eveChat.getByRole('radio', { name: /^No, it did not happen/ }).check()
    await eveChat.getByLabel('Whom does the next stage ask?').selectOption('lead-ccg')
    const open = eveChat.getByRole('button', { name: 'Say that it did not, and open the next stage' })
    await open.click()
    await isRefused(eveChat)
    expect((await x1()).stages).toHaveLength(1)
    expect(await sideways(eveChat)).toBe(0)

    await interim(eveChat).fill(SECOND)
    await open.click()
    await standsOnTop(eveChat, SECOND)
    await eveChat.getByText('Stage 2', { exact: true }).waitFor()
    await eveChat.getByText(`Kept safe meanwhile: ${FIRST}`).waitFor()
  })

  test('the partnership takes it no further without an arrangement either', async () => {
    await rowOf(bea, 'X1 N-08').getByRole('link').click()
    await standsOnTop(bea, SECOND)
    await bea.getByRole('button', { name: 'Take it further' }).click()
    await isRefused(bea)
    expect((await x1()).stages).toHaveLength(2)
  })

  test('Dee promises a visit for 2 February, and on that day Eve confirms it', async () => {
    const asked = messageOf(dee, 'Escalation N-08, X1: a concern waits for your answer')
    await asked.getByRole('button', { name: 'Say what will be done' }).click()
    await promise(dee, 'Visit with the school nurse.', 'The health visitor', '2018-02-02')
    await moveTo(bea, '2', '2', 'Friday 2 February 2018')
    await messageOf(dee, 'Escalation N-08, X1: what was promised').waitFor()
    await eveChat.goto('/chat')
    const did = messageOf(eveChat, 'Escalation N-08, X1: did it happen?')
    await did.getByRole('button', { name: 'Yes, it happened' }).click()
    await messageOf(eveChat, 'Escalation N-08, X1: answered')
      .getByText('You hear what came of it within five working days.', { exact: false })
      .waitFor()
  })

  test('Dee says what came of it, and Eve reads it on her phone', async () => {
    const asked = messageOf(dee, 'Escalation N-08, X1: say what came of it')
    await asked.getByRole('button', { name: 'Say what came of it' }).click()
    const form = messageOf(dee, 'Escalation N-08, X1: what came of it')
    await form.getByLabel('What came of it?').fill('They visited; the plan was changed.')
    await form.getByRole('button', { name: 'Send', exact: true }).click()
    await messageOf(dee, 'Escalation N-08, X1: answered').waitFor()
    await eve.getByText('They visited; the plan was changed.').waitFor()
    expect(await dee.getByRole('main').innerText()).not.toContain('the plan was changed')
    expect(await sideways(eve)).toBe(0)
  })

  test('Bea sets its theme; the register shows it closed under it, and counts it', async () => {
    await bea.getByLabel('What can be learned from it?').selectOption('action')
    await bea.getByRole('button', { name: 'Keep the theme' }).click()
    await bea.getByText('You said what can be learned from it.').waitFor()
    await bea.getByRole('link', { name: 'Escalations' }).first().click()
    await bea.getByLabel('Theme', { exact: true }).selectOption('action')
    await bea
      .getByRole('list', { name: /^Ended/ })
      .getByText('X1 N-08')
      .waitFor()
    await rowOf(bea, 'X1 N-08').getByText('Closed', { exact: true }).waitFor()
    await bea.getByText('Action, or lack of action, stage 2: 0 open, 1 ended').waitFor()
    await bea.getByLabel('Theme', { exact: true }).selectOption('threshold')
    await bea.getByText('No concern stands under this theme.').waitFor()

    const { stages, history } = await x1()
    expect(stages.map(({ interimSafety, ended }) => [interimSafety, ended?.how])).toEqual([
      [FIRST, 'not-kept'],
      [SECOND, 'kept'],
    ])
    expect(history.map(({ who }) => who.split(' ')[0])).toEqual([
      'Bea',
      'Dee',
      'Eve',
      'Dee',
      'Eve',
      'Ada',
      'Ada',
      'Eve',
    ])
  })

  const raised = async () =>
    ((await (await stage.server.signIn('bea')).get('/api/escalations')).body as EscalationList).items
  async function x1(): Promise<EscalationView> {
    const [item] = await raised()
    const { body } = await (await stage.server.signIn('bea')).get(`/api/escalations/${item?.id}`)
    return body as EscalationView
  }
})

/** Exampleshire with everybody in their posts since the new year. */
const inJanuary = {
  ...exampleshire,
  post_holding: exampleshire.post_holding.map((held) => ({ ...held, from_day: day('2018-01-01') })),
}

const interim = (page: Page): Locator => page.getByLabel('How is the child kept safe until this is settled?')

/** The page says which arrangement is missing, on top and at its field. */
async function isRefused(page: Page): Promise<void> {
  await page.getByRole('link', { name: NO_INTERIM }).waitFor()
  expect(await interim(page).getAttribute('aria-invalid')).toBe('true')
}

/** The interim safety arrangement of now stands above everything else on the page. */
async function standsOnTop(page: Page, arrangement: string): Promise<void> {
  const above = async (): Promise<string> =>
    (await page.getByRole('main').innerText()).split('The concern')[0] ?? ''
  await expect.poll(above).toContain('Interim safety arrangement')
  await expect.poll(above).toContain(arrangement)
}

async function promise(page: Page, what: string, who: string, by: string): Promise<void> {
  const form = messageOf(page, 'Escalation N-08, X1: what will be done')
  await form.getByLabel('What will be done?').fill(what)
  await form.getByLabel('Who will do it?').fill(who)
  await form.getByLabel('By which day?').fill(by)
  await form.getByRole('button', { name: 'Send', exact: true }).click()
  await messageOf(page, 'Escalation N-08, X1: answered')
    .getByText('On that day both sides are asked whether it happened.', { exact: false })
    .waitFor()
}

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
