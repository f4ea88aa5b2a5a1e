import { dayOf } from '../calendar/moment.ts'
import type { Reads } from '../ports.ts'
import type { Write } from '../writes.ts'
import type { Form } from './form.ts'

/**
 * The meeting that was booked and that the form no longer has: other times are proposed, another worker begins
 * afresh, or it was held on another day. Its entry leaves the calendars; one that was held as booked stays in them.
 */
export async function endedMeeting(
  reads: Pick<Reads, 'case'>,
  before: Form,
  after: Form,
): Promise<readonly Write[]> {
  const { meeting } = before
  if (meeting?.state !== 'booked' || stands(meeting.eventId, after)) return []
  if (after.meeting?.state === 'held' && after.meeting.on === dayOf(meeting.from)) return []
  const of = await reads.case(before.case)
  if (!of) return []
  const { eventId, from, to } = meeting
  const round = { id: before.round, code: of.round }
  return [{ kind: 'meeting-ended', meeting: { kind: 'close-the-loop', round, eventId, from, to } }]
}

function stands(eventId: string, { meeting }: Form): boolean {
  return meeting?.state === 'booked' && meeting.eventId === eventId
}
