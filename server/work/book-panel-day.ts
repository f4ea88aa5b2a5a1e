import type { Booking, Meetings, NotBooked, NotLocked } from '#core/meetings/meetings.ts'
import { planPanelDay, recordMeeting, standingMeeting } from '#core/panel-day/book-panel-day.ts'
import type { BookPanelDayRefused } from '#core/panel-day/book-panel-day.ts'
import { refused } from '#core/result.ts'
import type { Result } from '#core/result.ts'
import { noteNobodys } from '#store/ended-meetings.ts'
import { run } from '#store/run.ts'
import type { Request, RunRefused } from '#store/run.ts'
import type { Running } from '#store/running.ts'

import { beginMeeting } from './begin-meeting.ts'

type Refused = BookPanelDayRefused | NotBooked | NotLocked | RunRefused

/**
 * Books panel day, or moves it: the calendar is asked between two transactions. Where somebody else was faster, it
 * is put right by what is recorded.
 */
export async function bookPanelDay(
  running: Running,
  meetings: Meetings,
  request: Request,
  said: Parameters<typeof planPanelDay>[1],
): Promise<Result<{ version: number }, Refused>> {
  const unkept = { ...request, key: null }
  const planned = await run(running, unkept, planPanelDay, said)
  if (!planned.ok) return planned
  const booking = planned.value
  const booked = await beginMeeting(running, meetings, request.person, booking)
  if (!booked.ok) return booked
  const { lacks, eventId } = booked.value
  // What is not whole yet is no answer to keep: the same request may make it so.
  const recorded = await run(running, lacks === undefined ? request : unkept, recordMeeting, {
    ...said,
    ...booked.value,
    booking: booking.id,
  })
  if (!recorded.ok) await putRight(running, meetings, unkept, { ...booking, eventId })
  return recorded.ok && lacks === 'lock' ? refused('meeting-not-locked') : recorded
}

const MOST_TURNS = 3

/** Others changed the round while the calendar was asked: it is told again what they recorded. */
async function putRight(
  running: Running,
  meetings: Meetings,
  request: Request,
  ours: Booking & { readonly eventId: string },
): Promise<void> {
  let last: Booking = ours
  for (let turns = 0; turns < MOST_TURNS; turns += 1) {
    const found = await run(running, request, standingMeeting, { round: ours.round.id })
    if (!found.ok) return
    const stands = found.value
    if (stands?.id !== ours.id) {
      await noteNobodys(running, request.person, ours)
      return
    }
    if (stands.from === last.from && stands.to === last.to) return
    await meetings.book(stands)
    last = stands
  }
}
