import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { defaultPrompts } from '#core/prompts/prompt-policy.ts'
import { howItStands } from '#store/how-it-stands.ts'
import { claim, sending, settle } from '#store/outbox.ts'
import type { Running } from '#store/running.ts'
import { seal } from '#store/seal.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { at, recorded, rows, sweptAll } from '#tests/fixtures/store-acts.ts'

const KEY = 'key-Test'
const clock = { realNow: Date.parse('2018-06-06T12:00:00Z') }
let store: TestStore
let running: Running

beforeAll(async () => {
  store = await aStore(clock)
  running = store.running
})
afterAll(() => store.close())
beforeEach(async () => {
  clock.realNow = Date.parse('2018-06-06T12:00:00Z')
  await store.startAgain()
  await store.setClock(at('2018-06-06 13:00'))
})

/** Lets minutes pass: the story's clock runs with the real one. */
const minutes = (passed: number): void => void (clock.realNow += passed * 60_000)

describe('how it stands', () => {
  it('is nothing where nothing is owed', async () => {
    await seal(running.database, KEY)
    expect(await howItStands(running)).toEqual({
      queue: 0,
      oldestDueS: 0,
      inDoubt: 0,
      sealBehindS: 0,
      meetingsStay: 0,
    })
  })

  it('says for how long the oldest reminder has waited, before it is written down and after', async () => {
    await recorded(running)
    minutes(4)
    expect(await howItStands(running)).toMatchObject({ queue: 0, oldestDueS: 240 })
    await sweptAll(running)
    minutes(5)
    expect(await howItStands(running)).toMatchObject({ queue: 1, oldestDueS: 300 })
    for (const message of await claim(running, 8)) {
      await sending(running, message)
      await settle(running, message, { as: 'sent', activityId: 'a-1' })
    }
    expect(await howItStands(running)).toMatchObject({ queue: 0, oldestDueS: 0 })
  })

  it('calls nothing late at night, and in the morning counts from when it could go', async () => {
    await recorded(running)
    await sweptAll(running)
    await store.setClock(at('2018-06-06 23:00'))
    expect(await howItStands(running)).toMatchObject({ queue: 1, oldestDueS: 0 })
    await store.setClock(at(`2018-06-07 ${defaultPrompts.hours.from}`))
    minutes(10)
    expect(await howItStands(running)).toMatchObject({ oldestDueS: 600 })
  })

  it('counts what is in doubt, for a day', async () => {
    await recorded(running)
    await sweptAll(running)
    for (const message of await claim(running, 8)) {
      await sending(running, message)
      await settle(running, message, { as: 'unconfirmed', why: 'no clear answer' })
    }
    expect(await howItStands(running)).toMatchObject({ queue: 0, oldestDueS: 0, inDoubt: 1 })
    minutes(25 * 60)
    expect(await howItStands(running)).toMatchObject({ inDoubt: 0 })
  })

  it('says how old the oldest entry of the audit trail is that has no seal', async () => {
    await recorded(running)
    const [entry] = await rows<{ at: string }>(running, sql`select min(at) as at from audit_entry`)
    clock.realNow = Date.parse(entry?.at ?? '') + 400_000
    expect(await howItStands(running)).toMatchObject({ sealBehindS: 400 })
    await seal(running.database, KEY)
    expect(await howItStands(running)).toMatchObject({ sealBehindS: 0 })
  })
})
