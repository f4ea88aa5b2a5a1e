import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { Refusal } from '#bot/transport/botbuilder/settings.ts'

import { now } from './world/channel-issuer.ts'
import { listen } from './world/http-server.ts'
import { startWorld, type World } from './world/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(() => {
  world.bot.messages.length = 0
  world.incidents.length = 0
})

const claims = () => ({ appId: world.appId, serviceUrl: world.connector.serviceUrl })
const bearer = async (more: Partial<Parameters<World['issuer']['token']>[0]>) =>
  `Bearer ${await world.issuer.token({ ...claims(), ...more })}`
const chat = (tenant?: string) => ({ id: 'a:chat-1', conversationType: 'personal', tenantId: tenant })

describe('the token', () => {
  it('lets in what the channel signed for this bot and this service URL', async () => {
    const response = await world.deliver(world.message('hello'))
    expect(response).toEqual({ status: 200 })
    expect(world.bot.messages).toHaveLength(1)
  })

  it('is accepted up to five minutes after it ran out', async () => {
    const response = await world.deliver(world.message('hello'), await bearer({ expiresAt: now() - 120 }))
    expect(response.status).toBe(200)
  })

  const refused: [string, Refusal, () => string | Promise<string>][] = [
    ['none', 'no-token', () => ''],
    ['not a bearer token', 'foreign-issuer', () => 'Basic c2FtOnNlY3JldA=='],
    ['garbage', 'foreign-issuer', () => 'Bearer not.a.token'],
    ['of another issuer', 'foreign-issuer', () => bearer({ issuer: 'https://issuer.example' })],
    ['for another bot', 'token-refused', () => bearer({ appId: 'someone-else' })],
    ['run out ten minutes ago', 'token-refused', () => bearer({ expiresAt: now() - 600 })],
    ['signed by a foreign key under a known key id', 'token-refused', () => bearer({ foreignKey: true })],
    ['signed by a key for another channel', 'token-refused', () => bearer({ kid: 'other-channel' })],
    ['for another service URL', 'token-refused', () => bearer({ serviceUrl: 'https://smba.example/' })],
    ['without a service URL', 'token-refused', () => bearer({ more: { serviceurl: undefined } })],
    ['unsigned (alg none)', 'token-refused', () => `Bearer ${world.issuer.unsigned(claims())}`],
  ]
  it.each(refused)('is refused with 401 when it is %s', async (_case, why, authorization) => {
    const response = await world.deliver(world.message('hello'), await authorization())
    expect(response).toEqual({ status: 401 })
    expect(world.incidents).toEqual([{ what: 'refused', why }])
    expect(world.bot.messages).toEqual([])
  })

  it('is refused with 401 when the emulator issued it, though the bot itself is its subject', async () => {
    const tenant = 'd6d49420-f39b-4df7-a1dc-d59a935871db'
    const response = await world.deliver(
      world.message('hello'),
      await bearer({
        issuer: `https://login.microsoftonline.com/${tenant}/v2.0`,
        more: { ver: '2.0', azp: world.appId, tid: tenant },
      }),
    )
    expect(response).toEqual({ status: 401 })
    expect(world.incidents).toEqual([{ what: 'refused', why: 'foreign-issuer' }])
  })

  it('is refused with 401 for a channel other than Teams, and for none', async () => {
    for (const channelId of ['webchat', 'AseChannel', '', undefined]) {
      expect(await world.deliver(world.message('hello', { channelId }))).toEqual({ status: 401 })
    }
    expect(world.bot.messages).toEqual([])
  })

  it('is refused with 401 when the channel’s keys cannot be had in time', async () => {
    const silent = await listen(() => {})
    const other = await startWorld({ deadlineMs: 200, openIdMetadataUrl: `${silent.origin}/openid` })
    const response = await other.deliver(other.message('hello'))
    await Promise.all([silent.close(), other.close()])
    expect(response).toEqual({ status: 401 })
  })
})

describe('the body', () => {
  it.each([
    ['nothing', undefined],
    ['text', 'hello'],
    ['a list', [{ type: 'message' }]],
    ['an object without a type', { text: 'hello' }],
    ['an object whose type is a number', { type: 1 }],
  ])('is refused with 400 when it is %s', async (_case, body) => {
    expect(await world.deliver(body)).toEqual({ status: 400 })
  })
})

describe('the service URL', () => {
  it('must be there', async () => {
    const response = await world.deliver(world.message('hello', { serviceUrl: undefined }))
    expect(response).toEqual({ status: 400 })
    expect(world.bot.messages).toEqual([])
  })

  it('must be on the list, even when the token carries it', async () => {
    const port = new URL(world.connector.serviceUrl).port
    for (const serviceUrl of [
      'https://evil.example/',
      `http://127.0.0.1:${port}.evil.example/connector/`,
      `http://127.0.0.1:${port}/connectors/`,
      `http://127.0.0.1:${port}/connector/../other/`,
      `http://127.0.0.1:${port}@evil.example/connector/`,
      'not a url',
    ]) {
      const response = await world.deliver(
        world.message('hello', { serviceUrl }),
        await bearer({ serviceUrl }),
      )
      expect(response).toEqual({ status: 401 })
      expect(world.incidents.at(-1)).toEqual({ what: 'refused', why: 'service-url' })
    }
    expect(world.bot.messages).toEqual([])
  })
})

describe('the tenant', () => {
  const other = '99999999-0000-4000-8000-000000000009'

  it('must be one of ours', async () => {
    const body = world.message('hello', { conversation: chat(other), channelData: { tenant: { id: other } } })
    expect(await world.deliver(body)).toEqual({ status: 403 })
  })

  it('must be the same in the conversation and in the channel data', async () => {
    for (const body of [
      world.message('hello', { channelData: { tenant: { id: other } } }),
      world.message('hello', { conversation: chat(other) }),
    ]) {
      expect(await world.deliver(body)).toEqual({ status: 403 })
    }
  })

  it('must be named at least once', async () => {
    const nowhere = world.message('hello', { conversation: chat(), channelData: {} })
    const once = world.message('hello', { conversation: chat() })
    expect(await world.deliver(nowhere)).toEqual({ status: 403 })
    expect(await world.deliver(once)).toEqual({ status: 200 })
    expect(world.bot.messages).toHaveLength(1)
  })
})
