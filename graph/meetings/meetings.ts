import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

import type { BegunMeeting, Booked, Booking, EndedMeeting, Meetings } from '#core/meetings/meetings.ts'
import { ok, refused } from '#core/result.ts'

import { answered, faulted } from '../client/fault.ts'
import type { Answered, GraphFault } from '../client/fault.ts'
import type { Graph } from '../client/graph.ts'
import { at } from '../client/path.ts'
import { changesOf, eventSchema, HOW, madeFor, newEvent, SELECTED } from './event.ts'
import type { CalendarEvent } from './event.ts'
import { showInChat } from './in-chat.ts'
import { letInvitedIn, lock, lockMore, meetingAt, nameHosts } from './online-meeting.ts'
import type { OnlineMeeting } from './online-meeting.ts'

export type MeetingsSettings = {
  /** The one licensed mailbox that organises meetings. */
  readonly organiser: string
  /** The organiser's directory: whoever has an account in it can let others in. */
  readonly tenantId: string
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
 * that fails leaves what stands (the invitations are out), and booking again goes on from there. What is missing is
 * said with what was booked: its lock, before which the product shows no way in, or its side panel.
 */
export function graphMeetings(graph: Graph, settings: MeetingsSettings): Meetings {
  const { organiser, tenantId, home, teamsApp, pause = sleep, report } = settings
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
    const found = await eventsFor(booking)
    return found.ok ? answered(found.value[0]) : found
  }

  /** Those of a booking that take place. */
  async function eventsFor(booking: Pick<Booking, 'id'>): Promise<Answered<readonly CalendarEvent[]>> {
    const query = { $filter: madeFor(booking), $select: SELECTED }
    const found = await graph.all({ method: 'GET', path: events, query, headers: HOW }, eventSchema)
    return found.ok ? answered(found.value.filter(({ isCancelled }) => isCancelled !== true)) : found
  }

  function readEvent(id: string): Promise<Answered<CalendarEvent>> {
    const path = at`/users/${organiser}/events/${id}`
    return graph.ask({ method: 'GET', path, query: { $select: SELECTED }, headers: HOW }, eventSchema)
  }

  function make(body: object): Promise<Answered<CalendarEvent>> {
    return graph.ask({ method: 'POST', path: events, body, headers: HOW, isSafe: true }, eventSchema)
  }

  async function theEvent(booking: Booking): Promise<Answered<CalendarEvent>> {
    const found = await findEvent(booking)
    if (!found.ok) return found
    if (found.value) return asBooked(found.value, booking)
    const made = await make(newEvent(booking, home))
    if (made.ok && made.value.isCancelled !== true) return asBooked(made.value, booking)
    if (!made.ok && made.fault.reason !== 'exists') return made
    // Somebody else of us was faster, or it was made before and taken out again: then this is another.
    const others = await findEvent(booking)
    if (!others.ok) return others
    return others.value ? asBooked(others.value, booking) : make(newEvent(booking, home, randomUUID()))
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
    const locked = await lock(graph, organiser, id)
    if (!locked.ok) return locked
    const leftOut = (fault: GraphFault): void => void failed('hosts', fault, true)
    const hosts = await nameHosts(graph, { organiser, tenantId, refused: leftOut }, id, booking)
    if (!hosts.ok) return hosts
    if (hosts.value === 0) {
      failed('hosts', { reason: 'not-there', code: 'no-host' }, true)
      const open = await letInvitedIn(graph, organiser, id)
      if (!open.ok) return open
    }
    const more = await lockMore(graph, organiser, id)
    if (!more.ok) failed('licence', more.fault, true)
    return locked
  }

  /** Gives whether it is there. */
  async function sidePanel({ chatInfo }: OnlineMeeting, booking: Booking): Promise<boolean> {
    if (teamsApp === undefined) return true
    const chat = chatInfo?.threadId
    const shown = chat
      ? await showInChat(graph, { chat, app: teamsApp, home }, booking)
      : faulted('not-there', { code: 'no-chat' })
    if (!shown.ok) failed('side-panel', shown.fault, true)
    return shown.ok
  }

  async function book(booking: Booking) {
    const event = await theEvent(booking)
    if (!event.ok) return failed('event', event.fault)
    const { id: eventId } = event.value
    const unlocked = (step: MeetingIncident['step'], fault: GraphFault) => {
      failed(step, fault, true)
      return ok<Booked>({ eventId, joinUrl: null, lacks: 'lock' })
    }
    const link = await linkOf(event.value)
    if (!link.ok) return unlocked('link', link.fault)
    const meeting = await once(() => meetingAt(graph, organiser, link.value))
    if (!meeting.ok) return unlocked('meeting', meeting.fault)
    const closed = await closeLobby(meeting.value, booking)
    if (!closed.ok) return unlocked('lobby', closed.fault)
    const isShown = await sidePanel(meeting.value, booking)
    return ok<Booked>({ eventId, joinUrl: link.value, ...(!isShown && { lacks: 'side-panel' }) })
  }

  async function cancel(meeting: EndedMeeting | BegunMeeting) {
    if ('eventId' in meeting) return cancelEvent(meeting.eventId)
    const found = await eventsFor(meeting)
    if (!found.ok) return failed('cancel', found.fault)
    for (const { id } of found.value) {
      const cancelled = await cancelEvent(id)
      if (!cancelled.ok) return cancelled
    }
    return ok(null)
  }

  async function cancelEvent(id: string) {
    const cancelled = await graph.tell({
      method: 'POST',
      path: at`/users/${organiser}/events/${id}/cancel`,
      body: {
        comment: 'It does not take place then. If there is another time, its own invitation says when.',
      },
      headers: HOW,
      // Cancelled twice, it is refused the second time, and has left the calendars all the same.
      isSafe: true,
    })
    if (cancelled.ok || cancelled.fault.reason === 'not-there') return ok(null)
    if (cancelled.fault.reason !== 'refused') return failed('cancel', cancelled.fault)
    const seen = await readEvent(id)
    if (seen.ok ? seen.value.isCancelled === true : seen.fault.reason === 'not-there') return ok(null)
    failed('cancel', cancelled.fault)
    return seen.ok ? refused('not-cancelled') : failed('cancel', seen.fault)
  }

  return { book, cancel }
}

/** Parsed here: it becomes a link on a screen. */
function joinUrlOf({ onlineMeeting }: CalendarEvent): string | undefined {
  const url = onlineMeeting?.joinUrl ?? ''
  return URL.parse(url)?.protocol === 'https:' ? url : undefined
}
