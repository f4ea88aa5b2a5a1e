import { describe, expect, it } from 'vitest'

import type { PersonId } from '#core/ids.ts'
import { anItem, around } from '#tests/fixtures/a-letter.ts'

import { teamsRoad } from './teams-road.ts'
import type {
  BotTransport,
  ConversationAddress,
  Outgoing,
  SendFailure,
  SendResult,
} from './transport/bot-transport.ts'

const wes = 'wes' as PersonId
const address: ConversationAddress = {
  tenantId: 'tenant-1',
  userAadId: 'aad-wes',
  conversationId: 'a:1',
  serviceUrl: 'https://smba.example/uk/',
  botId: '28:bot',
}
const letter = { number: 1042, replacement: false, items: [anItem()], around }
const ours = () => true

function aRoad(result: SendResult, where: ConversationAddress | undefined = address) {
  const sent: Outgoing[] = []
  const transport: Pick<BotTransport, 'send'> = {
    async send(_, message) {
      sent.push(message)
      return result
    },
  }
  return { road: teamsRoad(transport as BotTransport, { addressOf: async () => where }), sent }
}

describe('a letter in Teams', () => {
  it('is one card with a notification that has only a verb and a reference', async () => {
    const { road, sent } = aRoad({ ok: true, activityId: 'a-1' })
    expect(await road.post(wes, letter, ours)).toEqual({ ok: true, activityId: 'a-1' })
    expect(sent.map(({ summary }) => summary)).toEqual(['Case N-08: one action is due tomorrow'])
    expect(sent[0]?.card?.['fallbackText']).toBe('Case N-08, A2: one action for you')
  })

  it('with several duties is one list', async () => {
    const { road, sent } = aRoad({ ok: true, activityId: 'a-1' })
    await road.post(wes, { ...letter, items: [anItem(), anItem({ number: 'A3' })] }, ours)
    expect(sent[0]?.card?.['fallbackText']).toBe('2 things are waiting for you')
  })

  it('is not tried where the bot is not installed, or when there is nothing to say', async () => {
    const nowhere = teamsRoad({} as BotTransport, { addressOf: async () => undefined })
    expect(await nowhere.post(wes, letter, ours)).toMatchObject({ certainty: 'clear', retry: 'never' })
    const { road, sent } = aRoad({ ok: true, activityId: 'a-1' })
    expect(await road.post(wes, { ...letter, items: [] }, ours)).toMatchObject({ ok: false, retry: 'never' })
    expect(sent).toEqual([])
  })

  it.each([
    ['unknown', { certainty: 'in-doubt' }],
    ['throttled', { certainty: 'clear', retry: 'later', afterMs: 7000 }],
    ['transient', { certainty: 'clear', retry: 'later', afterMs: 7000 }],
    ['blocked', { certainty: 'clear', retry: 'never' }],
    ['not-installed', { certainty: 'clear', retry: 'never' }],
    ['gone', { certainty: 'clear', retry: 'never' }],
    ['too-large', { certainty: 'clear', retry: 'never' }],
    ['rejected', { certainty: 'clear', retry: 'never' }],
  ] as const)('that fails with "%s" says what is known: %o', async (kind: SendFailure['kind'], known) => {
    const { road } = aRoad({ ok: false, kind, retryAfterMs: 7000 })
    expect(await road.post(wes, letter, ours)).toMatchObject({ ok: false, ...known })
  })
})
