import { afterEach, beforeEach, expect, test } from 'vitest'

import type { BotEvents, BotTransport, CardJson, ConversationAddress } from '#bot/transport/bot-transport.ts'
import { createBotbuilderTransport } from '#bot/transport/botbuilder/botbuilder-transport.ts'

import { bot, kim, openStage, robin } from './stage.ts'
import type { Stage } from './stage.ts'

// The real transport and the stand-in, over HTTP, as local mode puts them together.

let stage: Stage
let transport: BotTransport
let installed: ConversationAddress[]
beforeEach(async () => {
  stage = await openStage()
  installed = []
  const events: BotEvents = {
    installed: async (address) => void installed.push(address),
    uninstalled: async () => undefined,
    message: async (_, { text }) => ({ text: `You wrote: ${text}`, summary: 'An answer' }),
    cardAction: async ({ data }) => ({ kind: 'card', card: card(`You said ${String(data['happened'])}`) }),
  }
  const serviceUrl = `${stage.origin}/local/connector/`
  transport = createBotbuilderTransport(
    {
      appId: bot.appId,
      tenantId: robin.tenantId,
      appType: 'SingleTenant',
      outgoing: { kind: 'fixed', token: 'bot-token' },
      allowedServiceUrls: [serviceUrl],
      openIdMetadataUrl: `${stage.origin}/local/channel/openid`,
    },
    events,
  )
  stage.botAnswers(async (activity) => {
    const authorization = stage.received.at(-1)?.authorisation
    const { status, body } = await transport.handle({ headers: { authorization }, body: activity })
    return { status, ...(typeof body === 'object' && body !== null && { body }) }
  })
})
afterEach(() => stage.close())

const card = (text: string): CardJson => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text }],
})
const person = (who: { aadId: string; tenantId: string }) => ({
  tenantId: who.tenantId,
  userAadId: who.aadId,
  serviceUrl: `${stage.origin}/local/connector/`,
})

test('A card is sent, pressed, answered and replaced', async () => {
  const opened = await transport.openPersonal(person(robin))
  if (!opened.ok) throw new Error(opened.kind)
  const sent = await transport.send(opened.address, { card: card('Did it happen?'), summary: 'Case N-08' })
  if (!sent.ok) throw new Error(sent.kind)
  expect(stage.chats.open(robin).messages.get(sent.activityId)).toMatchObject({
    summary: 'Case N-08',
    card: card('Did it happen?'),
  })

  const press = {
    activityId: sent.activityId,
    action: { verb: 'answer', data: {} },
    inputs: { happened: 'yes' },
  }
  expect(await stage.chats.press(robin, press)).toEqual({ kind: 'card', card: card('You said yes') })

  const updated = await transport.update(opened.address, sent.activityId, {
    card: card('Closed'),
    summary: 'N-08',
  })
  expect(updated.ok).toBe(true)
  expect(stage.chats.open(robin).messages.get(sent.activityId)).toMatchObject({
    version: 3,
    card: card('Closed'),
  })
})

test('What a person types is answered in their chat', async () => {
  expect(await stage.chats.say(robin, 'hello')).toEqual({ ok: true })
  const texts = [...stage.chats.open(robin).messages.values()].map(({ text }) => text)
  expect(texts).toEqual(['hello', 'You wrote: hello'])
})

test('An installation gives the bot the address at which it can write', async () => {
  expect(await stage.chats.install(robin)).toEqual({ ok: true })
  const [address] = installed
  expect(address).toMatchObject({
    userAadId: robin.aadId,
    conversationId: stage.chats.open(robin).conversationId,
  })
  const sent = address && (await transport.send(address, { text: 'Hello', summary: 'Hello' }))
  expect(sent?.ok).toBe(true)
})

test('A person for whom the app is not installed is told apart from a fault', async () => {
  expect(await transport.openPersonal(person(kim))).toMatchObject({ ok: false, kind: 'not-installed' })
})
