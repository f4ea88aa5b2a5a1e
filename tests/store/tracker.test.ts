import * as fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { Answer, FanOutAction } from '#core/actions/commands.ts'
import { endAction } from '#core/actions/end-action.ts'
import { notePromise } from '#core/actions/note-promise.ts'
import { fanOut } from '#core/actions/record-action.ts'
import type { Lateness } from '#core/actions/views.ts'
import { addDays, day } from '#core/calendar/day.ts'
import type { ActionId, PersonId, PostId } from '#core/ids.ts'
import { viewAction } from '#store/action-view.ts'
import { actionsIn, everyAction } from '#store/lists.ts'
import type { Wanted } from '#store/lists.ts'
import { findActor } from '#store/people.ts'
import { run } from '#store/run.ts'
import type { Running } from '#store/running.ts'
import type { Seen } from '#store/seen.ts'
import { viewActions, viewDuties } from '#store/views.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import {
  aRecord,
  answer,
  at,
  chase,
  messages,
  recorded,
  request,
  rows,
  sweptAll,
} from '#tests/fixtures/store-acts.ts'

const today = day('2018-06-18')
let store: TestStore
let running: Running
beforeAll(async () => {
  store = await aStore()
  running = store.running
})
afterAll(() => store.close())
beforeEach(() => store.startAgain())

const look = <T>(person: string, work: (seen: Seen) => Promise<T>, on = today): Promise<T> =>
  running.database.transact({ as: 'web', person: person as PersonId }, async (trx) => {
    const actor = await findActor(trx, person as PersonId, on)
    if (!actor) throw new Error('nobody')
    return work({ trx, actor, today: on })
  })

const PEOPLE = ['bea', 'quinn', 'ada', 'eve', 'wes', 'sam', 'dee', 'gil'] as const
const CUTS = ['mine', 'agency', 'team', 'all'] as const
const GROUPS = ['very-late', 'late', 'due-soon', 'later', 'waiting-for-check', 'done'] as const

/** "Partners to ...", of the worker, health and the GPs, asked by the QA manager. */
const partners = {
  case: aRecord().case,
  owners: ['worker-n08', 'lead-ccg', 'lead-gp'] as PostId[],
  raiser: 'qa' as PostId,
  what: 'Record who was spoken with after each visit.',
  help: 'Ten records of each agency show it.',
  due: day('2018-06-29'),
}

async function fannedOut(said: Partial<FanOutAction> = {}) {
  const result = await run(running, request('quinn'), fanOut, { ...partners, ...said })
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

const report = { deed: 'report-done', whatWasDone: 'Done.', evidence: 'Seen.' } as const
const FATES: Readonly<Record<string, readonly (readonly [string, Answer])[]>> = {
  open: [],
  'more-time-asked': [['wes', { deed: 'ask-for-time', until: day('2018-12-03'), reason: 'Leave.' }]],
  'reported-done': [['wes', report]],
  confirmed: [
    ['wes', report],
    ['eve', { deed: 'confirm' }],
  ],
  withdrawn: [
    ['wes', { deed: 'question', question: 'cannot-do', reason: 'Moved.' }],
    ['eve', { deed: 'withdraw', reason: 'So it is.' }],
  ],
}

describe('in every cut, for everybody', () => {
  const kinds = fc.record({
    days: fc.integer({ min: 0, max: 70 }),
    fate: fc.constantFrom(...Object.keys(FATES)),
  })

  it('the groups sum to the total, show each action once and nothing that "all" does not show', async () => {
    const seed = Number(process.env['SEED'] ?? 20180618)
    await fc.assert(
      fc.asyncProperty(
        fc.array(kinds, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 0, max: 90 }),
        async (made, later) => {
          await store.startAgain()
          for (const { days, fate } of made) {
            const id = await recorded(running, { due: addDays(day('2018-06-06'), days) })
            for (const [who, said] of FATES[fate] ?? []) {
              const given = await answer(running, who, id, said)
              expect(given.ok).toBe(true)
            }
          }
          await fannedOut()
          for (const person of PEOPLE) {
            const all = await shown(person, { cut: 'all' }, addDays(today, later))
            for (const cut of CUTS) {
              const { ids, counts, total } = await shown(person, { cut }, addDays(today, later))
              expect(sum(counts)).toBe(total)
              expect(ids.length).toBe(total)
              expect(new Set(ids).size).toBe(total)
              expect(all.ids).toEqual(expect.arrayContaining(ids))
            }
          }
        },
      ),
      { seed, numRuns: 4, endOnFailure: true },
    )
  }, 120_000)

  it.each(['team', 'agency', 'mine'] as const)(
    '"%s" of somebody whom nothing concerns is empty',
    async (cut) => {
      await recorded(running)
      expect(await shown('gil', { cut })).toMatchObject({ total: 0, ids: [] })
    },
  )

  it('the team is the supervising manager’s workers, the agency is whoever is of it', async () => {
    const mine = await recorded(running)
    await recorded(running, { owner: 'lead-ccg' as PostId })
    expect((await shown('sam', { cut: 'team' })).ids).toEqual([mine])
    expect((await shown('ada', { cut: 'agency' })).ids).toEqual([mine])
    expect((await shown('ada', { cut: 'team' })).ids).toEqual([])
    expect((await shown('dee', { cut: 'agency' })).total).toBe(1)
    expect((await shown('quinn', { cut: 'all' })).total).toBe(2)
  })
})

describe('a fan-out', () => {
  it('counts once for each agency, under one number', async () => {
    const { parent, actions } = await fannedOut()
    const all = await look('quinn', (seen) => viewActions(seen, undefined, { cut: 'all' }, undefined))
    expect(all.items.map(({ number }) => number).toSorted()).toEqual([1, 2, 3].map((n) => `${parent}/${n}`))
    expect(all.total).toBe(3)
    for (const person of ['wes', 'dee', 'gil']) {
      const { ids, total } = await shown(person, { cut: 'agency' })
      expect(total).toBe(1)
      expect(actions).toContain(ids[0])
    }
    for (const agency of ['csc', 'ccg', 'gp'])
      expect((await shown('quinn', { cut: 'all', agency })).total).toBe(1)
  })

  it('has a ring for those who see all of it, and none for the others', async () => {
    const { actions } = await fannedOut()
    const [first] = actions
    if (!first) throw new Error('none')
    await answer(running, 'wes', first, report)
    await answer(running, 'quinn', first, { deed: 'confirm' })
    const ring = async (person: string) => (await look(person, (seen) => viewAction(seen, first)))?.row.ring
    expect(await ring('quinn')).toMatchObject({ of: 3, confirmed: 1 })
    expect(await ring('wes')).toBe(null)
  })

  it.each([
    ['two posts of one agency', { owners: ['worker-n08', 'lead-csc'] as PostId[] }, 'one-for-each-agency'],
    ['the raiser among them', { raiser: 'lead-gp' as PostId }, 'same-agency'],
  ])('is refused with %s, and nothing is recorded', async (_, said, reason) => {
    const result = await run(running, request('quinn'), fanOut, { ...partners, ...said })
    expect(result).toEqual({ ok: false, reason })
    expect(await rows(running, sql`select id from action`)).toEqual([])
  })
})

it('filters narrow by case, source and lateness, and say what there is to choose', async () => {
  const id = await recorded(running, { source: 'learning' })
  await recorded(running)
  expect((await shown('bea', { cut: 'all', source: 'learning' })).ids).toEqual([id])
  expect((await shown('bea', { cut: 'all', reference: 'N-02' })).total).toBe(0)
  const { choices } = await look('bea', (seen) => viewActions(seen, undefined, { cut: 'all' }, undefined))
  expect(choices).toMatchObject({ cases: ['N-08'], sources: ['learning', 'panel-day'], rounds: [] })
  expect(choices.agencies.map(({ id: agency }) => agency).toSorted()).toEqual(['csc', 'edu'])
  const nobodys = await look('gil', (seen) => viewActions(seen, undefined, { cut: 'all' }, undefined))
  expect(nobodys.choices).toEqual({ agencies: [], cases: [], rounds: [], sources: [] })
})

describe('an action that its raiser takes back', () => {
  it('tells its owner, who says that they saw it; the history shows by what it was replaced', async () => {
    await store.setClock(at('2018-06-06 14:20'))
    const id = await recorded(running)
    await recorded(running)
    await sweptAll(running)
    const end = { deed: 'replace', by: 'A2', reason: 'A2 says it better.' } as const
    expect(await run(running, request('eve'), endAction, { action: id, end })).toMatchObject({ ok: true })
    await sweptAll(running)
    expect((await messages(running)).at(-1)).toMatchObject({ person: 'wes', steps: ['A1 told'] })
    const view = await look('wes', (seen) => viewAction(seen, id))
    expect(view?.row.stateWords).toBe('Replaced by A2')
    expect(view?.history[0]).toMatchObject({
      what: 'Replaced it by another action',
      texts: [
        { label: 'Why', text: 'A2 says it better.' },
        { label: 'Replaced by', text: 'A2' },
      ],
    })
    expect(view?.duty).toMatchObject({ kind: 'see-ended', yours: true })
    expect(await answer(running, 'wes', id, { deed: 'seen' })).toMatchObject({ ok: true })
    expect((await look('wes', (seen) => viewAction(seen, id)))?.duty).toBe(null)
  })
})

describe('a promise', () => {
  const promise = { note: 'Rang the team; promised Monday.', until: day('2018-06-18') }

  it('lets the prompts rest until its day, then asks; the history keeps the note', async () => {
    await store.setClock(at('2018-06-06 14:20'))
    const id = await recorded(running)
    await sweptAll(running)
    await store.setClock(at('2018-06-12 10:00'))
    await sweptAll(running)
    const before = (await messages(running)).length
    expect(await run(running, request('bea'), notePromise, { action: id, promise })).toMatchObject({
      ok: true,
    })
    await store.setClock(at('2018-06-15 12:00'))
    expect(await sweptAll(running)).toBe(0)
    await store.setClock(at('2018-06-18 09:00'))
    expect(await sweptAll(running)).toBeGreaterThan(0)
    const after = (await messages(running)).slice(before)
    expect(after.map(({ person }) => person)).toContain('wes')
    expect(after[0]?.steps).toEqual(['A1 promised-2018-06-18'])
    const view = await look('bea', (seen) => viewAction(seen, id))
    expect(view?.history[0]).toMatchObject({
      what: 'Noted a promise: reminders rest until its day',
      texts: [{ label: 'What was promised', text: promise.note }, { label: 'Until' }].toReversed(),
    })
    expect(view?.prompts[0]?.what).toContain('Asked on the day that was promised')
  })

  it('is not asked about again with all that is late, until its day has come', async () => {
    await store.setClock(at('2018-06-06 14:20'))
    const id = await recorded(running)
    await recorded(running)
    await store.setClock(at('2018-06-15 10:00'))
    await run(running, request('bea'), notePromise, { action: id, promise })
    expect(await chase(running, 'late')).toMatchObject({ ok: true, value: { chased: 1 } })
    await store.setClock(at('2018-06-18 10:00'))
    expect(await chase(running, 'late')).toMatchObject({ ok: true, value: { chased: 2 } })
  })
})

it('what is asked only later waits for nobody yet', async () => {
  const id = await recorded(running, { due: day('2018-07-13') })
  await rows(running, sql`update action set update_due = '2018-06-25' where id = ${id}`)
  await store.setClock(at('2018-06-06 14:20'))
  await run(running, request('bea'), notePromise, {
    action: id,
    promise: { note: 'Promised.', until: day('2018-06-08') },
  })
  expect(await waiting('2018-06-18')).toEqual(['do-action'])
  expect(await waiting('2018-06-20')).toEqual(['update-action', 'do-action'])
})

async function shown(person: string, wanted: Wanted, on = today) {
  return look(
    person,
    async (seen) => {
      const { counts, total } = await viewActions(seen, undefined, wanted, undefined)
      const ids: ActionId[] = []
      for (const group of GROUPS)
        ids.push(
          ...(await actionsIn(seen.trx, seen.actor, group, wanted, on, undefined, 500)).map(({ id }) => id),
        )
      const whole = await everyAction(seen.trx, seen.actor, wanted, { most: 500 })
      expect(whole.length).toBe(total)
      return { ids, counts, total }
    },
    on,
  )
}

function sum(counts: Readonly<Record<Lateness, number>>): number {
  return Object.values(counts).reduce((all, n) => all + n, 0)
}

async function waiting(on: string) {
  const { items } = await look('wes', (seen) => viewDuties(seen, 'owes', undefined), day(on))
  return items.map(({ kind }) => kind)
}
