import type { AnsweredForm } from '#core/close-the-loop/answer-form.ts'
import type { TakeTimeRefused } from '#core/close-the-loop/take-time.ts'
import { planTime, recordTime } from '#core/close-the-loop/take-time.ts'
import type { Meetings, NotBooked } from '#core/meetings/meetings.ts'
import type { Result } from '#core/result.ts'
import { run } from '#store/run.ts'
import type { Request, Running, RunRefused } from '#store/run.ts'

/**
 * The worker takes one of the proposed times, from the tab or a card: the calendar is asked between two
 * transactions, and the same press twice is the same meeting.
 */
export async function takeTime(
  running: Running,
  meetings: Meetings,
  request: Request,
  said: Parameters<typeof planTime>[1],
): Promise<Result<AnsweredForm, TakeTimeRefused | NotBooked | RunRefused>> {
  const planned = await run(running, { ...request, key: null }, planTime, said)
  if (!planned.ok) return planned
  const booked = await meetings.book(planned.value)
  if (!booked.ok) return booked
  return run(running, request, recordTime, { ...said, eventId: booked.value.eventId })
}
