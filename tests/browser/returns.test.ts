import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { callsTo, done } from '#tests/http/calls.ts'

import { placesOf } from './places.ts'
import { aStage } from './stage.ts'
import type { Stage } from './stage.ts'

let stage: Stage
/** The lead person of Police and whom they invited, on the same return, each in a browser of their own. */
let cal: Page
let sky: Page
let path: string
beforeAll(async () => {
  stage = await aStage('pglite', 'neglect')
  const places = await placesOf(stage.server)
  path = `/returns/${places('return draft')}`
  cal = await stage.window({ person: 'cal', path: `${path}?step=evaluation&at=the-child` })
  sky = await stage.window({ person: 'sky', path: `${path}?step=evaluation&at=the-child` })
  for (const page of [cal, sky])
    await page.getByRole('heading', { name: 'The child and the family' }).waitFor()
})
afterAll(() => stage?.close())

const child = (page: Page) => page.getByLabel('The child’s own words')
const worker = (page: Page) => page.getByLabel('What the worker says')

test('two people write in two questions of one return at the same time: both texts are kept', async () => {
  await Promise.all([
    child(cal).fill('He said that he was hungry.'),
    worker(sky).fill('The fridge was empty twice.'),
  ])
  for (const page of [cal, sky])
    await page
      .getByText(/^Saved \d/)
      .first()
      .waitFor()
  expect(await kept('child.words')).toBe('He said that he was hungry.')
  expect(await kept('worker.words')).toBe('The fridge was empty twice.')
})

test('two people change one question at the same time: the second sees both texts, and neither is lost', async () => {
  await sky.reload()
  await expect.poll(() => child(sky).inputValue()).toBe('He said that he was hungry.')
  await Promise.all([
    child(cal).fill('He said that he was hungry at night.'),
    child(sky).fill('He said: I am hungry on Sundays.'),
  ])
  const [first, second] = await whoSawBoth()
  const said = await second.getByRole('main').innerText()
  expect(said).toContain('He said that he was hungry at night.')
  expect(said).toContain('He said: I am hungry on Sundays.')
  expect(await kept('child.words')).toBe(await child(first).inputValue())

  const both = 'He said that he was hungry at night. He said: I am hungry on Sundays.'
  await child(second).fill(both)
  await second.getByRole('button', { name: 'Keep mine' }).click()
  await expect.poll(() => kept('child.words')).toBe(both)
  await first.reload()
  await expect.poll(() => child(first).inputValue()).toBe(both)
})

test('a chronology that is sent three days late is taken, and says so', async () => {
  const moved = await fetch(`${stage.server.origin}/local/clock`, {
    method: 'POST',
    headers: { authorization: `Bearer ${(await stage.server.signIn('bea')).token}` },
    body: JSON.stringify({ to: '2018-06-21' }),
  })
  expect(moved.status).toBe(200)
  await cal.goto(`${path}?step=chronology`)
  await cal.getByRole('button', { name: 'Send the chronology' }).click()
  await cal
    .getByText(/^Sent on 21 June at .*, 3 days late/)
    .first()
    .waitFor()
})

/** What stands in a field, as it is read from the server. */
async function kept(field: string): Promise<string | undefined> {
  const { answers } = await done<{ answers: readonly { field: string; text: string }[] }>(
    callsTo(stage.server),
    'cal',
    `/api${path}/content`,
  )
  return answers.find((each) => each.field === field)?.text
}

const both = (page: Page) => page.getByRole('heading', { name: 'Theirs' })

/** Whoever saved first, and whoever is shown both texts. */
async function whoSawBoth(): Promise<readonly [Page, Page]> {
  await expect.poll(async () => (await both(cal).count()) + (await both(sky).count())).toBe(1)
  return (await both(sky).count()) === 1 ? [cal, sky] : [sky, cal]
}
