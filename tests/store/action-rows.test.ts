import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Action } from '#core/actions/action.ts'
import { day } from '#core/calendar/day.ts'
import type { ActionId } from '#core/ids.ts'
import { findAction, saveAction } from '#store/actions.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { anAction, anActionOpenAgain, everyState } from '#tests/fixtures/an-action.ts'
import { rows } from '#tests/fixtures/store-acts.ts'

let store: TestStore
beforeAll(async () => {
  store = await aStore()
})
afterAll(() => store.close())

let made = 0
const fresh = <A extends Action>(action: A): A => {
  made += 1
  return { ...action, id: `action-${made}` as ActionId, number: `A${made}`, version: 0 }
}

const saveAndLoad = (action: Action) =>
  store.running.database.transact({ as: 'owner' }, async (trx) => {
    const saved = await saveAction(trx, action)
    return { saved, loaded: await findAction(trx, action.id) }
  })

describe('an action is read as it was saved', () => {
  const every = Object.entries({
    ...everyState,
    'open again': anActionOpenAgain(),
    'open for an owner without a manager': anAction({ climb: { ...anAction().climb, manager: null } }),
    'chased twice': anAction({ chases: 2 }),
    'waiting for a meeting': anAction({ waitsSince: day('2018-06-12'), waited: 2 }),
  })

  it.each(every)('when %s', async (_, action) => {
    const { saved, loaded } = await saveAndLoad(fresh(action))
    expect(loaded).toEqual(saved)
    expect(loaded?.version).toBe(1)
  })

  it.each(every)('when an open one has become %s', async (_, action) => {
    const open = fresh(anAction())
    await saveAndLoad(open)
    const { saved, loaded } = await saveAndLoad({
      ...action,
      id: open.id,
      number: open.number,
      version: 1,
    })
    expect(loaded).toEqual(saved)
    expect(loaded?.version).toBe(2)
  })

  it('and once only under a version', async () => {
    const open = fresh(anAction())
    const { saved } = await saveAndLoad(open)
    await saveAndLoad(saved)
    await expect(saveAndLoad(saved)).rejects.toThrow(expect.objectContaining({ name: 'ChangedMeanwhile' }))
  })

  it('with everything that can be typed', async () => {
    const what = 'O’Brien "said" \\ ; -- 日本 😀\n1. {"a":null}'
    const { loaded } = await saveAndLoad(fresh(anAction({ what, help: `${what}\t` })))
    expect(loaded).toMatchObject({ what, help: `${what}\t` })
  })
})

describe('a row that is half true is refused', () => {
  const at = '2018-06-12T10:00:00Z'
  it.each([
    ['open', 'no moment of opening', { opened_at: null }],
    ['open', 'a later day', { until_day: '2018-06-22' }],
    ['open', 'a question', { question: 'not-right' }],
    ['open', 'a report', { reported_at: at }],
    ['open', 'an end', { ended_at: at }],
    ['open', 'a reason without its moment', { again_because: 'disputed' }],
    ['open', 'a moment without its reason', { again_at: at }],
    ['open', 'a due day that is none', { due_day: null }],
    ['open', 'the raiser as owner', { owner_post: 'lead-edu' }],
    ['more-time-asked', 'no later day', { until_day: null }],
    ['more-time-asked', 'a day that is not later', { until_day: '2018-06-13' }],
    ['more-time-asked', 'no moment of asking', { asked_at: null }],
    ['more-time-asked', 'a moment of opening', { opened_at: at }],
    ['more-time-asked', 'an end', { ended_at: at }],
    ['questioned', 'no question', { question: null }],
    ['questioned', 'another question', { question: 'too-hard' }],
    ['questioned', 'no moment of asking', { asked_at: null }],
    ['questioned', 'an end', { ended_at: at }],
    ['reported-done', 'no report', { reported_at: null }],
    ['reported-done', 'a moment of opening', { opened_at: at }],
    ['reported-done', 'an end', { ended_at: at }],
    ['confirmed', 'no end', { ended_at: null }],
    ['confirmed', 'no report', { reported_at: null }],
    ['withdrawn', 'no end', { ended_at: null }],
    ['withdrawn', 'a report', { reported_at: at }],
    ['open', 'a state that there is not', { state: 'closed' }],
  ] as const)('%s with %s', async (state, _, columns) => {
    const action = fresh(everyState[state])
    await saveAndLoad(action)
    const [[column, value] = ['', null]] = Object.entries(columns)
    const spoil = rows(
      store.running,
      sql`update action set ${sql.ref(column)} = ${value} where id = ${action.id}`,
    )
    await expect(spoil).rejects.toThrow(expect.objectContaining({ code: expect.stringMatching(/^235/) }))
  })

  it('and so are words that fit no state, when they are read', async () => {
    const action = fresh(everyState['reported-done'])
    await saveAndLoad(action)
    await rows(store.running, sql`update action_words set evidence = null where action_id = ${action.id}`)
    const read = store.running.database.transact({ as: 'owner' }, (trx) => findAction(trx, action.id))
    await expect(read).rejects.toThrow('the row fits no state (reported-done)')
  })
})

describe('both engines read alike', () => {
  it.each([
    ['a day', sql`date '2018-03-25'`, '2018-03-25'],
    ['a moment', sql`timestamptz '2018-06-13 09:00:00.12+01'`, '2018-06-13T08:00:00.120Z'],
    ['a moment of winter', sql`timestamptz '2018-01-09 09:00 Europe/London'`, '2018-01-09T09:00:00.000Z'],
    ['a moment finer than ours', sql`timestamptz '2018-06-13 08:00:00.123456Z'`, '2018-06-13T08:00:00.123Z'],
    ['a large number', sql`9007199254740991::int8`, 9_007_199_254_740_991],
    ['a number', sql`7::int4`, 7],
    ['a count', sql`(select count(*) from agency)`, 4],
    ['a truth', sql`true`, true],
    ['nothing', sql`null::date`, null],
    ['texts', sql`array['a', 'b,"c']::text[]`, ['a', 'b,"c']],
    ['days', sql`array['2018-05-28', '2018-06-04']::date[]`, ['2018-05-28', '2018-06-04']],
    ['no days', sql`array[]::date[]`, []],
    ['a document', sql`'{"a": [1, null]}'::jsonb`, { a: [1, null] }],
  ])('%s', async (_, value, read) => {
    expect(await rows(store.running, sql`select ${value} as value`)).toEqual([{ value: read }])
  })

  it('what they wrote as a day and as a moment', async () => {
    const both = await rows<{ day: unknown; at: unknown }>(
      store.running,
      sql`select ${'2018-10-28'}::date as day, ${'2018-10-28T00:30:00.000Z'}::timestamptz as at`,
    )
    expect(both).toEqual([{ day: '2018-10-28', at: '2018-10-28T00:30:00.000Z' }])
  })
})
