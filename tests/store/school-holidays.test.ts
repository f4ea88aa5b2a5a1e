import { setTimeout as pause } from 'node:timers/promises'

import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import type { PersonId } from '#core/ids.ts'
import { describePartnership } from '#core/people/first-run/set-up.ts'
import { setSchoolHolidays } from '#core/round/school-holidays/set-school-holidays.ts'
import { findActor } from '#store/people.ts'
import { run } from '#store/run.ts'
import type { Running } from '#store/running.ts'
import { viewPasted, viewSchoolHolidays } from '#store/school-holidays.ts'
import type { Seen } from '#store/seen.ts'
import { proposeTimetable } from '#store/timetable-view.ts'
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
beforeEach(async () => {
  await store.startAgain()
  await rows(running, sql`delete from school_holiday`)
  await store.setClock(at('2018-05-08 09:30'))
})

const TODAY = day('2018-05-08')

async function seenBy<T>(person: string, look: (seen: Seen) => Promise<T>): Promise<T> {
  return running.database.transact({ as: 'web', person: person as PersonId }, async (trx) => {
    const actor = await findActor(trx, person as PersonId, TODAY)
    if (!actor) throw new Error(`nobody is ${person}`)
    return look({ trx, actor, today: TODAY })
  })
}

const holiday = (name: string, first: string, last: string) => ({ name, first: day(first), last: day(last) })
const MAY = holiday('May half-term', '2018-05-28', '2018-06-01')
const AUTUMN = holiday('Autumn half-term', '2018-10-22', '2018-10-26')
type Holiday = typeof MAY

const set = (holidays: Holiday[], is = true, by = 'bea') =>
  run(running, request(by), setSchoolHolidays, { holidays, is })
const kept = () => rows(running, sql`select name from school_holiday order by first_day`)
const entries = () =>
  rows(running, sql`select what, subject from audit_entry where what like 'school-holiday%' order by id`)

/** The round that is being set up. */
const wanted = { method: 'oldham-full', theme: 'Neglect', start: day('2018-05-14'), leftOut: [] }
const proposed = () => seenBy('bea', (seen) => proposeTimetable(seen, wanted, running.calendar))
const who = async () =>
  (await proposed())?.timetable?.stages.flatMap(({ days }) => days.map((each) => each.who)).join(', ')
const notes = async () => (await proposed())?.weeks.find(({ monday }) => monday === '2018-05-28')?.notes

/** Whether somebody waits for what somebody else has not committed yet. */
async function waits(): Promise<boolean> {
  const held = sql<{ n: number }>`select count(*)::int as n from pg_locks l
    where l.locktype in ('transactionid', 'spectoken') and not l.granted
      and l.pid in (select pid from pg_stat_activity where datname = current_database())`
  const { rows: found } = await running.database.transact({ as: 'worker' }, (trx) => held.execute(trx))
  return (found[0]?.n ?? 0) > 0
}

/** What comes of an act that begins before somebody else's statement is committed. */
async function meanwhile(statement: RawBuilder<unknown>, act: () => Promise<unknown>): Promise<unknown> {
  let other: Promise<unknown> = Promise.resolve()
  await running.database.transact(web('bea'), async (trx) => {
    await statement.execute(trx)
    other = act()
    // PGlite has one connection: there the second comes after the first, and asking meanwhile would wait for it.
    if (running.database.engine === 'pglite') return
    for (const deadline = Date.now() + 5000; Date.now() < deadline && !(await waits());) await pause(20)
  })
  return other
}

describe('the council’s school holidays', () => {
  it('are entered by the business manager alone, by school year, and written down', async () => {
    expect(await set([MAY, AUTUMN], true, 'quinn')).toMatchObject({ reason: 'not-yours-to-edit-calendar' })
    expect(await set([AUTUMN, MAY])).toMatchObject({
      ok: true,
      value: { changed: [AUTUMN, MAY], passedOver: 0 },
    })
    expect(await seenBy('wes', viewSchoolHolidays)).toEqual({
      years: [
        { title: 'School year 2017 to 2018', holidays: [MAY] },
        { title: 'School year 2018 to 2019', holidays: [AUTUMN] },
      ],
      may: { edit: false },
    })
    expect(await entries()).toEqual([
      { what: 'school-holiday-added', subject: '2018-10-22 2018-10-26' },
      { what: 'school-holiday-added', subject: '2018-05-28 2018-06-01' },
    ])
  })

  it('are taken out again, and put back', async () => {
    await set([MAY, AUTUMN])
    const renamed = { ...MAY, name: 'Some other name' }
    expect(await set([renamed, renamed], false)).toMatchObject({ value: { changed: [MAY], passedOver: 1 } })
    expect(await kept()).toEqual([{ name: 'Autumn half-term' }])
    expect((await entries()).at(-1)).toEqual({
      what: 'school-holiday-removed',
      subject: '2018-05-28 2018-06-01',
    })
    await set([MAY])
    expect(await kept()).toHaveLength(2)
  })

  it('that are there already are passed over, and nothing is written down of it', async () => {
    await set([MAY])
    expect(await set([MAY, MAY, AUTUMN])).toMatchObject({ value: { changed: [AUTUMN], passedOver: 2 } })
    expect(await set([holiday('Easter', '2018-04-02', '2018-04-13')], false)).toMatchObject({
      value: { changed: [], passedOver: 1 },
    })
    expect(await entries()).toHaveLength(2)
  })

  it.each([
    ['holiday-ends-first', '2018-06-01', '2018-05-28'],
    ['holiday-is-too-long', '2018-07-01', '2018-08-30'],
    ['holiday-is-out-of-reach', '2062-10-24', '2062-10-28'],
  ])('with one that is wrong (%s) none is entered', async (reason, first, last) => {
    await set([AUTUMN])
    const wrong = holiday('Wrong', first, last)
    expect(await set([MAY, wrong])).toEqual({ ok: false, reason, about: ['Wrong'] })
    expect(await kept()).toEqual([{ name: 'Autumn half-term' }])
  })

  it('with one that has a day of another none is entered, and both are named', async () => {
    await set([AUTUMN])
    expect(await set([MAY, holiday('Training day', '2018-10-26', '2018-10-26')])).toEqual({
      ok: false,
      reason: 'holidays-overlap',
      about: ['Training day from Friday 26 October', 'Autumn half-term from Monday 22 October'],
    })
    expect(await kept()).toEqual([{ name: 'Autumn half-term' }])
  })

  it('of sixty days are a long summer and no more', async () => {
    expect(await set([holiday('Summer', '2018-07-01', '2018-08-29')])).toMatchObject({ ok: true })
  })

  it.each([
    ['the same days are entered once', AUTUMN, { ok: true, value: { changed: [], passedOver: 1 } }],
    [
      'a day in common is refused',
      holiday('Another', '2018-10-26', '2018-10-30'),
      {
        ok: false,
        reason: 'holidays-overlap',
        about: ['Another from Friday 26 October', 'Autumn from Monday 22 October'],
      },
    ],
  ])('while somebody else enters one at the same moment, %s', async (_, second, outcome) => {
    const insert = sql`insert into school_holiday values ('2018-10-22', '2018-10-26', 'Autumn')`
    expect(await meanwhile(insert, () => set([second]))).toEqual(outcome)
    expect(await kept()).toEqual([{ name: 'Autumn' }])
  })

  it('are taken out once when two people do so at the same moment, and written down once', async () => {
    await set([AUTUMN])
    const remove = sql`delete from school_holiday`
    expect(await meanwhile(remove, () => set([AUTUMN], false))).toEqual({
      ok: true,
      value: { changed: [], passedOver: 1 },
    })
    expect(await entries()).toEqual([{ what: 'school-holiday-added', subject: '2018-10-22 2018-10-26' }])
  })

  it('are read out of the lines of a page, and nothing is kept of that', async () => {
    await set([AUTUMN])
    const text = [
      'Term dates 2018',
      'Autumn half-term, 22 October 2018, 26 October 2018',
      'Easter: Friday 30 March to Friday 13 April 2018',
      'May half-term, 28 May 2018, 1 June 2018',
      'Training day, 28 May 2018',
      'Polling day, 24 October 2018',
    ].join('\n')
    expect(await seenBy('bea', (seen) => viewPasted(seen, text))).toEqual({
      holidays: [holiday('Easter', '2018-03-30', '2018-04-13'), MAY],
      known: 1,
      problems: [
        {
          line: 1,
          text: 'Term dates 2018',
          says: 'There is no day in this line. Write it like 24 October 2022.',
        },
        {
          line: 5,
          text: 'Training day, 28 May 2018',
          says: 'May half-term, from Monday 28 May, has some of these days, and is another of these lines.',
        },
        {
          line: 6,
          text: 'Polling day, 24 October 2018',
          says: 'Autumn half-term, from Monday 22 October, has some of these days, and is entered already. Take that one out first.',
        },
      ],
    })
    expect(await seenBy('quinn', (seen) => viewPasted(seen, text))).toBeUndefined()
    expect(await kept()).toHaveLength(1)
  })

  it('are named with the weeks that a round may leave out, in place of the guess', async () => {
    expect(await notes()).toEqual(['Spring bank holiday', 'often half-term'])
    await set([MAY])
    expect(await notes()).toEqual(['Spring bank holiday', 'May half-term'])
  })

  const insert = sql`insert into school_holiday values ('2018-05-28', '2018-06-01', 'May')`
  const remove = sql`delete from school_holiday`

  it('are the business manager’s to write behind the use case, too', async () => {
    await rows(running, insert, web('bea'))
    await rows(running, remove, web('bea'))
    expect(await kept()).toEqual([])
  })

  it.each(['quinn', 'ada'])('are not for %s to write behind the use case', async (person) => {
    await set([AUTUMN])
    await expect(rows(running, insert, web(person))).rejects.toThrow(/row-level security/)
    await rows(running, remove, web(person))
    expect(await kept()).toHaveLength(1)
  })

  it.each(['bea', 'quinn'])('are never changed in place: not by %s', async (person) => {
    const change = rows(running, sql`update school_holiday set name = 'x'`, web(person))
    await expect(change).rejects.toThrow(/permission denied/)
  })
})

describe('the words of a partnership', () => {
  const said = { name: 'Exampleshire', contactName: 'Sam Officer-Test', contactPhone: '01632 960123' }
  const choose = (labels: '2018' | '2026' | null) =>
    run(running, request('bea'), describePartnership, { ...said, labels })

  it('are the method’s own until it chooses a pack', async () => {
    expect(await who()).toContain('Designated Nurse, CCG')
    expect(await choose('2026')).toMatchObject({ ok: true })
    expect(await who()).not.toContain('CCG')
    await choose('2018')
    expect(await who()).toContain('Designated Nurse, CCG')
    await choose('2026')
    await choose(null)
    expect(await who()).toContain('Designated Nurse, CCG')
  })

  it('are of a pack that there is', async () => {
    await expect(rows(running, sql`update partnership set labels = '1989'`)).rejects.toThrow(/check/)
  })
})
