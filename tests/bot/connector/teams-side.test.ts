import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { createRemoteJWKSet, jwtVerify } from 'jose'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { channelIdOf } from '#local/connector/person.ts'

import { bot, cardMessage, cardOf, kim, openStage, robin } from './stage.ts'
import type { Stage } from './stage.ts'

let stage: Stage
beforeEach(async () => void (stage = await openStage()))
afterEach(() => stage.close())

const sendCard = (title = 'Did it happen?', more: object = {}) =>
  stage.chats.send(stage.chats.open(robin), cardMessage(title, more))
const shown = (activityId: string) => stage.chats.open(robin).messages.get(activityId)
const yes = (activityId: string) => ({ activityId, action: { verb: 'yes', data: { duty: 'd-1' } } })
const invokeAnswer = (type: string, value: unknown, statusCode = 200) => ({
  status: 200,
  body: { statusCode, type, value },
})
const cardAnswer = (title: string) => invokeAnswer('application/vnd.microsoft.card.adaptive', cardOf(title))

const refresh = (userIds?: readonly string[]) => ({
  refresh: { action: { type: 'Action.Execute', verb: 'look', data: { duty: 'd-1' } }, userIds },
})
const bearer = () => stage.received[0]?.authorisation.replace('Bearer ', '') ?? ''

const envelope = () => ({
  id: expect.any(String),
  timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
  serviceUrl: `${stage.origin}/local/connector/`,
  channelId: 'msteams',
  from: { id: expect.stringMatching(/^29:/), name: robin.name, aadObjectId: robin.aadId },
  recipient: { id: `28:${bot.appId}`, name: bot.name },
  conversation: {
    id: stage.chats.open(robin).conversationId,
    conversationType: 'personal',
    tenantId: robin.tenantId,
  },
  channelData: { tenant: { id: robin.tenantId } },
})

describe('Pressing a button', () => {
  test('posts the activity that Teams posts, with what was typed merged into the button’s data', async () => {
    const activityId = sendCard()
    stage.botAnswers(() => cardAnswer('Thank you.'))
    await stage.chats.press(robin, { ...yes(activityId), inputs: { note: 'Visit was on 12 June' } })

    expect(stage.received.map(({ activity }) => activity)).toEqual([
      {
        ...envelope(),
        type: 'invoke',
        name: 'adaptiveCard/action',
        replyToId: activityId,
        value: {
          action: {
            type: 'Action.Execute',
            verb: 'yes',
            data: { duty: 'd-1', note: 'Visit was on 12 June' },
          },
          trigger: 'manual',
        },
      },
    ])
  })

  test('replaces the card in place with the one that the bot answers', async () => {
    const activityId = sendCard()
    stage.botAnswers(() => cardAnswer('You said yes.'))
    expect(await stage.chats.press(robin, yes(activityId))).toEqual({
      kind: 'card',
      card: cardOf('You said yes.'),
    })
    expect(shown(activityId)).toMatchObject({ version: 2, card: cardOf('You said yes.') })
  })

  test('leaves the card as it is when the answer is the same card', async () => {
    const activityId = sendCard('Same')
    stage.botAnswers(() => cardAnswer('Same'))
    await stage.chats.press(robin, yes(activityId))
    expect(shown(activityId)?.version).toBe(1)
  })

  test('puts a line of text beneath the card, and the next card takes it away', async () => {
    const activityId = sendCard()
    stage.botAnswers(() => invokeAnswer('application/vnd.microsoft.activity.message', 'You answered this.'))
    expect(await stage.chats.press(robin, yes(activityId))).toEqual({
      kind: 'text',
      text: 'You answered this.',
    })
    expect(shown(activityId)).toMatchObject({ version: 1, note: 'You answered this.' })
    stage.botAnswers(() => cardAnswer('Done'))
    await stage.chats.press(robin, yes(activityId))
    expect(shown(activityId)).not.toHaveProperty('note')
  })

  test('on an old copy works, whatever the card holds by now', async () => {
    const old = sendCard('First copy')
    const replacement = sendCard('You may already have this')
    stage.chats.update(stage.chats.open(robin), old, cardMessage('Newer'))
    stage.botAnswers(() => cardAnswer('You answered this on 13 June.'))
    await stage.chats.press(robin, {
      activityId: old,
      action: { verb: 'of-long-ago', data: { forged: true } },
    })
    expect(stage.received[0]?.activity).toMatchObject({
      replyToId: old,
      value: { action: { verb: 'of-long-ago' } },
    })
    expect(shown(old)?.card).toEqual(cardOf('You answered this on 13 June.'))
    expect(shown(replacement)?.version).toBe(1)
  })

  test('shows the bot’s own sentence when it says no', async () => {
    const activityId = sendCard()
    const value = { code: 'NotYours', message: 'This question is for somebody else.' }
    stage.botAnswers(() => invokeAnswer('application/vnd.microsoft.error', value, 400))
    expect(await stage.chats.press(robin, yes(activityId))).toEqual({ kind: 'error', message: value.message })
    expect(shown(activityId)?.version).toBe(1)
  })

  test.each([
    ['answers with a fault', () => ({ status: 501 })],
    ['answers nothing', () => ({ status: 200 })],
    ['answers something else', () => ({ status: 200, body: { hello: 'there' } })],
    [
      'takes too long',
      () => new Promise<{ status: number }>((done) => void setTimeout(done, 900, { status: 200 })),
    ],
  ])('says that what was typed is still here when the bot %s', async (_, answer) => {
    const activityId = sendCard()
    stage.botAnswers(answer)
    expect(await stage.chats.press(robin, yes(activityId))).toEqual({
      kind: 'error',
      message: expect.stringContaining('What you typed is still here'),
    })
    expect(shown(activityId)?.version).toBe(1)
  })

  test('of an older client is a message with the data as its value', async () => {
    const activityId = sendCard()
    const action = { type: 'Action.Submit', data: { duty: 'd-1' } } as const
    expect(await stage.chats.press(robin, { activityId, action })).toEqual({ kind: 'nothing' })
    expect(stage.received[0]?.activity).toEqual({
      ...envelope(),
      type: 'message',
      replyToId: activityId,
      value: { duty: 'd-1' },
    })
  })

  test('leaves nothing of what was typed in the journal', async () => {
    const activityId = sendCard()
    await stage.chats.press(robin, { ...yes(activityId), inputs: { note: 'in-confidence' } })
    expect(readFileSync(stage.journal, 'utf8')).not.toContain('in-confidence')
  })
})

describe('A card that refreshes', () => {
  test('asks the bot by itself, marked as automatic, for the person whom it names', async () => {
    const activityId = sendCard('Open', refresh([channelIdOf(robin)]))
    stage.botAnswers(() => cardAnswer('Closed'))
    await stage.chats.refresh(robin, activityId)
    expect(stage.received[0]?.activity).toMatchObject({
      value: { action: { verb: 'look', data: { duty: 'd-1' } }, trigger: 'automatic' },
    })
    expect(shown(activityId)?.card).toEqual(cardOf('Closed'))
  })

  test.each([[refresh([])], [refresh(['29:somebody-else'])], [{}]])('asks nothing for %j', async (more) => {
    const activityId = sendCard('Open', more)
    expect(await stage.chats.refresh(robin, activityId)).toBeUndefined()
    expect(stage.received).toEqual([])
  })

  test('leaves what the person opened meanwhile, however late its own answer comes', async () => {
    const activityId = sendCard('Open', refresh())
    const pressed = Promise.withResolvers<void>()
    stage.botAnswers(async ({ value }) => {
      if ((value as { trigger: string }).trigger === 'manual') return cardAnswer('What was done?')
      await pressed.promise
      return cardAnswer('Open since yesterday')
    })
    const refreshed = stage.chats.refresh(robin, activityId)
    await stage.chats.press(robin, yes(activityId))
    pressed.resolve()
    await refreshed
    expect(shown(activityId)?.card).toEqual(cardOf('What was done?'))
  })
})

describe('Writing and installing', () => {
  test('What a person types is in the chat and goes to the bot under the same id', async () => {
    expect(await stage.chats.say(robin, 'What is open?')).toEqual({ ok: true })
    const { activity } = stage.received[0] ?? {}
    expect(activity).toEqual({ ...envelope(), type: 'message', textFormat: 'plain', text: 'What is open?' })
    expect(shown(String(activity?.['id']))).toMatchObject({ from: 'person', text: 'What is open?' })
  })

  test('What a person types stays in the chat when the bot is away, and they are told', async () => {
    stage.botAnswers(() => ({ status: 503 }))
    expect(await stage.chats.say(robin, 'Hello?')).toEqual({ ok: false, why: 'bot-away' })
    expect(stage.chats.open(robin).messages.size).toBe(1)
  })

  test('The bot learns of an installation by both activities that Teams sends', async () => {
    expect(await stage.chats.install(robin)).toEqual({ ok: true })
    expect(stage.received.map(({ activity }) => activity)).toEqual([
      {
        ...envelope(),
        type: 'conversationUpdate',
        membersAdded: [
          { id: expect.stringMatching(/^29:/), aadObjectId: robin.aadId },
          { id: `28:${bot.appId}` },
        ],
      },
      { ...envelope(), type: 'installationUpdate', action: 'add' },
    ])
  })

  test('Nothing reaches the bot from a person for whom it is not installed', async () => {
    expect(await stage.chats.install(kim)).toEqual({ ok: false, why: 'not-installed' })
    expect(await stage.chats.say(kim, 'hello')).toEqual({ ok: false, why: 'not-installed' })
    expect(stage.received).toEqual([])
  })
})

describe('The channel’s token', () => {
  test('is the channel’s, for this bot and this service URL, and its key is published with endorsements', async () => {
    await stage.chats.say(robin, 'hello')
    const metadata = await (await fetch(`${stage.origin}/local/channel/openid`)).json()
    const { jwks_uri: keys } = metadata as { jwks_uri: string }
    const { payload } = await jwtVerify(bearer(), createRemoteJWKSet(new URL(keys)), {
      issuer: 'https://api.botframework.com',
      audience: bot.appId,
      algorithms: ['RS256'],
    })
    expect(payload['serviceurl']).toBe(`${stage.origin}/local/connector/`)
    const published = await (await fetch(keys)).json()
    expect(published).toEqual({
      keys: [
        {
          kty: 'RSA',
          n: expect.any(String),
          e: 'AQAB',
          kid: expect.any(String),
          use: 'sig',
          endorsements: ['msteams'],
        },
      ],
    })
  })

  test('can be checked after a new start: the key is made once, and only its owner can read it', async () => {
    await stage.chats.say(robin, 'hello')
    const again = await openStage(stage.folder)
    try {
      const keys = createRemoteJWKSet(new URL(`${again.origin}/local/channel/keys`))
      await expect(jwtVerify(bearer(), keys)).resolves.toBeDefined()
      expect(statSync(join(stage.folder, 'channel-key.json')).mode & 0o077).toBe(0)
    } finally {
      await again.close()
    }
  })
})
