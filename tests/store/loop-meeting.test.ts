import { randomUUID } from 'node:crypto'

import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import { momentAt } from '#core/calendar/moment.ts'
import { nameTeam } from '#core/cases/name-team.ts'
import type { CaseId, FormId, MessageId, PersonId } from '#core/ids.ts'
import type { Meetings } from '#core/meetings/meetings.ts'
import { refused } from '#core/result.ts'
import { cancelMeetings } from '#server/work/cancel-meetings.ts'
import { takeTime } from '#server/work/loop-meeting.ts'
import { itemsOf } from '#store/message-items.ts'
import { run } from '#store/run.ts'
import { aLoop } from '#tests/fixtures/a-loop.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { at, request, rows, sweptAll } from '#tests/fixtures/store-acts.ts'

const clock = { realNow: Date.parse('2018-06-06T12:00:00Z') }
let store: TestStore
beforeAll(async () => {
  store = await aStore(clock)
})
afterAll(() => store.close())

const { done, kinds, dutyOf, form, desk, begun, booked, cancelled, meetings } = aLoop(() => store)
beforeEach(begun)

const slots = [
  { on: day('2018-06-14'), from: '10:00', to: '10:45' },
  { on: day('2018-06-15'), from: '14:00', to: '14:45' },
]
const from = momentAt(day('2018-06-15'), '14:00')
beforeEach(async () => {
  await done('ada', { deed: 'propose-times', slots })
})

it('one tap on the card books it for lead person, worker and manager, under no name', async () => {
  const duty = await dutyOf('choose-meeting')
  expect(await desk().duty('wes' as PersonId, duty)).toMatchObject({
    item: { kind: 'choose-meeting', slots: [{}, { from }] },
  })
  expect(await desk().takeTime('wes' as PersonId, duty, from, randomUUID())).toMatchObject({ ok: true })
  expect(booked).toMatchObject([
    { kind: 'close-the-loop', round: { code: 'N-2018-2' }, from, path: '/forms/form-n-08' },
  ])
  expect(booked[0]?.attendees.map(({ person }) => person).toSorted()).toEqual(['ada', 'sam', 'wes'])
  expect(await kinds()).toEqual(['write-form'])
  expect((await form('sam'))?.meeting).toMatchObject({
    state: 'booked',
    words: 'It is booked: Friday 15 June, 14:00 to 14:45.',
  })
  expect((await form('wes'))?.meeting.notInvited).toContain('The chair and the other members of the panel')
  const again = await desk().takeTime('wes' as PersonId, duty, from, randomUUID())
  expect(again).toEqual({ ok: false, reason: 'already-answered' })
  expect(booked).toHaveLength(1)
})

it('is joined by those who are invited, and by nobody else who reads the form', async () => {
  await desk().takeTime('wes' as PersonId, await dutyOf('choose-meeting'), from, randomUUID())
  const joinUrl = `https://teams.example/${booked[0]?.id}`
  for (const who of ['ada', 'wes', 'sam']) expect((await form(who))?.meeting.joinUrl).toBe(joinUrl)
  expect((await form('bea'))?.meeting).toMatchObject({ state: 'booked', joinUrl: null })
  expect(booked[0]?.hosts).toEqual(['ada'])
})

it('is taken by the worker alone', async () => {
  const duty = await dutyOf('choose-meeting')
  for (const other of ['ada', 'sam', 'bea'])
    expect(await desk().takeTime(other as PersonId, duty, from, randomUUID())).toMatchObject({ ok: false })
  expect(booked).toEqual([])
})

it('once its day has come it stands in the worker’s part and on the card', async () => {
  await desk().takeTime('wes' as PersonId, await dutyOf('choose-meeting'), from, randomUUID())
  await store.setClock(at('2018-06-18 10:00'))
  expect((await form('wes'))?.part?.metOn).toBe('2018-06-15')
  expect(await desk().duty('wes' as PersonId, await dutyOf('write-form'))).toMatchObject({
    item: { form: { metOn: '2018-06-15' } },
  })
  await done('ada', { deed: 'record-meeting', on: day('2018-06-15'), present: ['lead', 'worker'] })
  expect((await form('wes'))?.part?.present).toBe('Lead person and allocated worker.')
  expect((await form('sam'))?.row.stateWords).toBe('Meeting held on 15 June')
})

it('proposed times that waited for an answer are told of again, and the worker hears', async () => {
  const told = async () => {
    await sweptAll(store.running)
    const theirs = await rows<{ id: MessageId }>(
      store.running,
      sql`select id from message where person_id = 'wes' order by number`,
    )
    const items = await Promise.all(theirs.map(({ id }) => itemsOf(store.running, id)))
    return items.flat().filter(({ kind, yours }) => kind === 'choose-meeting' && yours).length
  }
  expect(await told()).toBe(1)
  await done('wes', { deed: 'ask', about: 'not-right', text: 'The day is wrong.' })
  expect(await told()).toBe(0)
  await store.setClock(at('2018-06-12 11:00'))
  await done('ada', { deed: 'explain', text: 'It is the second visit.' })
  expect(await told()).toBe(1)
})

/** The worker's part was sent, and the lead person signed it. */
async function signed(): Promise<void> {
  const part = { metOn: day('2018-06-11'), present: 'Both.', background: 'A visit.', learning: 'Ring.' }
  await done('wes', { deed: 'write', ...part })
  await done('wes', { deed: 'send' })
  await done('ada', { deed: 'sign', leadNote: '' })
}

it('a form that was closed takes no time any more', async () => {
  await signed()
  const duty = await dutyOf('choose-meeting')
  await done('bea', { deed: 'close' })
  expect(await desk().takeTime('wes' as PersonId, duty, from, randomUUID())).toMatchObject({ ok: false })
  const said = { form: 'form-n-08' as FormId, from }
  expect(await takeTime(store.running, meetings, request('wes'), said)).toEqual({
    ok: false,
    reason: 'form-is-closed',
  })
  expect(booked).toEqual([])
  expect((await form('wes'))?.may.takeTime).toBe(false)
})

it('the same request again finds its own meeting, and another one that the form has changed', async () => {
  const said = { form: 'form-n-08' as FormId, from, version: 4 }
  const press = request('wes')
  const first = await takeTime(store.running, meetings, press, said)
  expect(first).toMatchObject({ ok: true })
  expect(await takeTime(store.running, meetings, press, said)).toEqual(first)
  const other = await takeTime(store.running, meetings, request('wes'), said)
  expect(other).toEqual({ ok: false, reason: 'changed-meanwhile' })
  expect(new Set(booked.map(({ id, from: begins }) => `${id} ${begins}`)).size).toBe(1)
})

const watched = {
  failed: (error: unknown): never => {
    throw error
  },
}

const took = async (): Promise<void> => {
  await desk().takeTime('wes' as PersonId, await dutyOf('choose-meeting'), from, randomUUID())
  expect(await cancelMeetings(store.running, meetings, watched)).toBe(0)
}

describe('what was booked leaves the calendars', () => {
  const again = [{ on: day('2018-06-21'), from: '10:00', to: '10:45' }]

  it('when other times are proposed: once, and the time that is taken then is another meeting', async () => {
    await took()
    await done('ada', { deed: 'propose-times', slots: again })
    expect(await cancelMeetings(store.running, meetings, watched)).toBe(1)
    expect(await cancelMeetings(store.running, meetings, watched)).toBe(0)
    expect(cancelled).toMatchObject([{ eventId: booked[0]?.id, from, round: { code: 'N-2018-2' } }])
    const next = momentAt(day('2018-06-21'), '10:00')
    await desk().takeTime('wes' as PersonId, await dutyOf('choose-meeting'), next, randomUUID())
    expect(booked[1]?.id).not.toBe(booked[0]?.id)
    expect(await cancelMeetings(store.running, meetings, watched)).toBe(0)
  })

  it('when the form goes to another worker', async () => {
    await took()
    const said = {
      worker: { person: 'dot' as PersonId },
      manager: { person: 'sam' as PersonId },
      team: 'North',
    }
    const named = await run(store.running, request('bea'), nameTeam, { ...said, case: 'case-n-08' as CaseId })
    expect(named).toMatchObject({ ok: true })
    expect(await cancelMeetings(store.running, meetings, watched)).toBe(1)
  })

  it('not when it was held as booked', async () => {
    await took()
    await store.setClock(at('2018-06-18 10:00'))
    await done('ada', { deed: 'record-meeting', on: day('2018-06-15'), present: ['lead', 'worker'] })
    expect(await cancelMeetings(store.running, meetings, watched)).toBe(0)
  })

  it('when the form is closed before it', async () => {
    await took()
    await signed()
    await done('bea', { deed: 'close' })
    expect((await form('bea'))?.meeting.state).toBe('none')
    expect(await cancelMeetings(store.running, meetings, watched)).toBe(1)
  })

  it('when other times were proposed while it was being booked, and when the calendar was away then', async () => {
    const slow: Meetings = {
      ...meetings,
      async book(booking) {
        await done('ada', { deed: 'propose-times', slots: again })
        return meetings.book(booking)
      },
    }
    const taken = await takeTime(store.running, slow, request('wes'), { form: 'form-n-08' as FormId, from })
    expect(taken).toMatchObject({ ok: false })
    const away = { cancel: async () => refused('calendar-not-reachable') }
    expect(await cancelMeetings(store.running, away, watched)).toBe(0)
    clock.realNow += 3_600_000
    expect(await cancelMeetings(store.running, meetings, watched)).toBe(1)
    expect(cancelled).toMatchObject(booked.map(({ id }) => ({ id })))
  })

  it('when the process ended between calendar and record; not when the worker pressed again meanwhile', async () => {
    const said = { form: 'form-n-08' as FormId, from }
    const dying: Meetings = {
      ...meetings,
      async book(booking) {
        await meetings.book(booking)
        throw new Error('killed')
      },
    }
    await expect(takeTime(store.running, dying, request('wes'), said)).rejects.toThrow('killed')
    expect(await cancelMeetings(store.running, meetings, watched)).toBe(0)
    clock.realNow += 1_000_000
    expect(await cancelMeetings(store.running, meetings, watched)).toBe(1)
    expect(cancelled).toMatchObject([{ id: booked[0]?.id }])

    await expect(takeTime(store.running, dying, request('wes'), said)).rejects.toThrow('killed')
    expect(await takeTime(store.running, meetings, request('wes'), said)).toMatchObject({ ok: true })
    clock.realNow += 1_000_000
    expect(await cancelMeetings(store.running, meetings, watched)).toBe(0)
  })

  it('what is not locked yet is not recorded as booked, and a second press goes on from there', async () => {
    const said = { form: 'form-n-08' as FormId, from }
    const unlocked: Meetings = {
      ...meetings,
      async book(booking) {
        const made = await meetings.book(booking)
        return made.ok ? { ok: true, value: { ...made.value, joinUrl: null, lacks: 'lock' } } : made
      },
    }
    const press = request('wes')
    expect(await takeTime(store.running, unlocked, press, said)).toEqual({
      ok: false,
      reason: 'meeting-not-locked',
    })
    expect(await takeTime(store.running, meetings, press, said)).toMatchObject({ ok: true })
    clock.realNow += 1_000_000
    expect(await cancelMeetings(store.running, meetings, watched)).toBe(0)
  })

  it('when it was held on another day', async () => {
    await took()
    await store.setClock(at('2018-06-14 16:00'))
    await done('ada', { deed: 'record-meeting', on: day('2018-06-14'), present: ['lead', 'worker'] })
    expect(await cancelMeetings(store.running, meetings, watched)).toBe(1)
  })

  it('later, when the calendar cannot be reached: nothing is forgotten', async () => {
    await took()
    await done('ada', { deed: 'propose-times', slots: again })
    const away = { cancel: async () => refused('calendar-not-reachable') }
    expect(await cancelMeetings(store.running, away, watched)).toBe(0)
    expect(await cancelMeetings(store.running, meetings, watched)).toBe(0)
    clock.realNow += 3_600_000
    expect(await cancelMeetings(store.running, meetings, watched)).toBe(1)
    expect(cancelled).toHaveLength(1)
  })
})
