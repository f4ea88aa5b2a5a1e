import type { Meetings } from '#core/meetings/meetings.ts'
import { claimEnded, endAgain, endedEverywhere } from '#store/ended-meetings.ts'
import type { ClaimedEnd } from '#store/ended-meetings.ts'
import type { Running } from '#store/run.ts'

const TOGETHER = 8
const FIRST_WAIT_MS = 2000
const LONGEST_WAIT_MS = 600_000

/**
 * Takes meetings that were moved or called off out of the calendars: the calendar is asked between two
 * transactions, and again later when it cannot be reached. Gives how many left them.
 */
export async function cancelMeetings(
  running: Running,
  meetings: Pick<Meetings, 'cancel'>,
  failed: (error: unknown) => void,
): Promise<number> {
  let ended = 0
  for (;;) {
    const claimed = await claimEnded(running, TOGETHER)
    if (claimed.length === 0) return ended
    for (const each of claimed) if (await cancelOne(running, meetings, each, failed)) ended += 1
  }
}

async function cancelOne(
  running: Running,
  meetings: Pick<Meetings, 'cancel'>,
  { meeting, tries }: ClaimedEnd,
  failed: (error: unknown) => void,
): Promise<boolean> {
  try {
    const cancelled = await meetings.cancel(meeting)
    if (cancelled.ok) {
      await endedEverywhere(running, meeting)
      return true
    }
  } catch (error) {
    failed(error)
  }
  await endAgain(running, meeting, Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries))
  return false
}
