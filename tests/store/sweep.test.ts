import { setTimeout as pause } from 'node:timers/promises'

import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import type { PostId } from '#core/ids.ts'
import { itemsOf } from '#store/message-items.ts'
import { claim } from '#store/outbox.ts'
import { rebuildDuties } from '#store/rebuild-duties.ts'
import type { Running } from '#store/running.ts'
import { sweep } from '#store/sweep.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { answer, at, chase, count, messages, recorded, rows, sweptAll } from '#tests/fixtures/store-acts.ts'

let store: TestStore
let running: Running
beforeAll(async () => {
  store = await aStore()
  running = store.running
})
afterAll(() => store.close())

beforeEach(async () => {
  await store.startAgain()
  await store.setClock(at('2018-06-06 14:20'))
})

const ofCsc = { owner: 'lead-csc' as PostId, raiser: 'qa' as PostId }
const ofHealth = { owner: 'lead-ccg' as PostId, raiser: 'lead-csc' as PostId }

describe('a sweep', () => {
  it('tells the owner at once, and then nobody until the next step is due', async () => {
    await recorded(running)
    expect(await sweep(running)).toEqual({ duties: 1, messages: 1 })
    expect(await sweep(running)).toEqual({ duties: 0, messages: 0 })
    await store.setClock(at('2018-06-08 08:59'))
    expect(await sweep(running)).toEqual({ duties: 0, messages: 0 })
    await store.setClock(at('2018-06-08 09:00'))
    expect(await sweep(running)).toEqual({ duties: 1, messages: 1 })
    expect(await messages(running)).toMatchObject([
      { person: 'wes', road: 'teams', state: 'intent', steps: ['A1 told'] },
      { person: 'wes', steps: ['A1 due-soon'] },
    ])
  })

  it('writes one message a person, whatever is due to them, and a prompt for each duty', async () => {
    await recorded(running)
    await recorded(running)
    await recorded(running, ofCsc)
    await store.setClock(at('2018-06-14 09:00'))
    expect(await sweptAll(running)).toBe(2)
    const written = await messages(running)
    expect(written.toSorted((a, b) => a.person.localeCompare(b.person))).toMatchObject([
      { person: 'ada', steps: ['A1 late', 'A2 late', 'A3 late'] },
      { person: 'wes', steps: ['A1 late', 'A2 late'] },
    ])
  })

  it('writes what the missed steps were beside the one that stands for them', async () => {
    await recorded(running)
    await store.setClock(at('2018-06-20 09:00'))
    await sweptAll(running)
    const prompts = await rows(running, sql`select step, post_id, stands_for from prompt order by post_id`)
    const missed = { step: 'very-late', stands_for: ['told', 'due-soon', 'due', 'late'] }
    expect(prompts).toEqual(
      ['bm', 'lead-csc', 'manager-n08', 'worker-n08'].map((post_id) => ({ ...missed, post_id })),
    )
  })

  it('writes a second message by mail for who wants both roads, and one by mail for who wants mail', async () => {
    await recorded(running, ofHealth)
    await recorded(running, { owner: 'lead-gp' as PostId, raiser: 'lead-ccg' as PostId })
    expect(await sweptAll(running)).toBe(3)
    const written = await messages(running)
    expect(written.toSorted((a, b) => a.steps.join().localeCompare(b.steps.join()))).toEqual([
      { person: 'dee', road: 'teams', state: 'intent', twin: false, steps: ['A1 told'] },
      { person: 'dee', road: 'mail', state: 'intent', twin: true, steps: ['A1 told'] },
      { person: 'gil', road: 'mail', state: 'intent', twin: false, steps: ['A2 told'] },
    ])
  })

  it('keeps the prompt of a post that nobody holds, without a message', async () => {
    await recorded(running)
    await rows(running, sql`delete from post_holding where post_id = 'worker-n08'`)
    expect(await sweep(running)).toEqual({ duties: 1, messages: 0 })
    expect(await rows(running, sql`select step, post_id, message_id from prompt`)).toEqual([
      { step: 'told', post_id: 'worker-n08', message_id: null },
    ])
  })

  it('tells whoever holds the post today', async () => {
    await recorded(running)
    await rows(running, sql`update post_holding set to_day = '2018-06-07' where post_id = 'worker-n08'`)
    await rows(
      running,
      sql`insert into post_holding (post_id, person_id, from_day, held_as)
      values ('worker-n08', 'dot', '2018-06-08', 'holder')`,
    )
    await sweptAll(running)
    await store.setClock(at('2018-06-08 09:00'))
    await sweptAll(running)
    expect((await messages(running)).map(({ person }) => person)).toEqual(['wes', 'dot'])
  })

  it('asks a silent raiser, then the deputy and the business manager, too', async () => {
    const action = await recorded(running)
    await answer(running, 'wes', action, { deed: 'report-done', whatWasDone: 'x', evidence: 'x' })
    await sweptAll(running)
    await store.setClock(at('2018-06-13 09:00'))
    await sweptAll(running)
    expect((await messages(running)).map(({ person, steps }) => [person, steps])).toEqual([
      ['eve', ['A1 asked']],
      ['eve', ['A1 deputy']],
      ['dot', ['A1 deputy']],
      ['bea', ['A1 deputy']],
    ])
  })

  it('asks nobody about what was answered before it came', async () => {
    const action = await recorded(running)
    await answer(running, 'wes', action, { deed: 'question', question: 'not-right', reason: 'x' })
    await answer(running, 'eve', action, { deed: 'withdraw', reason: 'x' })
    await store.setClock(at('2018-07-30 09:00'))
    expect(await sweep(running)).toEqual({ duties: 0, messages: 0 })
  })

  it('reminds at once whom the partnership chases, once, and keeps the steps as they were', async () => {
    const action = await recorded(running)
    await sweptAll(running)
    await chase(running, [action])
    await sweptAll(running)
    await chase(running, [action])
    await sweptAll(running)
    await sweptAll(running)
    await store.setClock(at('2018-06-08 09:00'))
    await sweptAll(running)
    expect((await messages(running)).flatMap(({ steps }) => steps)).toEqual([
      'A1 told',
      'A1 chase-1',
      'A1 chase-2',
      'A1 due-soon',
    ])
  })

  it('writes down in the audit trail that a message is due, once for each', async () => {
    await recorded(running, ofHealth)
    await sweptAll(running)
    const due = await rows(running, sql`select channel, actor from audit_entry where what = 'message-due'`)
    expect(due).toEqual([
      { channel: 'system', actor: null },
      { channel: 'system', actor: null },
    ])
  })

  it('leaves duties that deriving them again does not change', async () => {
    await recorded(running)
    await recorded(running, ofCsc)
    await store.setClock(at('2018-06-14 10:00'))
    await sweptAll(running)
    expect(await rebuildDuties(running)).toEqual({ subjects: 2, changed: 0 })
  })
})

describe('sweeps at the same time', () => {
  it('never write a message twice, and together leave nothing out', async () => {
    for (let n = 0; n < 12; n += 1) {
      const posts = [ofCsc, ofHealth, {}][n % 3]
      await recorded(running, { due: day('2018-06-20'), ...posts })
    }
    for (let round = 0; round < 4; round += 1)
      await Promise.all([sweep(running), sweep(running), sweep(running)])
    await sweptAll(running)
    expect(await count(running, 'prompt')).toBe(12)
    const told = (await messages(running)).filter(({ twin }) => !twin).flatMap(({ steps }) => steps)
    expect(told.toSorted()).toEqual([...new Set(told)].toSorted())
    expect(told).toHaveLength(12)
    const people = (await messages(running)).map(({ person, road }) => `${person} by ${road}`)
    expect(people.toSorted()).toEqual(['ada by teams', 'dee by mail', 'dee by teams', 'wes by teams'])
  })

  it('with a reminder that is asked for in the middle lose no step: everyone hears of it', async () => {
    await recorded(running)
    await store.setClock(at('2018-06-14 09:00'))
    const { sweeping } = await running.database.transact({ as: 'owner' }, async (trx) => {
      await sql`update action set chases = 1`.execute(trx)
      await sql`update duty_prompt set chases = 1, next_prompt_at = '2018-06-06T13:00:00Z'`.execute(trx)
      const begun = sweep(running)
      await pause(300)
      return { sweeping: begun }
    })
    await sweeping
    const heard = await deliveredTo()
    await sweptAll(running)
    heard.push(...(await deliveredTo()))
    expect(new Set(heard)).toEqual(new Set(['wes', 'ada']))
    const prompts = await rows(running, sql`select step, post_id from prompt order by 1, 2`)
    expect(prompts).toEqual([
      { step: 'chase-1', post_id: 'worker-n08' },
      { step: 'late', post_id: 'lead-csc' },
      { step: 'late', post_id: 'worker-n08' },
    ])
    expect(await rebuildDuties(running)).toEqual({ subjects: 1, changed: 0 })
  })

  it('with a chase in between lose neither the chase nor the step', async () => {
    const action = await recorded(running)
    await Promise.all([sweep(running), chase(running, [action]), sweep(running)])
    await sweptAll(running)
    const steps = (await messages(running)).flatMap(({ steps }) => steps)
    expect(steps.toSorted()).toEqual(['A1 chase-1', 'A1 told'])
    expect(await rebuildDuties(running)).toEqual({ subjects: 1, changed: 0 })
  })
})

/** Whom the messages that can be sent now still have something to say to. */
async function deliveredTo(): Promise<string[]> {
  const people: string[] = []
  for (const { id, person } of await claim(running, 8)) {
    if ((await itemsOf(running, id)).length > 0) people.push(person)
  }
  return people
}
