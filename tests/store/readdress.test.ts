import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { ActionId, PostId } from '#core/ids.ts'
import { itemsOf } from '#store/message-items.ts'
import { claim, sending, settle } from '#store/outbox.ts'
import type { Claimed } from '#store/outbox.ts'
import type { Running } from '#store/running.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { answer, at, messages, recorded, rows, sweptAll } from '#tests/fixtures/store-acts.ts'

let store: TestStore
let running: Running
let action: ActionId
beforeAll(async () => {
  store = await aStore()
  running = store.running
})
afterAll(() => store.close())

/** One message is due: action A1 to Wes. */
beforeEach(async () => {
  await store.startAgain()
  action = await recorded(running)
  await sweptAll(running)
})

describe('a reader who left the post before the message went out', () => {
  it('gets nothing, and whoever holds the post now gets it, once', async () => {
    const message = await claimed()
    await leaves('worker-n08', 'dot')
    expect(await itemsOf(running, message.id)).toEqual([])
    expect(await itemsOf(running, message.id)).toEqual([])
    await settle(running, message, { as: 'not-needed', why: 'nothing is owed any more' })
    const next = await claimed()
    expect(next).toMatchObject({ person: 'dot', road: 'teams', replacement: false })
    expect(next.number).not.toBe(message.number)
    expect(await itemsOf(running, next.id)).toMatchObject([{ number: 'A1', step: 'told', yours: true }])
    expect(await claim(running, 8)).toEqual([])
    expect(
      await rows(running, sql`select count(*) as n from audit_entry where what = 'message-due'`),
    ).toEqual([{ n: 2 }])
  })

  it('by the road of whoever holds it now, or by both', async () => {
    const message = await claimed()
    await leaves('worker-n08', 'dee')
    await itemsOf(running, message.id)
    expect(await messages(running)).toMatchObject([
      { person: 'wes', steps: [] },
      { person: 'dee', road: 'teams', twin: false, steps: ['A1 told'] },
      { person: 'dee', road: 'mail', twin: true, steps: ['A1 told'] },
    ])
  })

  it('still hears of the post that they kept', async () => {
    await leaves('worker-n08', 'ada')
    await recorded(running, { owner: 'lead-csc' as PostId, raiser: 'qa' as PostId })
    await store.setClock(at('2018-06-14 09:00'))
    await sweptAll(running)
    const both = (await claim(running, 8)).find(({ person }) => person === 'ada')
    if (!both) throw new Error('the lead person is due to hear')
    await leaves('lead-csc', 'sam')
    expect(await heard(both)).toEqual([['A1', true]])
    const next = await claimed()
    expect([next.person, await heard(next)]).toEqual([
      'sam',
      [
        ['A1', false],
        ['A2', true],
      ],
    ])
  })

  it('and of whom nobody took over: the prompt stays, without a message, for the partnership to see', async () => {
    const message = await claimed()
    await leaves('worker-n08', undefined)
    expect(await itemsOf(running, message.id)).toEqual([])
    expect(await rows(running, sql`select step, message_id from prompt`)).toEqual([
      { step: 'told', message_id: null },
    ])
  })

  it('changes nothing for who was told already', async () => {
    const message = await claimed()
    await sending(running, message)
    await settle(running, message, { as: 'sent', activityId: 'a-1' })
    await leaves('worker-n08', 'dot')
    await itemsOf(running, message.id)
    expect(await messages(running)).toMatchObject([{ person: 'wes', state: 'sent', steps: ['A1 told'] }])
  })

  it('is told by nobody about what was answered meanwhile', async () => {
    const message = await claimed()
    await answer(running, 'wes', action, { deed: 'report-done', whatWasDone: 'x', evidence: 'x' })
    await leaves('worker-n08', 'dot')
    expect([await itemsOf(running, message.id), await claim(running, 8)]).toEqual([[], []])
  })

  it('makes one new message when both copies, by chat and by mail, are looked up at once', async () => {
    const health = await recorded(running, { owner: 'lead-ccg' as PostId, raiser: 'lead-csc' as PostId })
    await sweptAll(running)
    const both = (await claim(running, 8)).filter(({ person }) => person === 'dee')
    expect(both).toHaveLength(2)
    await leaves('lead-ccg', 'gil')
    const said = await Promise.all(both.map(({ id }) => itemsOf(running, id)))
    expect(said).toEqual([[], []])
    const toGil = (await messages(running)).filter(({ person }) => person === 'gil')
    expect(toGil).toEqual([{ person: 'gil', road: 'mail', state: 'intent', twin: false, steps: ['A2 told'] }])
    expect(health).toEqual(expect.any(String))
  })
})

async function claimed(): Promise<Claimed> {
  const [message] = await claim(running, 1)
  if (!message) throw new Error('nothing could be claimed')
  return message
}

async function heard(message: Claimed) {
  const items = await itemsOf(running, message.id)
  return items.map(({ number, yours }) => [number, yours] as const).toSorted(([a], [b]) => a.localeCompare(b))
}

/** The holder of a post leaves it today; somebody takes over, or nobody. */
async function leaves(post: string, next: string | undefined): Promise<void> {
  await rows(running, sql`delete from post_holding where post_id = ${post} and held_as = 'holder'`)
  if (next === undefined) return
  await rows(
    running,
    sql`insert into post_holding (post_id, person_id, from_day, held_as)
      values (${post}, ${next}, '2018-06-06', 'holder')`,
  )
}
