import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import type { PostId } from '#core/ids.ts'
import { endHolding } from '#core/people/end-holding.ts'
import { nameDeputy } from '#core/people/name-deputy.ts'
import { nameHolder } from '#core/people/name-holder.ts'
import { run } from '#store/run.ts'
import type { Running } from '#store/running.ts'
import { viewHoldings, viewSeat } from '#store/seat-views.ts'
import { aPanelDay, lookAs, nameTeamAs, person } from '#tests/fixtures/a-panel.ts'
import { roundPosts } from '#tests/fixtures/a-round.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { request, rows } from '#tests/fixtures/store-acts.ts'
import { web } from '#tests/fixtures/store-rounds.ts'

let store: TestStore
let running: Running
/** The worker of N-08, as the lead agency has named them: Wes. */
let worker: PostId

beforeAll(async () => {
  store = await aStore()
  running = store.running
})
afterAll(() => store.close())
beforeEach(async () => {
  await aPanelDay(store)
  // Posts of the example belong to no round; here they lead and work in this one.
  await rows(running, sql`update post set round_id = 'round-2' where kind = 'lead-person'`)
  await nameTeamAs(running, 'ada')
  const [row] = await rows<{ id: PostId }>(running, sql`select worker_post as id from case_file`)
  worker = row?.id ?? ('none' as PostId)
})

const today = day('2018-06-06')
const later = day('2018-06-20')
const lead = roundPosts.csc

type Said = { readonly post?: PostId; readonly from?: typeof today; readonly version?: number }
const hold = (who: string, next: string, said: Said = {}) =>
  run(running, request(who), nameHolder, { post: worker, from: today, who: person(next), ...said })
const deputise = (who: string, next: string, said: Said = {}) =>
  run(running, request(who), nameDeputy, { post: lead, from: today, who: person(next), ...said })
const end = (who: string, as: 'holder' | 'deputy', said: Said = {}) =>
  run(running, request(who), endHolding, { post: worker, from: today, as, ...said })

const holdings = (post: PostId) =>
  rows(
    running,
    sql`select person_id as person, held_as as as, from_day as from, to_day as to from post_holding
      where post_id = ${post} order by 3, 2`,
  )

describe('who holds a post', () => {
  it('changes on a later day; until then the holder stays', async () => {
    expect(await hold('bea', 'kit', { from: later })).toMatchObject({ ok: true })
    expect(await holdings(worker)).toEqual([
      { person: 'wes', as: 'holder', from: '2018-06-06', to: '2018-06-19' },
      { person: 'kit', as: 'holder', from: '2018-06-20', to: null },
    ])
  })

  it('is whoever was named last: an earlier day takes the place of what was planned', async () => {
    await hold('bea', 'kit', { from: later })
    await hold('bea', 'gil', { from: day('2018-06-13') })
    expect(await holdings(worker)).toMatchObject([
      { person: 'wes', to: '2018-06-12' },
      { person: 'gil', to: null },
    ])
  })

  it('is changed by a lead person for those who work for their agency', async () => {
    expect(await hold('ada', 'kit')).toMatchObject({ ok: true })
    expect(await holdings(worker)).toMatchObject([{ person: 'kit' }])
    expect(await end('ada', 'holder', { from: later })).toMatchObject({ ok: true })
    expect(await holdings(worker)).toMatchObject([{ person: 'kit', to: '2018-06-19' }])
  })

  it.each([
    ['the lead person of another agency', 'eve', {}, 'no-such-seat'],
    ['somebody who works there', 'sam', {}, 'no-such-seat'],
    ['a lead person, of their own post', 'ada', { post: lead }, 'not-yours-to-fill'],
    ['a lead person, of an office', 'ada', { post: roundPosts.qaManager }, 'no-such-seat'],
    ['the chair, of their own office', 'cy', { post: 'chair' as PostId }, 'no-such-seat'],
    ['whoever gives a day that has passed', 'bea', { from: day('2018-06-05') }, 'day-has-passed'],
    ['whoever saw an older version', 'bea', { version: 0 }, 'changed-meanwhile'],
  ] as const)('is not changed by %s', async (_, who, said, reason) => {
    const before = await holdings(worker)
    expect(await hold(who, 'kit', said)).toMatchObject({ ok: false, reason })
    expect(await holdings(worker)).toEqual(before)
  })

  it('is not a lead person of the case, nor lets its worker lead (OLD-30)', async () => {
    expect(await hold('bea', 'eve')).toMatchObject({ reason: 'lead-person-is-worker', about: ['N-08'] })
    expect(await hold('bea', 'wes', { post: roundPosts.edu })).toMatchObject({
      reason: 'lead-person-is-worker',
    })
    expect(await hold('bea', 'sam')).toMatchObject({ reason: 'worker-is-manager' })
    expect(await deputise('ada', 'wes')).toMatchObject({ reason: 'lead-person-is-worker' })
  })

  it('is behind a wall, too: by a bare statement a lead person fills no post of another agency, and no office', async () => {
    const seats = (who: string, post: string, as: string) =>
      rows(
        running,
        sql`insert into post_holding (post_id, person_id, from_day, held_as)
          values (${post}, ${who}, '2018-06-06', ${as})`,
        web(who),
      )
    const forbidden = expect.objectContaining({ code: '42501' })
    await expect(seats('ada', 'lead-edu', 'deputy')).rejects.toEqual(forbidden)
    await expect(seats('ada', 'lead-csc', 'holder')).rejects.toEqual(forbidden)
    await expect(seats('ada', 'qa', 'deputy')).rejects.toEqual(forbidden)
    await expect(seats('cy', 'chair', 'deputy')).rejects.toEqual(forbidden)
    await expect(seats('wes', worker, 'deputy')).rejects.toEqual(forbidden)
    await rows(running, sql`delete from post_holding where post_id = 'lead-edu'`, web('ada'))
    expect(await holdings('lead-edu' as PostId)).not.toEqual([])
  })
})

describe('a deputy', () => {
  it('is named by the lead person for their own post, from a day on', async () => {
    expect(await deputise('ada', 'dot', { from: later })).toMatchObject({ ok: true })
    const held = await holdings(lead)
    expect(held).toContainEqual({ person: 'dot', as: 'deputy', from: '2018-06-20', to: null })
    expect(held).toContainEqual(expect.objectContaining({ person: 'ada', as: 'holder', to: null }))
  })

  it('is somebody else than the holder', async () => {
    expect(await deputise('bea', 'ada')).toMatchObject({ reason: 'holder-is-no-deputy' })
  })

  it('who becomes the holder deputises no more', async () => {
    await deputise('bea', 'dot')
    expect(await hold('bea', 'dot', { post: lead })).toMatchObject({ ok: true })
    expect((await holdings(lead)).filter((held) => Reflect.get(held as object, 'person') === 'dot')).toEqual([
      { person: 'dot', as: 'holder', from: '2018-06-06', to: null },
    ])
  })

  it('ends on a day; when there is none, that is said', async () => {
    await deputise('bea', 'dot')
    expect(await end('ada', 'deputy', { post: lead, from: later })).toMatchObject({ ok: true })
    expect(await end('ada', 'deputy', { post: lead, from: later })).toMatchObject({
      reason: 'nobody-holds-it',
    })
  })
})

describe('the page of who holds what', () => {
  const look = lookAs

  it('shows vacant posts first, and to a lead person only what is theirs to fill', async () => {
    await end('bea', 'holder')
    const all = await look(running, 'bea', viewHoldings)
    expect(all?.posts[0]).toMatchObject({ id: worker, holder: null, title: 'Allocated worker of N-08' })
    const mine = await look(running, 'ada', viewHoldings)
    expect(mine?.posts.map(({ id }) => id)).toContain(worker)
    expect(mine?.posts.map(({ id }) => id)).not.toContain('lead-edu')
    expect(await look(running, 'wes', viewHoldings)).toBe(undefined)
  })

  it('keeps who changed it and when, also when a team was named, and the trail has it', async () => {
    await hold('bea', 'kit', { from: later })
    const seat = await look(running, 'ada', (seen) => viewSeat(seen, worker))
    expect(seat?.history).toEqual([
      {
        at: '6 June',
        says: 'Kit Contributor-Test holds it from Wednesday 20 June after Wes Worker-Test. Said by Bea Officer-Test.',
      },
      { at: '6 June', says: 'Wes Worker-Test holds it from Wednesday 6 June. Said by Ada Lead-Test.' },
    ])
    expect(
      await rows(
        running,
        sql`select actor, subject from audit_entry where what = 'holding-changed' order by id desc limit 1`,
      ),
    ).toEqual([{ actor: 'bea', subject: `${worker} kit` }])
    await expect(rows(running, sql`delete from post_change`)).rejects.toThrow('append-only')
  })

  it('is nobody’s who has nothing to fill', async () => {
    expect(await look(running, 'eve', (seen) => viewSeat(seen, worker))).toBe(undefined)
    expect(await look(running, 'wes', (seen) => viewSeat(seen, worker))).toBe(undefined)
  })
})
