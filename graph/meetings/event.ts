import { createHash } from 'node:crypto'

import * as z from 'zod/mini'

import { dayOf, timeOf } from '#core/calendar/moment.ts'
import type { Moment } from '#core/calendar/moment.ts'
import type { Attendee, Booking } from '#core/meetings/meetings.ts'
import { MEETINGS, meetingPath, meetingTitle } from '#core/meetings/words.ts'

/** England in Outlook's names, summer time included. */
const ZONE = 'GMT Standard Time'

/** Times come back as we sent them, and an event keeps its id when somebody moves it to another folder. */
export const HOW = { Prefer: `outlook.timezone="${ZONE}", IdType="ImmutableId"` } as const

/** What is read of an event. */
export const SELECTED = 'id,start,end,attendees,isCancelled,onlineMeeting'

const time = z.nullish(z.object({ dateTime: z.string(), timeZone: z.nullish(z.string()) }))
export const eventSchema = z.object({
  id: z.string().check(z.minLength(1)),
  start: time,
  end: time,
  attendees: z.nullish(
    z.array(z.object({ emailAddress: z.nullish(z.object({ address: z.nullish(z.string()) })) })),
  ),
  isCancelled: z.nullish(z.boolean()),
  onlineMeeting: z.nullish(z.object({ joinUrl: z.nullish(z.string()) })),
})
export type CalendarEvent = z.infer<typeof eventSchema>

/** Under which an event of ours is found again, whatever became of the answer to its making. */
const PROPERTY = 'String {6f1d7f0c-3c55-4a0e-9d5b-2f4f8a1f7b60} Name CaseEvaluationsBooking'

/** The events that were made for this booking. */
export function madeFor({ id }: Pick<Booking, 'id'>): string {
  return `singleValueExtendedProperties/Any(ep: ep/id eq '${PROPERTY}' and ep/value eq '${id.replaceAll("'", "''")}')`
}

/**
 * A new event. Its body is written once and never again: Teams adds the words by which one joins, and an event whose
 * body loses them loses its online meeting.
 */
export function newEvent(booking: Booking, home: string, transaction = transactionOf(booking)) {
  return {
    subject: meetingTitle(booking),
    body: { contentType: 'text', content: invitation(booking, home) },
    ...timesOf(booking),
    ...attendeesOf(booking),
    sensitivity: 'private',
    isOnlineMeeting: true,
    onlineMeetingProvider: 'teamsForBusiness',
    allowNewTimeProposals: false,
    responseRequested: true,
    transactionId: transaction,
    singleValueExtendedProperties: [{ id: PROPERTY, value: booking.id }],
  }
}

/** What has to change so that the event is as it is booked now; undefined when it is so. Never its body. */
export function changesOf(event: CalendarEvent, booking: Booking) {
  const times = timesOf(booking)
  const isSameTime = isAt(event.start, times.start) && isAt(event.end, times.end)
  const invited = new Set((event.attendees ?? []).map((each) => spoken(each.emailAddress?.address ?? '')))
  const wanted = new Set(booking.attendees.map(({ mail }) => spoken(mail)))
  const isSamePeople = invited.size === wanted.size && [...wanted].every((each) => invited.has(each))
  if (isSameTime && isSamePeople) return undefined
  return { ...(!isSameTime && times), ...(!isSamePeople && attendeesOf(booking)) }
}

function timesOf({ from, to }: Pick<Booking, 'from' | 'to'>) {
  return { start: wallClock(from), end: wallClock(to) }
}

function wallClock(moment: Moment) {
  return { dateTime: `${dayOf(moment)}T${timeOf(moment)}:00`, timeZone: ZONE }
}

function isAt(said: CalendarEvent['start'], wanted: { readonly dateTime: string }): boolean {
  return said?.timeZone === ZONE && said.dateTime.slice(0, 19) === wanted.dateTime
}

/** Outlook takes the list as a whole: who is not on it is no longer invited, and only who changed is told. */
function attendeesOf({ attendees }: Pick<Booking, 'attendees'>) {
  return { attendees: attendees.map(asGuest) }
}

function asGuest({ name, mail }: Attendee) {
  return { type: 'required', emailAddress: { address: mail, name } }
}

function spoken(mail: string): string {
  return mail.trim().toLowerCase()
}

/**
 * The same booking is the same transaction, however often it is tried. An event that we knew and that somebody took
 * out of the calendar is made anew under another.
 */
function transactionOf({ id, eventId }: Pick<Booking, 'id' | 'eventId'>): string {
  const digest = createHash('sha256')
    .update(`${id} ${eventId ?? ''}`)
    .digest('hex')
  const parts = [
    [0, 8],
    [8, 12],
    [13, 16],
    [17, 20],
    [20, 32],
  ].map(([from, to]) => digest.slice(from, to))
  const [one, two, three, four, five] = parts
  return `${one}-${two}-8${three}-a${four}-${five}`
}

function invitation(booking: Booking, home: string): string {
  const { kind, round } = booking
  return [
    `You are invited to ${MEETINGS[kind].name} of round ${round.code}. What belongs to it is here, after signing in: ${home}${meetingPath(booking)}`,
    `Join it from the account that was invited. You may have to wait in the lobby until ${HOSTS[kind]} lets you in. The meeting is not recorded. Please forward this to nobody.`,
  ].join('\n\n')
}

const HOSTS = {
  'panel-day': 'the chair or the partnership',
  'close-the-loop': 'the lead person',
} as const
