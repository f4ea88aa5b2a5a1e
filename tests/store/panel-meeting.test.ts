import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'

import { timeOf } from '#core/calendar/moment.ts'
import type { PersonId } from '#core/ids.ts'
import type { Booked, Booking, Meetings } from '#core/meetings/meetings.ts'
import { callOffPanelDay } from '#core/panel-day/call-off-panel-day.ts'
import { ok, refused } from '#core/result.ts'
import { bookPanelDay } from '#server/work/book-panel-day.ts'
import { cancelMeetings } from '#server/work/cancel-meetings.ts'
import { workOf } from '#server/work/work.ts'
import { noteBegun, noteNobodys } from '#store/ended-meetings.ts'
import { howItStands } from '#store/how-it-stands.ts'
import { viewPanel } from '#store/panel-views.ts'
import { run } from '#store/run.ts'
import { aPanelDay, lookAs } from '#tests/fixtures/a-panel.ts'
import { ofN08 } from '#tests/fixtures/a-round.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { request } from '#tests/fixtures/store-acts.ts'

const { round } = ofN08
const clock = { realNow: Date.parse('2018-06-06T12:00:00Z') }
let store: TestStore
beforeAll(async () => {
  store = await aStore(clock)
})
afterAll(() => store.close())

type Entry = Pick<Booking, 'id' | 'from' | 'to'> & { readonly eventId: string }
let entries: Map<string, Entry>
let made: number
let lacks: Booked['lacks']

/** A calendar that keeps an event under a name of its own, found by that or by its booking. */
const calendar: Meetings = {
  async book({ id, eventId, from, to }) {
    const known = entries.get(eventId ?? '') ?? [...entries.values()].find((each) => each.id === id)
    const name = known?.eventId ?? `event-${(made += 1)}`
    entries.set(name, { id, from, to, eventId: name })
    return ok({ eventId: name, joinUrl: null, ...(lacks && { lacks }) })
  },
  async cancel(meeting) {
    for (const { eventId, id } of entries.values())
      if ('eventId' in meeting ? meeting.eventId === eventId : meeting.id === id) entries.delete(eventId)
    return ok(null)
  },
}
beforeEach(async () => {
  entries = new Map()
  made = 0
  lacks = undefined
  await aPanelDay(store)
})

const book = (who: string, from: string, version: number, meetings: Meetings = calendar, key?: string) =>
  bookPanelDay(store.running, meetings, request(who, key), { round, from, to: '16:30', version })
const callOff = (who: string, version: number) =>
  run(store.running, request(who), callOffPanelDay, { round, version })
const watched = {
  failed: (error: unknown): never => {
    throw error
  },
}
const cancelDue = () => cancelMeetings(store.running, calendar, watched)
const shown = async () => (await lookAs(store.running, 'bea', (seen) => viewPanel(seen, round)))?.meeting
const times = () => [...entries.values()].map(({ from }) => timeOf(from))

/** While the calendar is asked for the first time, something else happens: before it takes effect, or after. */
const meanwhile = (happens: () => Promise<unknown>, when: 'before' | 'after'): Meetings => {
  let isFirst = true
  return {
    ...calendar,
    async book(booking) {
      const now = isFirst
      isFirst = false
      if (now && when === 'before') await happens()
      const booked = await calendar.book(booking)
      if (now && when === 'after') await happens()
      return booked
    },
  }
}

describe.each(['before', 'after'] as const)(
  'two planners, the second %s the first has the calendar',
  (when) => {
    it('who book different times: all calendars have the time that is recorded', async () => {
      const late = await book(
        'bea',
        '09:30',
        1,
        meanwhile(() => book('quinn', '11:00', 1), when),
      )
      expect(late).toMatchObject({ reason: 'changed-meanwhile' })
      expect((await shown())?.from).toBe('11:00')
      expect(times()).toEqual(['11:00'])
      clock.realNow += 3_600_000
      expect(await cancelDue()).toBe(0)
      expect(times()).toEqual(['11:00'])
    })

    it('one moves what the other calls off: it is in no calendar', async () => {
      await book('bea', '09:30', 1)
      const both = async () => {
        await callOff('quinn', 2)
        await cancelDue()
      }
      expect(await book('bea', '11:00', 2, meanwhile(both, when))).toMatchObject({
        reason: 'changed-meanwhile',
      })
      expect(await shown()).toBe(null)
      await cancelDue()
      expect(times()).toEqual([])
    })

    it('one books anew what the other called off and booked again: the recorded one alone stands', async () => {
      await book('bea', '09:30', 1)
      const both = async () => {
        await callOff('quinn', 2)
        await cancelDue()
        await book('quinn', '10:30', 3)
      }
      expect(await book('bea', '11:00', 2, meanwhile(both, when))).toMatchObject({ ok: false })
      await cancelDue()
      expect(times()).toEqual(['10:30'])
      expect((await shown())?.from).toBe('10:30')
    })
  },
)

describe('a booking that breaks off', () => {
  const dying: Meetings = {
    ...calendar,
    async book(booking) {
      await calendar.book(booking)
      throw new Error('killed')
    },
  }

  it('before it is recorded leaves the calendars by itself, and stays in them when it was booked again', async () => {
    await expect(book('bea', '09:30', 1, dying)).rejects.toThrow('killed')
    expect(await cancelDue()).toBe(0)
    clock.realNow += 1_000_000
    expect(await cancelDue()).toBe(1)
    expect(times()).toEqual([])

    await expect(book('bea', '09:30', 1, dying)).rejects.toThrow('killed')
    expect(await book('bea', '09:30', 1)).toMatchObject({ ok: true })
    clock.realNow += 1_000_000
    expect(await cancelDue()).toBe(0)
    expect(times()).toEqual(['09:30'])
  })

  it('is said by nobody but those who may book it', async () => {
    await expect(book('bea', '09:30', 1, dying)).rejects.toThrow('killed')
    const [entry] = [...entries.values()]
    if (!entry) throw new Error('nothing was made')
    const meeting = { ...entry, kind: 'panel-day', round: { id: round, code: 'N-2018-2' } } as const
    for (const who of ['wes', 'ada']) {
      await noteNobodys(store.running, who as PersonId, meeting)
      const other = { ...meeting, id: `${meeting.id}-2` }
      expect(await noteBegun(store.running, who as PersonId, other)).toBe(false)
    }
    expect(await cancelDue()).toBe(0)
    await noteNobodys(store.running, 'quinn' as PersonId, meeting)
    expect(await cancelDue()).toBe(1)
  })

  it('is not booked again while it is being taken out', async () => {
    await expect(book('bea', '09:30', 1, dying)).rejects.toThrow('killed')
    clock.realNow += 1_000_000
    const slow = {
      cancel: async () => {
        expect(await book('bea', '09:30', 1)).toMatchObject({ reason: 'calendar-not-reachable' })
        return ok(null)
      },
    }
    expect(await cancelMeetings(store.running, slow, watched)).toBe(1)
    expect(await book('bea', '09:30', 1)).toMatchObject({ ok: true })
  })

  it('before it is locked is recorded without a way in, can be called off, and goes on when it is booked again', async () => {
    lacks = 'lock'
    const key = 'the same press'
    expect(await book('bea', '09:30', 1, calendar, key)).toEqual({ ok: false, reason: 'meeting-not-locked' })
    expect(await shown()).toMatchObject({ from: '09:30', joinUrl: null, lacks: 'lock' })
    lacks = undefined
    expect(await book('bea', '09:30', 1, calendar, key)).toEqual({ ok: true, value: { version: 3 } })
    expect(await shown()).toMatchObject({ lacks: null })
    lacks = 'lock'
    await book('bea', '10:30', 3)
    expect(await callOff('bea', 4)).toMatchObject({ ok: true })
    await cancelDue()
    expect(times()).toEqual([])
  })

  it('at its side panel is booked, and the page says what it lacks until it is booked again', async () => {
    lacks = 'side-panel'
    expect(await book('bea', '09:30', 1)).toEqual({ ok: true, value: { version: 2 } })
    expect(await shown()).toMatchObject({ lacks: 'side-panel' })
    lacks = undefined
    await book('bea', '09:30', 2)
    expect(await shown()).toMatchObject({ lacks: null })
  })
})

const calledOff = async () => {
  await book('bea', '09:30', 1)
  await callOff('bea', 2)
}

describe('a calendar that does not take meetings out', () => {
  it('because it is away is asked once, and no more in that turn', async () => {
    await calledOff()
    let asked = 0
    const away = {
      cancel: async () => {
        asked += 1
        return refused('calendar-not-reachable')
      },
    }
    expect(await cancelMeetings(store.running, away, watched)).toBe(0)
    expect(asked).toBe(1)
  })

  it('because it refuses is named after the tenth time, counted, and asked seldom', async () => {
    await calledOff()
    const said: unknown[] = []
    const stubborn = { cancel: async () => refused('not-cancelled') }
    const turn = () =>
      cancelMeetings(store.running, stubborn, { ...watched, stays: (...names) => void said.push(names) })
    for (let tries = 1; tries < 10; tries += 1) {
      await turn()
      clock.realNow += 3_600_000
    }
    expect(said).toEqual([])
    expect((await howItStands(store.running)).meetingsStay).toBe(0)
    await turn()
    expect(said).toEqual([['event-1', round, 10]])
    expect((await howItStands(store.running)).meetingsStay).toBe(1)
    clock.realNow += 3_600_000
    await turn()
    expect(said).toHaveLength(1)
    clock.realNow += 21_600_000
    expect(await cancelDue()).toBe(1)
    expect((await howItStands(store.running)).meetingsStay).toBe(0)
  })

  it('holds up neither reminders nor the seal, and is asked by one turn at a time', async () => {
    await calledOff()
    let [asked, answer] = [0, () => {}]
    const hanging: Meetings = {
      ...calendar,
      cancel: () => {
        asked += 1
        return new Promise((resolve) => (answer = () => resolve(ok(null))))
      },
    }
    const road = { post: async () => ({ ok: true, activityId: null }) as const }
    const delivery = {
      running: store.running,
      roads: { teams: road, mail: road },
      home: 'https://cases.example',
      quietMs: 600_000,
      chance: () => 0,
    }
    const work = workOf(delivery, 'key-Test', () => {}, hanging)
    onTestFinished(() => work.stop())
    await work.settle()
    await expect.poll(() => asked).toBe(1)
    expect((await howItStands(store.running)).sealBehindS).toBe(0)
    clock.realNow += 3_600_000
    await work.settle()
    expect(asked).toBe(1)
    answer()
  })
})
