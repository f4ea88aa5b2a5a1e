import { setTimeout as pause } from 'node:timers/promises'

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { seatsElsewhere } from '#store/guests.ts'
import type { Running } from '#store/running.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { rows } from '#tests/fixtures/store-acts.ts'
import { web } from '#tests/fixtures/store-rounds.ts'

let store: TestStore
let running: Running
beforeAll(async () => {
  store = await aStore()
  running = store.running
})
afterAll(() => store.close())

/** Whether somebody waits for somebody else. */
async function waits(): Promise<boolean> {
  const held = sql<{ n: number }>`select count(*)::int as n from pg_locks
    where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())`
  const { rows: found } = await running.database.transact({ as: 'worker' }, (trx) => held.execute(trx))
  return (found[0]?.n ?? 0) > 0
}

it('a guest is not named for another agency at the same moment: the second is told', async () => {
  const made = {
    guest: sql`insert into guest_access (person_id, agency_id, until_day, renewed_by, renewed_at)
        values ('sam', 'csc', '2019-01-01', 'bea', '2018-06-06T12:00:00Z')`,
    holding: sql`insert into post_holding (post_id, person_id, from_day, held_as)
        values ('lead-edu', 'sam', '2018-06-07', 'deputy')`,
  }
  for (const [first, second] of [
    ['guest', 'holding'],
    ['holding', 'guest'],
  ] as const) {
    let other: Promise<unknown> = Promise.resolve()
    await running.database.transact(web('bea'), async (trx) => {
      await made[first].execute(trx)
      other = running.database
        .transact(web('bea'), (own) => made[second].execute(own))
        .then(
          () => 'both',
          (error: unknown) => (seatsElsewhere(error) ? 'one' : String(error)),
        )
      // PGlite has one connection: there the second comes after the first, and asking meanwhile would wait for it.
      if (running.database.engine === 'pglite') return
      for (const deadline = Date.now() + 5000; Date.now() < deadline && !(await waits());) await pause(20)
    })
    expect(await other).toBe('one')
    await rows(running, sql`delete from guest_access where person_id = 'sam'`)
    await rows(running, sql`delete from post_holding where person_id = 'sam' and post_id = 'lead-edu'`)
  }
})
