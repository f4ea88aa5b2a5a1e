import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { AgencyId } from '#core/ids.ts'
import { agencyView, monitorView } from '#core/learning/views.ts'
import { makeRepresentative } from '#core/people/make-representative.ts'
import { viewAgency } from '#store/agency-view.ts'
import { actionCounts } from '#store/lists.ts'
import { viewMonitor } from '#store/monitor-view.ts'
import { run } from '#store/run.ts'
import type { Running } from '#store/running.ts'
import { viewHoldings } from '#store/seat-views.ts'
import { viewMe } from '#store/views.ts'
import { aHeldRound, seenBy } from '#tests/fixtures/a-held-round.ts'
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
beforeEach(() => aHeldRound(store))

const PEOPLE = ['bea', 'quinn', 'cy', 'sue', 'roz', 'ada', 'eve', 'dee', 'gil', 'kit', 'wes', 'sam'] as const
const monitor = async (who: string) => {
  const view = await seenBy(running, who, (seen) => viewMonitor(seen, running.calendar))
  return view && monitorView.parse(view)
}
const agency = async (who: string) => {
  const view = await seenBy(running, who, viewAgency)
  return view && agencyView.parse(view)
}
/** Who sees how many rows by a bare select. */
const seen = async (table: string) => {
  const found: Record<string, number> = {}
  for (const who of PEOPLE) {
    const n = (await rows(running, sql`select 1 from ${sql.table(table)}`, web(who))).length
    if (n > 0) found[who] = n
  }
  return found
}
const sum = (of: object) => Object.values(of).reduce<number>((all, n) => all + Number(n), 0)
const make = async (who: string, id: string) => {
  const result = await run(running, request(who), makeRepresentative, { agency: id as AgencyId })
  return result.ok ? 'made' : result.reason
}
const may = async (who: string) =>
  (await seenBy(running, who, (each) => viewMe(each, true, at('2018-06-18 10:00')))).may
const setRound = (state: 'evaluating' | 'complete') =>
  state === 'complete'
    ? rows(running, sql`update round set state = 'complete', complete_at = now()`)
    : rows(running, sql`update round set state = 'evaluating', held_at = null`)

describe('what the subgroup monitors', () => {
  it('counts what the tracker counts, and lists what is late with its agency', async () => {
    const view = await monitor('sue')
    const [round] = view?.rounds ?? []
    const { groups, total } = await seenBy(running, 'bea', ({ trx, actor, today }) =>
      actionCounts(trx, actor, { cut: 'all' }, today),
    )
    expect(round).toMatchObject({
      code: 'N-2018-2',
      all: { actions: { groups, all: total }, forms: { all: 1 } },
    })
    expect(total).toBe(3)
    expect(round?.agencies.map(({ name, actions, forms }) => [name, actions.all, forms.all])).toEqual([
      ["Children's Social Care", 2, 1],
      ['Clinical commissioning group', 1, 0],
    ])
    expect(view?.late.map(({ number, who }) => [number, who])).toEqual([
      ['A1', "Children's Social Care"],
      ['A2', "Children's Social Care"],
      ['A3', 'Clinical commissioning group'],
    ])
    expect(view?.says).toBe('3 things are late.')
  })

  it('is the subgroup’s and the partnership’s', async () => {
    const found: string[] = []
    for (const who of PEOPLE) if (await monitor(who)) found.push(who)
    expect(found).toEqual(['bea', 'quinn', 'sue'])
    expect(await seen('monitor_action')).toEqual({ bea: 3, quinn: 3, sue: 3 })
    expect(await seen('monitor_form')).toEqual({ bea: 1, quinn: 1, sue: 1 })
  })

  it('holds nothing of a round before its panel day was held', async () => {
    await setRound('evaluating')
    expect(await monitor('sue')).toMatchObject({ rounds: [], late: [] })
  })

  it('names no person and no child, and holds no text', async () => {
    const text = JSON.stringify(await monitor('sue'))
    for (const word of ['-Test', 'Wren', 'Tell the referrer', 'kept asking']) expect(text).not.toContain(word)
  })
})

describe('how an agency stands', () => {
  it('is shown to whoever represents it: references with who owes them, and no way into a case', async () => {
    const [csc, ...others] = (await agency('roz'))?.agencies ?? []
    expect(others).toEqual([])
    expect(csc).toMatchObject({ name: "Children's Social Care", says: '3 things are late.' })
    expect(csc?.actions.map(({ number, who, says, path }) => [number, who, says, path])).toEqual([
      ['A1', 'Allocated worker of N-08', 'Due 13 June, 5 days late. To do', null],
      ['A2', "Children's Social Care (lead person)", 'Due 13 June, 5 days late. To do', null],
    ])
    expect(csc?.forms).toMatchObject([{ reference: 'N-08', who: 'Allocated worker of N-08', path: null }])
    expect(csc?.returns).toMatchObject({ in: 1, owed: 0, late: 1, all: 2 })
    expect(csc?.grades).toMatchObject([{ round: 'N-2018-2', cases: 1, changed: 1 }])
  })

  it('she sees nothing else: no action, form, return, case or child', async () => {
    for (const table of [
      'action',
      'form',
      'agency_return',
      'case_file',
      'panel_grade',
      'child_identity',
      'round',
    ])
      expect([table, (await seen(table))['roz']]).toEqual([table, undefined])
    const text = JSON.stringify(await agency('roz'))
    for (const word of ['-Test', 'Wren', 'Tell the referrer', 'Visits were late'])
      expect(text).not.toContain(word)
  })

  it('a lead person sees the own agency, and may open what is theirs', async () => {
    const [csc] = (await agency('ada'))?.agencies ?? []
    expect(csc?.actions.map(({ path }) => path?.startsWith('/actions/'))).toEqual([true, true])
    expect(csc?.forms[0]?.path).toBe('/forms/form-n-08')
    const [health] = (await agency('dee'))?.agencies ?? []
    expect([health?.counts.actions.all, health?.forms, health?.returns.all]).toEqual([1, [], 0])
  })

  it('nobody answers for an agency without such a post', async () => {
    for (const who of ['bea', 'sue', 'wes', 'sam', 'kit']) expect(await agency(who)).toBeUndefined()
    expect(Object.keys(await seen('agency_action')).toSorted()).toEqual(['ada', 'dee', 'roz'])
    expect(await seen('agency_form')).toEqual({ roz: 1, ada: 1 })
    expect(await seen('agency_part')).toEqual({ roz: 2, ada: 2 })
    expect(await seen('agency_grade')).toEqual({ roz: 1, ada: 1, eve: 1 })
  })

  it('groups sum to their whole', async () => {
    for (const who of ['roz', 'ada', 'dee', 'eve'])
      for (const { counts, returns, grades } of (await agency(who))?.agencies ?? []) {
        expect(sum(counts.actions.groups)).toBe(counts.actions.all)
        expect(sum(counts.forms.places)).toBe(counts.forms.all)
        expect(returns.in + returns.owed + returns.late).toBe(returns.all)
        for (const { lines, cases } of grades)
          expect([sum(lines.map(({ own }) => own)), sum(lines.map(({ panel }) => panel))]).toEqual([
            cases,
            cases,
          ])
      }
  })

  it('when the round is closed its forms and returns are gone, its actions and counts of grades stay', async () => {
    await setRound('complete')
    const [csc] = (await agency('roz'))?.agencies ?? []
    expect([csc?.forms, csc?.returns.all, csc?.counts.actions.all, csc?.grades.length]).toEqual([[], 0, 2, 1])
  })

  it('no grade is counted before panel day was held', async () => {
    await setRound('evaluating')
    expect((await agency('roz'))?.agencies[0]?.grades).toEqual([])
  })

  it('ends with the post', async () => {
    await rows(running, sql`update post_holding set to_day = '2018-06-17' where post_id = 'board-csc'`)
    expect(await agency('roz')).toBeUndefined()
  })
})

describe('who represents an agency on the board', () => {
  it('is said by the partnership, once for each agency', async () => {
    expect(await make('ada', 'edu')).toBe('not-yours-to-represent')
    expect(await make('bea', 'csc')).toBe('is-represented')
    expect(await make('bea', 'nowhere')).toBe('agency-not-known')
    expect(await make('bea', 'edu')).toBe('made')
    const holdings = await seenBy(running, 'bea', viewHoldings)
    expect(holdings?.posts.filter(({ title }) => title === 'Board representative, Schools')).toHaveLength(1)
    expect(holdings?.unrepresented.map(({ id }) => id)).toEqual(['ccg', 'gp'])
    expect((await seenBy(running, 'ada', viewHoldings))?.unrepresented).toEqual([])
  })

  it('only who has such a page is led to it', async () => {
    expect(await may('roz')).toMatchObject({ seeAgency: true, monitor: false })
    expect(await may('ada')).toMatchObject({ seeAgency: true, monitor: false })
    expect(await may('sue')).toMatchObject({ seeAgency: false, monitor: true })
    expect(await may('wes')).toMatchObject({ seeAgency: false, monitor: false })
  })
})
