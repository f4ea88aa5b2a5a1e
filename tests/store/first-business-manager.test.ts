import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import type { PersonId } from '#core/ids.ts'
import { nameInFirstRun } from '#core/people/first-run/name-person.ts'
import { addAgencies } from '#core/people/first-run/set-up.ts'
import { handOver } from '#core/people/hand-over.ts'
import { run } from '#store/run.ts'
import { anEmptyStore, FIRST, someone } from '#tests/fixtures/a-first-run.ts'
import type { EmptyStore } from '#tests/fixtures/a-first-run.ts'
import { count, request, rows } from '#tests/fixtures/store-acts.ts'

const clock = { realNow: 0 }
let store: EmptyStore
let bea = ''
beforeEach(async () => {
  clock.realNow = Date.parse('2026-10-05T09:00:00Z')
  store = await anEmptyStore(clock)
  await store.name()
  bea = await store.one<string>(sql`select person_id as one from post_holding`)
})
afterEach(() => store.close())

const quinnIsNamed = async () =>
  run(store.running, request(bea), nameInFirstRun, {
    who: someone('Quinn'),
    role: { office: await store.office('qa-manager') },
  })
const ANOTHER = '5b1c9a10-0000-4000-8000-00000000000c'

describe('the first business manager', () => {
  it('is the business manager from the day on which the migration ran', async () => {
    expect(await store.holderOf('business-manager')).toEqual([{ name: 'Bea Officer-Test' }])
  })

  it('is named once: the same setting changes nothing when the migration runs again', async () => {
    expect(await store.name()).toBe('held')
    expect(await store.name({ aadId: ANOTHER })).toBe('held')
    expect([await count(store.running, 'person'), await count(store.running, 'post')]).toEqual([1, 4])
  })

  it('is let in by the ids as a token has them, however they were copied', async () => {
    await rows(store.running, sql`update post_holding set to_day = '2026-10-09'`)
    clock.realNow = Date.parse('2026-10-12T09:00:00Z')
    const aadId = '5B1C9A10-0000-4000-8000-00000000000C'
    expect(await store.name({ tenantId: FIRST.tenantId.toUpperCase(), aadId, mail: 'x@y.example' })).toBe(
      'named',
    )
    const found = await store.one(
      sql`select tenant_id || '/' || aad_id as one from person where mail = 'x@y.example'`,
    )
    expect(found).toBe(`${FIRST.tenantId}/${aadId.toLowerCase()}`)
  })

  it('is in the history of the post and in the audit trail', async () => {
    expect(await count(store.running, 'post_change')).toBe(1)
    const entries = await rows<{ what: string; actor: string | null }>(
      store.running,
      sql`select what, actor from audit_entry order by id`,
    )
    expect(entries.map(({ what }) => what)).toEqual([...Array(4).fill('post-made'), 'holding-changed'])
    expect(entries.every(({ actor }) => actor === null)).toBe(true)
  })

  it('who left is not brought back by a setting that was forgotten; another person can be named', async () => {
    await rows(store.running, sql`update post_holding set to_day = '2026-10-09'`)
    clock.realNow = Date.parse('2026-10-12T09:00:00Z')
    expect(await store.name()).toBe('left')
    expect(await store.name({ aadId: ANOTHER, mail: 'x@y.example' })).toBe('named')
    expect((await store.holderOf('business-manager')).length).toBe(1)
  })

  it('who is known by mail gets the account, and is not known twice', async () => {
    await quinnIsNamed()
    await rows(store.running, sql`update post_holding set to_day = '2026-10-09' where person_id = ${bea}`)
    clock.realNow = Date.parse('2026-10-12T09:00:00Z')
    const said = { aadId: ANOTHER, mail: 'Quinn@agency.example' }
    expect(await store.name(said)).toBe('named')
    expect(await count(store.running, 'person')).toBe(2)
    expect(await store.holderOf('business-manager')).toEqual([{ name: 'Quinn-Test' }])
  })

  it('is nobody who comes as a guest', async () => {
    await run(store.running, request(bea), addAgencies, { names: ['Police'] })
    await rows(store.running, sql`update post_holding set to_day = '2026-10-09'`)
    await rows(
      store.running,
      sql`insert into person (id, name, road, mail, tenant_id, aad_id) values
        ('g', 'Gus-Test', 'mail', 'g@x.example', ${FIRST.tenantId}, 'aad-g')`,
    )
    await rows(
      store.running,
      sql`insert into guest_access select 'g', id, '2027-01-01', ${bea}, '2026-10-05T09:00:00Z' from agency`,
    )
    clock.realNow = Date.parse('2026-10-12T09:00:00Z')
    expect(await store.name({ aadId: 'aad-g' })).toBe('is-a-guest')
  })
  it('who left or is a guest gets no account by it', async () => {
    await rows(store.running, sql`update post_holding set to_day = '2026-10-09'`)
    await rows(store.running, sql`update person set tenant_id = 'by-mail', aad_id = id where id = ${bea}`)
    clock.realNow = Date.parse('2026-10-12T09:00:00Z')
    expect(await store.name()).toBe('left')
    expect(await store.one(sql`select tenant_id as one from person where id = ${bea}`)).toBe('by-mail')
  })
})

describe('the next business manager, named by a setting because nobody can let people in any more', () => {
  beforeEach(async () => {
    await quinnIsNamed()
    const posts = [await store.office('business-manager')]
    const others = posts.map((post) => ({ post, to: someone('Dot') }))
    const said = { person: bea as PersonId, from: day('2026-10-05'), others, posts }
    const handedOver = await run(store.running, request(bea), handOver, said)
    if (!handedOver.ok) throw new Error(handedOver.reason)
  })

  it('is whoever holds the office, with an account from now on', async () => {
    const dot = { aadId: ANOTHER, mail: 'dot@agency.example' }
    expect(await store.name(dot)).toBe('held')
    expect(await store.name(dot, true)).toBe('named')
    expect(await store.holderOf('business-manager')).toEqual([{ name: 'Dot-Test' }])
    expect(await count(store.running, 'person')).toBe(3)
    expect(await store.name(dot, true), 'a setting that was forgotten').toBe('held')
  })

  it('or somebody else from today; whoever handed it over does not come back by it', async () => {
    expect(await store.name({}, true)).toBe('left')
    expect(await store.holderOf('business-manager')).toEqual([{ name: 'Dot-Test' }])
    const eli = { aadId: ANOTHER, mail: 'eli@partnership.example', name: 'Eli-Test' }
    expect(await store.name(eli)).toBe('held')
    expect(await store.name(eli, true)).toBe('named')
    expect(await store.holderOf('business-manager')).toEqual([{ name: 'Eli-Test' }])
  })
})
