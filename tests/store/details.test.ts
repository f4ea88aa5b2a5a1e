import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import type { ChildDetails } from '#core/cases/details.ts'
import { keepDetails } from '#core/cases/keep-details.ts'
import { seeChildOfCase } from '#core/cases/see-child-of-case.ts'
import { seeChild } from '#core/cases/see-child.ts'
import { seeChildOfForm } from '#core/close-the-loop/see-form.ts'
import type { CaseId } from '#core/ids.ts'
import { run } from '#store/run.ts'
import { aForm } from '#tests/fixtures/a-form.ts'
import { aCaseFile } from '#tests/fixtures/a-round.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { at, recorded, request, rows } from '#tests/fixtures/store-acts.ts'
import { asFile, asForm, before, committed, seatThePanel, web } from '#tests/fixtures/store-rounds.ts'

/** Case N-08: Ada leads it, Eve sits on its panel, Cy chairs, Wes works with the child. */
const id = 'case-n-08' as CaseId
let store: TestStore
beforeAll(async () => {
  store = await aStore()
})
beforeEach(async () => {
  await store.startAgain()
  await seatThePanel(store.running)
  await before(store.running, 'form')
  await committed(store.running, 'bea', asFile(aCaseFile('confirmed', { version: 1 })))
  await store.setClock(at('2018-06-19 10:00'))
})
afterAll(() => store.close())

const full: ChildDetails = {
  name: 'Wren Ashby-Test',
  born: day('2014-02-03'),
  gender: 'Girl',
  ethnicity: 'White British',
  religion: null,
  opened: day('2016-11-14'),
  type: 'child-protection',
}
const keep = (who: string, said: Partial<ChildDetails> = {}, version?: number) =>
  run(store.running, request(who), keepDetails, {
    case: id,
    said: { ...full, ...said },
    ...(version !== undefined && { version }),
  })
const see = (who: string) => run(store.running, request(who, null), seeChildOfCase, { case: id })

describe('the details of a child', () => {
  it('are filled by the lead agency and put right by the partnership; what stood there before is kept', async () => {
    expect(await keep('ada', {}, 0)).toEqual({ ok: true, value: { version: 1 } })
    expect(await keep('bea', { born: day('2014-03-03') }, 1)).toEqual({ ok: true, value: { version: 2 } })
    expect(await see('ada')).toMatchObject({
      ok: true,
      value: {
        now: { ...full, born: '2014-03-03', version: 2 },
        before: [{ what: 'Date of birth', was: '3 February 2014', at: '19 June at 10:00' }],
      },
    })
    expect(await rows(store.running, sql`select born from case_details order by seq`)).toEqual([
      { born: '2014-02-03' },
      { born: '2014-03-03' },
    ])
  })

  it('are not overwritten by whoever has not read what stands there', async () => {
    await keep('ada', {}, 0)
    expect(await keep('bea', { religion: 'None' }, 0)).toEqual({ ok: false, reason: 'changed-meanwhile' })
  })

  it('are not written anew when nothing new is said', async () => {
    await keep('ada')
    expect(await keep('ada')).toEqual({ ok: true, value: { version: 1 } })
    expect(await rows(store.running, sql`select seq from case_details`)).toHaveLength(1)
  })

  it.each([
    [{ born: day('2018-06-20') }, 'birth-is-to-come'],
    [{ opened: day('2018-06-20') }, 'opening-is-to-come'],
  ] as const)('lie in the past: %j', async (said, reason) => {
    expect(await keep('ada', said)).toEqual({ ok: false, reason })
  })

  it.each([
    ['eve', 'not-yours-to-correct'],
    ['cy', 'not-yours-to-correct'],
    ['wes', 'no-such-case-file'],
    ['gil', 'no-such-case-file'],
  ])('are not written by %s: %s', async (who, reason) => {
    expect(await keep(who)).toEqual({ ok: false, reason })
  })

  it('are shown with every view recorded, and what stood there before to those who may put it right', async () => {
    await keep('ada')
    await keep('ada', { gender: 'Not known' })
    const shown: unknown[] = []
    for (const who of ['bea', 'ada', 'eve', 'cy']) {
      const seen = await see(who)
      shown.push(seen.ok && [seen.value.now.gender, seen.value.before.length])
    }
    expect(shown).toEqual([
      ['Not known', 1],
      ['Not known', 1],
      ['Not known', 0],
      ['Not known', 0],
    ])
    const trail = await rows(
      store.running,
      sql`select actor from audit_entry where what = 'child-details-seen' and subject = ${id} order by id`,
    )
    expect(trail).toEqual([{ actor: 'bea' }, { actor: 'ada' }, { actor: 'eve' }, { actor: 'cy' }])
  })

  it('are on the form of the case, for its worker, too', async () => {
    await keep('ada', { born: day('2014-03-03') })
    await committed(store.running, 'cy', asForm(aForm('drafted')))
    await committed(store.running, 'ada', asForm(aForm('released', { version: 1 })))
    const seen = await run(store.running, request('wes', null), seeChildOfForm, { form: aForm('closed').id })
    expect(seen).toMatchObject({ ok: true, value: { ...full, born: '2014-03-03', age: '4 years' } })
  })

  it('are not of an action: who works on it sees the name and the date of birth as they were put right', async () => {
    await keep('ada', { born: day('2014-03-03') })
    const action = await recorded(store.running, { due: day('2018-06-29') })
    expect(await run(store.running, request('wes', null), seeChild, { action })).toEqual({
      ok: true,
      value: { name: full.name, born: '2014-03-03' },
    })
  })
})

const readers = async (): Promise<readonly (readonly [string, number])[]> =>
  Promise.all(
    ['bea', 'ada', 'eve', 'cy', 'wes', 'gil'].map(async (who) => {
      const seen = await rows(store.running, sql`select seq from case_details`, web(who))
      return [who, seen.length] as const
    }),
  )

describe('the wall around them', () => {
  it('shows all that stood there to those who may put it right, and others what stands there now', async () => {
    await keep('ada')
    await keep('bea', { gender: 'Not known' })
    expect(await readers()).toEqual([
      ['bea', 2],
      ['ada', 2],
      ['eve', 1],
      ['cy', 1],
      ['wes', 0],
      ['gil', 0],
    ])
  })

  it.each(['eve', 'cy', 'wes', 'gil'])('lets %s write nothing', async (who) => {
    const insert = sql`insert into case_details (case_id, seq, name, at, person_id)
      values (${id}, 1, 'x', now(), ${who})`
    await expect(rows(store.running, insert, web(who))).rejects.toThrow('row-level security')
  })

  it('is closed to the process that sends, and nothing in it is ever rewritten', async () => {
    await keep('ada')
    const read = rows(store.running, sql`select 1 from case_details`, { as: 'worker' })
    await expect(read).rejects.toThrow('permission denied')
    const rewrite = rows(store.running, sql`update case_details set name = 'x'`)
    await expect(rewrite).rejects.toThrow('append-only')
  })
})
