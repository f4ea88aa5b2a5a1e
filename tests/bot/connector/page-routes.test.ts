import { afterEach, beforeEach, expect, test } from 'vitest'

import { cardMessage, cardOf, openStage, robin } from './stage.ts'
import type { Stage } from './stage.ts'

let stage: Stage
beforeEach(async () => void (stage = await openStage()))
afterEach(() => stage.close())

/** The page's own reading of what it fetches; the page is compiled for a browser, so it is loaded by address. */
const reading = (await import(new URL('../../../local/page/page-data.ts', import.meta.url).href)) as {
  parseChat: (json: unknown) => unknown
  parseMailbox: (json: unknown) => unknown
  parseAnswer: (json: unknown) => unknown
}

const sendCard = (title = 'Did it happen?') => stage.chats.send(stage.chats.open(robin), cardMessage(title))

test.each([['chat'], ['mailbox']])('Nobody sees a %s without signing in', async (path) => {
  const { status, headers, json } = await stage.page('nobody', path)
  expect([status, headers.get('content-type')]).toEqual([401, 'application/problem+json; charset=utf-8'])
  expect(json).toMatchObject({ status: 401, title: 'You are not signed in' })
})

test.each([['chat/press'], ['chat/say'], ['chat/refresh']])(
  'Nobody does %s without signing in',
  async (path) => {
    expect((await stage.page('nobody', path, {})).status).toBe(401)
  },
)

test('A person sees their own chat, oldest first, and the page can read it', async () => {
  sendCard()
  await stage.chats.say(robin, 'What is open?')
  const { json } = await stage.page('robin', 'chat')
  expect(json).toEqual({
    person: { name: robin.name },
    installed: true,
    earlier: 0,
    messages: [
      {
        id: expect.any(String),
        from: 'bot',
        storyAt: '2018-06-13T09:04:00.000Z',
        version: 1,
        summary: 'Case N-08: one action is due on 13 June',
        card: cardOf('Did it happen?'),
        refreshes: false,
      },
      expect.objectContaining({ from: 'person', text: 'What is open?' }),
    ],
  })
  expect(reading.parseChat(json)).toEqual(json)
  expect((await stage.page('sam', 'chat')).json).toMatchObject({ messages: [] })
})

test('A chat is sent again only when something in it changed', async () => {
  const id = sendCard()
  const tag = (await stage.page('robin', 'chat')).headers.get('etag') ?? ''
  const again = () => stage.page('robin', 'chat', undefined, { 'if-none-match': tag })
  expect((await again()).status).toBe(304)
  stage.chats.update(stage.chats.open(robin), id, cardMessage('Newer'))
  expect((await again()).status).toBe(200)
})

test('A long chat is sent from its newest end', async () => {
  for (const title of ['One', 'Two', 'Three']) sendCard(title)
  const { json } = await stage.page('robin', 'chat?last=2')
  expect(json).toMatchObject({ earlier: 1, messages: [{ card: cardOf('Two') }, { card: cardOf('Three') }] })
})

test('A press goes to the bot and its answer comes back in a form that the page can read', async () => {
  const activityId = sendCard()
  const card = cardOf('Thank you.')
  stage.botAnswers(() => ({
    status: 200,
    body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card },
  }))
  const action = { type: 'Action.Execute', verb: 'yes', data: { duty: 'd-1' } }
  const { json } = await stage.page('robin', 'chat/press', { activityId, action })
  expect(json).toEqual({ kind: 'card', card })
  expect(reading.parseAnswer(json)).toEqual({ kind: 'done' })
  expect((await stage.page('sam', 'chat/press', { activityId, action })).status).toBe(404)
  expect(stage.received).toHaveLength(1)
})

test.each([
  ['chat/press', { activityId: '1' }],
  ['chat/say', { text: '  ' }],
  ['chat/say', { text: 'x'.repeat(10_001) }],
  ['chat/refresh', {}],
])('%s with %j is not sent on', async (path, body) => {
  expect((await stage.page('robin', path, body)).status).toBe(400)
  expect(stage.received).toEqual([])
})

test('A person for whom the app is not installed is told so', async () => {
  expect((await stage.page('kim', 'chat')).json).toMatchObject({ installed: false, messages: [] })
  const { json } = await stage.page('kim', 'chat/say', { text: 'hello' })
  expect(json).toEqual({ ok: false, why: 'not-installed' })
})

test('A person sees their own mails, newest first, and the page can read them', async () => {
  const letter = {
    to: 'robin',
    toName: robin.name,
    subject: 'Case N-08',
    text: 'Due.',
    link: '/x',
    number: '1042',
  }
  stage.mailbox.put({ ...letter, to: 'sam' })
  stage.mailbox.put(letter)
  const { json, headers } = await stage.page('robin', 'mailbox')
  expect(json).toEqual({
    person: { name: robin.name },
    mails: [
      {
        id: expect.any(String),
        storyAt: '2018-06-13T09:04:00.000Z',
        subject: 'Case N-08',
        text: 'Due.',
        link: '/x',
        number: '1042',
      },
    ],
  })
  expect(reading.parseMailbox(json)).toEqual(json)
  const again = await stage.page('robin', 'mailbox', undefined, {
    'if-none-match': headers.get('etag') ?? '',
  })
  expect(again.status).toBe(304)
})
