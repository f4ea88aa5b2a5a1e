import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createBotbuilderTransport } from '#bot/transport/botbuilder/botbuilder-transport.ts'
import { rulesFrom, type BotbuilderSettings } from '#bot/transport/botbuilder/settings.ts'

import { recordEvents } from './world/recorded-events.ts'
import { startWorld, type World } from './world/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld({ anonymous: true, outgoing: { kind: 'none' } })
})
afterAll(() => world.close())

describe('an anonymous bot, for the Agents Playground', () => {
  it('needs no token, takes any tenant, and sends none', async () => {
    world.bot.say.toMessage = async () => ({ text: 'Hello.', summary: 'Hello' })
    const elsewhere = { id: 'a:chat-1', conversationType: 'personal', tenantId: 'playground' }
    const body = world.message('hello', { conversation: elsewhere, channelData: undefined })
    expect(await world.deliver(body, '')).toEqual({ status: 200 })
    expect(world.bot.messages[0]?.address.tenantId).toBe('playground')
    expect(world.connector.calls).toMatchObject([{ authorization: undefined }])
  })

  it('still answers only to a service URL on the list', async () => {
    const body = world.message('hello', { serviceUrl: 'http://localhost:9/other/' })
    expect(await world.deliver(body, '')).toEqual({ status: 401 })
  })
})

describe('settings that would leave a door open', () => {
  const none = { kind: 'none' } as const
  const teams = ['https://smba.trafficmanager.net/']
  const refused: [string, Partial<BotbuilderSettings>, string][] = [
    ['anonymous with credentials', { anonymous: true }, 'anonymous'],
    ['no credentials though not anonymous', { outgoing: none }, 'credentials'],
    [
      'anonymous on the internet',
      { anonymous: true, outgoing: none, allowedServiceUrls: teams },
      'anonymous',
    ],
    ['keys over plain http', { openIdMetadataUrl: 'http://keys.example/openid' }, 'https'],
    ['a service URL over plain http', { allowedServiceUrls: ['http://connector.example/'] }, 'https'],
    ['no service URL at all', { allowedServiceUrls: [] }, 'service URL'],
    ['no app id', { appId: '' }, 'app id'],
    ['no deadline', { deadlineMs: 0 }, 'deadline'],
  ]
  it.each(refused)('stop the bot from starting: %s', (_case, change, sentence) => {
    const sound: BotbuilderSettings = {
      ...world.settings,
      anonymous: false,
      outgoing: { kind: 'fixed', token: 'local' },
    }
    expect(rulesFrom(sound).deadlineMs).toBe(10_000)
    expect(() => createBotbuilderTransport({ ...sound, ...change }, recordEvents().events)).toThrow(sentence)
  })
})
