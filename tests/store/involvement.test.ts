import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { Answers } from '#core/involvement/reply.ts'
import { ids, list, listActs, saying, sendTheList, theAids } from '#tests/fixtures/a-sent-list.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'

let store: TestStore
beforeAll(async () => {
  store = await aStore()
})
afterAll(() => store.close())
beforeEach(() => sendTheList(store))

const { allAnswer, choose, confirm, identities, openDuties, say, see, seenBy } = listActs(() => store.running)

const childrenIn = (result: Awaited<ReturnType<typeof see>>) =>
  result.ok ? result.value.cases.map(({ child }) => child?.name ?? null) : result.reason

describe('the receipt', () => {
  it('is confirmed by the lead person, or the deputy, and by nobody else', async () => {
    expect(await confirm('eve', 'csc')).toEqual({ ok: false, reason: 'no-such-reply' })
    expect(await confirm('bea', 'csc')).toEqual({ ok: false, reason: 'not-yours-to-answer' })
    expect(await confirm('ada', 'csc', 1)).toMatchObject({ ok: true, value: { version: 2 } })
    expect(await confirm('dot', 'edu')).toMatchObject({ ok: true })
    expect((await openDuties(sql`kind = 'confirm-receipt'`)).map(({ owes }) => owes)).toEqual([
      'lead-ccg',
      'lead-gp',
    ])
  })

  it('is confirmed once, and never on an old state', async () => {
    expect(await confirm('ada', 'csc', 7)).toEqual({ ok: false, reason: 'changed-meanwhile' })
    await confirm('ada', 'csc')
    expect(await confirm('ada', 'csc')).toEqual({ ok: false, reason: 'already-answered' })
  })
})

describe('an agency says what it knows', () => {
  it('after the receipt, of every case and of no other', async () => {
    expect(await say('ada', 'csc', saying('known'))).toEqual({ ok: false, reason: 'receipt-comes-first' })
    await confirm('ada', 'csc')
    const five = Object.fromEntries(Object.entries(saying('known')).slice(1)) as Answers
    expect(await say('ada', 'csc', five)).toEqual({ ok: false, reason: 'not-all-answered' })
    const seven = { ...saying('known'), 'case-n-08': 'known' } as Answers
    expect(await say('ada', 'csc', seven)).toEqual({ ok: false, reason: 'not-on-the-list' })
    expect(await say('ada', 'csc', saying('known'))).toMatchObject({ ok: true })
    expect(await openDuties(sql`owes_post = 'lead-csc'`)).toEqual([])
  })

  it('and may change it until the cases are chosen', async () => {
    await allAnswer({ csc: 'known', edu: 'known', ccg: 'not-known', gp: 'known' })
    expect(
      await say('ada', 'csc', { ...saying('known'), 'listed-1': 'known-briefly' } as Answers),
    ).toMatchObject({ ok: true })
    expect(await see('ada', 'csc')).toMatchObject({
      value: { cases: [{ answer: 'known-briefly' }, ...ids.slice(1).map(() => ({ answer: 'known' }))] },
    })
    await choose('bea', [2, 3, 4, 5, 6], 'L-01 is known briefly.')
    expect(await say('ada', 'csc', saying('not-known'))).toEqual({ ok: false, reason: 'cases-are-chosen' })
  })
})

describe('who the children are', () => {
  const names = list.map(({ name }) => name)
  const nobody = names.map(() => null)

  it('is shown from the receipt until the cases are chosen, and each view is recorded', async () => {
    expect(childrenIn(await see('ada', 'csc'))).toEqual(nobody)
    expect(await seenBy('ada')).toEqual([])
    await allAnswer({ csc: 'known', edu: 'known', ccg: 'not-known', gp: 'known' })
    expect(childrenIn(await see('ada', 'csc'))).toEqual(names)
    expect(await seenBy('ada')).toEqual(ids.map((subject) => ({ subject })))
    await choose('bea', theAids, null)
    expect(childrenIn(await see('ada', 'csc'))).toEqual(nobody)
    expect(childrenIn(await see('bea', 'csc'))).toEqual(names)
    expect(await seenBy('ada')).toHaveLength(ids.length)
  })

  it('is behind the wall, too, once the cases are chosen, for agencies that know none of these', async () => {
    await allAnswer({ csc: 'known', edu: 'not-known', ccg: 'not-known', gp: 'known' })
    expect(await identities('eve')).toEqual([{ n: 12 }])
    await choose('bea', [1, 2, 3, 4, 5], null)
    expect(await identities('eve')).toEqual([{ n: 0 }])
    expect(await identities('bea')).toEqual([{ n: 12 }])
    expect(await identities('ada')).toEqual([{ n: 10 }])
  })

  it('is shown with the adults, to the agency that was asked and to no other', async () => {
    await confirm('ada', 'csc')
    expect(childrenIn(await see('eve', 'csc'))).toBe('no-such-reply')
    expect(childrenIn(await see('wes', 'csc'))).toBe('no-such-reply')
    const seen = await see('ada', 'csc')
    expect(seen.ok && seen.value.cases.map(({ child }) => child?.age)).toEqual([
      ...ids.slice(1).map(() => '6 years'),
      'not born yet',
    ])
    expect(seen.ok && seen.value.cases[0]?.child?.adults).toEqual(list[0]?.adults)
  })
})
