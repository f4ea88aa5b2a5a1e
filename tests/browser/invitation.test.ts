import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { done, callsTo } from '#tests/http/calls.ts'

import { aStage } from './stage.ts'
import type { Stage } from './stage.ts'

let stage: Stage
let ivo = ''
let uma = ''
let bea: Page

/** On a phone: the business manager, and two whom somebody named with an address. */
beforeAll(async () => {
  stage = await aStage()
  const call = callsTo(stage.server)
  type Held = { readonly id: string; readonly holder: { readonly person: string } | null }
  const { posts } = await done<{ posts: readonly Held[] }>(call, 'bea', '/api/people')
  const post = `/api/posts/${posts.find(({ holder }) => holder?.person === 'ada')?.id}`
  type Seat = { readonly deputies: readonly { readonly person: string; readonly name: string }[] }
  const named = async (name: string, mail: string): Promise<string> => {
    const who = { name, mail, jobTitle: 'Officer', road: 'mail' }
    await done(call, 'bea', `${post}/deputy`, { who, from: '2018-06-18' })
    const { deputies } = await done<Seat>(call, 'bea', post)
    return deputies.find((each) => each.name === name)?.person ?? ''
  }
  ivo = await named('Ivo Invited-Test', 'ivo@example.org')
  uma = await named('Uma Unsure-Test', 'uma@example.org')
  bea = await stage.window({ person: 'bea', width: 320, path: `/people/${ivo}/access` })
})
afterAll(() => stage?.close())

const button = (name: string) => bea.getByRole('button', { name })

test('Bea sends Ivo an invitation, and reads where and when it went and until when it is good', async () => {
  await bea.getByText('The invitation goes to ivo@example.org.').waitFor()
  await button('Send the invitation').dblclick()
  await bea.getByText(/^Sent to ivo@example\.org on \d+ \w+ (\d{4} )?at \d\d:\d\d$/).waitFor()
  await bea.getByText(/It is good once, until \w+ \d+ \w+( \d{4})?, and is not shown again\./).waitFor()
  await button('Copy the link').waitFor()
  expect(await isWider(bea)).toBe(false)
  const { violations } = await new AxeBuilder({ page: bea }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
})

test('It is one mail, in Ivo’s mailbox, with the link that Bea can copy', async () => {
  const shown = await bea.getByText(/\/join\/[\w-]{43}$/).innerText()
  const mailbox = await stage.window({ person: ivo, path: '/mailbox' })
  const mail = mailbox.getByRole('listitem').filter({ hasText: 'An invitation to Case Evaluations from' })
  await mail.getByText('Nobody of the partnership will ever ask you for a password.').waitFor()
  expect(await mail.count()).toBe(1)
  expect(await mail.getByRole('link').getAttribute('href')).toBe(shown)
  expect(await mail.innerText()).not.toContain('quote')
})

test('A second one is refused for a minute; the page still says that one was sent', async () => {
  await button('Send the invitation').click()
  await bea.getByText('A mail with an invitation went out a moment ago').first().waitFor()
  await bea.getByText(/^Sent to ivo@example\.org/).waitFor()
  await bea.reload()
  await bea
    .getByText(/^An invitation was sent to ivo@example\.org on .* A new one takes its place\.$/)
    .waitFor()
  expect(await bea.getByText('/join/').count()).toBe(0)
})

test('A link to be copied takes its place, and the page says that it was not sent', async () => {
  await button('Make a link to copy').click()
  await bea.getByText('Send this link to them, and to nobody else').waitFor()
  expect(await isWider(bea)).toBe(false)
  await bea.reload()
  await bea.getByText(/^An invitation was made, and its link was shown to be copied\./).waitFor()
})

test('Of an invitation that another one replaced Bea reads so, and sees no link', async () => {
  await bea.goto(`${stage.server.origin}/people/${uma}/access`)
  let tries = 0
  await bea.route('**/invitation', async (route) => {
    tries += 1
    if (tries > 1) return route.continue()
    // Its mail goes out, the answer is lost, and somebody else makes another one before Bea presses again.
    await route.fetch()
    await done(callsTo(stage.server), 'quinn', `/api/people/${uma}/invitation`, { agency: null })
    return route.abort('connectionreset')
  })
  await button('Send the invitation').click()
  await bea.getByRole('heading', { name: 'We could not reach the server' }).waitFor()
  await button('Send the invitation').click()
  await bea.getByRole('heading', { name: 'Another invitation took the place of this one' }).waitFor()
  await bea.getByText('If a mail with this one arrives at uma@example.org').waitFor()
  expect(await bea.getByText('/join/').count()).toBe(0)
  expect(await bea.getByText('Send this link to them').count()).toBe(0)
  expect(await isWider(bea)).toBe(false)
  const { violations } = await new AxeBuilder({ page: bea }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
})

const isWider = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
