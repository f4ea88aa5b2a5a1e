import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { aStage, messageOf } from './stage.ts'
import type { Stage } from './stage.ts'

let stage: Stage
let quinn: Page
beforeAll(async () => {
  stage = await aStage()
  quinn = await stage.window({ person: 'quinn', path: '/actions' })
})
afterAll(() => stage?.close())

const record = () => quinn.getByRole('button', { name: 'Record and tell the owner' })
/** "Timed: met" */
const smart = (word: string) =>
  quinn
    .getByRole('listitem')
    .filter({ hasText: `${word}:` })
    .innerText()

test('an empty form says what is missing: in a summary that takes the focus, and beside each field', async () => {
  await quinn.getByRole('link', { name: 'Record an action' }).click()
  await record().click()
  const summary = quinn.getByRole('heading', { name: 'There is a problem' })
  await summary.waitFor()
  expect(await quinn.evaluate(() => document.activeElement?.textContent)).toContain('There is a problem')
  const sentences = {
    Case: 'Choose a case.',
    'What will be done': 'Say what will be done.',
    'Who will do it': 'Choose who will do it.',
    'Who asked for it': 'Choose who asked for it.',
    'How we will know that it helped': 'Say how we will know that it helped.',
  }
  for (const [label, sentence] of Object.entries(sentences)) {
    const field = quinn.getByLabel(label, { exact: true })
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    expect(await saidBeside(await field.getAttribute('aria-describedby'))).toContain(sentence)
    await quinn.getByRole('link', { name: sentence }).click()
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
  }
  const days = quinn.getByRole('group', { name: 'By which day' })
  expect(await saidBeside(await days.getAttribute('aria-describedby'))).toContain('Give a day')
})

test('the five words change while the action is typed, and never block', async () => {
  expect(await smart('Specific')).toContain('not yet')
  await quinn.getByLabel('Case', { exact: true }).selectOption({ label: 'N-08' })
  await quinn.getByLabel('What will be done').fill('Improve things')
  expect(await smart('Specific')).toContain('not yet')
  await quinn.getByLabel('What will be done').fill('See Wren alone at school each month.')
  expect(await smart('Specific')).toMatch(/Specific: met/)
  expect(await smart('Timed')).toContain('not yet')
  await quinn.getByLabel('Day', { exact: true }).fill('29')
  await quinn.getByLabel('Month').fill('6')
  await quinn.getByLabel('Year').fill('2018')
  expect(await smart('Timed')).toMatch(/Timed: met/)
})

test('a text that names the child is refused with a sentence, and nothing that was typed is lost', async () => {
  await quinn
    .getByLabel('Who will do it')
    .selectOption({ label: 'Allocated worker of N-08 (Wes Worker-Test)' })
  await quinn.getByLabel('Who asked for it').selectOption({ label: 'Schools (lead person) (Eve Lead-Test)' })
  await quinn.getByLabel('How we will know that it helped').fill('The record shows each visit.')
  await record().click()
  const sentence = 'The text goes onto cards and mails. Take out the name, initials or date of birth.'
  await quinn.getByRole('link', { name: sentence }).click()
  const what = quinn.getByLabel('What will be done')
  expect(await what.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(await what.inputValue()).toBe('See Wren alone at school each month.')
  expect(await quinn.getByLabel('Day', { exact: true }).inputValue()).toBe('29')
  expect(await quinn.getByLabel('How we will know that it helped').inputValue()).toBe(
    'The record shows each visit.',
  )
})

test('after mending it is recorded, stands open, and the owner’s card arrives in chat', async () => {
  await quinn.getByLabel('What will be done').fill('See the child alone at school each month.')
  await quinn
    .getByText('Allocated worker of N-08 will do this by Friday 29 June, and Schools (lead person) will say')
    .waitFor()
  await record().click()
  const drawer = quinn.getByRole('dialog', { name: 'A10 for N-08' })
  await drawer.getByText('Recorded. Allocated worker of N-08 was told.').waitFor()
  expect(new URL(quinn.url()).pathname).toMatch(/^\/actions\/[\w-]+$/)

  const wes = await stage.window({ person: 'wes', path: '/chat' })
  const card = messageOf(wes, 'Case N-08, A10: one action for you')
  await card.getByText('See the child alone at school each month.').waitFor()
  await card.getByRole('button', { name: 'It is done' }).waitFor()
})

async function saidBeside(ids: string | null): Promise<string> {
  const texts = (ids ?? '').split(' ').map((id) => quinn.locator(`[id="${id}"]`).innerText())
  return (await Promise.all(texts)).join(' ')
}
