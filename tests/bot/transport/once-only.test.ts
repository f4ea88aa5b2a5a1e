import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { createReplay } from '#bot/transport/botbuilder/replay.ts'

import { startWorld, type World } from './world/world.ts'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.close())

describe('an activity that comes again', () => {
  it('is handled once and answered alike', async () => {
    const press = world.press()
    const first = await world.deliver(press)
    const again = await world.deliver(press)
    expect(again).toEqual(first)
    expect(first.body).toMatchObject({ statusCode: 200 })
    expect(world.bot.actions).toHaveLength(1)
  })

  it('is handled once when it comes while the first is still being handled', async () => {
    const slow = Promise.withResolvers<void>()
    world.bot.say.toAction = async () => {
      await slow.promise
      return { kind: 'text', text: 'Done.' }
    }
    const press = world.press()
    const all = [world.deliver(press), world.deliver(press), world.deliver(press)]
    await expect.poll(() => world.bot.actions.length).toBe(1)
    slow.resolve()
    const answers = await Promise.all(all)
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(world.bot.actions).toHaveLength(1)
  })

  it('is handled again after a fault of ours', async () => {
    world.bot.say.toAction = () => Promise.reject(new Error('database gone'))
    const press = world.press()
    expect((await world.deliver(press)).body).toMatchObject({ statusCode: 500 })
    world.bot.say.toAction = async () => ({ kind: 'text', text: 'Done.' })
    expect((await world.deliver(press)).body).toMatchObject({ statusCode: 200, value: 'Done.' })
  })

  it('is another activity in another chat, and from another person', async () => {
    const id = 'same-id'
    const elsewhere = { id: 'a:chat-2', conversationType: 'personal' }
    await world.deliver(world.press({ id }))
    await world.deliver(world.press({ id, conversation: elsewhere }))
    await world.deliver(world.press({ id, from: { id: '29:kim', aadObjectId: 'kim' } }))
    expect(world.bot.actions).toHaveLength(3)
  })

  it('still needs a token to get the first answer', async () => {
    const press = world.press()
    await world.deliver(press)
    expect(await world.deliver(press, '')).toEqual({ status: 401 })
  })
})

describe('the memory of activities', () => {
  it('is bounded in number and in time', async () => {
    let clock = 0
    let count = 0
    const replay = createReplay(2, 1000, () => clock)
    const work = async () => ({ response: { status: 200, body: ++count }, final: true })
    const ask = async (key: string) => (await replay.once(key, work)).body
    expect([await ask('a'), await ask('b'), await ask('a')]).toEqual([1, 2, 1])
    expect(await ask('c')).toBe(3)
    expect([await ask('b'), await ask('a')]).toEqual([2, 4])
    clock = 1000
    expect(await ask('a')).toBe(5)
  })

  it('forgets work that threw', async () => {
    const replay = createReplay()
    await expect(replay.once('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    const again = await replay.once('a', async () => ({ response: { status: 200 }, final: true }))
    expect(again).toEqual({ status: 200 })
  })
})
