import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { now } from '#tests/bot/transport/world/channel-issuer.ts'
import { count, rows } from '#tests/fixtures/store-acts.ts'

import { aBotDoor, everyRow, personOf, TENANT } from './a-bot-door.ts'
import type { BotDoor, Replica } from './a-bot-door.ts'
import { bearer, OTHER_TENANT, SHUT } from './inbound-table.ts'
import { ENGINES } from './served.ts'

describe.each(ENGINES)('the bot’s door over HTTP, on %s', (engine) => {
  let door: BotDoor
  let process: Replica

  beforeAll(async () => {
    door = await aBotDoor(engine)
    process = await door.replica()
  }, 60_000)
  afterAll(() => door.close())
  beforeEach(() => {
    door.connector.calls.length = 0
  })

  it.each(SHUT)('does not let in: %s', async (_, status, why, token, body) => {
    const before = await everyRow(door.running)
    const told = process.refusals.length
    const answer = await process.send(body?.(door) ?? door.done(), await token(door))
    expect({ status: answer.status, text: answer.text, why: process.refusals.slice(told) }).toEqual({
      status,
      text: '',
      why: [why],
    })
    expect(await everyRow(door.running)).toEqual(before)
    expect(door.connector.calls).toEqual([])
    expect(door.printed()).toEqual([])
  })

  it('does not let in a body that is too large, whoever sends it', async () => {
    const before = await everyRow(door.running)
    const answer = await process.send(door.done({ text: 'x'.repeat(300_000) }))
    expect(answer.status).toBe(413)
    expect(await everyRow(door.running)).toEqual(before)
  })

  it('looks at the keys of the channel once, however many invented key ids come', async () => {
    const before = door.issuer.fetches()
    const answers = await Promise.all(
      Array.from({ length: 50 }, async (_, n) => {
        const token = await door.issuer.withKeyId(door.claims, `invented-${n}`)
        return (await process.send(door.done(), `Bearer ${token}`)).status
      }),
    )
    expect(new Set(answers)).toEqual(new Set([401]))
    expect(door.issuer.fetches() - before).toBeLessThanOrEqual(1)
    expect((await process.send(door.activity({ type: 'typing' }))).status).toBe(200)
  })

  it.each([
    ['nobody is named', { from: { id: '29:wes' } }, 'too old'],
    [
      'somebody whom the house does not know is named',
      { from: { id: '29:x', aadObjectId: OTHER_TENANT } },
      'not for you',
    ],
    ['the chat is a group', { conversation: group('groupChat') }, 'in your own chat'],
    ['the chat is a channel', { conversation: group('channel') }, 'in your own chat'],
    [
      'the chat says that it is a group',
      { conversation: { ...group('personal'), isGroup: true } },
      'in your own chat',
    ],
  ])('gives a press no effect where %s', async (_, more, says) => {
    const before = await effects()
    const answer = await process.send(door.done(more))
    expect(answer.status).toBe(200)
    expect(answer.text).toContain(says)
    expect(answer.text).not.toContain('N-08')
    expect(await effects()).toEqual(before)
  })

  it('lets in what ran out two minutes ago: clocks differ', async () => {
    const answer = await process.send(
      door.activity({ type: 'typing' }),
      await bearer(door, { expiresAt: now() - 120 }),
    )
    expect(answer.status).toBe(200)
  })

  describe('who presses', () => {
    beforeEach(() => door.startAgain())

    it('is let in, and is believed to be whom the channel names, not whom the card names', async () => {
      const { value, ...rest } = door.done() as { value: { action: { data: object } } }
      const data = {
        ...value.action.data,
        person: 'eve',
        aadObjectId: personOf('eve').aad_id,
        tenant: OTHER_TENANT,
      }
      const answer = await process.send({ ...rest, value: { ...value, action: { ...value.action, data } } })
      expect(answer.text).toContain('Nothing more to do.')
      expect(await whoDidIt()).toEqual(['wes'])
    })

    it('changes nothing as somebody whom it does not concern', async () => {
      const before = await count(door.running, 'action_event')
      const gil = { id: '29:gil', aadObjectId: personOf('gil').aad_id }
      const answer = await process.send(door.done({ from: gil }))
      expect(answer.text).toContain('This card is not for you')
      expect(await count(door.running, 'action_event')).toBe(before)
    })

    it('has one effect and one answer, however often and wherever it comes', async () => {
      const other = await door.replica()
      const press = door.done()
      const [first, second] = await Promise.all([process.send(press), other.send(press)])
      expect(first.text).toContain('Nothing more to do.')
      expect(second.text).toBe(first.text)
      expect(await whoDidIt()).toEqual(['wes'])

      const after = await everyRow(door.running)
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11 * 60_000 })
      const again = await process.send(press)
      const restarted = await door.replica()
      const afterStart = await restarted.send(press)
      vi.useRealTimers()
      expect([again.text, afterStart.text]).toEqual([first.text, first.text])
      expect(await everyRow(door.running)).toEqual(after)
    })

    it('is refused two days later, when the token has run out', async () => {
      const press = door.done()
      const token = await bearer(door)
      await process.send(press, token)
      const after = await everyRow(door.running)
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 48 * 3_600_000 })
      const answer = await (await door.replica()).send(press, token)
      vi.useRealTimers()
      expect(answer.status).toBe(401)
      expect(await everyRow(door.running)).toEqual(after)
    })
  })

  describe('a message', () => {
    it('is answered once, by whichever process, and not again when it is sent again', async () => {
      const other = await door.replica()
      const message = door.activity({ type: 'message', text: 'list' })
      await Promise.all([process.send(message), other.send(message)])
      await (await door.replica()).send(message)
      expect(door.connector.calls).toHaveLength(1)
    })

    it('in a group is left alone', async () => {
      await process.send(door.activity({ type: 'message', text: 'list', conversation: group('groupChat') }))
      expect(door.connector.calls).toEqual([])
    })
  })

  it('an old removal that is sent again does not undo the installation after it', async () => {
    const update = (action: string) => door.activity({ type: 'installationUpdate', action })
    const removal = update('remove')
    await process.send(update('add'))
    await process.send(removal)
    expect(await isInstalled()).toBe(false)
    await process.send(update('add'))
    await (await door.replica()).send(removal)
    expect(await isInstalled()).toBe(true)
  })

  describe('a new key of the channel', () => {
    beforeAll(() => door.issuer.rollOver())

    it('is known half a minute later, not an hour, and is asked for once', async () => {
      const fresh = await door.replica()
      expect(await knocks(fresh, 'next')).toBe(200)
      vi.useFakeTimers({ toFake: ['Date'] })
      door.issuer.goAway(true)
      later(25 * 3_600_000)
      expect(await knocks(fresh, 'next')).toBe(200)
      later(24 * 3_600_000)
      expect(await knocks(fresh, 'next')).toBe(401)
      door.issuer.goAway(false)
      later(31_000)
      const before = door.issuer.fetches()
      expect(await Promise.all(Array.from({ length: 20 }, () => knocks(fresh, 'next')))).toEqual(
        Array.from({ length: 20 }, () => 200),
      )
      expect(door.issuer.fetches() - before).toBe(1)
      expect(await knocks(fresh, 'teams')).toBe(401)
      vi.useRealTimers()
    })
  })

  async function knocks(at: Replica, kid: 'teams' | 'next'): Promise<number> {
    return (await at.send(door.activity({ type: 'typing' }), await bearer(door, { kid }))).status
  }
  /** What a press can change, without what only says that it was tried. */
  async function effects() {
    const { audit_entry: _, ...others } = await everyRow(door.running)
    return others
  }
  async function whoDidIt(): Promise<readonly string[]> {
    const found = await rows<{ who: string }>(
      door.running,
      sql`select person_id as who from action_event where what = 'report-done'`,
    )
    return found.map(({ who }) => who)
  }
  async function isInstalled(): Promise<boolean> {
    const [row] = await rows<{ installed: boolean }>(
      door.running,
      sql`select installed from chat_address where person_id = 'wes'`,
    )
    return row?.installed ?? false
  }
})

function group(conversationType: string) {
  return { id: '19:group', conversationType, tenantId: TENANT }
}

/** The clock of this process, which stands still by then, is put forward. */
function later(ms: number): void {
  vi.setSystemTime(Date.now() + ms)
}
