import type { AnsweredForm } from '#core/close-the-loop/answer-form.ts'
import type { TakeTimeRefused } from '#core/close-the-loop/take-time.ts'
import { hasMeeting, planTime, recordTime } from '#core/close-the-loop/take-time.ts'
import type { Meetings, NotBooked, NotLocked } from '#core/meetings/meetings.ts'
import { refused } from '#core/result.ts'
import type { Result } from '#core/result.ts'
import { noteNobodys } from '#store/ended-meetings.ts'
import { run } from '#store/run.ts'
import type { Request, RunRefused } from '#store/run.ts'
import type { Running } from '#store/running.ts'

import { beginMeeting } from './begin-meeting.ts'

/**
 * The worker takes one of the proposed times, from the tab or a card: the calendar is asked between two
 * transactions, and the same press twice is the same meeting. What nobody recorded leaves the calendars by itself.
 */
export async function takeTime(
  running: Running,
  meetings: Meetings,
  request: Request,
  said: Parameters<typeof planTime>[1],
): Promise<Result<AnsweredForm, TakeTimeRefused | NotBooked | NotLocked | RunRefused>> {
  const planned = await run(running, { ...request, key: null }, planTime, said)
  if (!planned.ok) return planned
  const booked = await beginMeeting(running, meetings, request.person, planned.value)
  if (!booked.ok) return booked
  const { eventId, joinUrl, lacks } = booked.value
  if (lacks === 'lock') return refused('meeting-not-locked')
  const taken = await run(running, request, recordTime, { ...said, eventId, joinUrl })
  if (taken.ok) return taken
  // Somebody was faster: what was booked meanwhile is nobody's meeting.
  const has = await run(running, { ...request, key: null }, hasMeeting, { form: said.form, eventId })
  if (has.ok && !has.value) await noteNobodys(running, request.person, planned.value)
  return taken
}
