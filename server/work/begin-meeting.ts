import type { PersonId } from '#core/ids.ts'
import type { Booked, Booking, Meetings, NotBooked } from '#core/meetings/meetings.ts'
import { refused } from '#core/result.ts'
import type { Result } from '#core/result.ts'
import { noteBegun } from '#store/ended-meetings.ts'
import type { Running } from '#store/running.ts'

/**
 * Asks the calendar, with a line in the records before: a process that ends in the middle leaves no meeting behind
 * that nobody can call off.
 */
export async function beginMeeting(
  running: Running,
  meetings: Pick<Meetings, 'book'>,
  person: PersonId,
  booking: Booking,
): Promise<Result<Booked, NotBooked>> {
  if (booking.eventId === undefined && !(await noteBegun(running, person, booking)))
    return refused('calendar-not-reachable')
  return meetings.book(booking)
}
