import { setTimeout as sleep } from 'node:timers/promises'

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { PersonId } from '#core/ids.ts'
import { inviteToJoin, noteMailed } from '#core/people/let-in.ts'
import { momentOf } from '#store/clock.ts'
import { untilItsDayEnds } from '#store/migrations/0026-mailed-invitations.ts'
import { run } from '#store/run.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { request, rows } from '#tests/fixtures/store-acts.ts'

const MINUTE = 60_000
const person = 'wes' as PersonId
const clock = { realNow: Date.parse('2018-06-06T12:00:00Z') }

let store: TestStore
beforeAll(async () => {
  store = await aStore(clock)
  await rows(store.running, sql`update person set tenant_id = 'by-mail', aad_id = id where id = 'wes'`)
})
afterAll(() => store.close())

const invite = (hash: string) => {
  const madeAt = momentOf(clock.realNow)
  const until = momentOf(clock.realNow + 1000 * MINUTE)
  return run(store.running, request('bea', null), inviteToJoin, {
    person,
    agency: null,
    byMail: true,
    hash,
    madeAt,
    until,
  })
}
const note = (hash: string) =>
  run(store.running, request('bea', null), noteMailed, { person, hash, came: 'not-sent' })
const kept = () => rows(store.running, sql`select hash, mailed, mailed_at is null as free from invitation`)

it('of those who would mail an invitation to one person at once, one does', async () => {
  for (const round of [1, 2, 3, 4]) {
    clock.realNow += MINUTE
    const told = await Promise.all(['a', 'b', 'c', 'd'].map((each) => invite(`${each}${round}`)))
    const made = told.flatMap((each) => (each.ok ? [each.value.hash] : []))
    expect(told.flatMap((each) => (each.ok ? [] : [each.reason]))).toEqual(Array(3).fill('invited-just-now'))
    expect(await kept()).toEqual([{ hash: made[0], mailed: 'in-doubt', free: false }])
  }
})

it('what came of the mail of an older invitation says nothing of the newer one', async () => {
  clock.realNow += MINUTE
  await invite('newer')
  expect(await note('older')).toEqual({ ok: true, value: { stands: false } })
  expect(await kept()).toEqual([{ hash: 'newer', mailed: 'in-doubt', free: false }])
  expect(await note('newer')).toEqual({ ok: true, value: { stands: true } })
  expect(await kept()).toEqual([{ hash: 'newer', mailed: 'not-sent', free: true }])
})

it('what came of a mail is on the record, too, when its invitation is replaced in that moment', async () => {
  clock.realNow += MINUTE
  await invite('older')
  const { database } = store.running
  let noted: ReturnType<typeof note> | undefined
  await database.transact({ as: 'owner' }, async (trx) => {
    await sql`update invitation set hash = 'newer', mailed = null`.execute(trx)
    noted = note('older')
    await sleep(300)
  })
  expect(await noted).toEqual({ ok: true, value: { stands: false } })
  expect(await kept()).toEqual([{ hash: 'newer', mailed: null, free: false }])
  const last = sql`select what from audit_entry where subject = 'wes' order by id desc limit 1`
  expect(await rows(store.running, last)).toEqual([{ what: 'invitation-not-sent' }])
})

it('only the partnership says what came of it', async () => {
  const said = { person, hash: 'newer', came: 'sent' } as const
  expect(await run(store.running, request('ada', null), noteMailed, said)).toMatchObject({ ok: false })
  expect(await kept()).toMatchObject([{ mailed: null }])
})

it.each([
  ['in summer', '2018-06-20T12:00:00Z', '2018-06-20T22:59:59.999Z'],
  ['in winter', '2018-12-06T12:00:00Z', '2018-12-06T23:59:59.999Z'],
  [
    'in the first hour of the day on which summer time ends',
    '2018-10-27T23:30:00Z',
    '2018-10-28T23:59:59.999Z',
  ],
])(
  'an older invitation that ended %s at the hour of its making holds until that day ends',
  async (_, was, is) => {
    await rows(store.running, sql`update invitation set until = ${was}, used_at = null`)
    await rows(store.running, sql.raw(untilItsDayEnds))
    expect(await rows(store.running, sql`select until from invitation`)).toEqual([{ until: is }])
  },
)
