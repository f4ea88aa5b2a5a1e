import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { localToken, startWorld, tenantId, userAadId, type World } from './world/world.ts'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.close())

const installation = (action: string) => world.activity({ type: 'installationUpdate', action })
const members = (change: object) => world.activity({ type: 'conversationUpdate', ...change })

describe('a message', () => {
  it('reaches the bot with the address of the chat', async () => {
    await world.deliver(world.message('  what is due?  ', { id: 'message-1' }))
    expect(world.bot.messages).toEqual([
      { address: world.address, text: 'what is due?', activityId: 'message-1' },
    ])
    expect(world.connector.calls).toEqual([])
  })

  it('is replied to in the same chat, without anybody’s name', async () => {
    world.bot.say.toMessage = async () => ({ text: 'Two things are due.', summary: 'Two things are due' })
    expect(await world.deliver(world.message('what is due?', { id: 'message-1' }))).toEqual({ status: 200 })
    expect(world.connector.calls).toMatchObject([
      {
        method: 'POST',
        path: '/v3/conversations/a%3Achat-1/activities/message-1',
        authorization: `Bearer ${localToken}`,
        body: { type: 'message', text: 'Two things are due.', summary: 'Two things are due' },
      },
    ])
    expect(JSON.stringify(world.connector.calls)).not.toContain('Worker-Test')
  })

  it('is not handled twice because the reply failed', async () => {
    world.bot.say.toMessage = async () => ({ text: 'Two things are due.', summary: 'Two things are due' })
    world.connector.answerWith({ status: 502 })
    const message = world.message('what is due?')
    expect(await world.deliver(message)).toEqual({ status: 200 })
    expect(world.incidents).toEqual([{ what: 'reply-failed', why: 'unknown' }])
    expect(world.connector.calls).toHaveLength(1)
  })

  it('in a group or a channel is left alone', async () => {
    for (const conversationType of ['groupChat', 'channel']) {
      const conversation = { id: '19:group', conversationType, tenantId }
      expect(await world.deliver(world.message('hello', { conversation }))).toEqual({ status: 200 })
    }
    expect(world.bot.messages).toEqual([])
  })
})

describe('an installation', () => {
  it('gives the address of the person’s chat', async () => {
    for (const action of ['add', 'add-upgrade']) await world.deliver(installation(action))
    expect(world.bot.installed).toEqual([world.address, world.address])
  })

  it('is taken back by a removal, not by an upgrade', async () => {
    await world.deliver(installation('remove-upgrade'))
    expect(world.bot.uninstalled).toEqual([])
    await world.deliver(installation('remove'))
    expect(world.bot.uninstalled).toEqual([world.address])
    expect(world.bot.installed).toEqual([])
  })

  it('is also known from the bot joining or leaving, and from nobody else’s', async () => {
    await world.deliver(members({ membersAdded: [{ id: '29:sam', aadObjectId: userAadId }] }))
    expect(world.bot.installed).toEqual([])
    await world.deliver(members({ membersAdded: [{ id: `28:${world.appId}` }] }))
    await world.deliver(members({ membersRemoved: [{ id: `28:${world.appId}` }] }))
    expect([world.bot.installed, world.bot.uninstalled]).toEqual([[world.address], [world.address]])
  })

  it('in a team gives no address', async () => {
    const conversation = { id: '19:team', conversationType: 'channel', tenantId }
    await world.deliver(world.activity({ type: 'installationUpdate', action: 'add', conversation }))
    expect(world.bot.installed).toEqual([])
  })

  it('that fails is answered 500, so that it is sent again', async () => {
    world.bot.say.toInstall = () => Promise.reject(new Error('database gone'))
    const add = installation('add')
    expect(await world.deliver(add)).toEqual({ status: 500 })
    world.bot.say.toInstall = async () => {}
    expect(await world.deliver(add)).toEqual({ status: 200 })
    expect(world.bot.installed).toHaveLength(2)
  })
})

it('what is not for the bot is left alone', async () => {
  for (const type of ['typing', 'messageReaction', 'event']) {
    expect(await world.deliver(world.activity({ type }))).toEqual({ status: 200 })
  }
  expect(await world.deliver(world.activity({ type: 'invoke', name: 'task/fetch' }))).toEqual({ status: 501 })
})
