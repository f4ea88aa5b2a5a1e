import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { ActionId, PersonId, PostId } from '#core/ids.ts'
import { itemsOf } from '#store/message-items.ts'
import { arrived, claim, releaseLeases, resolveDoubt, sending, settle } from '#store/outbox.ts'
import type { Claimed } from '#store/outbox.ts'
import type { Running } from '#store/running.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { answer, at, chase, messages, recorded, rows, sweptAll } from '#tests/fixtures/store-acts.ts'

const QUIET = 600_000
const START = Date.parse('2018-06-06T12:00:00Z')
const clock = { realNow: START }
let store: TestStore
let running: Running
let action: ActionId

beforeAll(async () => {
  store = await aStore(clock)
  running = store.running
})
afterAll(() => store.close())

/** One message is due: action A1 to Wes. */
beforeEach(async () => {
  clock.realNow = START
  await store.startAgain()
  action = await recorded(running)
  await sweptAll(running)
})

async function claimed(): Promise<Claimed> {
  const [message] = await claim(running, 1)
  if (!message) throw new Error('nothing could be claimed')
  return message
}

const states = async () => (await messages(running)).map(({ state }) => state)
const notes = () =>
  rows<{ what: string }>(
    running,
    sql`select what from audit_entry where what like 'message-%' and what <> 'message-due' order by id`,
  )

describe('a message', () => {
  it('is claimed by one, sent, and claimed no more', async () => {
    const message = await claimed()
    expect(message).toMatchObject({
      person: 'wes',
      road: 'teams',
      attempts: 1,
      replacement: false,
      number: 1001,
    })
    expect(await claim(running, 8)).toEqual([])
    expect(await sending(running, message)).toBe(true)
    expect(await settle(running, message, { as: 'sent', activityId: 'a-1' })).toBe(true)
    clock.realNow += 86_400_000
    expect([await claim(running, 8), await resolveDoubt(running, QUIET)]).toEqual([[], 0])
    expect(await states()).toEqual(['sent'])
    expect(await notes()).toEqual([{ what: 'message-sent' }])
  })

  it('is claimed once by several who ask at once', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => claim(running, 8)))
    expect(all.flat()).toHaveLength(1)
  })

  it('whose claimer died is taken over when the lease has ended, not before', async () => {
    const first = await claimed()
    clock.realNow += running.leaseMs
    expect(await claim(running, 8)).toEqual([])
    clock.realNow += 1
    const second = await claimed()
    expect([second.id, second.fence, second.attempts]).toEqual([first.id, first.fence + 1, 2])
  })

  it('is not sent or settled by who holds an old fence', async () => {
    const first = await claimed()
    clock.realNow += running.leaseMs + 1
    const second = await claimed()
    expect(await sending(running, first)).toBe(false)
    expect(await settle(running, first, { as: 'sent', activityId: 'a-1' })).toBe(false)
    expect(await sending(running, second)).toBe(true)
    expect(await settle(running, first, { as: 'refused', why: 'gone' })).toBe(false)
    expect(await settle(running, second, { as: 'sent', activityId: 'a-2' })).toBe(true)
    expect(await settle(running, second, { as: 'refused', why: 'gone' })).toBe(false)
    expect(await notes()).toEqual([{ what: 'message-sent' }])
  })

  it('that is to be tried again waits its time, and is no replacement', async () => {
    const first = await claimed()
    await sending(running, first)
    expect(await settle(running, first, { as: 'again', inMs: 5000, why: 'throttled' })).toBe(true)
    clock.realNow += 4999
    expect(await claim(running, 8)).toEqual([])
    clock.realNow += 1
    expect(await claimed()).toMatchObject({ attempts: 2, replacement: false })
    expect(await notes()).toEqual([])
  })

  it('in the embedded engine is free at once after a restart', async () => {
    const first = await claimed()
    await releaseLeases(running)
    expect((await claimed()).id).toBe(first.id)
  })

  it('by mail is noted as mailed', async () => {
    const message = await claimed()
    await sending(running, message)
    await settle(running, { ...message, road: 'mail' }, { as: 'sent', activityId: null })
    expect(await notes()).toEqual([{ what: 'message-mailed' }])
  })

  it('to whom the bot cannot reach goes by mail, too, once', async () => {
    const message = await claimed()
    await sending(running, message)
    const refused = () => settle(running, message, { as: 'refused', why: 'blocked', byMail: true })
    const settled = await Promise.all([refused(), refused()])
    expect(settled.filter(Boolean)).toEqual([true])
    expect(await refused()).toBe(false)
    expect(await messages(running)).toMatchObject([
      { road: 'teams', state: 'refused', steps: ['A1 told'] },
      { road: 'mail', state: 'intent', twin: true, steps: ['A1 told'] },
    ])
    expect(await itemsOf(running, (await claimed()).id)).toMatchObject([{ number: 'A1' }])
  })
})

describe('a message in doubt', () => {
  it('gets one replacement with the same number after the quiet time, and never a third', async () => {
    const first = await unconfirmed()
    clock.realNow += QUIET - 1
    expect([await resolveDoubt(running, QUIET), await claim(running, 8)]).toEqual([0, []])
    clock.realNow += 1
    expect(await resolveDoubt(running, QUIET)).toBe(1)
    const second = await unconfirmed()
    expect(second).toMatchObject({ id: first.id, number: first.number, replacement: true })
    clock.realNow += 100 * QUIET
    expect([await resolveDoubt(running, QUIET), await claim(running, 8)]).toEqual([0, []])
    expect(await states()).toEqual(['unconfirmed'])
  })

  it('keeps its mark when the replacement is claimed and does not leave', async () => {
    const first = await claimed()
    await sending(running, first)
    await settle(running, first, { as: 'unconfirmed', why: 'timeout' })
    clock.realNow += QUIET
    expect(await resolveDoubt(running, QUIET)).toBe(1)
    await settle(running, await claimed(), { as: 'again', inMs: 0, why: 'it could not be written' })
    expect(await claimed()).toMatchObject({ id: first.id, replacement: true })
  })

  it('has arrived when its reader acts on it, and gets no replacement', async () => {
    const { number } = await unconfirmed()
    await arrived(running, number, 'eve' as PersonId)
    await arrived(running, number + 1, 'wes' as PersonId)
    expect(await states()).toEqual(['unconfirmed'])
    await arrived(running, number, 'wes' as PersonId)
    await arrived(running, number, 'wes' as PersonId)
    clock.realNow += QUIET
    expect([await resolveDoubt(running, QUIET), await states()]).toEqual([0, ['sent']])
    expect(await notes()).toEqual([{ what: 'message-unconfirmed' }, { what: 'message-sent' }])
  })

  it('is also one that its process left in the middle of sending', async () => {
    await sending(running, await claimed())
    clock.realNow += running.leaseMs
    expect(await resolveDoubt(running, QUIET)).toBe(0)
    clock.realNow += 1
    expect(await resolveDoubt(running, QUIET)).toBe(1)
    expect([await states(), await claim(running, 8)]).toEqual([['unconfirmed'], []])
    clock.realNow += QUIET
    await resolveDoubt(running, QUIET)
    expect(await claimed()).toMatchObject({ replacement: true })
  })

  it('whose second copy was cut off, too, goes by mail with the same number, once', async () => {
    const first = await unconfirmed()
    clock.realNow += QUIET
    await resolveDoubt(running, QUIET)
    await sending(running, await claimed())
    for (let round = 0; round < 3; round += 1) {
      clock.realNow += QUIET
      await resolveDoubt(running, QUIET)
    }
    expect(await messages(running)).toMatchObject([
      { road: 'teams', state: 'unconfirmed' },
      { road: 'mail', state: 'intent', twin: true },
    ])
    expect((await claimed()).number).toBe(first.number)
  })

  it('is looked after once by several who ask at once', async () => {
    await unconfirmed()
    clock.realNow += QUIET
    const found = await Promise.all(Array.from({ length: 4 }, () => resolveDoubt(running, QUIET)))
    expect(found.toSorted((a, b) => a - b)).toEqual([0, 0, 0, 1])
  })
})

describe('what a message says is looked up when it is sent', () => {
  it('still owed, at this step, by this reader', async () => {
    expect(await items(await claimed())).toEqual([['A1', 'told', true]])
  })

  it('nothing about what was answered meanwhile', async () => {
    await answer(running, 'wes', action, { deed: 'report-done', whatWasDone: 'x', evidence: 'x' })
    expect(await items(await claimed())).toEqual([])
  })

  it('nothing about a step that a later one has overtaken', async () => {
    await store.setClock(at('2018-06-13 09:00'))
    await sweptAll(running)
    const [first, second] = await claim(running, 2)
    if (!first || !second) throw new Error('two messages are due')
    expect(await items(first)).toEqual([])
    expect(await items(second)).toEqual([['A1', 'due', true]])
  })

  it('what one reader was told, when only others hear of the later step', async () => {
    await store.setClock(at('2018-06-18 09:00'))
    await sweptAll(running)
    await store.setClock(at('2018-06-22 09:00'))
    await sweptAll(running)
    const told = await claim(running, 9)
    const ada = told.find(({ person }) => person === ('ada' as PersonId))
    expect(ada && (await items(ada))).toEqual([['A1', 'late', false]])
  })

  it('a reminder that was asked for, whatever the step', async () => {
    await chase(running, [action])
    await sweptAll(running)
    await store.setClock(at('2018-06-08 09:00'))
    await sweptAll(running)
    const [, chased] = await claim(running, 3)
    expect(chased && (await items(chased))).toEqual([['A1', 'chase-1', true]])
  })

  it('one reminder for an action that was named twice', async () => {
    expect(await chase(running, [action, action])).toEqual({ ok: true, value: { chased: 1, people: 1 } })
  })

  it('to whom it climbs: that somebody else owes it', async () => {
    await store.setClock(at('2018-06-14 09:00'))
    await sweptAll(running)
    const lead = (await claim(running, 8)).find(({ person }) => person === 'ada')
    expect(lead && (await items(lead))).toEqual([['A1', 'late', false]])
  })

  it('one line for a duty of which the reader hears twice', async () => {
    await recorded(running, { owner: 'lead-csc' as PostId, raiser: 'qa' as PostId })
    await store.setClock(at('2018-06-20 09:00'))
    await sweptAll(running)
    const all = await claim(running, 8)
    const lead = all.filter(({ person }) => person === 'ada')
    const said = await Promise.all(lead.map(items))
    expect(said.flat().filter(([number]) => number === 'A2')).toEqual([['A2', 'very-late', true]])
  })
})

async function unconfirmed(): Promise<Claimed> {
  const message = await claimed()
  await sending(running, message)
  await settle(running, message, { as: 'unconfirmed', why: 'no clear answer' })
  return message
}

async function items(message: Claimed) {
  return (await itemsOf(running, message.id)).map(({ number, step, yours }) => [number, step, yours])
}
