import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import type { PersonId, PostId } from '#core/ids.ts'
import type { HandOver } from '#core/people/commands.ts'
import { handOver } from '#core/people/hand-over.ts'
import { nameDeputy } from '#core/people/name-deputy.ts'
import { nameHolder } from '#core/people/name-holder.ts'
import { run } from '#store/run.ts'
import type { Running } from '#store/running.ts'
import { viewLeaving } from '#store/seat-views.ts'
import { aPanelDay, lookAs, person } from '#tests/fixtures/a-panel.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { request, rows } from '#tests/fixtures/store-acts.ts'
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
const lead = 'lead-gp' as PostId
const today = day('2018-06-06')
const later = day('2018-06-20')
const july = day('2018-07-01')
const YES = { ok: true }

const hold = (who: string, next: string, post: PostId, from = today) =>
  run(running, request(who), nameHolder, { post, from, who: person(next) })
const deputise = (who: string, next: string, post: PostId, from = today) =>
  run(running, request(who), nameDeputy, { post, from, who: person(next) })
const move = (who: string, leaver: string, said: Pick<HandOver, 'posts'> & Partial<HandOver>) =>
  run(running, request(who), handOver, { person: leaver as PersonId, from: today, others: [], ...said })
const each = (next: string, ...posts: readonly PostId[]) => posts.map((post) => ({ post, to: person(next) }))

const heldIn = (post: PostId) =>
  rows(
    running,
    sql`select person_id as person, held_as as as, from_day as from, to_day as to from post_holding
      where post_id = ${post} and (to_day is null or to_day >= ${today}) order by 3, 2`,
  )
const asBea = (statement: ReturnType<typeof sql>) => rows(running, statement, web('bea'))
const asOwner = (statement: ReturnType<typeof sql>) => rows(running, statement)

describe('whoever holds an office, or is to, deputises in it no more than before', () => {
  const NO = { ok: false, reason: 'holder-is-no-deputy' }

  it('with an end of their own time, or before its first day: the office is not left empty by it', async () => {
    await hold('bea', 'dot', qa)
    await hold('bea', 'gil', qa, july)
    const before = await heldIn(qa)
    expect(await deputise('bea', 'dot', qa)).toEqual(NO)
    expect(await deputise('bea', 'gil', qa)).toEqual(NO)
    expect(await deputise('bea', 'gil', qa, july)).toEqual(NO)
    expect(await heldIn(qa)).toEqual(before)
  })

  it('when their own time is over they may deputise', async () => {
    await hold('bea', 'dot', qa)
    await hold('bea', 'gil', qa, later)
    expect(await deputise('bea', 'dot', qa, later)).toMatchObject(YES)
    expect(await heldIn(qa)).toMatchObject([
      { person: 'dot', as: 'holder', to: '2018-06-19' },
      { person: 'dot', as: 'deputy', from: later },
      { person: 'gil', as: 'holder', from: later },
    ])
  })

  it('a deputy who is named holder deputises no more', async () => {
    await deputise('bea', 'dot', qa)
    expect(await hold('bea', 'dot', qa)).toMatchObject(YES)
    expect(await heldIn(qa)).toEqual([{ person: 'dot', as: 'holder', from: today, to: null }])
  })
})

describe('behind it, no gap opens between one holder and the next', () => {
  const empty = /office is never left without a holder/

  it('however it is written', async () => {
    await hold('bea', 'dot', qa)
    await hold('bea', 'gil', qa, july)
    const dots = sql`post_id = 'qa' and person_id = 'dot'`
    for (const change of [
      sql`update post_holding set held_as = 'deputy' where ${dots}`,
      sql`update post_holding set to_day = '2018-06-28' where ${dots}`,
      sql`update post_holding set from_day = '2018-06-08' where ${dots}`,
      sql`delete from post_holding where ${dots}`,
    ])
      await expect(asBea(change)).rejects.toThrow(empty)
    await expect(asBea(sql`update post_holding set to_day = '2018-06-30' where ${dots}`)).resolves.toEqual([])
  })

  it('one that is there by an administrator’s act stays, and nothing that is changed later meets it', async () => {
    await asOwner(sql`delete from post_holding where person_id = 'dot'`)
    await asOwner(sql`update post_holding set to_day = '2018-05-01' where post_id = 'qa'`)
    expect(await hold('bea', 'dot', qa)).toMatchObject(YES)
    expect(await hold('bea', 'gil', qa, later)).toMatchObject(YES)
    expect(await move('bea', 'dot', { posts: [qa], others: each('ada', qa) })).toMatchObject(YES)
    expect(await heldIn(qa)).toMatchObject([
      { person: 'ada', to: '2018-06-19' },
      { person: 'gil', from: later, to: null },
    ])
  })
})

describe('an office is handed over', () => {
  it('by a word of its own: it does not go with the rest', async () => {
    await asOwner(sql`update post_holding set person_id = 'quinn' where post_id = 'lead-gp'`)
    const NEEDED = { ok: false, reason: 'office-needs-own-successor' }
    const before = [await heldIn(qa), await heldIn(lead)]
    expect(await move('bea', 'quinn', { posts: [qa, lead], to: person('dot') })).toEqual(NEEDED)
    expect(await move('bea', 'quinn', { posts: [qa, lead], others: each('gil', lead) })).toEqual(NEEDED)
    expect(await move('bea', 'quinn', { posts: [qa, lead], others: each('gil', qa) })).toEqual({
      ok: false,
      reason: 'no-such-person',
    })
    expect([await heldIn(qa), await heldIn(lead)]).toEqual(before)
    const said = { posts: [qa, lead], to: person('dot'), others: each('gil', qa) }
    expect(await move('bea', 'quinn', said)).toMatchObject(YES)
    expect([await heldIn(qa), await heldIn(lead)]).toMatchObject([[{ person: 'gil' }], [{ person: 'dot' }]])
  })

  it('and the page knows which posts are offices; with these alone nobody follows in the rest', async () => {
    const seen = await lookAs(running, 'bea', (it) => viewLeaving(it, 'quinn' as PersonId))
    expect(seen?.posts).toMatchObject([{ id: 'qa', office: true }])
    expect(await move('bea', 'quinn', { posts: [qa], others: each('gil', qa) })).toMatchObject(YES)
  })

  it('on its own first day, with somebody named already who follows', async () => {
    await asOwner(sql`update post_holding set from_day = ${today} where person_id = 'bea'`)
    await hold('quinn', 'gil', bm, july)
    expect(await move('bea', 'bea', { posts: [bm], others: each('dot', bm) })).toMatchObject(YES)
    expect(await heldIn(bm)).toEqual([
      { person: 'dot', as: 'holder', from: today, to: '2018-06-30' },
      { person: 'gil', as: 'holder', from: july, to: null },
    ])
  })

  it('by whoever deputises as QA manager from today, and has another office', async () => {
    await deputise('bea', 'cy', qa)
    expect(await move('cy', 'cy', { posts: [chair, qa], others: each('dot', chair) })).toMatchObject(YES)
    expect(await heldIn(chair)).toMatchObject([{ person: 'dot', to: null }])
    expect(await heldIn(qa)).toMatchObject([{ person: 'quinn', as: 'holder' }])
  })

  it('by whoever has two offices from today, and one of them twice', async () => {
    await asOwner(sql`update post_holding set from_day = ${today} where person_id = 'bea'`)
    await deputise('quinn', 'bea', qa)
    await hold('quinn', 'gil', bm, later)
    await hold('quinn', 'bea', bm, july)
    expect(await move('bea', 'bea', { posts: [bm, qa], others: each('dot', bm) })).toMatchObject(YES)
    expect(await heldIn(bm)).toEqual([
      { person: 'dot', as: 'holder', from: today, to: '2018-06-19' },
      { person: 'gil', as: 'holder', from: later, to: '2018-06-30' },
      { person: 'dot', as: 'holder', from: july, to: null },
    ])
    expect(await heldIn(qa)).toMatchObject([{ person: 'quinn', as: 'holder' }])
  })

  it('also by whoever follows in it later by the word of another: that stays as it was said', async () => {
    await hold('quinn', 'bea', chair, later)
    const NOT_YOU = { ok: false, reason: 'not-for-yourself' }
    expect(await move('bea', 'cy', { posts: [chair], others: each('bea', chair) })).toEqual(NOT_YOU)
    expect(await move('bea', 'cy', { posts: [chair], others: each('dot', chair) })).toMatchObject(YES)
    expect(await heldIn(chair)).toEqual([
      { person: 'dot', as: 'holder', from: today, to: '2018-06-19' },
      { person: 'bea', as: 'holder', from: later, to: null },
    ])
  })
})
