import { describe, expect, it } from 'vitest'

import type { PersonId } from '#core/ids.ts'
import type { Installed } from '#core/people/installer.ts'
import type { Account } from '#core/people/sign-in.ts'
import { anItem, around } from '#tests/fixtures/a-letter.ts'

import { reachByInstalling } from './reach.ts'
import { teamsRoad } from './teams-road.ts'
import type { BotTransport, ConversationAddress } from './transport/bot-transport.ts'

const wes = 'wes' as PersonId
const account: Account = { tenantId: 'tenant-1', aadId: 'aad-wes' }
const letter = { number: 1042, replacement: false, items: [anItem()], around }
const isOurs = () => true

function aPlace(answers: readonly Installed[], known: Account | null = account, serviceUrl?: string) {
  const installs: Account[] = []
  const kept: [PersonId, ConversationAddress][] = []
  const sentTo: string[] = []
  const clock = { now: 0 }
  const said = { removed: false }
  const desk = {
    accountOf: async () => known ?? undefined,
    serviceUrlOf: async () => serviceUrl,
    addressOf: async () => kept.at(-1)?.[1],
    hasRemoved: async () => said.removed,
    installed: async (person: PersonId, address: ConversationAddress) => void kept.push([person, address]),
  }
  const reach = reachByInstalling(desk, {
    installer: {
      install: async (of) => {
        installs.push(of)
        return answers[installs.length - 1] ?? { ok: false, retry: 'never', why: 'asked too often' }
      },
    },
    botId: '28:bot',
    serviceUrl: 'https://smba.example/teams/',
    realNow: () => clock.now,
  })
  const transport: Pick<BotTransport, 'send'> = {
    send: async (to) => {
      sentTo.push(to.conversationId)
      return { ok: true, activityId: 'a-1' }
    },
  }
  const road = teamsRoad(transport as BotTransport, desk, reach)
  return { post: () => road.post(wes, letter, isOurs), installs, kept, sentTo, clock, said }
}

describe('somebody who has not got the app', () => {
  it('gets it first, and the letter at its next turn; what follows installs nothing', async () => {
    const place = aPlace([{ ok: true, chat: '19:chat' }])
    // A chat that was not known has waited no turn under Teams' limits.
    expect(await place.post()).toMatchObject({ ok: false, certainty: 'clear', retry: 'later' })
    expect(place.sentTo).toEqual([])
    expect(await place.post()).toEqual({ ok: true, activityId: 'a-1' })
    expect(await place.post()).toMatchObject({ ok: true })
    expect(place.installs).toEqual([account])
    expect(place.sentTo).toEqual(['19:chat', '19:chat'])
    expect(place.kept).toEqual([
      [
        wes,
        {
          tenantId: 'tenant-1',
          userAadId: 'aad-wes',
          conversationId: '19:chat',
          serviceUrl: 'https://smba.example/teams/',
          botId: '28:bot',
        },
      ],
    ])
  })

  it('is written to where Teams takes the messages of the others of that tenant', async () => {
    const place = aPlace([{ ok: true, chat: '19:chat' }], account, 'https://smba.example/uk/')
    await place.post()
    expect(place.kept[0]?.[1].serviceUrl).toBe('https://smba.example/uk/')
  })

  it('because they took it away does not get it back: the mail goes', async () => {
    const place = aPlace([{ ok: true, chat: '19:chat' }])
    place.said.removed = true
    expect(await place.post()).toEqual({
      ok: false,
      certainty: 'clear',
      retry: 'never',
      why: 'not-installed',
    })
    expect(place.installs).toEqual([])
  })

  it('and no account either is asked about nowhere: the mail goes', async () => {
    const place = aPlace([{ ok: true, chat: '19:chat' }], null)
    expect(await place.post()).toMatchObject({ certainty: 'clear', retry: 'never' })
    expect(place.installs).toEqual([])
  })

  it('after a clear “no” is not asked about again within the hour, and then once more', async () => {
    const no = { ok: false, retry: 'never', why: 'the organisation does not allow the app' } as const
    const place = aPlace([no, { ok: true, chat: '19:chat' }])
    expect(await place.post()).toMatchObject({ certainty: 'clear', retry: 'never', why: no.why })
    place.clock.now = 3_599_999
    expect(await place.post()).toMatchObject({ retry: 'never', why: no.why })
    expect(place.installs).toHaveLength(1)
    place.clock.now = 3_600_000
    expect(await place.post()).toMatchObject({ retry: 'later' })
    expect(place.installs).toHaveLength(2)
    expect(await place.post()).toMatchObject({ ok: true })
  })

  it('when nothing clear came of it is tried again, no sooner than was asked', async () => {
    const later = { ok: false, retry: 'later', why: 'install: throttled', afterMs: 7000 } as const
    const place = aPlace([later, { ok: true, chat: '19:chat' }])
    expect(await place.post()).toEqual({
      ok: false,
      certainty: 'clear',
      retry: 'later',
      why: 'install: throttled',
      afterMs: 7000,
    })
    expect(await place.post()).toMatchObject({ retry: 'later' })
    expect(await place.post()).toMatchObject({ ok: true })
    expect(place.sentTo).toHaveLength(1)
  })
})
