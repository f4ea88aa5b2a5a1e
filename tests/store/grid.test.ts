import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import { dayOf } from '#core/calendar/moment.ts'
import type { ReturnId, RoundId } from '#core/ids.ts'
import { gridOf, openCells } from '#core/round/grid/grid.ts'
import { giveMoreTime } from '#core/round/grid/more-time.ts'
import { markNotInvolved } from '#core/round/grid/not-involved.ts'
import { remindCells } from '#core/round/grid/remind-cells.ts'
import { release } from '#core/round/release.ts'
import { storyNow } from '#store/clock.ts'
import { gridFacts, viewGrid } from '#store/grid-views.ts'
import { findActor } from '#store/people.ts'
import { rebuildDuties } from '#store/rebuild-duties.ts'
import { findRound } from '#store/rounds.ts'
import { run } from '#store/run.ts'
import { aCollation, everyChronology, everyEvaluation } from '#tests/fixtures/a-return.ts'
import { aReply, aRound } from '#tests/fixtures/a-round.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { anEvaluation, returnIds, returnOf } from '#tests/fixtures/an-evaluation.ts'
import { at, request, rows, sweptAll } from '#tests/fixtures/store-acts.ts'
import { asCollation, asReply, asReturn, asRound, committed, web } from '#tests/fixtures/store-rounds.ts'

let store: TestStore
beforeAll(async () => {
  store = await aStore()
})
afterAll(() => store.close())
beforeEach(async () => {
  await store.startAgain()
  await anEvaluation(store.running)
  await committed(store.running, 'bea', asCollation(aCollation('open')))
  await store.setClock(at('2018-05-23 10:00'))
})

const round = 'round-2' as RoundId
const cell = (of: keyof typeof returnIds) => ({ kind: 'return', id: returnIds[of] }) as const
const version = async (id: ReturnId) =>
  (await rows<{ version: number }>(store.running, sql`select version from agency_return where id = ${id}`))[0]
    ?.version

async function grid(person: string) {
  return store.running.database.transact(web(person), async (trx) => {
    const today = dayOf(await storyNow(trx, store.running.realNow))
    const actor = await findActor(trx, request(person).person, today)
    return actor && viewGrid({ trx, actor, today }, round, store.running.calendar)
  })
}

describe('the grid', () => {
  it('is the partnership’s', async () => {
    expect((await grid('bea'))?.says).toBe(
      "3 are late: Children's Social Care 1, Schools 1, GPs 1. 4 are still to come.",
    )
    expect((await grid('quinn'))?.rows.map(({ reference }) => reference)).toEqual(['N-08'])
    for (const person of ['ada', 'cy', 'wes']) expect(await grid(person)).toBeUndefined()
  })

  it('names whom a reminder reaches', async () => {
    expect((await grid('bea'))?.agencies.map(({ lead }) => lead)).toEqual([
      'Ada Lead-Test',
      'Eve Lead-Test',
      'Dee Lead-Test',
      'Gil Practice-Test',
    ])
  })

  it('has as open cells what the duty rows of lead persons say', async () => {
    await committed(store.running, 'bea', asReply(aReply('received')))
    const { running } = store
    const cells = await running.database.transact(web('bea'), async (trx) => {
      const found = await findRound(trx, round)
      if (!found) throw new Error('no round')
      return openCells(gridOf(await gridFacts(trx, found), day('2018-05-23'), running.calendar))
    })
    const owed = await rows<{ what: string }>(
      running,
      sql`select owes_post || ' ' || subject_id || ' ' || kind || ' ' || due_day as what from duty
        where closed_at is null and owes_post like 'lead-%' order by 1`,
    )
    expect(
      cells.map((each) => `${each.post} ${each.subject.id} ${each.kind} ${each.due}`).toSorted(),
    ).toEqual(owed.map(({ what }) => what).toSorted())
    expect(cells).toHaveLength(8)
  })
})

describe('reminding the chosen cells', () => {
  it('counts once for each, and each person gets one message', async () => {
    await sweptAll(store.running)
    const cells = [cell('csc'), cell('csc'), cell('edu'), { kind: 'collation', id: 'collation-ccg' } as const]
    const result = await run(store.running, request('bea'), remindCells, { round, cells })
    expect(result).toEqual({ ok: true, value: { reminded: 3, people: 3 } })
    expect(await rows(store.running, sql`select chases from agency_return order by id`)).toEqual([
      { chases: 1 },
      { chases: 1 },
      { chases: 0 },
    ])
    const before = await rows(store.running, sql`select id from message`)
    await sweptAll(store.running)
    const after = await rows(store.running, sql`select id from message where twin_of is null`)
    expect(after.length - before.filter(Boolean).length).toBeLessThanOrEqual(3)
    const chased = await rows<{ post_id: string; n: number }>(
      store.running,
      sql`select post_id, count(distinct message_id) as n from prompt where step = 'chase-1' group by 1 order by 1`,
    )
    expect(chased).toEqual([
      { post_id: 'lead-ccg', n: 1 },
      { post_id: 'lead-csc', n: 1 },
      { post_id: 'lead-edu', n: 1 },
    ])
    expect((await rebuildDuties(store.running)).changed).toBe(0)
  })

  it('passes over what was sent meanwhile, and what is of no such round', async () => {
    const { submitted: chronology } = everyChronology
    const sent = { chronology, evaluation: everyEvaluation.submitted, version: 1 }
    await committed(store.running, 'ada', asReturn(returnOf('csc', sent)))
    const nothing = await run(store.running, request('bea'), remindCells, {
      round,
      cells: [cell('csc'), { kind: 'form', id: 'none' }],
    })
    expect(nothing).toEqual({ ok: false, reason: 'nothing-to-chase' })
    const other = await run(store.running, request('bea'), remindCells, {
      round: 'round-3' as RoundId,
      cells: [cell('edu')],
    })
    expect(other).toEqual({ ok: false, reason: 'no-such-round' })
  })

  it('is the partnership’s', async () => {
    const input = { round, cells: [cell('edu')] }
    expect(await run(store.running, request('ada'), remindCells, input)).toMatchObject({
      reason: 'not-yours-to-chase',
    })
    expect(await run(store.running, request('wes'), remindCells, input)).toMatchObject({
      reason: 'no-such-round',
    })
  })
})

const laterBy = (person: string, said: Partial<Parameters<typeof giveMoreTime>[1]> = {}) =>
  run(store.running, request(person), giveMoreTime, {
    return: returnIds.csc,
    part: 'chronology',
    until: day('2018-05-25'),
    ...said,
  })

describe('more time', () => {
  it('moves the day of what is owed, and nothing else', async () => {
    const duties = () =>
      rows(
        store.running,
        sql`select id, kind, due_day, opening from duty where subject_id = 'return-csc' and closed_at is null order by kind`,
      )
    const before = await duties()
    expect(await laterBy('bea', { version: 1 })).toEqual({
      ok: true,
      value: { return: returnIds.csc, version: 2 },
    })
    expect(await duties()).toEqual([{ ...(before[0] as object), due_day: '2018-05-25' }, before[1]])
    expect(
      await rows(store.running, sql`select deed, person_id from deed_event where subject_id = 'return-csc'`),
    ).toEqual([{ deed: 'gave-more-time', person_id: 'bea' }])
  })

  it('is refused for a stale page, a day on or after panel day, and to everybody else', async () => {
    expect(await laterBy('bea', { version: 7 })).toMatchObject({ reason: 'changed-meanwhile' })
    expect(await laterBy('bea', { until: day('2018-06-06') })).toMatchObject({ reason: 'before-panel-day' })
    expect(await laterBy('ada')).toMatchObject({ reason: 'not-yours-to-manage' })
    expect(await laterBy('eve')).toMatchObject({ reason: 'no-such-return' })
    expect(await version(returnIds.csc)).toBe(1)
  })

  it('ends with panel day', async () => {
    await committed(store.running, 'bea', asRound(aRound('panel-held', { version: 1 })))
    expect(await laterBy('bea')).toMatchObject({ reason: 'panel-was-held' })
  })
})

const mark = (person: string, of: keyof typeof returnIds) =>
  run(store.running, request(person), markNotInvolved, {
    return: returnIds[of],
    reason: 'Another family of that name.',
  })

describe('an agency that is not involved', () => {
  it('owes nothing, and does not see the case any more; neither does its collator', async () => {
    expect(await mark('bea', 'gp')).toMatchObject({ ok: true })
    const owed = sql`select 1 from duty where subject_id = 'return-gp' and closed_at is null`
    expect(await rows(store.running, owed)).toEqual([])
    expect(await rows(store.running, sql`select member_posts from case_file`)).toEqual([
      { member_posts: ['lead-csc', 'lead-edu'] },
    ])
    for (const [person, cases] of [
      ['gil', 0],
      ['dee', 0],
      ['eve', 1],
    ] as const)
      expect(await rows(store.running, sql`select 1 from case_file`, web(person))).toHaveLength(cases)
    expect((await rebuildDuties(store.running)).changed).toBe(0)
  })

  it('keeps the reason off the audit trail', async () => {
    await mark('bea', 'gp')
    const trail = await rows(store.running, sql`select * from audit_entry`)
    expect(JSON.stringify(trail)).toContain('marked-not-involved')
    expect(JSON.stringify(trail)).not.toContain('Another family')
  })

  it('is never the lead agency', async () => {
    expect(await mark('bea', 'csc')).toMatchObject({ reason: 'leads-the-case' })
    expect(await mark('gil', 'gp')).toMatchObject({ reason: 'not-yours-to-manage' })
  })
})

const releasedTo = (to: 'qa' | 'panel', person = 'bea', more = {}) =>
  run(store.running, request(person), release, { round, to, ...more })

describe('releasing the chronologies', () => {
  it('goes to the QA manager, then to the panel, though something is missing', async () => {
    expect(await releasedTo('panel')).toMatchObject({ reason: 'qa-manager-first' })
    expect((await grid('bea'))?.release).toEqual({
      to: 'qa',
      due: 'due today',
      missing: ["Case N-08: Children's Social Care, Schools, GPs"],
    })
    expect(await releasedTo('qa', 'bea', { version: 1 })).toMatchObject({ ok: true })
    expect(await releasedTo('qa')).toMatchObject({ reason: 'was-released' })
    expect(await releasedTo('panel', 'bea', { version: 1 })).toMatchObject({ reason: 'changed-meanwhile' })
    expect(await releasedTo('panel')).toMatchObject({ ok: true })
    const owed = sql`select kind from duty where subject_id = 'round-2' and closed_at is null`
    expect(await rows(store.running, owed)).toEqual([])
    expect((await grid('bea'))?.released).toEqual([
      'Released to the QA manager on 23 May at 10:00.',
      'Released to the panel on 23 May at 10:00.',
    ])
  })

  it('is the partnership’s', async () => {
    expect(await releasedTo('qa', 'ada')).toMatchObject({ reason: 'not-yours-to-release' })
    expect(await releasedTo('qa', 'wes')).toMatchObject({ reason: 'no-such-round' })
    expect(await rows(store.running, sql`select released_to_qa from round`)).toEqual([
      { released_to_qa: null },
    ])
  })
})
