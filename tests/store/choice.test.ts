import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { ids, list, listActs, round, saying, sendTheList, theAids } from '#tests/fixtures/a-sent-list.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'

let store: TestStore
beforeAll(async () => {
  store = await aStore()
})
afterAll(() => store.close())
beforeEach(() => sendTheList(store))

const { allAnswer, choose, confirm, look, openDuties, say } = listActs(() => store.running)

describe('the choice', () => {
  it('shows the partnership who knows which case, and nobody else', async () => {
    await confirm('ada', 'csc')
    await say('ada', 'csc', saying('known'))
    const seen = await look('bea')
    expect(seen).toMatchObject({
      value: {
        state: 'open',
        due: '2018-05-10',
        usualSize: 6,
        aids: [{ size: 5 }, { size: 6, cases: ids }, { size: 7, cases: ids }],
        may: { choose: true },
      },
    })
    expect(seen.ok && seen.value.agencies.map(({ id, state, lead }) => [id, state, lead])).toEqual([
      ['csc', 'given', 'Ada Lead-Test'],
      ['edu', 'asked', 'Eve Lead-Test'],
      ['ccg', 'asked', 'Dee Lead-Test'],
      ['gp', 'asked', 'Gil Practice-Test'],
    ])
    expect(JSON.stringify(seen)).not.toMatch(/Number1|2012-02-01/)
    expect(await look('ada')).toEqual({ ok: false, reason: 'not-yours-to-select' })
    expect(await look('wes')).toEqual({ ok: false, reason: 'no-such-round' })
  })

  it('opens a file, returns and a collation for each chosen case, and what is owed for them', async () => {
    await allAnswer({ csc: 'known', edu: 'known-briefly', ccg: 'not-known', gp: 'adult-only' })
    expect(await choose('bea', theAids, null, 1)).toMatchObject({ ok: true, value: { cases: 6, version: 2 } })
    const [first] = list
    expect(await openDuties(sql`reference = ${first?.reference}`)).toEqual([
      { kind: 'name-team', owes: 'lead-csc', reference: 'L-01' },
      { kind: 'record-panel', owes: 'qa', reference: 'L-01' },
      { kind: 'send-chronology', owes: 'lead-csc', reference: 'L-01' },
      { kind: 'send-chronology', owes: 'lead-gp', reference: 'L-01' },
      { kind: 'send-evaluation', owes: 'lead-csc', reference: 'L-01' },
      { kind: 'send-evaluation', owes: 'lead-gp', reference: 'L-01' },
      { kind: 'send-on', owes: 'lead-ccg', reference: 'L-01' },
    ])
    expect((await openDuties(sql`reference = ${round.code}`)).map(({ kind }) => kind)).toEqual([
      'release-to-qa',
    ])
    expect(await look('bea')).toMatchObject({
      value: { state: 'chosen', reason: null, may: { choose: false } },
    })
  })

  it('is the partnership’s', async () => {
    await allAnswer({ csc: 'known', edu: 'known', ccg: 'not-known', gp: 'known' })
    expect(await choose('ada', theAids, null)).toEqual({ ok: false, reason: 'not-yours-to-select' })
    expect(await choose('wes', theAids, null)).toEqual({ ok: false, reason: 'no-such-round' })
  })

  it('is made once, and never on an old state', async () => {
    await allAnswer({ csc: 'known', edu: 'known', ccg: 'not-known', gp: 'known' })
    expect(await choose('bea', theAids, null, 9)).toEqual({ ok: false, reason: 'changed-meanwhile' })
    expect(await choose('bea', theAids, null)).toMatchObject({ ok: true })
    expect(await choose('quinn', theAids, null)).toEqual({ ok: false, reason: 'cases-are-chosen' })
  })

  it('waits for every agency, or has its reason', async () => {
    await confirm('ada', 'csc')
    await say('ada', 'csc', saying('known'))
    expect(await choose('bea', theAids, null)).toEqual({ ok: false, reason: 'reason-for-unanswered' })
    expect((await openDuties(sql`kind = 'say-involvement'`)).map(({ owes }) => owes)).toEqual([
      'lead-ccg',
      'lead-edu',
      'lead-gp',
    ])
    expect(await choose('bea', theAids, 'All were rung on 10 May; none knows them.')).toMatchObject({
      ok: true,
    })
    expect(await look('bea')).toMatchObject({
      value: { reason: 'All were rung on 10 May; none knows them.' },
    })
    expect(await openDuties(sql`kind in ('confirm-receipt', 'say-involvement')`)).toEqual([])
    expect(await confirm('eve', 'edu')).toEqual({ ok: false, reason: 'cases-are-chosen' })
  })

  it('off the rule has its reason', async () => {
    await allAnswer({ csc: 'known', edu: 'known', ccg: 'not-known', gp: 'known' })
    expect(await choose('bea', [1, 2, 3, 4], null)).toEqual({ ok: false, reason: 'reason-for-number' })
    expect(await choose('bea', [2, 3, 4, 5, 6], null)).toEqual({
      ok: false,
      reason: 'reason-for-other-than-the-aid',
    })
    expect(await choose('bea', [1, 2, 3, 4], 'Two children moved away.')).toMatchObject({ ok: true })
  })

  it('names cases of the list, each once, led by an agency that knows it', async () => {
    await allAnswer({ csc: 'adult-only', edu: 'known', ccg: 'not-known', gp: 'known' })
    expect(await choose('bea', theAids, 'x')).toEqual({ ok: false, reason: 'lead-agency-does-not-know' })
    expect(await choose('bea', [1, 1, 2], 'x')).toEqual({ ok: false, reason: 'not-on-the-list' })
    expect(await choose('bea', [1, 77], 'x')).toEqual({ ok: false, reason: 'not-on-the-list' })
  })
})
