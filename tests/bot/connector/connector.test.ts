import { readFileSync } from 'node:fs'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { contract, faultsAgainst } from './contract.ts'
import { bot, cardMessage, kim, openStage, robin, sam } from './stage.ts'
import type { Stage } from './stage.ts'

let stage: Stage
beforeEach(async () => void (stage = await openStage()))
afterEach(() => stage.close())

const wanted = (person: { aadId: string; tenantId: string }) => ({
  isGroup: false,
  bot: { id: bot.appId },
  members: [{ id: person.aadId }],
  tenantId: person.tenantId,
  channelData: { tenant: { id: person.tenantId } },
})

async function conversationOf(person: { aadId: string; tenantId: string }) {
  const { json } = await stage.connector('POST', 'v3/conversations', wanted(person))
  return encodeURIComponent((json as { id: string }).id)
}

const errorCode = (json: unknown) => (json as { error: { code: string } }).error.code
const history = () =>
  readFileSync(stage.journal, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

test(`Microsoft's description of the Connector is ${contract === undefined ? 'absent: bodies go unchecked' : 'present and finds faults'}`, () => {
  const faults = faultsAgainst('Activity', { type: 'message', sumary: 'misspelt' })
  expect(faults).toHaveLength(contract === undefined ? 0 : 1)
})

describe('Creating a conversation', () => {
  test('gives the same person the same personal chat every time, and no two persons one', async () => {
    const first = await stage.connector('POST', 'v3/conversations', wanted(robin))
    expect(first.status).toBe(201)
    expect(faultsAgainst('ConversationResourceResponse', first.json)).toEqual([])
    expect(first.json).toEqual({
      id: expect.stringMatching(/^a:/),
      serviceUrl: `${stage.origin}/local/connector/`,
    })
    expect((await stage.connector('POST', 'v3/conversations', wanted(robin))).json).toEqual(first.json)
    expect(await conversationOf(sam)).not.toBe(await conversationOf(robin))
  })

  test('can bring the first message along', async () => {
    const body = { ...wanted(robin), activity: cardMessage('Did it happen?') }
    const { json } = await stage.connector('POST', 'v3/conversations', body)
    expect(json).toEqual(expect.objectContaining({ activityId: expect.stringMatching(/^\d+$/) }))
    expect(stage.chats.open(robin).messages.size).toBe(1)
  })

  test('knows a person by the channel id too, once their chat was opened', async () => {
    const id = await conversationOf(robin)
    const { json } = await stage.connector('GET', `v3/conversations/${id}/members`)
    const channelId = (json as { id: string }[])[0]?.id
    const again = await stage.connector('POST', 'v3/conversations', {
      ...wanted(robin),
      members: [{ id: channelId }],
    })
    expect(again.status).toBe(201)
  })

  test.each([
    ['a person for whom the app is not installed', wanted(kim), 403, 'ForbiddenOperationException'],
    ['an unknown person', wanted({ ...robin, aadId: 'nobody' }), 400, 'BadSyntax'],
    ['another tenant', wanted({ ...robin, tenantId: 'elsewhere' }), 400, 'BadSyntax'],
    ['a group', { ...wanted(robin), isGroup: true }, 400, 'BadArgument'],
    ['no member', { ...wanted(robin), members: [] }, 400, 'BadSyntax'],
    ['a body that is not JSON', '{', 400, 'BadSyntax'],
  ])('is refused for %s', async (_, body, status, code) => {
    const refused = await stage.connector('POST', 'v3/conversations', body)
    expect([refused.status, errorCode(refused.json)]).toEqual([status, code])
  })

  test('is refused without the bot’s token', async () => {
    const { status } = await stage.connector('POST', 'v3/conversations', wanted(robin), 'a-wrong-token')
    expect(status).toBe(401)
  })
})

describe('Messages', () => {
  test('are sent, replaced and taken away, and the journal has each with its time and body', async () => {
    const id = await conversationOf(robin)
    const sent = await stage.connector('POST', `v3/conversations/${id}/activities`, cardMessage('One'))
    expect(sent.status).toBe(201)
    expect(faultsAgainst('ResourceResponse', sent.json)).toEqual([])
    const activityId = (sent.json as { id: string }).id

    const put = await stage.connector(
      'PUT',
      `v3/conversations/${id}/activities/${activityId}`,
      cardMessage('Two'),
    )
    expect(put).toEqual({ status: 200, json: { id: activityId } })
    const shown = stage.chats.open(robin).messages.get(activityId)
    expect(shown).toMatchObject({ version: 2, card: { body: [{ text: 'Two' }] } })

    const gone = await stage.connector('DELETE', `v3/conversations/${id}/activities/${activityId}`)
    expect(gone.status).toBe(200)
    expect(stage.chats.open(robin).messages.size).toBe(0)

    const conversation = decodeURIComponent(id)
    const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT/)
    const common = { conversation, activityId, at, storyAt: '2018-06-13T09:04:00.000Z' }
    expect(history().slice(1)).toEqual([
      { kind: 'sent', ...common, body: cardMessage('One') },
      { kind: 'updated', ...common, body: cardMessage('Two') },
      { kind: 'deleted', ...common },
    ])
  })

  test('sent in the same millisecond have different, rising ids', async () => {
    const chat = stage.chats.open(robin)
    const ids = Array.from({ length: 50 }, () => Number(stage.chats.send(chat, cardMessage('x'))))
    expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => a - b))
  })

  test('that reply name what they reply to', async () => {
    const id = await conversationOf(robin)
    const { status } = await stage.connector('POST', `v3/conversations/${id}/activities/123`, {
      type: 'message',
      text: 'Yes',
    })
    expect(status).toBe(201)
    expect(history().at(-1)).toMatchObject({ body: { replyToId: '123' } })
  })

  test('that only say that the bot is typing are not shown', async () => {
    const id = await conversationOf(robin)
    const { status } = await stage.connector('POST', `v3/conversations/${id}/activities`, { type: 'typing' })
    expect([status, stage.chats.open(robin).messages.size]).toEqual([201, 0])
  })

  test.each([
    [
      'to a chat that never was',
      'POST',
      'nowhere',
      'activities',
      cardMessage('x'),
      404,
      'ConversationNotFound',
    ],
    [
      'over a message that is not there',
      'PUT',
      'robin',
      'activities/1',
      cardMessage('x'),
      404,
      'ActivityNotFoundInConversation',
    ],
    [
      'that take away what is not there',
      'DELETE',
      'robin',
      'activities/1',
      undefined,
      404,
      'ActivityNotFoundInConversation',
    ],
    ['that are no activity', 'POST', 'robin', 'activities', { text: 'x' }, 400, 'BadSyntax'],
    [
      'larger than Teams takes',
      'POST',
      'robin',
      'activities',
      cardMessage('x'.repeat(52_000)),
      413,
      'MessageSizeTooBig',
    ],
  ])('%s are refused and leave no trace', async (_, method, where, rest, body, status, code) => {
    const id = where === 'robin' ? await conversationOf(robin) : where
    const before = stage.chats.open(robin).version
    const refused = await stage.connector(method, `v3/conversations/${id}/${rest}`, body)
    expect([refused.status, errorCode(refused.json)]).toEqual([status, code])
    expect(stage.chats.open(robin).version).toBe(before)
  })

  test('of a person are not the bot’s to replace', async () => {
    await stage.chats.say(robin, 'hello')
    const [said] = stage.chats.open(robin).messages.keys()
    const id = await conversationOf(robin)
    const { status } = await stage.connector(
      'PUT',
      `v3/conversations/${id}/activities/${said}`,
      cardMessage('x'),
    )
    expect(status).toBe(404)
  })
})

test('The members of a personal chat are its person', async () => {
  const id = await conversationOf(robin)
  const member = {
    id: expect.stringMatching(/^29:/),
    name: robin.name,
    aadObjectId: robin.aadId,
    tenantId: robin.tenantId,
    userRole: 'user',
  }
  const all = await stage.connector('GET', `v3/conversations/${id}/members`)
  expect(all).toEqual({ status: 200, json: [member] })
  const paged = await stage.connector('GET', `v3/conversations/${id}/pagedmembers?pageSize=100`)
  expect(paged).toEqual({ status: 200, json: { members: [member] } })
  expect(faultsAgainst('PagedMembersResult', paged.json)).toEqual([])
  const one = await stage.connector('GET', `v3/conversations/${id}/members/${robin.aadId}`)
  expect(one).toEqual({ status: 200, json: member })
  expect((await stage.connector('GET', `v3/conversations/${id}/members/${sam.aadId}`)).status).toBe(404)
})

test('After a kill every chat is as it was, and new messages get new ids', async () => {
  const chat = stage.chats.open(robin)
  const first = stage.chats.send(chat, cardMessage('One'))
  stage.chats.update(chat, first, cardMessage('Two'))
  await stage.chats.say(robin, 'hello')
  stage.botAnswers(() => ({
    status: 200,
    body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Thank you.' },
  }))
  await stage.chats.press(robin, { activityId: first, action: { verb: 'yes', data: {} } })

  // The first stage is not closed: a killed process closes nothing.
  const again = await openStage(stage.folder)
  try {
    expect(again.chats.open(robin)).toEqual(chat)
    expect([...chat.messages.keys()]).not.toContain(
      again.chats.send(again.chats.open(robin), cardMessage('Three')),
    )
  } finally {
    await again.close()
  }
})
