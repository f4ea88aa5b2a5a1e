import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { Outgoing, SendFailure } from '#bot/transport/bot-transport.ts'
import { parseRetryAfter } from '#bot/transport/botbuilder/send-failure.ts'

import { contractIsHere } from './world/contract.ts'
import type { Answer } from './world/fake-connector.ts'
import { receipt } from './world/recorded-events.ts'
import { localToken, startWorld, tenantId, userAadId, type World } from './world/world.ts'

const deadlineMs = 300
const prompt: Outgoing = { card: receipt, summary: 'Case N-08: one action is due on 13 June' }

let world: World
beforeEach(async () => {
  world = await startWorld({ deadlineMs })
})
afterEach(() => world.close())

const person = () => ({ tenantId, userAadId, serviceUrl: world.connector.serviceUrl })
const calls = {
  send: () => world.transport.send(world.address, prompt),
  update: () => world.transport.update(world.address, 'card-1', prompt),
  'open a chat': () => world.transport.openPersonal(person()),
}
const all = Object.entries(calls)
const error = (code: string) => ({ error: { code, message: 'a sentence of the service' } })

describe('what goes out', () => {
  it('is the card, the line of the notification, and nothing else of ours', async () => {
    expect(await calls.send()).toEqual({ ok: true, activityId: 'activity-1' })
    expect(world.connector.calls).toEqual([
      {
        method: 'POST',
        path: '/v3/conversations/a%3Achat-1/activities',
        authorization: `Bearer ${localToken}`,
        body: {
          type: 'message',
          summary: prompt.summary,
          attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: receipt }],
          channelId: 'msteams',
          serviceUrl: world.connector.serviceUrl,
          from: { id: world.address.botId, name: '' },
          conversation: {
            id: 'a:chat-1',
            conversationType: 'personal',
            isGroup: false,
            name: '',
            tenantId,
          },
        },
      },
    ])
  })

  it('replaces a card that was sent before', async () => {
    expect(await calls.update()).toEqual({ ok: true, activityId: 'card-1' })
    expect(world.connector.calls).toMatchObject([
      {
        method: 'PUT',
        path: '/v3/conversations/a%3Achat-1/activities/card-1',
        authorization: `Bearer ${localToken}`,
      },
    ])
  })

  it('opens a person’s chat by their Entra id', async () => {
    world.connector.answerWith({ status: 201, body: { id: 'a:new-chat' } })
    expect(await calls['open a chat']()).toEqual({
      ok: true,
      address: { ...person(), conversationId: 'a:new-chat', botId: world.appId },
    })
    expect(world.connector.calls).toMatchObject([
      {
        method: 'POST',
        path: '/v3/conversations',
        authorization: `Bearer ${localToken}`,
        body: {
          isGroup: false,
          members: [{ id: userAadId }],
          tenantId,
          channelData: { tenant: { id: tenantId } },
        },
      },
    ])
  })

  it('never goes to a service URL that is not on the list', async () => {
    const address = { ...world.address, serviceUrl: 'https://evil.example/' }
    const refused = { ok: false, kind: 'rejected' }
    expect(await world.transport.send(address, prompt)).toEqual(refused)
    expect(await world.transport.update(address, 'card-1', prompt)).toEqual(refused)
    expect(await world.transport.openPersonal({ ...person(), serviceUrl: address.serviceUrl })).toEqual(
      refused,
    )
  })
})

describe.each(all)('to %s', (_name, call) => {
  const answers: [string, Answer, Omit<SendFailure, 'ok'>][] = [
    [
      '429 with Retry-After',
      { status: 429, headers: { 'retry-after': '7' } },
      { kind: 'throttled', status: 429, retryAfterMs: 7000 },
    ],
    ['429', { status: 429 }, { kind: 'throttled', status: 429 }],
    ['412', { status: 412, body: error('PreconditionFailed') }, { kind: 'transient', status: 412 }],
    ['500', { status: 500, body: error('ServiceError') }, { kind: 'transient', status: 500 }],
    ['503', { status: 503 }, { kind: 'transient', status: 503 }],
    ['502', { status: 502 }, { kind: 'unknown', status: 502 }],
    ['504', { status: 504, body: error('GatewayTimeout') }, { kind: 'unknown', status: 504 }],
    [
      '403 MessageWritesBlocked',
      { status: 403, body: error('MessageWritesBlocked') },
      { kind: 'blocked', status: 403 },
    ],
    [
      '403 ForbiddenOperationException',
      { status: 403, body: error('ForbiddenOperationException') },
      { kind: 'not-installed', status: 403 },
    ],
    ['403 of another kind', { status: 403, body: error('Other') }, { kind: 'rejected', status: 403 }],
    ['404', { status: 404, body: error('ConversationNotFound') }, { kind: 'gone', status: 404 }],
    ['413', { status: 413, body: error('MessageSizeTooBig') }, { kind: 'too-large', status: 413 }],
    ['400', { status: 400, body: error('BadSyntax') }, { kind: 'rejected', status: 400 }],
    ['401', { status: 401 }, { kind: 'rejected', status: 401 }],
    [
      'a redirect, which is not followed',
      { status: 307, headers: { location: '/connector/v3/elsewhere' } },
      { kind: 'rejected', status: 307 },
    ],
    ['a cut connection', 'cut', { kind: 'unknown' }],
    ['an answer that breaks off', 'no json', { kind: 'unknown', status: 201 }],
  ]
  it.each(answers)('one attempt is made and its failure told: %s', async (_case, answer, failure) => {
    world.connector.answerWith(answer)
    expect(await call()).toEqual({ ok: false, ...failure })
    expect(world.connector.calls).toHaveLength(1)
  })

  it.each(['hang', 'hang in the body'] as const)(
    'the deadline ends a call without an answer: %s',
    async (answer) => {
      world.connector.answerWith(answer)
      const before = performance.now()
      expect(await call()).toEqual({ ok: false, kind: 'unknown' })
      expect(performance.now() - before).toBeGreaterThan(deadlineMs - 20)
      expect(performance.now() - before).toBeLessThan(deadlineMs + 2000)
      expect(world.connector.calls).toHaveLength(1)
    },
  )

  it('nothing was sent when no connection could be made', async () => {
    await world.connector.close()
    expect(await call()).toEqual({ ok: false, kind: 'transient' })
  })
})

it('an accepted message without an id may be in the chat', async () => {
  world.connector.answerWith({ status: 200, body: {} })
  expect(await calls.send()).toEqual({ ok: false, kind: 'unknown' })
  expect(await calls['open a chat']()).toEqual({ ok: false, kind: 'unknown' })
})

it('what may not leave any more, asked last, is not sent: a clear answer', async () => {
  const slept = () => world.transport.send(world.address, prompt, () => false)
  expect(await slept()).toEqual({ ok: false, kind: 'transient' })
  expect(world.connector.calls).toEqual([])
  expect(await world.transport.send(world.address, prompt, () => true)).toMatchObject({ ok: true })
})

it('Retry-After is read as seconds and as a date', () => {
  const now = Date.parse('2026-11-21T10:00:00Z')
  expect(parseRetryAfter('1.5', now)).toBe(1500)
  expect(parseRetryAfter('Sat, 21 Nov 2026 10:00:30 GMT', now)).toBe(30_000)
  expect(parseRetryAfter('Sat, 21 Nov 2026 09:00:00 GMT', now)).toBe(0)
  expect(parseRetryAfter('soon', now)).toBeUndefined()
  expect(parseRetryAfter(undefined, now)).toBeUndefined()
})

it(`the connector's contract is ${contractIsHere ? 'at hand and compared with every call' : 'not at hand: nothing was compared'}`, async () => {
  const { contractFaults } = await import('./world/contract.ts')
  const wrong = contractFaults('POST', '/v3/conversations/a/activities', {
    type: 'message',
    sumary: 'misspelt',
  })
  expect(wrong).toHaveLength(contractIsHere ? 1 : 0)
  expect(contractFaults('POST', '/v3/messages', {})).toHaveLength(contractIsHere ? 1 : 0)
})
