import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { concernsOf, deny, inJanuary, promise } from '#tests/fixtures/in-january.ts'
import type { InJanuary } from '#tests/fixtures/in-january.ts'
import { rows } from '#tests/fixtures/store-acts.ts'

let house: InJanuary
beforeAll(async () => {
  house = await inJanuary()
})
afterAll(() => house.store.close())
beforeEach(() => house.startAgain())

const { raised, register, said, say } = concernsOf(() => house)
const same = (text: string) => text.replace(/"reference":"[^"]*"/, '')
type Said = { readonly said: string }

describe('who may what', () => {
  it('raiser, everyone who was asked, and the partnership see it; for others it is not there', async () => {
    const id = await raised()
    const seen = async () => {
      const each = await Promise.all(
        ['bea', 'quinn', 'ada', 'eve', 'dot', 'dee', 'gil', 'wes', 'sam'].map(async (who) => {
          const { status } = await house.call(who, 'GET', `/api/escalations/${id}`)
          return status === 200 ? [who] : []
        }),
      )
      return each.flat()
    }
    expect(await seen()).toEqual(['bea', 'quinn', 'ada', 'eve', 'dot'])
    await said('eve', id, { ...deny, deed: 'step-up' })
    expect(await seen()).toEqual(['bea', 'quinn', 'ada', 'eve', 'dot', 'dee'])
    const never = await house.call('gil', 'GET', '/api/escalations/never-there')
    const hidden = await house.call('gil', 'GET', `/api/escalations/${id}`)
    expect([hidden.status, same(hidden.text)]).toEqual([404, same(never.text)])
  })

  it.each([
    [promise, 'ada'],
    [{ deed: 'say-kept' }, 'ada'],
    [{ deed: 'give-feedback', feedback: 'Done.' }, 'ada'],
    [{ deed: 'confirm-kept' }, 'eve dot'],
    [{ deed: 'hear-feedback' }, 'eve dot'],
    [deny, 'eve dot'],
    [{ ...deny, deed: 'step-up' }, 'eve dot bea quinn'],
    [{ deed: 'withdraw-escalation', reason: 'They moved.' }, 'eve dot'],
    [{ deed: 'set-theme', theme: null }, 'bea quinn'],
  ])('%o is theirs alone: %s', async (body, whose) => {
    const id = await raised()
    for (const who of ['bea', 'quinn', 'ada', 'eve', 'dot', 'dee', 'sam']) {
      const { status } = await say(who, id, body, 999)
      const expected = who === 'dee' || who === 'sam' ? 404 : whose.split(' ').includes(who) ? 412 : 403
      expect([who, status]).toEqual([who, expected])
    }
  })

  it('the register of everybody else is empty, and the chair of the subgroup sees counts alone', async () => {
    await rows(
      house.store.running,
      sql`insert into post (id, kind, title) values ('subgroup', 'subgroup-chair', 'Chair of the subgroup')`,
    )
    await rows(
      house.store.running,
      sql`insert into post_holding (post_id, person_id, from_day, held_as) values ('subgroup', 'gil', '2018-01-01', 'holder')`,
    )
    await raised()
    expect(await register('dee')).toMatchObject({ items: [], counts: null })
    expect(await register('gil')).toMatchObject({
      items: [],
      counts: [{ theme: 'action', stage: 1, open: 1, ended: 0 }],
    })
  })

  it('no word that was typed stands in the register, in what is owed or in the audit trail', async () => {
    const id = await raised()
    await said('ada', id, promise)
    for (const query of [
      sql<Said>`select row_to_json(d)::text as said from duty d`,
      sql<Said>`select row_to_json(a)::text as said from audit_entry a`,
      sql<Said>`select row_to_json(d)::text as said from deed_event d`,
      sql<Said>`select row_to_json(i)::text as said from idempotency i`,
    ]) {
      const found = await rows(house.store.running, query)
      expect(found.length).toBeGreaterThan(0)
      for (const { said: text } of found) expect(text).not.toMatch(/visit|morning|social worker/i)
    }
    expect(JSON.stringify(await register('bea'))).not.toMatch(/visit|morning/i)
  })
})
