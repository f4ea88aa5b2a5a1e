import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import type { PersonId, PostId } from '#core/ids.ts'
import type { HandOver } from '#core/people/commands.ts'
import { handOver } from '#core/people/hand-over.ts'
import { itemsOf } from '#store/message-items.ts'
import { claim, settle } from '#store/outbox.ts'
import { run } from '#store/run.ts'
import type { Running } from '#store/running.ts'
import { viewLeaving } from '#store/seat-views.ts'
import { viewTakenOver } from '#store/taken-over-view.ts'
import { aPanelDay, lookAs, nameTeamAs, person } from '#tests/fixtures/a-panel.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { at, messages, recorded, request, rows, sweptAll } from '#tests/fixtures/store-acts.ts'

let store: TestStore
let running: Running
beforeAll(async () => {
  store = await aStore()
  running = store.running
})
afterAll(() => store.close())

/** Panel day: Ada leads for Social Care, owns one action and raised another; nobody was told of anything yet. */
beforeEach(async () => {
  await aPanelDay(store)
  await rows(running, sql`update post set round_id = 'round-2' where kind = 'lead-person'`)
  await rows(running, sql`update evaluation_case set round_id = 'round-2' where id = 'case-n-08'`)
  await nameTeamAs(running, 'ada')
  await recorded(running, posts('lead-csc', 'qa'))
  await recorded(running, posts('lead-edu', 'lead-csc'))
})

const posts = (owner: string, raiser: string) => ({ owner: owner as PostId, raiser: raiser as PostId })

const today = day('2018-06-06')
const move = (said: Partial<HandOver> = {}, who = 'bea', leaver = 'ada') =>
  run(running, request(who), handOver, {
    person: leaver as PersonId,
    from: today,
    to: person('dot'),
    others: [],
    posts: ['lead-csc' as PostId],
    ...said,
  })

const holding = (post: string, on = '2018-06-06') =>
  rows<{ person: string }>(
    running,
    sql`select person_id as person from post_holding where post_id = ${post} and held_as = 'holder'
      and from_day <= ${on} and (to_day is null or to_day >= ${on})`,
  )

describe('a lead person leaves in mid-round', () => {
  it('in one move the successor holds the post, and what was about to go out to the old person goes to them', async () => {
    await sweptAll(running)
    const before = (await messages(running)).filter((each) => each.person === 'ada')
    expect(before.length).toBeGreaterThan(0)
    expect(await move()).toEqual({ ok: true, value: { posts: 1 } })
    expect(await holding('lead-csc')).toEqual([{ person: 'dot' }])
    expect(await heardBy('ada')).toEqual([])
    expect(await heardBy('dot')).toContainEqual(['A1', 'told'])
  })

  it('no prompt reaches the old person after it: every later step goes to the successor', async () => {
    await move()
    const heard = { ada: 0, dot: 0 }
    for (const on of ['2018-06-06', '2018-06-08', '2018-06-12', '2018-06-13', '2018-06-15', '2018-06-22']) {
      await store.setClock(at(`${on} 12:00`))
      await sweptAll(running)
      heard.ada += (await heardBy('ada')).length
      heard.dot += (await heardBy('dot')).length
    }
    expect(heard.ada).toBe(0)
    expect(heard.dot).toBeGreaterThan(3)
    expect((await messages(running)).filter((each) => each.person === 'ada')).toEqual([])
  })

  it('on a later day the old person hears until then', async () => {
    await move({ from: day('2018-06-13') })
    await sweptAll(running)
    expect(await heardBy('ada')).toContainEqual(['A1', 'told'])
    await store.setClock(at('2018-06-13 12:00'))
    await sweptAll(running)
    expect(await heardBy('ada')).toEqual([])
    expect(await holding('lead-csc', '2018-06-13')).toEqual([{ person: 'dot' }])
  })

  it('the successor finds what came with the post: asked of it, asked by it, its returns', async () => {
    await move()
    const { posts } = await lookAs(running, 'dot', viewTakenOver)
    expect(posts).toMatchObject([
      { id: 'lead-csc', before: 'Ada Lead-Test', from: '2018-06-06', begun: true },
    ])
    expect(posts[0]?.waiting.map(({ number, what }) => `${number} ${what}`)).toContain(
      'A1 One action for you',
    )
    expect(posts[0]?.actions.map(({ number }) => number).toSorted()).toEqual(['A1', 'A2'])
    expect(posts[0]?.asked.map(({ number }) => number)).toContain('A2')
    expect(posts[0]?.returns.map(({ reference }) => reference)).toContain('N-08')
    expect((await lookAs(running, 'ada', viewTakenOver)).posts).toEqual([])
  })

  it('who is to take over later reads nothing of it before', async () => {
    await move({ from: day('2018-06-13') })
    const { posts } = await lookAs(running, 'dot', viewTakenOver)
    expect(posts).toMatchObject([{ id: 'lead-csc', begun: false, waiting: [], actions: [], returns: [] }])
  })
})

it('who was to follow on a later day follows all the same, and a deputy to come stays', async () => {
  await rows(running, sql`update post_holding set to_day = '2018-06-19' where post_id = 'lead-csc'`)
  await rows(
    running,
    sql`insert into post_holding (post_id, person_id, from_day, held_as)
      values ('lead-csc', 'gil', '2018-06-20', 'holder'), ('lead-edu', 'gil', '2018-06-20', 'deputy')`,
  )
  await rows(
    running,
    sql`insert into post_holding (post_id, person_id, from_day, to_day, held_as)
      values ('lead-edu', 'ada', '2018-06-01', '2018-06-19', 'deputy')`,
  )
  expect(await move({ posts: ['lead-csc', 'lead-edu'] as PostId[] })).toMatchObject({ ok: true })
  expect(await holding('lead-csc')).toEqual([{ person: 'dot' }])
  expect(await holding('lead-csc', '2018-06-20')).toEqual([{ person: 'gil' }])
  expect(
    await rows(
      running,
      sql`select 1 as n from post_holding where post_id = 'lead-edu' and held_as = 'deputy' and person_id = 'gil'`,
    ),
  ).toEqual([{ n: 1 }])
})

describe('the leaver check', () => {
  it('lists what would be left, and after the move says that nothing is', async () => {
    const before = await lookAs(running, 'bea', (seen) => viewLeaving(seen, 'ada' as PersonId))
    expect(before?.posts).toMatchObject([{ id: 'lead-csc', as: 'holder' }])
    expect(before?.posts[0]?.actions).toBe(2)
    await move()
    const after = await lookAs(running, 'bea', (seen) => viewLeaving(seen, 'ada' as PersonId))
    expect(after).toMatchObject({ posts: [], left: [] })
  })

  it('says which posts nobody holds, when somebody went without one', async () => {
    await rows(running, sql`update post_holding set to_day = '2018-06-05' where post_id = 'lead-gp'`)
    const view = await lookAs(running, 'bea', (seen) => viewLeaving(seen, 'gil' as PersonId))
    expect(view?.left.map(({ id }) => id)).toEqual(['lead-gp'])
  })
})

describe('the move', () => {
  it('gives single posts to others, and one new person who is named twice is one', async () => {
    await rows(
      running,
      sql`insert into post_holding (post_id, person_id, from_day, held_as)
        values ('contributor-n08', 'ada', '2018-06-01', 'deputy')`,
    )
    await rows(running, sql`update post_holding set person_id = 'ada' where post_id = 'lead-gp'`)
    const noor = { name: 'Noor Lead-Test', mail: 'noor@example.org', jobTitle: 'Head', road: 'mail' } as const
    const posts = ['lead-csc', 'lead-gp', 'contributor-n08'] as PostId[]
    const said = {
      to: noor,
      others: [{ post: 'lead-gp' as PostId, to: { ...noor, mail: 'NOOR@example.org' } }],
    }
    expect(await move({ ...said, posts })).toMatchObject({ ok: true, value: { posts: 2 } })
    expect(await rows(running, sql`select count(*) as n from person where name = 'Noor Lead-Test'`)).toEqual([
      { n: 1 },
    ])
    const [csc] = await holding('lead-csc')
    expect(await holding('lead-gp')).toEqual([csc])
    expect(
      await rows(running, sql`select 1 from post_holding where person_id = 'ada' and to_day is null`),
    ).toEqual([])
  })

  it('is of nothing where somebody holds nothing', async () => {
    await rows(running, sql`delete from post_holding where person_id = 'dot'`)
    expect(await move({ to: person('gil'), posts: [] }, 'bea', 'dot')).toEqual({
      ok: false,
      reason: 'holds-nothing',
    })
  })

  it.each([
    ['anybody but the partnership', {}, 'ada', 'ada', 'not-yours-to-hand-over'],
    ['whoever saw other posts than there are', { posts: [] }, 'bea', 'ada', 'changed-meanwhile'],
    ['whoever names the person who leaves', { to: person('ada') }, 'bea', 'ada', 'successor-leaves'],
    ['whoever names nobody who is known', { to: person('nobody') }, 'bea', 'ada', 'no-such-person'],
    [
      'whoever hands over for a day that has passed',
      { from: day('2018-06-01') },
      'bea',
      'ada',
      'day-has-passed',
    ],
    [
      'whoever takes an office by it',
      { others: [{ post: 'qa' as PostId, to: person('bea') }], posts: ['qa' as PostId] },
      'bea',
      'quinn',
      'not-for-yourself',
    ],
    [
      'the worker of the case, who cannot lead in it',
      { to: person('wes') },
      'bea',
      'ada',
      'lead-person-is-worker',
    ],
  ] as const)('is refused to %s, and nothing is changed', async (_, said, who, leaver, reason) => {
    const before = await rows(running, sql`select * from post_holding order by 1, 2, 3`)
    expect(await move(said as Partial<HandOver>, who, leaver)).toMatchObject({ ok: false, reason })
    expect(await rows(running, sql`select * from post_holding order by 1, 2, 3`)).toEqual(before)
  })
})

/** Sends all that is due, as the process does: what each message still says at the moment of sending. */
async function heardBy(who: string): Promise<(readonly [string, string])[]> {
  const heard: (readonly [string, string])[] = []
  for (;;) {
    const [message] = await claim(running, 1)
    if (!message) break
    const items = await itemsOf(running, message.id)
    const how =
      items.length > 0
        ? ({ as: 'sent', activityId: null } as const)
        : ({ as: 'not-needed', why: 'nothing is owed any more' } as const)
    await settle(running, message, how)
    said.push(...items.map(({ number, step }) => ({ to: message.person, number, step })))
  }
  for (const each of said) if (each.to === who) heard.push([each.number, each.step])
  said = said.filter((each) => each.to !== who)
  return heard
}

let said: { to: PersonId; number: string; step: string }[] = []
beforeEach(() => {
  said = []
})
