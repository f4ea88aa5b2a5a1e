import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { THRESHOLDS } from '#core/round/words.ts'
import { longList } from '#local/story/neglect/long-list.ts'
import { callsTo, done } from '#tests/http/calls.ts'
import { inGrid } from '#tests/http/small-rounds.ts'
import type { Grid } from '#tests/http/small-rounds.ts'

import { aStage, rowOf } from './stage.ts'
import type { Stage } from './stage.ts'

let stage: Stage
let bea: Page
beforeAll(async () => {
  stage = await aStage('pglite', 'neglect')
  bea = await stage.window({ person: 'bea', path: '/' })
})
afterAll(() => stage?.close())

const button = (name: string | RegExp) => bea.getByRole('button', { name })
const heading = (name: string | RegExp) => bea.getByRole('heading', { name, level: 1 })

test('a business manager sets up a round: theme, first day, four agencies of which one collates', async () => {
  await bea.getByRole('link', { name: 'Rounds', exact: true }).click()
  await bea.getByRole('link', { name: 'Set up a round' }).click()
  await bea.getByLabel('What the round is about').fill('Going missing')
  await bea.getByLabel('A priority of the partnership').check()
  await dayOf('First day', '2', '7', '2018')
  await bea.getByText('Wednesday 25 July').first().waitFor()
  for (const name of OTHERS) await button(`Take out ${name}`).click()
  for (const name of FOUR) await agency(name).getByLabel('Decides for the agency').check()
  await agency('GPs').getByLabel('Sends its return to').selectOption('Clinical commissioning group')
  await button('Save the round').click()
  await heading('Round G-2018-3: Going missing').waitFor()
})

test('the approval is recorded, and the next step is the long list', async () => {
  await bea.getByRole('link', { name: 'Record the approval' }).click()
  await bea.getByLabel('Who approved the theme').fill('Audit and Scrutiny subgroup')
  await dayOf('On which day', '18', '6', '2018')
  await button('Record the approval').click()
  await bea.getByText('The approval was recorded.').waitFor()
  await bea.getByRole('link', { name: 'Write the long list' }).click()
})

test('twenty rows are pasted from a spreadsheet and saved', async () => {
  await bea.getByLabel('Rows of your spreadsheet').fill(pasted())
  await button(/^Read/).click()
  await bea.getByText('20 children were added to the list below.').waitFor()
  await bea.getByRole('heading', { name: 'The list: 20 of 20' }).waitFor()
  await button('Save the list').click()
  await bea.getByText('The long list was saved. It has 20 cases.').waitFor()
})

test('the list goes to four agencies, and each of them is asked', async () => {
  await bea.getByRole('link', { name: 'Send the long list to 4 agencies' }).click()
  await button('Send to 4 agencies').click()
  await bea.getByText('The long list was sent. 4 agencies are asked.').waitFor()
  await bea.getByRole('table').first().getByText('has not confirmed that it arrived').nth(3).waitFor()
})

test('Ada confirms the receipt on her phone, then answers for twenty children on one page', async () => {
  const ada = await stage.window({ person: 'ada', path: '/', width: 390 })
  await rowOf(ada, 'G-2018-3').getByRole('link', { name: /^Open/ }).first().click()
  await ada.getByRole('heading', { name: 'Round G-2018-3: did the long list arrive?' }).waitFor()
  expect(await ada.getByRole('main').innerText()).not.toContain('Ashby-Test')
  await ada.getByRole('button', { name: 'Yes, it reached me and nobody else' }).click()
  await ada.getByRole('heading', { name: 'Round G-2018-3: which children do you know?' }).waitFor()
  const cases = ada.getByRole('list', { name: 'The long list' }).getByRole('listitem')
  for (const [place, each] of (await cases.all()).entries()) {
    await each.getByRole('radio', { name: place === 19 ? 'Not known' : 'Known', exact: true }).check()
  }
  await ada.getByText('20 of 20 answered').waitFor()
  expect(await ada.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  await ada.getByRole('button', { name: 'Send', exact: true }).click()
  await ada.getByText('Nothing more to do.', { exact: false }).first().waitFor()
})

test('eight cases are refused without a reason; six are chosen, and the agencies are asked', async () => {
  await theOthersAnswer()
  await bea.getByRole('link', { name: 'Choose the cases' }).first().click()
  const boxes = bea.getByRole('checkbox', { name: /^Choose G-/ })
  await boxes.nth(7).waitFor()
  for (const box of (await boxes.all()).slice(0, 8)) await box.check()
  await bea.getByText('The method asks for 5 to 7 cases: these are too many.').waitFor()
  await button('Check the choice').click()
  await bea.getByText('Say why, so that it can be followed.').waitFor()
  for (const box of (await boxes.all()).slice(0, 8)) await box.uncheck()
  await button('Tick the 6 with the highest scores').click()
  await button('Check the choice').click()
  await button('Choose these 6 cases').click()
  await heading('Round G-2018-3: the chosen cases').waitFor()
  await bea.getByText('6 cases were chosen').first().waitFor()
  await bea.getByRole('link', { name: 'Grid', exact: true }).click()
  await bea.getByRole('table').getByRole('rowheader', { name: /^G-/ }).nth(5).waitFor()
})

const FOUR = ["Children's Social Care", 'Police', 'GPs', 'Clinical commissioning group']
const OTHERS = [
  'Early Help',
  'Acute hospital trust',
  'Community and mental health trust',
  'Community provider',
  'Schools',
  'Probation',
  'Youth Justice',
]

const agency = (name: string) => bea.getByRole('group', { name, exact: true })

async function dayOf(label: string, day: string, month: string, year: string): Promise<void> {
  const group = bea.getByRole('group', { name: label })
  await group.getByLabel('Day').fill(day)
  await group.getByLabel('Month').fill(month)
  await group.getByLabel('Year').fill(year)
}

/** As it comes out of a spreadsheet: four columns with a tab between them. */
function pasted(): string {
  return longList
    .map(({ name, born, threshold }, place) => {
      const [year, month, day] = (born ?? '').split('-').map(Number)
      const stands = THRESHOLDS[threshold]
      return [
        name,
        born ? `${day}/${month}/${year}` : 'unborn',
        stands,
        `M${place}-Test (mother, lives with)`,
      ]
    })
    .map((cells) => cells.join('\t'))
    .join('\n')
}

async function theOthersAnswer(): Promise<void> {
  const call = callsTo(stage.server)
  const { items } = await done<{ items: readonly { id: string; code: string }[] }>(call, 'bea', '/api/rounds')
  const round = items.find(({ code }) => code === 'G-2018-3')?.id ?? ''
  const { cases } = await done<{ cases: readonly { id: string }[] }>(
    call,
    'bea',
    `/api/rounds/${round}/choice`,
  )
  const answers = Object.fromEntries(cases.map(({ id }) => [id, 'known']))
  const grid = await done<Grid>(call, 'bea', `/api/rounds/${round}/grid`)
  for (const [who, agencyId] of [
    ['cal', 'pol'],
    ['gil', 'gp'],
    ['dee', 'ccg'],
  ] as const) {
    const reply = inGrid(grid, null, agencyId, 'reply')
    await done(call, who, `/api/involvement/${reply}/receipt`, {})
    await done(call, who, `/api/involvement/${reply}/answers`, { answers })
  }
}
