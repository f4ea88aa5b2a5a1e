import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { fanOut } from '#core/actions/record-action.ts'
import { day } from '#core/calendar/day.ts'
import type { PostId } from '#core/ids.ts'
import { run } from '#store/run.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { RECOMMENDATIONS } from '#tests/fixtures/recommendations.ts'
import { aRecord, recorded, request, rows } from '#tests/fixtures/store-acts.ts'

let store: TestStore
beforeAll(async () => {
  store = await aStore()
})
afterAll(() => store.close())

const PARTNERS = ['lead-csc', 'lead-ccg', 'lead-gp'] as PostId[]
/** The agencies of this store stand for police and early help. */
const OWNERS = { 'social care': 'lead-csc', police: 'lead-gp', 'early help': 'lead-ccg' } as const

it.each(RECOMMENDATIONS)('"$what" becomes what $to owes, with a person and a day', async ({ to, what }) => {
  await store.startAgain()
  const facts = { what, help: 'A dip sample of ten records each month.', due: day('2018-07-30') }
  const raiser = 'qa' as PostId
  if (to === 'partners')
    await run(store.running, request('quinn'), fanOut, { ...aRecord(), ...facts, owners: PARTNERS, raiser })
  else await recorded(store.running, { ...facts, owner: OWNERS[to] as PostId, raiser })
  const owed = await rows<{ owner: string; what: string; due: string }>(
    store.running,
    sql`select d.owes_post as owner, d.what, d.due_day as due from duty d
      where d.kind = 'do-action' and d.closed_at is null order by d.owes_post`,
  )
  const owners = to === 'partners' ? PARTNERS : [OWNERS[to]]
  expect(owed).toEqual(
    [...owners].toSorted((a, b) => (a < b ? -1 : 1)).map((owner) => ({ owner, what, due: '2018-07-30' })),
  )
})
