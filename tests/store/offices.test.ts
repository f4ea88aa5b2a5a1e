import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import type { PersonId, PostId } from '#core/ids.ts'
import { endHolding } from '#core/people/end-holding.ts'
import { handOver } from '#core/people/hand-over.ts'
import { nameDeputy } from '#core/people/name-deputy.ts'
import { nameHolder } from '#core/people/name-holder.ts'
import { isPartnership } from '#core/people/post.ts'
import { findActor } from '#store/people.ts'
import { run } from '#store/run.ts'
import type { Running } from '#store/running.ts'
import { viewLeaving, viewSeat } from '#store/seat-views.ts'
import { aPanelDay, lookAs, person } from '#tests/fixtures/a-panel.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { at, request, rows } from '#tests/fixtures/store-acts.ts'
import { web } from '#tests/fixtures/store-rounds.ts'

let store: TestStore
let running: Running
beforeAll(async () => {
  store = await aStore()
  running = store.running
})
afterAll(() => store.close())

/** Bea is the business manager, Quinn the QA manager, Cy chairs the panel. */
beforeEach(() => aPanelDay(store))

const [bm, qa, chair] = ['bm', 'qa', 'chair'] as readonly string[] as readonly [PostId, PostId, PostId]
const today = day('2018-06-06')
const later = day('2018-06-20')

type Said = { readonly post?: PostId; readonly from?: typeof today }
const hold = (who: string, next: string, said: Said = {}) =>
  run(running, request(who), nameHolder, { post: qa, from: today, who: person(next), ...said })
const deputise = (who: string, next: string, said: Said = {}) =>
  run(running, request(who), nameDeputy, { post: qa, from: today, who: person(next), ...said })
const end = (who: string, as: 'holder' | 'deputy', said: Said = {}) =>
  run(running, request(who), endHolding, { post: qa, from: later, as, ...said })
const move = (who: string, leaver: string, next: string, posts: readonly PostId[], from = today) =>
  run(running, request(who), handOver, {
    person: leaver as PersonId,
    from,
    to: person(next),
    others: posts
      .filter((post) => [bm, qa, chair].includes(post))
      .map((post) => ({ post, to: person(next) })),
    posts: [...posts],
  })

const heldIn = (post: PostId) =>
  rows(
    running,
    sql`select person_id as person, held_as as as, from_day as from, to_day as to from post_holding
      where post_id = ${post} order by 3, 2`,
  )
const isOfPartnership = (who: string, on: typeof today) =>
  running.database.transact(web(who), async (trx) => {
    const actor = await findActor(trx, who as PersonId, on)
    return actor !== undefined && isPartnership(actor)
  })

/** Something that only the partnership may do. */
const act = (who: string) => deputise(who, 'gil', { post: chair, from: day('2018-06-22') })

const YES = { ok: true }
const NOT_YOU = { ok: false, reason: 'not-for-yourself' }

describe('an office of the partnership', () => {
  it.each([
    ['bea', 'qa-manager', qa],
    ['quinn', 'business-manager', bm],
    ['bea', 'panel-chair', chair],
  ])('is filled by %s of the partnership: %s', async (who, _, post) => {
    expect(await hold(who, 'dot', { post, from: later })).toMatchObject(YES)
    expect((await heldIn(post)).at(-1)).toEqual({ person: 'dot', as: 'holder', from: later, to: null })
  })

  it('is filled by whoever deputises in the partnership', async () => {
    expect(await deputise('bea', 'dot')).toMatchObject(YES)
    expect(await hold('dot', 'gil', { post: chair })).toMatchObject(YES)
  })

  it('nobody takes: neither as holder nor as deputy, nor by their own mail address', async () => {
    const before = await heldIn(qa)
    expect(await hold('bea', 'bea')).toEqual(NOT_YOU)
    expect(await deputise('bea', 'bea')).toEqual(NOT_YOU)
    const [row] = await rows<{ mail: string }>(running, sql`select mail from person where id = 'bea'`)
    const who = { name: 'B', mail: row?.mail ?? 'bea@example.org', jobTitle: '', road: 'mail' as const }
    const named = await run(running, request('bea'), nameHolder, { post: qa, from: today, who })
    expect(named).toEqual(NOT_YOU)
    expect(await heldIn(qa)).toEqual(before)
    expect(await hold('quinn', 'bea', { post: chair })).toMatchObject(YES)
  })

  it('of a deputy is not made longer by the deputy', async () => {
    await deputise('bea', 'dot')
    expect(await hold('dot', 'dot')).toEqual(NOT_YOU)
    await end('bea', 'deputy')
    expect(await deputise('dot', 'dot')).toEqual(NOT_YOU)
  })

  it('is never left without a holder; a deputy’s time may end', async () => {
    const NEEDED = { ok: false, reason: 'office-needs-holder' }
    expect(await end('bea', 'holder')).toEqual(NEEDED)
    expect(await end('quinn', 'holder', { post: chair })).toEqual(NEEDED)
    await deputise('bea', 'dot')
    expect(await end('bea', 'deputy')).toMatchObject(YES)
    expect(await heldIn(qa)).toEqual([
      expect.objectContaining({ person: 'quinn', as: 'holder', to: null }),
      { person: 'dot', as: 'deputy', from: today, to: '2018-06-19' },
    ])
  })

  it('stays with the one who has it, when who was to follow is taken back', async () => {
    await hold('bea', 'dot', { from: later })
    expect(await hold('bea', 'quinn', { from: later })).toMatchObject(YES)
    for (const on of [day('2018-06-19'), later]) expect(await isOfPartnership('quinn', on)).toBe(true)
    expect(await isOfPartnership('dot', later)).toBe(false)
  })

  it('is held by no guest', async () => {
    for (const statement of [
      sql`insert into person (id, name, road, mail, tenant_id, aad_id)
        values ('gus', 'Gus Guest-Test', 'mail', 'gus@example.org', 'by-mail', 'gus')`,
      sql`insert into guest_access (person_id, agency_id, until_day, renewed_by, renewed_at)
        values ('gus', 'csc', '2018-09-01', 'bea', '2018-06-01T09:00:00Z')`,
    ])
      await rows(running, statement)
    const NOT = { ok: false, reason: 'guest-of-another-agency' }
    expect(await hold('bea', 'gus')).toEqual(NOT)
    expect(await deputise('bea', 'gus')).toEqual(NOT)
    expect(await move('bea', 'quinn', 'gus', [qa])).toEqual(NOT)
  })

  it('has its history, and the audit trail has who named whom', async () => {
    await hold('bea', 'dot', { from: later })
    const seat = await lookAs(running, 'quinn', (seen) => viewSeat(seen, qa))
    expect(seat?.history.map(({ says }) => says)).toEqual([
      expect.stringMatching(
        /^Dot .*-Test holds it from Wednesday 20 June after Quinn .*-Test\. Said by Bea /,
      ),
    ])
    expect(seat?.may).toEqual({ nameHolder: true, nameDeputy: true, leaveVacant: false })
    expect(
      await rows(
        running,
        sql`select actor, subject from audit_entry where what = 'holding-changed' order by id desc limit 1`,
      ),
    ).toEqual([{ actor: 'bea', subject: 'qa dot' }])
  })
})

describe('who follows in an office from a later day', () => {
  it('is let in that day, and the former holder no more', async () => {
    await hold('bea', 'dot', { from: later })
    const refusedAct = { ok: false, reason: 'no-such-seat' }
    await store.setClock(at('2018-06-19 23:00'))
    expect(await act('dot')).toEqual(refusedAct)
    expect(await act('quinn')).toMatchObject(YES)
    await store.setClock(at('2018-06-20 00:30'))
    expect(await act('quinn')).toEqual(refusedAct)
    expect(await move('quinn', 'ada', 'gil', ['lead-csc' as PostId], later)).toMatchObject({
      reason: 'not-yours-to-hand-over',
    })
    expect(await act('dot')).toEqual({ ok: false, reason: 'holds-it-already' })
    expect(await move('dot', 'ada', 'gil', ['lead-csc' as PostId], later)).toMatchObject(YES)
  })
})

describe('who leaves an office', () => {
  it('hands it over themselves, with the rest, and is of the partnership no more from that day on', async () => {
    await rows(running, sql`update post_holding set person_id = 'bea' where post_id = 'lead-gp'`)
    const lead = 'lead-gp' as PostId
    const seen = await lookAs(running, 'bea', (each) => viewLeaving(each, 'bea' as PersonId))
    expect(seen?.posts.map(({ id }) => id).toSorted()).toEqual(['bm', 'lead-gp'])
    expect(await move('bea', 'bea', 'dot', [lead, bm], later)).toEqual({ ok: true, value: { posts: 2 } })
    for (const post of [lead, bm])
      expect((await heldIn(post)).at(-1)).toMatchObject({
        person: 'dot',
        as: 'holder',
        from: later,
        to: null,
      })
    expect(await isOfPartnership('bea', day('2018-06-19'))).toBe(true)
    expect([await isOfPartnership('bea', later), await isOfPartnership('dot', later)]).toEqual([false, true])
  })

  it('is handed over on the first day of it, too: nothing of the move is lost on the way', async () => {
    await rows(running, sql`update post_holding set person_id = 'bea' where post_id = 'lead-gp'`)
    await rows(running, sql`update post_holding set from_day = '2018-06-06' where person_id = 'bea'`)
    expect(await move('bea', 'bea', 'dot', ['lead-gp' as PostId, bm])).toMatchObject(YES)
    for (const post of ['lead-gp' as PostId, bm])
      expect(await heldIn(post)).toEqual([{ person: 'dot', as: 'holder', from: today, to: null }])
  })
})

/** By a bare statement, past the use cases. */
const asBea = (statement: ReturnType<typeof sql>) => rows(running, statement, web('bea'))
const seats = (by: string, who: string, post: string, as = 'holder') =>
  rows(
    running,
    sql`insert into post_holding (post_id, person_id, from_day, held_as)
      values (${post}, ${who}, '2018-06-07', ${as})`,
    web(by),
  )

describe('the wall behind it', () => {
  const forbidden = expect.objectContaining({ code: '42501' })

  it('the partnership seats others in an office, and nobody themselves', async () => {
    await expect(seats('bea', 'dot', 'qa')).resolves.toEqual([])
    for (const as of ['holder', 'deputy']) {
      await expect(seats('bea', 'bea', 'qa', as)).rejects.toEqual(forbidden)
      await expect(seats('quinn', 'quinn', 'chair', as)).rejects.toEqual(forbidden)
      await expect(seats('cy', 'dot', 'chair', as)).rejects.toEqual(forbidden)
      await expect(seats('ada', 'ada', 'bm', as)).rejects.toEqual(forbidden)
    }
  })

  it('the partnership leaves no office empty, however it is written', async () => {
    const empty = /office is never left without a holder/
    await expect(asBea(sql`delete from post_holding where post_id = 'qa'`)).rejects.toThrow(empty)
    await expect(
      asBea(sql`update post_holding set to_day = '2018-06-30' where post_id = 'qa'`),
    ).rejects.toThrow(empty)
    await deputise('bea', 'dot')
    await expect(
      asBea(sql`delete from post_holding where post_id = 'qa' and held_as = 'deputy'`),
    ).resolves.toEqual([])
  })

  it('nobody makes their own time in an office longer, or takes another’s place by an update', async () => {
    await hold('quinn', 'dot', { post: bm, from: day('2018-07-01') })
    const mine = (change: ReturnType<typeof sql>) =>
      rows(
        running,
        sql`update post_holding set ${change} where post_id = 'bm' and person_id = 'bea'`,
        web('bea'),
      )
    await expect(mine(sql`to_day = null`)).rejects.toEqual(forbidden)
    await expect(mine(sql`to_day = '2018-07-01'`)).rejects.toEqual(forbidden)
    await expect(mine(sql`from_day = '2018-01-01'`)).rejects.toEqual(forbidden)
    await expect(
      rows(running, sql`update post_holding set person_id = 'bea' where post_id = 'qa'`, web('bea')),
    ).rejects.toEqual(forbidden)
    await expect(mine(sql`to_day = '2018-06-29'`)).rejects.toThrow(/office is never left without a holder/)
  })
})
