import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import type { PersonId, PostId } from '#core/ids.ts'
import { changeSettings } from '#core/prompts/change-settings.ts'
import type { Away } from '#core/prompts/settings.ts'
import { overviewOf, sweepOverviews } from '#store/overviews.ts'
import { findActor } from '#store/people.ts'
import { run } from '#store/run.ts'
import type { Running } from '#store/running.ts'
import { viewUndelivered } from '#store/undelivered.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { answer, at, messages, recorded, request, rows, sweptAll } from '#tests/fixtures/store-acts.ts'
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
  await store.setClock(at('2018-06-06 14:20'))
})

const away = (from: string, to: string): Away => ({ from: day(from), to: day(to) })

type Said = Parameters<typeof changeSettings>[1]['said']

const set = (person: string, said: Said, by = person) =>
  run(running, request(by), changeSettings, { person: person as PersonId, said })

const heard = async () => (await messages(running)).map(({ person, steps }) => `${person}: ${steps.join()}`)
const heldBack = () =>
  rows(
    running,
    sql`select post_id as post, step, held_back as why from prompt where message_id is null order by 1, 2`,
  )

/** What an overview said to whom, with the message left as it is. */
async function overviews(): Promise<readonly string[]> {
  const sent = await rows<{ kind: string; person: string; message: string }>(
    running,
    sql`select kind, person_id as person, message_id as message from overview where message_id is not null order by 1, 2`,
  )
  const lines = await Promise.all(
    sent.map(async ({ kind, person, message }) => {
      const overview = await overviewOf(running, message as never)
      const said = overview?.lines.map(({ about, count, references }) =>
        [about, count, ...references].join(' '),
      )
      return `${kind} ${person}: ${said?.join('; ') ?? 'nothing'}`
    }),
  )
  return lines
}

describe('while somebody is away', () => {
  it('the deputy of the post hears in their place, and they do not', async () => {
    await set('eve', { away: away('2018-06-05', '2018-06-22') })
    const action = await recorded(running)
    await answer(running, 'wes', action, { deed: 'report-done', whatWasDone: 'x', evidence: 'x' })
    await sweptAll(running)
    await store.setClock(at('2018-06-13 09:00'))
    await sweptAll(running)
    expect(await heard()).toEqual(['dot: A1 asked', 'dot: A1 deputy', 'bea: A1 deputy'])
    expect(await heldBack()).toEqual([])
  })

  it('where nobody deputises it waits, and the business manager is told how much', async () => {
    await set('wes', { away: away('2018-06-06', '2018-06-08') })
    await recorded(running)
    await sweptAll(running)
    expect([await heard(), await heldBack()]).toEqual([
      [],
      [{ post: 'worker-n08', step: 'told', why: 'away' }],
    ])
    await store.setClock(at('2018-06-07 08:30'))
    await sweepOverviews(running)
    expect(await overviews()).toEqual(['morning bea: held-back 1 N-08 A1; away 1'])
  })

  it('what waits stands in the list of what could not be delivered, until they are back', async () => {
    await set('wes', { away: away('2018-06-06', '2018-06-08') })
    await recorded(running)
    await sweptAll(running)
    const shownOn = (today: string) =>
      running.database.transact(web('bea'), async (trx) => {
        const actor = await findActor(trx, 'bea' as PersonId, day(today))
        const list = actor && (await viewUndelivered({ trx, actor, today: day(today) }))
        return list?.items.map(({ ended, who, number }) => [ended, who, number])
      })
    expect(await shownOn('2018-06-07')).toEqual([['away', 'Allocated worker of N-08', 'A1']])
    expect(await shownOn('2018-06-11')).toEqual([])
  })

  it('one message says what waited when they are back, once', async () => {
    await set('wes', { away: away('2018-06-06', '2018-06-08') })
    await recorded(running)
    await sweptAll(running)
    await store.setClock(at('2018-06-09 12:00'))
    expect(await sweepOverviews(running)).toBe(0)
    await store.setClock(at('2018-06-11 08:30'))
    await sweepOverviews(running)
    await sweepOverviews(running)
    await store.setClock(at('2018-06-12 08:30'))
    await sweepOverviews(running)
    expect((await overviews()).filter((said) => said.startsWith('back'))).toEqual([
      'back wes: waiting 1 N-08 A1',
    ])
  })

  it('is told to whoever is back early, and after quiet days, too', async () => {
    await set('wes', { away: away('2018-06-06', '2018-06-22') })
    await recorded(running)
    await sweptAll(running)
    await store.setClock(at('2018-06-12 08:30'))
    await set('wes', { away: null })
    await sweepOverviews(running)
    expect(await overviews()).toContain('back wes: waiting 1 N-08 A1')
    await store.startAgain()
    await store.setClock(at('2018-06-06 14:20'))
    await set('wes', { away: away('2018-06-06', '2018-06-08') })
    await recorded(running)
    await sweptAll(running)
    // Nothing ran for more than a week: they are told all the same.
    await store.setClock(at('2018-06-20 08:30'))
    await sweepOverviews(running)
    expect((await overviews()).filter((each) => each.startsWith('back'))).toEqual([
      'back wes: late 1 N-08 A1',
    ])
  })

  it('names also what they would have heard of beside what they owe', async () => {
    await set('ada', { away: away('2018-06-14', '2018-06-15') })
    await recorded(running)
    await sweptAll(running)
    await store.setClock(at('2018-06-14 09:00'))
    await sweptAll(running)
    await store.setClock(at('2018-06-18 08:30'))
    await sweepOverviews(running)
    expect((await overviews()).filter((each) => each.startsWith('back'))).toEqual([
      'back ada: passed-by 1 N-08 A1',
    ])
  })

  it('from then on they hear again', async () => {
    await set('wes', { away: away('2018-06-06', '2018-06-07') })
    await recorded(running)
    await sweptAll(running)
    await store.setClock(at('2018-06-08 09:00'))
    await sweptAll(running)
    expect(await heard()).toEqual(['wes: A1 due-soon'])
  })
})

describe('settings', () => {
  it('are their owner’s; that somebody is away the partnership says, too, and nobody else', async () => {
    const days = { away: away('2018-06-06', '2018-06-08') }
    const gone = { ok: false, reason: 'no-such-settings' }
    expect(await set('wes', days, 'quinn')).toMatchObject({ ok: true })
    expect(await set('wes', days, 'ada')).toEqual(gone)
    expect(await set('nobody', days, 'bea')).toEqual(gone)
    await set('wes', { away: null, muteEarly: true, muteOverviews: false })
    await set('wes', { ...days, muteEarly: false, muteOverviews: true }, 'bea')
    expect(
      await rows(running, sql`select mute_early, mute_overviews, away_to, version from person_setting`),
    ).toEqual([{ mute_early: true, mute_overviews: false, away_to: '2018-06-08', version: 3 }])
  })

  it('are seen and written by no other login', async () => {
    await set('wes', { away: null, muteEarly: true, muteOverviews: true })
    const seen = (person: string) => rows(running, sql`select person_id from person_setting`, web(person))
    expect([await seen('wes'), await seen('bea'), await seen('ada')]).toMatchObject([[{}], [{}], []])
    const other = sql`insert into person_setting values ('eve', 1, true, true)`
    await expect(rows(running, other, web('ada'))).rejects.toThrow(/row-level security/)
  })

  it.each([
    ['the last day before the first', away('2018-06-08', '2018-06-07'), 'away-backwards'],
    ['days that are over', away('2018-06-01', '2018-06-05'), 'away-too-far'],
    ['two years', away('2018-06-06', '2020-06-06'), 'away-too-far'],
  ])('do not take %s', async (_, days, reason) => {
    expect(await set('wes', { away: days })).toEqual({ ok: false, reason })
  })

  it('stand in the audit trail', async () => {
    await set('wes', { away: null }, 'bea')
    const entries = sql`select actor, subject from audit_entry where what = 'settings-changed'`
    expect(await rows(running, entries)).toEqual([{ actor: 'bea', subject: 'wes' }])
  })
})

describe('whoever wants no reminders before the day', () => {
  beforeEach(() => set('wes', { away: null, muteEarly: true, muteOverviews: false }))

  it('gets none, and hears on the day and after it all the same', async () => {
    await recorded(running)
    for (const on of ['2018-06-06 14:30', '2018-06-08', '2018-06-13', '2018-06-14']) {
      await store.setClock(at(on))
      await sweptAll(running)
    }
    expect(await heard()).toEqual(['wes: A1 told', 'wes: A1 due', 'wes: A1 late', 'ada: A1 late'])
    expect(await heldBack()).toEqual([{ post: 'worker-n08', step: 'due-soon', why: 'muted' }])
  })

  it('is told what the reminder stands for when they had not heard of it at all', async () => {
    await recorded(running)
    await store.setClock(at('2018-06-08'))
    await sweptAll(running)
    expect(await heard()).toEqual(['wes: A1 due-soon'])
  })
})

describe('the overview of the morning', () => {
  it('says what became late and what is due, by reference, once a day', async () => {
    await recorded(running)
    await recorded(running, { due: day('2018-06-14'), owner: 'lead-csc' as PostId, raiser: 'qa' as PostId })
    await store.setClock(at('2018-06-14 08:29'))
    expect(await sweepOverviews(running)).toBe(0)
    await store.setClock(at('2018-06-14 08:30'))
    // The week's overview had not gone out either.
    const told = await Promise.all([sweepOverviews(running), sweepOverviews(running)])
    expect(told.toSorted((a, b) => a - b)).toEqual([0, 2])
    expect(await overviews()).toEqual([
      'morning bea: became-late 1 N-08 A1; due-today 1 N-08 A2',
      'weekly sam: late 1 N-08 A1',
    ])
  })

  it('is not sent with nothing in it, not at the weekend, and not in the afternoon', async () => {
    await recorded(running)
    for (const on of ['2018-06-11 09:00', '2018-06-16 09:00', '2018-06-13 12:00']) {
      await store.startAgain()
      await store.setClock(at('2018-06-06 14:20'))
      if (!on.startsWith('2018-06-11')) await recorded(running)
      await store.setClock(at(on))
      await sweepOverviews(running)
      expect([on, (await overviews()).filter((said) => said.startsWith('morning'))]).toEqual([on, []])
    }
  })

  it('has nothing left to say when all was answered meanwhile', async () => {
    const action = await recorded(running)
    await store.setClock(at('2018-06-13 08:30'))
    await sweepOverviews(running)
    await answer(running, 'wes', action, { deed: 'report-done', whatWasDone: 'x', evidence: 'x' })
    await store.setClock(at('2018-06-13 08:31'))
    expect((await overviews()).filter((said) => said.startsWith('morning'))).toEqual(['morning bea: nothing'])
  })

  it('goes to nobody who does not want it', async () => {
    await set('bea', { away: null, muteEarly: false, muteOverviews: true })
    await recorded(running)
    await store.setClock(at('2018-06-13 09:00'))
    await sweepOverviews(running)
    expect((await overviews()).filter((said) => said.startsWith('morning'))).toEqual([])
  })
})

describe('the overview of the week', () => {
  it('says to each manager how their team stands, on its first working day', async () => {
    await recorded(running)
    await store.setClock(at('2018-06-11 09:00'))
    await sweepOverviews(running)
    await store.setClock(at('2018-06-12 09:00'))
    await sweepOverviews(running)
    expect((await overviews()).filter((said) => said.startsWith('weekly'))).toEqual([
      'weekly sam: due-this-week 1 N-08 A1',
    ])
  })
})
