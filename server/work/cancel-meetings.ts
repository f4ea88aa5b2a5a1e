import type { Meetings } from '#core/meetings/meetings.ts'
import { claimEnded, endAgain, endedEverywhere, MOST_REFUSALS } from '#store/ended-meetings.ts'
import type { ClaimedEnd } from '#store/ended-meetings.ts'
import type { Running } from '#store/running.ts'

const TOGETHER = 3
const FIRST_WAIT_MS = 2000
const LONGEST_WAIT_MS = 600_000
/** After too many refusals somebody has to take it out by hand: this looks whether they did. */
const WAIT_FOR_HANDS_MS = 21_600_000

type Watched = {
  readonly failed: (error: unknown) => void
  /** Told of one that the calendar refuses to take out, once it was refused too often: by its names, never a person's. */
  readonly stays?: (meeting: string, round: string, tries: number) => void
}

/**
 * Takes meetings that were moved, called off or recorded by nobody out of the calendars: the calendar is asked
 * between two transactions, and again later when it cannot be reached. Gives how many left them.
 */
export async function cancelMeetings(
  running: Running,
  meetings: Pick<Meetings, 'cancel'>,
  watched: Watched,
  stop?: AbortSignal,
): Promise<number> {
  let ended = 0
  for (;;) {
    if (stop?.aborted === true) return ended
    const claimed = await claimEnded(running, TOGETHER)
    const how = await Promise.all(claimed.map((each) => cancelOne(running, meetings, each, watched)))
    ended += how.filter((each) => each === 'ended').length
    if (claimed.length < TOGETHER || how.includes('calendar-not-reachable')) return ended
  }
}

async function cancelOne(
  running: Running,
  meetings: Pick<Meetings, 'cancel'>,
  claimed: ClaimedEnd,
  { failed, stays }: Watched,
): Promise<'ended' | 'calendar-not-reachable' | 'not-cancelled'> {
  const { key, meeting, tries } = claimed
  const how = await asked(meetings, meeting, failed)
  if (how === 'ended') await endedEverywhere(running, claimed)
  else {
    const isForHands = how === 'not-cancelled' && tries >= MOST_REFUSALS
    if (isForHands) stays?.(key, meeting.round.id, tries)
    const soon = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries)
    await endAgain(running, claimed, isForHands ? WAIT_FOR_HANDS_MS : soon)
  }
  return how
}

async function asked(
  meetings: Pick<Meetings, 'cancel'>,
  meeting: ClaimedEnd['meeting'],
  failed: (error: unknown) => void,
) {
  try {
    const cancelled = await meetings.cancel(meeting)
    return cancelled.ok ? 'ended' : cancelled.reason
  } catch (error) {
    failed(error)
    return 'not-cancelled'
  }
}
