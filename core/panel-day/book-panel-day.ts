import type { Day } from '../calendar/day.ts'
import { momentAt } from '../calendar/moment.ts'
import type { Moment } from '../calendar/moment.ts'
import type { PostId, RoundId } from '../ids.ts'
import type { Booked, Booking } from '../meetings/meetings.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { Result } from '../result.ts'
import { dueOn } from '../round/days.ts'
import { seatedOnPanel } from '../round/round.ts'
import type { Round } from '../round/round.ts'
import type { BookPanelDay } from './commands.ts'

/** `no-such-round` is also the answer to everyone whom the round does not concern: the two look the same. */
export type BookPanelDayRefused =
  | 'no-such-round'
  | 'not-yours-to-book'
  | 'panel-day-is-not-open'
  | 'panel-day-is-past'
  | 'ends-before-it-begins'
  | 'changed-meanwhile'

type Times = BookPanelDay & { readonly round: RoundId; readonly version?: number }

/**
 * What is to be booked, and who is invited: all who have a seat on the panel (OLD-32, OLD-33), the chair and
 * the partnership. Changes nothing: the calendar is asked between this and `recordMeeting`, outside a transaction.
 */
export async function planPanelDay(deps: Deps, said: Times): Outcome<Booking, BookPanelDayRefused> {
  const planned = await plan(deps, said)
  if (!planned.ok) return planned
  return ok({ value: await bookingOf(deps, planned.value), changes: [], happened: [] })
}

/** The meeting as the round has it, to be booked once more; null where it has none. */
export async function standingMeeting(
  deps: Deps,
  { round: id }: { readonly round: RoundId },
): Outcome<Booking | null, 'no-such-round'> {
  const round = await deps.reads.round(id)
  if (!round || !may.seeRound(deps.actor, round)) return refused('no-such-round')
  const value =
    'meeting' in round && round.meeting
      ? await bookingOf(deps, { round, from: round.meeting.from, to: round.meeting.to })
      : null
  return ok({ value, changes: [], happened: [] })
}

async function bookingOf({ reads }: Deps, { round, from, to }: Meant): Promise<Booking> {
  const people = await reads.holdersOf(seatedOnPanel(round))
  const attendees = people.filter(
    ({ person }, place) => people.findIndex((each) => each.person === person) === place,
  )
  return {
    id: meetingIdOf(round),
    ...(round.meeting && { eventId: round.meeting.eventId }),
    kind: 'panel-day',
    round: { id: round.id, code: round.code },
    from,
    to,
    attendees: attendees.map(({ person, name, mail, account }) => ({ person, name, mail, account })),
    // Post by post: who holds an office may have another seat, too.
    hosts: [...new Set(people.filter(({ post }) => isHost(round, post)).map(({ person }) => person))],
  }
}

/**
 * Records the meeting that the calendar has by now: of this `booking`, or it was called off meanwhile. Somebody who
 * recorded the same before is no reason to refuse it.
 */
export async function recordMeeting(
  deps: Deps,
  said: Times & Booked & { readonly booking?: string },
): Outcome<{ version: number }, BookPanelDayRefused> {
  const planned = await plan(deps, said)
  if (!planned.ok) return planned
  const { round, from, to, isBooked } = planned.value
  const id = meetingIdOf(round)
  const isSame = isBooked && round.meeting?.eventId === said.eventId
  if (said.version !== undefined && said.version !== round.version && !isSame)
    return refused('changed-meanwhile')
  if (said.booking !== undefined && said.booking !== id) return refused('changed-meanwhile')
  const { eventId, joinUrl, lacks } = said
  const meeting = { from, to, eventId, joinUrl, ...(lacks && { lacks }) }
  const stands = { id, kind: 'panel-day', round: { id: round.id, code: round.code }, from, to } as const
  return ok({
    value: { version: round.version + 1 },
    writes: [{ kind: 'meeting-stands', meeting: stands }],
    changes: [{ kind: 'round', round: { ...round, meeting } }],
    happened: [{ kind: 'done', on: { kind: 'round', id: round.id }, deed: 'booked-panel-day', post: null }],
  })
}

/** What was called off is out of all calendars for good: booked again it is another meeting. */
function meetingIdOf({ id, calledOff }: Meant['round']): string {
  return calledOff === 0 ? `panel-day-${id}` : `panel-day-${id}-${calledOff + 1}`
}

/** The round's panel day by its timetable. */
export function panelDayOf(round: Round): Day {
  return dueOn(round, 'panel')
}

/** The chair and the partnership. */
function isHost({ offices }: Round, post: PostId): boolean {
  return Object.values(offices).includes(post)
}

type Meant = {
  readonly round: Extract<Round, { readonly meeting: unknown }>
  readonly from: Moment
  readonly to: Moment
}
type Planned = Meant & {
  readonly round: Extract<Round, { readonly state: 'evaluating' }>
  readonly isBooked: boolean
}

/** A request that is sent again finds its own meeting: it is not stale. */
async function plan(
  { reads, actor, today }: Deps,
  { round: id, version, from: begins, to: ends }: Times,
): Promise<Result<Planned, BookPanelDayRefused>> {
  const round = await reads.round(id)
  if (!round || !may.seeRound(actor, round)) return refused('no-such-round')
  if (!may.runRound(actor)) return refused('not-yours-to-book')
  if (round.state !== 'evaluating' || !may.bookPanelDay(actor, round)) return refused('panel-day-is-not-open')
  const on = panelDayOf(round)
  const [from, to] = [momentAt(on, begins), momentAt(on, ends)]
  const isBooked = round.meeting?.from === from && round.meeting.to === to
  if (version !== undefined && version !== round.version && !isBooked) return refused('changed-meanwhile')
  if (to <= from) return refused('ends-before-it-begins')
  if (on < today) return refused('panel-day-is-past')
  return ok({ round, from, to, isBooked })
}
