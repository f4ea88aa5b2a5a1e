import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { Booked } from '#core/meetings/meetings.ts'

import { aBooking, ada, aMeetingRoom, cy } from './a-meeting-room.ts'
import type { MeetingRoom } from './a-meeting-room.ts'
import { contractIsHere } from './graph/contract.ts'

let room: MeetingRoom
const booked = async (): Promise<Booked> => {
  const result = await room.meetings.book(aBooking())
  if (!result.ok) throw new Error(`not booked: ${JSON.stringify(room.incidents)}`)
  return result.value
}
const endOf = ({ eventId }: Booked) => {
  const { kind, round, from, to } = aBooking()
  return { kind, round, from, to, eventId }
}

describe.skipIf(!contractIsHere)('a meeting that does not take place', () => {
  beforeEach(async () => {
    room = await aMeetingRoom()
  })
  afterEach(() => room.close())

  it('leaves all calendars, and everyone who was invited is told', async () => {
    const made = await booked()
    expect(await room.meetings.cancel(endOf(made))).toEqual({ ok: true, value: null })
    expect(room.calendar.events()).toEqual([])
    expect(room.calendar.told.at(-1)).toEqual({ what: 'cancelled', to: [ada.mail, cy.mail] })
  })

  it('leaves them once, and is nothing to a calendar that does not have it', async () => {
    const made = await booked()
    await room.meetings.cancel(endOf(made))
    expect(await room.meetings.cancel(endOf(made))).toEqual({ ok: true, value: null })
    expect(room.calendar.told).toHaveLength(2)
  })

  it('is nobody’s when it was begun and never recorded: it is found by its booking, and made anew afterwards', async () => {
    const { eventId } = await booked()
    const { id, kind, round, from, to } = aBooking()
    expect(await room.meetings.cancel({ id, kind, round, from, to })).toEqual({ ok: true, value: null })
    expect(room.calendar.events()).toEqual([])
    expect(await room.meetings.cancel({ id, kind, round, from, to })).toEqual({ ok: true, value: null })
    const again = await booked()
    expect(again.eventId).not.toBe(eventId)
    expect(room.calendar.events()).toHaveLength(1)
  })

  it('stays, and that is said, when the calendar refuses to take it out', async () => {
    const made = await booked()
    room.calendar.refuseToCancel(true)
    expect(await room.meetings.cancel(endOf(made))).toEqual({ ok: false, reason: 'not-cancelled' })
    room.calendar.lose(made.eventId)
    expect(await room.meetings.cancel(endOf(made))).toEqual({ ok: true, value: null })
  })

  it('is cancelled, whether or not the answer arrived; and later when nobody answers', async () => {
    const made = await booked()
    const path = /\/cancel$/
    const match = (call: { path: string }): boolean => path.test(call.path)
    room.tenant.wayToGraph.script({ match, times: 3, fault: { kind: 'cut-before' } })
    expect(await room.meetings.cancel(endOf(made))).toEqual({ ok: false, reason: 'calendar-not-reachable' })
    room.tenant.wayToGraph.script({ match, fault: { kind: 'cut-after' } })
    expect(await room.meetings.cancel(endOf(made))).toEqual({ ok: true, value: null })
    expect(room.calendar.told.filter(({ what }) => what === 'cancelled')).toHaveLength(1)
  })
})
