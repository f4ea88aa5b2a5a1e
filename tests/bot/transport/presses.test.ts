import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { receipt } from './world/recorded-events.ts'
import { tenantId, userAadId, startWorld, type World } from './world/world.ts'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.close())

const submit = (more = {}) =>
  world.message('', {
    id: 'submit-1',
    replyToId: 'card-1',
    value: { verb: 'it-happened', action: 'A-3' },
    ...more,
  })

describe('a press (Action.Execute)', () => {
  it('reaches the bot with the person whom the channel names, not the one in the card', async () => {
    const value = {
      action: { type: 'Action.Execute', verb: 'it-happened', data: { action: 'A-3', aadObjectId: 'forged' } },
      trigger: 'automatic',
    }
    await world.deliver(world.press({ id: 'press-1', value }))
    expect(world.bot.actions).toEqual([
      {
        verb: 'it-happened',
        data: { action: 'A-3', aadObjectId: 'forged' },
        trigger: 'automatic',
        user: { tenantId, aadId: userAadId },
        activityId: 'press-1',
        replyToId: 'card-1',
      },
    ])
  })

  it('is answered with the card in place of the old one', async () => {
    expect(await world.deliver(world.press())).toEqual({
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: receipt },
    })
    expect(world.connector.calls).toEqual([])
  })

  it('is answered with a line of text', async () => {
    world.bot.say.toAction = async () => ({ kind: 'text', text: 'Thank you.' })
    expect(await world.deliver(world.press())).toEqual({
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Thank you.' },
    })
  })

  it('is answered with an error in the bot’s words', async () => {
    world.bot.say.toAction = async () => ({
      kind: 'error',
      status: 400,
      code: 'not-yours',
      message: 'Ring Sam.',
    })
    expect(await world.deliver(world.press())).toEqual({
      status: 200,
      body: {
        statusCode: 400,
        type: 'application/vnd.microsoft.error',
        value: { code: 'not-yours', message: 'Ring Sam.' },
      },
    })
  })

  it('is answered in plain words when the bot fails, without saying why', async () => {
    const error = new Error('relation "duty" does not exist')
    world.bot.say.toAction = () => Promise.reject(error)
    expect(await world.deliver(world.press())).toEqual({
      status: 200,
      body: {
        statusCode: 500,
        type: 'application/vnd.microsoft.error',
        value: { code: 'fault', message: 'This did not work just now. Please try again in a few minutes.' },
      },
    })
    expect(world.incidents).toEqual([{ what: 'handler-failed', error }])
  })

  it.each([
    ['nothing', undefined],
    ['no action', { trigger: 'manual' }],
    ['no verb', { action: { type: 'Action.Execute', data: {} } }],
    ['data that is no object', { action: { verb: 'it-happened', data: 'A-3' } }],
    ['another trigger', { action: { verb: 'it-happened' }, trigger: 'often' }],
  ])('that holds %s is a typed error and never reaches the bot', async (_case, value) => {
    const response = await world.deliver(world.press({ value }))
    expect(response).toMatchObject({
      status: 200,
      body: { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'not-understood' } },
    })
    expect(world.bot.actions).toEqual([])
  })

  it('of nobody in particular never reaches the bot', async () => {
    const response = await world.deliver(world.press({ from: { id: '29:sam' } }))
    expect(response.body).toMatchObject({ statusCode: 400 })
    expect(world.bot.actions).toEqual([])
  })
})

describe('a press in an old client (Action.Submit)', () => {
  it('reaches the bot like any press', async () => {
    await world.deliver(submit())
    expect(world.bot.actions).toEqual([
      {
        verb: 'it-happened',
        data: { action: 'A-3' },
        trigger: 'manual',
        user: { tenantId, aadId: userAadId },
        activityId: 'submit-1',
        replyToId: 'card-1',
      },
    ])
    expect(world.bot.messages).toEqual([])
  })

  it('has its card replaced by an update', async () => {
    expect(await world.deliver(submit())).toEqual({ status: 200 })
    expect(world.connector.calls).toMatchObject([
      {
        method: 'PUT',
        path: '/v3/conversations/a%3Achat-1/activities/card-1',
        body: {
          summary: 'N-08: answered',
          attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: receipt }],
        },
      },
    ])
  })

  it('gets a new card when it does not say which one it pressed', async () => {
    await world.deliver(submit({ replyToId: undefined }))
    expect(world.connector.calls).toMatchObject([{ method: 'POST' }])
  })

  it('is told in the chat when the bot fails', async () => {
    world.bot.say.toAction = () => Promise.reject(new Error('database gone'))
    expect(await world.deliver(submit())).toEqual({ status: 200 })
    expect(world.connector.calls).toMatchObject([
      { method: 'POST', body: { text: 'This did not work just now. Please try again in a few minutes.' } },
    ])
  })

  it('is not sent again when only its update failed', async () => {
    world.connector.answerWith({
      status: 404,
      body: { error: { code: 'ConversationNotFound', message: 'x' } },
    })
    const again = submit()
    expect(await world.deliver(again)).toEqual({ status: 200 })
    expect(await world.deliver(again)).toEqual({ status: 200 })
    expect(world.bot.actions).toHaveLength(1)
    expect(world.incidents).toEqual([{ what: 'reply-failed', why: 'gone' }])
  })
})
