import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { addDays, day } from '#core/calendar/day.ts'
import type { PersonId, PostId } from '#core/ids.ts'
import { actionsIn, openDuties } from '#store/lists.ts'
import type { Key } from '#store/lists.ts'
import { findActor } from '#store/people.ts'
import type { Running } from '#store/running.ts'
import type { Seen } from '#store/seen.ts'
import { parseKey, viewActions, viewDuties } from '#store/views.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { answer, at, recorded, rows } from '#tests/fixtures/store-acts.ts'

const today = day('2018-06-18')
let store: TestStore
let running: Running
beforeAll(async () => {
  store = await aStore()
  running = store.running
})
afterAll(() => store.close())

beforeEach(async () => {
  await store.startAgain()
})

const look = <T>(person: string, work: (seen: Seen) => Promise<T>): Promise<T> =>
  running.database.transact({ as: 'web', person: person as PersonId }, async (trx) => {
    const actor = await findActor(trx, person as PersonId, today)
    if (!actor) throw new Error('nobody')
    return work({ trx, actor, today })
  })

/** Writes `n` more actions for the worker by copying one; their days lie around its day, many on the same. */
async function copies(n: number, from: number): Promise<void> {
  await rows(
    running,
    sql`with made as (select 'copy-' || g as id, 'A' || (1000 + g) as number, (g * 7) % 5 as day
        from generate_series(${from}::int, ${from + n - 1}::int) g),
      a as (insert into action select made.id, made.number, case_id, reference, owner_post, raiser_post, lead_post,
        manager_post, qa_post, business_post, what, due_day + made.day, recorded_on, opening, chases, version, state,
        opened_at, again_because, again_at, until_day, question, asked_at, reported_at, ended_at
        from action, made where action.number = 'A1'),
      p as (insert into concern select made.id, post_id from concern, made
        where subject_id = (select id from action where number = 'A1'))
      insert into duty select 'duty-' || made.id, kind, made.id, opening, owes_post, owed_post, lead_post,
        manager_post, qa_post, business_post, reference, due_day + made.day, opened_at, null, null, null,
        subject_kind, made.number, what from duty, made where duty.subject_id = (select id from action where number = 'A1')`,
  )
}

type Row = { readonly id: string; readonly due_day: string }
const keyOf = ({ id, due_day: due }: Row): Key => ({ id, due: day(due) })

/** Walks a list to its end; between two pages more rows come. */
async function walked(page: (after: Key | undefined) => Promise<readonly Row[]>): Promise<readonly Row[]> {
  const all: Row[] = []
  for (let turn = 0; turn < 40; turn += 1) {
    const last = all.at(-1)
    const next = await page(last && keyOf(last))
    if (next.length === 0) return all
    all.push(...next)
    if (turn < 4) await copies(3, 100 + 3 * turn)
  }
  throw new Error('the list has no end')
}

describe('a list that is read page by page while rows are written', () => {
  beforeEach(async () => {
    await recorded(running, { due: day('2018-06-20') })
    await copies(30, 1)
  })

  it.each([
    ['what waits for me', 'wes', 'owes'],
    ['what I asked of others', 'eve', 'owed'],
  ] as const)('%s has no gap and no repetition', async (_, person, side) => {
    const before = await rows<Row>(running, sql`select id, due_day from duty order by due_day, id`)
    const all = await walked((after) =>
      look(person, async ({ trx, actor }) => (await openDuties(trx, actor, side, after, 7, today)).rows),
    )
    expect(all).toEqual(all.toSorted((a, b) => (`${a.due_day} ${a.id}` < `${b.due_day} ${b.id}` ? -1 : 1)))
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    expect(all.map(({ id }) => id)).toEqual(expect.arrayContaining(before.map(({ id }) => id)))
  })

  it.each(['mine', 'all'] as const)('the tracker, cut "%s", has no gap and no repetition', async (cut) => {
    const before = await rows<Row>(running, sql`select id, due_day from action`)
    const all = await walked((after) =>
      look('wes', ({ trx, actor }) => actionsIn(trx, actor, 'due-soon', { cut }, today, after, 7)),
    )
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    expect(all.map(({ id }) => id)).toEqual(expect.arrayContaining(before.map(({ id }) => id)))
  })

  it('of somebody who holds two posts is one list, in order', async () => {
    await rows(
      running,
      sql`insert into post_holding values ('lead-csc', 'wes', '2018-04-17', null, 'deputy')`,
    )
    await recorded(running, { owner: 'lead-csc' as PostId, due: day('2018-06-22') })
    const all = await walked((after) =>
      look('wes', async ({ trx, actor }) => (await openDuties(trx, actor, 'owes', after, 5, today)).rows),
    )
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    expect(all.length).toBeGreaterThanOrEqual(32)
    expect(all.map(({ due_day: due }) => due)).toEqual(all.map(({ due_day: due }) => due).toSorted())
  })
})

describe('the key of a page', () => {
  it('carries on where the page before ended', async () => {
    await recorded(running, { due: day('2018-06-20') })
    await copies(60, 1)
    const first = await look('wes', (seen) => viewDuties(seen, 'owes', undefined))
    expect([first.items.length, first.total]).toEqual([50, 61])
    const second = await look('wes', (seen) => viewDuties(seen, 'owes', parseKey(first.next ?? '')))
    expect([second.items.length, second.next]).toEqual([11, null])
    expect(new Set([...first.items, ...second.items].map(({ duty }) => duty)).size).toBe(61)
  })

  it.each(['', '2018-06-20', '2018-06-20.', '2018-06-31.x', 'x.2018-06-20', '2018-06-20-x'])(
    '"%s" is none',
    (text) => {
      expect(parseKey(text)).toBeUndefined()
    },
  )

  it('may hold any id', () => {
    expect(parseKey('2018-06-20.a.b-c')).toEqual({ due: '2018-06-20', id: 'a.b-c' })
  })
})

describe('the tracker', () => {
  it('groups by lateness seen from today, and counts what it shows', async () => {
    await store.setClock(at('2018-04-20 10:00'))
    for (const due of [-60, -31, -30, -1, 0, 14, 15]) {
      const action = await recorded(running, { due: addDays(today, due) }).catch(() => undefined)
      expect(action === undefined).toBe(due === -60)
    }
    const late = await recorded(running, { due: addDays(today, -20) })
    await answer(running, 'wes', late, { deed: 'report-done', whatWasDone: 'x', evidence: 'x' })
    const { items, counts } = await look('sam', (seen) =>
      viewActions(seen, undefined, { cut: 'all' }, undefined),
    )
    expect(items.map(({ group, daysLate }) => [group, daysLate])).toEqual([
      ['very-late', 31],
      ['late', 30],
      ['late', 1],
      ['due-soon', 0],
      ['due-soon', 0],
      ['later', 0],
      ['waiting-for-check', 0],
    ])
    expect(counts).toEqual({
      'very-late': 1,
      late: 2,
      'due-soon': 2,
      later: 1,
      'waiting-for-check': 1,
      done: 0,
    })
    expect(
      (await look('gil', (seen) => viewActions(seen, undefined, { cut: 'all' }, undefined))).items,
    ).toEqual([])
  })

  it('shows a manager everything that concerns them, and as theirs only what they own or asked for', async () => {
    await recorded(running)
    expect([await seenBy('sam', 'all'), await seenBy('sam', 'mine')]).toEqual([1, 0])
    expect([await seenBy('wes', 'mine'), await seenBy('eve', 'mine')]).toEqual([1, 1])
  })
})

function seenBy(person: string, cut: 'mine' | 'all'): Promise<number> {
  return look(person, async (seen) => (await viewActions(seen, undefined, { cut }, undefined)).items.length)
}
