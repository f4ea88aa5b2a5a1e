import { setTimeout as sleep } from 'node:timers/promises'

import type { Booked, Booking, EndedMeeting, Meetings } from '#core/meetings/meetings.ts'
import { ok, refused } from '#core/result.ts'

import { answered, faulted } from '../client/fault.ts'
import type { Answered, GraphFault } from '../client/fault.ts'
import type { Graph } from '../client/graph.ts'
import { at } from '../client/path.ts'
import { changesOf, eventSchema, HOW, madeFor, newEvent, SELECTED } from './event.ts'
import type { CalendarEvent } from './event.ts'
import { showInChat } from './in-chat.ts'
import { lock, lockMore, meetingAt, nameHosts } from './online-meeting.ts'
import type { OnlineMeeting } from './online-meeting.ts'

export type MeetingsSettings = {
  /** The one licensed mailbox that organises meetings. */
  readonly organiser: string
  /** The product's own address, without a slash at the end. */
  readonly home: string
  /** The app's id in the organisation's catalogue; without it meetings have no side panel. */
  readonly teamsApp?: string
  readonly pause?: (ms: number) => Promise<unknown>
  /** Told of each step that went wrong, and whether the meeting stands without it. */
  readonly report?: (incident: MeetingIncident) => void
}

export type MeetingIncident = {
  readonly step: 'event' | 'link' | 'meeting' | 'hosts' | 'lobby' | 'licence' | 'side-panel' | 'cancel'
  readonly stands: boolean
  readonly fault: GraphFault
}

/** Teams makes link and meeting a little after the event. */
const WAITS_MS = [500, 1000, 2000, 4000] as const

/**
 * Meetings in Exchange and Teams. Booking is a row of steps, each of which finds what an earlier try has done: a step
 * that fails leaves what stands (the invitations are out), and booking again goes on from there. Only a meeting whose
 * lobby is closed counts as booked; its side panel may come later.
 */
export function graphMeetings(graph: Graph, settings: MeetingsSettings): Meetings {
  const { organiser, home, teamsApp, pause = sleep, report } = settings
  const events = at`/users/${organiser}/events`
  const failed = (step: MeetingIncident['step'], fault: GraphFault, stands = false) => {
    report?.({ step, stands, fault })
    return refused('calendar-not-reachable')
  }

  /** By the name that we know, else by the booking that it was made for. */
  async function findEvent(booking: Booking): Promise<Answered<CalendarEvent | undefined>> {
    if (booking.eventId !== undefined) {
      const known = await readEvent(booking.eventId)
      if (!known.ok && known.fault.reason !== 'not-there') return known
      if (known.ok && known.value.isCancelled !== true) return known
    }
    const found = await graph.all(
      {
        method: 'GET',
        path: events,
        query: { $filter: madeFor(booking), $select: SELECTED },
        headers: HOW,
      },
      eventSchema,
    )
    return found.ok ? answered(found.value.find(({ isCancelled }) => isCancelled !== true)) : found
  }

  function readEvent(id: string): Promise<Answered<CalendarEvent>> {
    const path = at`/users/${organiser}/events/${id}`
    return graph.ask({ method: 'GET', path, query: { $select: SELECTED }, headers: HOW }, eventSchema)
  }

  async function theEvent(booking: Booking): Promise<Answered<CalendarEvent>> {
    const found = await findEvent(booking)
    if (!found.ok) return found
    if (found.value) return asBooked(found.value, booking)
    const made = await graph.ask(
      { method: 'POST', path: events, body: newEvent(booking, home), headers: HOW, isSafe: true },
      eventSchema,
    )
    if (made.ok) return asBooked(made.value, booking)
    if (made.fault.reason !== 'exists') return made
    // Somebody else of us was faster.
    const others = await findEvent(booking)
    if (!others.ok) return others
    return others.value ? asBooked(others.value, booking) : made
  }

  /** Moved, or with other people, if it is not yet as it is booked now. */
  async function asBooked(event: CalendarEvent, booking: Booking): Promise<Answered<CalendarEvent>> {
    const body = changesOf(event, booking)
    if (!body) return answered(event)
    const path = at`/users/${organiser}/events/${event.id}`
    return graph.ask({ method: 'PATCH', path, body, headers: HOW, isSafe: true }, eventSchema)
  }

  /** Asks again while what Teams makes is not there yet. */
  async function once<T>(ask: () => Promise<Answered<T | undefined>>): Promise<Answered<T>> {
    for (const waitMs of [...WAITS_MS, undefined]) {
      const said = await ask()
      if (!said.ok) return said
      if (said.value !== undefined) return answered(said.value)
      if (waitMs !== undefined) await pause(waitMs)
    }
    return faulted('not-there', { code: 'not-made-yet' })
  }

  async function linkOf(event: CalendarEvent): Promise<Answered<string>> {
    let seen: Answered<CalendarEvent> = answered(event)
    return once(async () => {
      const joinUrl = seen.ok ? joinUrlOf(seen.value) : undefined
      if (joinUrl !== undefined) return answered(joinUrl)
      seen = await readEvent(event.id)
      return seen.ok ? answered(joinUrlOf(seen.value)) : seen
    })
  }

  async function closeLobby({ id }: OnlineMeeting, booking: Booking): Promise<Answered<null>> {
    const named = await nameHosts(graph, organiser, id, booking)
    if (!named.ok) {
      // An address that Teams does not know as a host: the meeting stands without one, anything else is tried again.
      if (named.fault.reason !== 'refused') return named
      failed('hosts', named.fault, true)
    }
    const locked = await lock(graph, organiser, id, named.ok)
    if (!locked.ok) return locked
    const more = await lockMore(graph, organiser, id)
    if (!more.ok) failed('licence', more.fault, true)
    return locked
  }

  async function sidePanel({ chatInfo }: OnlineMeeting, booking: Booking): Promise<void> {
    if (teamsApp === undefined) return
    const chat = chatInfo?.threadId
    const shown = chat
      ? await showInChat(graph, { chat, app: teamsApp, home }, booking)
      : faulted('not-there', { code: 'no-chat' })
    if (!shown.ok) failed('side-panel', shown.fault, true)
  }

  async function book(booking: Booking) {
    const event = await theEvent(booking)
    if (!event.ok) return failed('event', event.fault)
    const link = await linkOf(event.value)
    if (!link.ok) return failed('link', link.fault)
    const meeting = await once(() => meetingAt(graph, organiser, link.value))
    if (!meeting.ok) return failed('meeting', meeting.fault)
    const closed = await closeLobby(meeting.value, booking)
    if (!closed.ok) return failed('lobby', closed.fault)
    await sidePanel(meeting.value, booking)
    return ok<Booked>({ eventId: event.value.id, joinUrl: link.value })
  }

  async function cancel({ eventId }: EndedMeeting) {
    const cancelled = await graph.tell({
      method: 'POST',
      path: at`/users/${organiser}/events/${eventId}/cancel`,
      body: {
        comment: 'It does not take place then. If there is another time, its own invitation says when.',
      },
      headers: HOW,
      // Cancelled twice, it is not there the second time.
      isSafe: true,
    })
    if (cancelled.ok || cancelled.fault.reason === 'not-there') return ok(null)
    return failed('cancel', cancelled.fault)
  }

  return { book, cancel }
}

/** Parsed here: it becomes a link on a screen. */
function joinUrlOf({ onlineMeeting }: CalendarEvent): string | undefined {
  const url = onlineMeeting?.joinUrl ?? ''
  return URL.parse(url)?.protocol === 'https:' ? url : undefined
}
