import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { aStage, rowOf } from './stage.ts'
import type { Stage } from './stage.ts'

let stage: Stage
let gil: Page
let link = ''
const addresses = new Set<string>()

beforeAll(async () => {
  stage = await aStage()
  gil = await stage.window({ path: '/' })
  gil.on('request', (request) => addresses.add(request.url()))
})
afterAll(() => stage?.close())

test('Gil, whom the bot does not reach, finds his mails in the mailbox and none of them names a child', async () => {
  await gil.getByRole('button', { name: 'Gil Practice-Test' }).click()
  await gil.getByRole('link', { name: 'Mailbox' }).click()
  const mail = gil
    .getByRole('listitem')
    .filter({ has: gil.getByRole('heading', { name: 'Case N-17: one action is due 11 June, 7 days late' }) })
  await mail.getByText('Action A7 of case N-17 needs an answer from you.').waitFor()
  link = (await mail.getByRole('link').getAttribute('href')) ?? ''
  expect(new URL(link).pathname).toMatch(/^\/answer\/[\w-]+$/)
  expect(await gil.getByRole('main').innerText()).not.toMatch(/Birch|Cole|Ashby|Elm/)
})

test('the link of a mail leads from a browser without a session to sign-in, and from there to the question', async () => {
  const elsewhere = await stage.window({ path: link })
  elsewhere.on('request', (request) => addresses.add(request.url()))
  await elsewhere.getByRole('heading', { name: 'Sign in' }).waitFor()
  await elsewhere.getByRole('button', { name: 'Gil Practice-Test' }).click()
  await elsewhere.getByRole('heading', { name: 'A7 for N-17: how does it stand?' }).waitFor()
  expect(elsewhere.url()).toBe(link)
})

test('Gil follows the link and reports that it is done', async () => {
  await gil
    .getByRole('link', { name: 'Open in Case Evaluations' })
    .and(gil.locator(`[href="${link}"]`))
    .first()
    .click()
  await gil.getByText('It is done').click()
  await gil.getByLabel('What was done?').fill('The request of March was answered today.')
  await gil.getByLabel('How do you know?').fill('Sent letter, copy on file.')
  await gil.getByRole('button', { name: 'Send' }).click()
  await gil.getByRole('heading', { name: 'A7 for N-17: your answer was sent' }).waitFor()
  await gil.getByText('Whoever asked for it is asked whether it happened.').waitFor()
  expect(await gil.getByRole('main').innerText()).toContain('Sent letter, copy on file.')
})

test('Dee, who asked for it, confirms in the browser', async () => {
  const dee = await stage.window({ person: 'dee', path: '/' })
  await dee.getByRole('link', { name: 'Answer A7, N-17' }).click()
  await dee.getByText('Sent letter, copy on file.').waitFor()
  await dee.getByText('Yes, it happened').click()
  await dee.getByRole('button', { name: 'Send' }).click()
  await dee.getByText('The action is closed.').waitFor()
  await dee.goto('/')
  await dee.getByRole('heading', { name: 'Nothing waits for you' }).waitFor()
  expect(await rowOf(dee, 'A7 N-17').count()).toBe(0)
})

test('Gil sees that it is closed, and the link of the mail says when he answered', async () => {
  await gil.getByRole('link', { name: 'Open the action' }).click()
  await gil.getByRole('dialog').getByText('It happened: Health (Designated Nurse) said so').waitFor()
  await gil.goto(link)
  await gil.getByText(/^You answered this on 18 June at \d\d:\d\d\. Nothing more to do\.$/).waitFor()
  await gil.goto('/actions?group=done')
  await rowOf(gil, 'A7 N-17').waitFor()
  expect(await rowOf(gil, 'A7 N-17').innerText()).toContain('It happened: Health (Designated Nurse) said so')
})

test('Gil did all that without the bot, and no address of his pages says a name or a reference', async () => {
  const { body } = await (await stage.server.signIn('gil')).get('/local/chat?last=10')
  expect(body).toMatchObject({ installed: false, messages: [] })
  const read = [...addresses].filter((address) => !address.includes('/assets/')).map(decodeURIComponent)
  expect(read.length).toBeGreaterThan(5)
  expect(
    read.filter((address) => /N-\d\d|\bA\d+\b|-Test|Practice|March|letter|Bearer/.test(address)),
  ).toEqual([])
})
