import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import type { AgencyId, PersonId } from '#core/ids.ts'
import { endHolding } from '#core/people/end-holding.ts'
import { nameInFirstRun } from '#core/people/first-run/name-person.ts'
import {
  addAgencies,
  checkCalendar,
  describePartnership,
  finishFirstRun,
  removeAgency,
} from '#core/people/first-run/set-up.ts'
import { handOver } from '#core/people/hand-over.ts'
import { nameHolder } from '#core/people/name-holder.ts'
import { run } from '#store/run.ts'
import { anEmptyStore, someone } from '#tests/fixtures/a-first-run.ts'
import type { EmptyStore } from '#tests/fixtures/a-first-run.ts'
import { count, request, rows } from '#tests/fixtures/store-acts.ts'
import { web } from '#tests/fixtures/store-rounds.ts'

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

const called = {
  name: 'Exampleshire',
  contactName: 'Bea Officer-Test',
  contactPhone: '01632 960123',
  labels: null,
}
const describeIt = (by = bea, more = {}) =>
  run(store.running, request(by), describePartnership, { ...called, ...more })
const add = (names: readonly string[], by = bea) =>
  run(store.running, request(by), addAgencies, { names: [...names] })
const take = (agency: AgencyId, by = bea) => run(store.running, request(by), removeAgency, { agency })
const agencyNamed = (name: string) =>
  store.one<AgencyId>(sql`select id as one from agency where name = ${name}`)
const nameTo = (kind: string, name: string, by = bea) =>
  store
    .office(kind)
    .then((post) =>
      run(store.running, request(by), nameInFirstRun, { who: someone(name), role: { office: post } }),
    )
const finish = (by = bea) => run(store.running, request(by), finishFirstRun, {})

async function allSteps(): Promise<void> {
  await describeIt()
  await add(['Police'])
  await nameTo('qa-manager', 'Quinn')
  await nameTo('panel-chair', 'Dir')
  await run(store.running, request(bea), checkCalendar, {})
}

describe('the first run', () => {
  it('is finished when every step is done, and not before', async () => {
    expect(await finish()).toEqual({ ok: false, reason: 'steps-are-missing' })
    await allSteps()
    expect(await finish()).toMatchObject({ ok: true })
    expect(await store.one(sql`select ready as one from partnership`)).toBe(true)
  })

  it('a partnership that somebody else changed meanwhile is not overwritten', async () => {
    expect(await describeIt(bea, { version: 0 })).toMatchObject({ ok: true, value: { version: 1 } })
    expect(await describeIt(bea, { version: 0, name: 'Another' })).toEqual({
      ok: false,
      reason: 'changed-meanwhile',
    })
    expect(await store.one(sql`select name as one from partnership`)).toBe('Exampleshire')
  })

  it('agencies that are known by that name are passed over, however it is written', async () => {
    expect(await add(['Police', ' police ', 'GPs'])).toMatchObject({
      ok: true,
      value: { added: 2, known: 1 },
    })
    expect(await store.one(sql`select string_agg(name, ', ' order by name) as one from agency`)).toBe(
      'GPs, Police',
    )
    expect(await add(['POLICE'])).toMatchObject({ ok: true, value: { added: 0, known: 1 } })
  })

  it('an agency that was added by mistake is taken out, but not one that somebody answers for', async () => {
    await add(['Police', 'Polise'])
    expect(await take(await agencyNamed('Polise'))).toMatchObject({ ok: true })
    const police = await agencyNamed('Police')
    const named = await run(store.running, request(bea), nameInFirstRun, {
      who: someone('Pol'),
      role: { represents: police },
    })
    expect(named).toMatchObject({ ok: true })
    expect(await store.holderOf('board-representative')).toEqual([{ name: 'Pol-Test' }])
    expect(await take(police)).toEqual({ ok: false, reason: 'agency-is-in-use' })
  })

  it('whoever is named by mistake is replaced by naming another', async () => {
    await nameTo('qa-manager', 'Quin')
    expect(await nameTo('qa-manager', 'Quinn')).toMatchObject({ ok: true })
    expect(await nameTo('qa-manager', 'Quinn')).toEqual({ ok: false, reason: 'holds-it-already' })
    expect(await store.holderOf('qa-manager')).toEqual([{ name: 'Quinn-Test' }])
  })

  it('the business manager’s own office is not given away in it', async () => {
    expect(await nameTo('business-manager', 'Mallory')).toEqual({ ok: false, reason: 'no-such-office' })
  })

  it('nobody else sets anything up', async () => {
    const made = await nameTo('qa-manager', 'Quinn')
    const quinn = made.ok ? made.value.person : ''
    await add(['Police'])
    const NOT = { ok: false, reason: 'not-yours-to-set-up-partnership' }
    expect(await describeIt(quinn)).toEqual(NOT)
    expect(await add(['GPs'], quinn)).toEqual(NOT)
    expect(await take(await agencyNamed('Police'), quinn)).toEqual(NOT)
    expect(await nameTo('panel-chair', 'Mallory', quinn)).toEqual(NOT)
    expect(await finish(quinn)).toEqual(NOT)
  })

  it('nobody names themselves to an office in it', async () => {
    const post = await store.office('panel-chair')
    const role = { office: post }
    const who = { person: bea as PersonId }
    expect(await run(store.running, request(bea), nameInFirstRun, { who, role })).toEqual({
      ok: false,
      reason: 'not-for-yourself',
    })
    expect(await store.holderOf('panel-chair')).toEqual([])
  })

  it('the first business manager hands over on the very first day', async () => {
    const post = await store.office('business-manager')
    const said = { person: bea as PersonId, from: day('2026-10-05'), others: [{ post, to: someone('Dot') }] }
    expect(await run(store.running, request(bea), handOver, { ...said, posts: [post] })).toMatchObject({
      ok: true,
    })
    expect(await store.holderOf('business-manager')).toEqual([{ name: 'Dot-Test' }])
    expect(await add(['Police'])).toEqual({ ok: false, reason: 'not-yours-to-set-up-partnership' })
  })

  it('is over for good: then the offices change hands as every post does', async () => {
    await allSteps()
    await finish()
    const NOT = { ok: false, reason: 'partnership-is-ready' }
    expect(await nameTo('qa-manager', 'Mallory')).toEqual(NOT)
    expect(await take(await agencyNamed('Police'))).toEqual(NOT)
    const qa = await store.office('qa-manager')
    const from = day('2026-10-06')
    const out = await run(store.running, request(bea), endHolding, { post: qa, as: 'holder', from })
    expect(out).toEqual({ ok: false, reason: 'office-needs-holder' })
    const said = { post: qa, who: someone('Yas'), from }
    expect(await run(store.running, request(bea), nameHolder, said)).toMatchObject({ ok: true })
    expect(await store.holderOf('qa-manager')).toEqual([{ name: 'Yas-Test' }])
    // Whom people ring may change later.
    expect(await describeIt()).toMatchObject({ ok: true })
  })
})

const as = (person: string, query: Parameters<typeof rows>[1]) => rows(store.running, query, web(person))

const seat = async (by: string, kind: string, who: string) =>
  as(
    by,
    sql`insert into post_holding (post_id, person_id, from_day, held_as)
      values (${await store.office(kind)}, ${who}, '2026-10-05', 'holder')`,
  )

describe('the walls behind the first run', () => {
  let quinn = ''
  beforeEach(async () => {
    const made = await nameTo('qa-manager', 'Quinn')
    quinn = made.ok ? made.value.person : ''
  })

  it('the partnership’s row is written by the business manager alone', async () => {
    await as(quinn, sql`update partnership set name = 'Mine'`)
    expect(await store.one(sql`select name as one from partnership`)).toBe('')
    await as(bea, sql`update partnership set name = 'Ours'`)
    expect(await store.one(sql`select name as one from partnership`)).toBe('Ours')
  })

  it('offices are filled by the partnership, and by nobody for themselves', async () => {
    const made = await nameTo('panel-chair', 'Dir')
    const dir = made.ok ? made.value.person : ''
    await expect(seat(dir, 'subgroup-chair', quinn)).rejects.toThrow(/row-level security/)
    await expect(seat(bea, 'subgroup-chair', bea)).rejects.toThrow(/names themselves/)
    await expect(seat(quinn, 'business-manager', quinn)).rejects.toThrow(/names themselves/)
    await expect(seat(quinn, 'subgroup-chair', dir)).resolves.toEqual([])
  })

  it('that it is over is never taken back, and agencies stay', async () => {
    await as(bea, sql`update partnership set ready = true`)
    await expect(as(bea, sql`update partnership set ready = false`)).rejects.toThrow(/never taken back/)
    await add(['Police'])
    await as(bea, sql`delete from agency`)
    expect(await count(store.running, 'agency')).toBe(1)
  })
})
