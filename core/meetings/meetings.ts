import type { Moment } from '../calendar/moment.ts'
import type { PersonId } from '../ids.ts'
import type { Account } from '../people/sign-in.ts'
import type { Result } from '../result.ts'
import type { RoundInFile } from '../round/calendar-file.ts'
import type { MeetingKind } from './words.ts'

/** Who is invited. The address is for the calendar alone: it stands on no screen and in no log. */
export type Attendee = {
  readonly person: PersonId
  readonly name: string
  readonly mail: string
  /** By which Teams knows them; null for somebody who is known by mail alone. */
  readonly account: Account | null
}

/** A meeting to be in people's calendars. Its title is made from the kind and the round's code: it names nobody. */
export type Booking = {
  /** The same id is the same meeting: said again, it is moved, never doubled. */
  readonly id: string
  /** The calendar's own name for it, once it has it. */
  readonly eventId?: string
  readonly kind: MeetingKind
  readonly round: RoundInFile
  /** Where the invitation leads in the product; panel day's is its round's. */
  readonly path?: string
  readonly from: Moment
  readonly to: Moment
  readonly attendees: readonly Attendee[]
  /** Who of them lets the others in; nobody comes in who was not let in. */
  readonly hosts: readonly PersonId[]
}

/**
 * What a meeting that stands in the calendars still lacks. `lock`: its lobby may be open, so we show no way in;
 * `side-panel`: it is held, without the product beside the call. Booked again, it gets both.
 */
export type Lack = 'lock' | 'side-panel'

/** `joinUrl` is where one joins it in Teams; null where there is no such thing (local mode), or not yet. */
export type Booked = { readonly eventId: string; readonly joinUrl: string | null; readonly lacks?: Lack }

/** A meeting that was booked and does not take place, or not then. */
export type EndedMeeting = Pick<Booking, 'kind' | 'round' | 'from' | 'to'> & Pick<Booked, 'eventId'>

/** One that was begun and is nobody's: it is known by the booking that it was made for. */
export type BegunMeeting = Pick<Booking, 'id' | 'kind' | 'round' | 'from' | 'to'>

/** The calendar did not do it, as far as we know; it can be tried again. */
export type NotBooked = 'calendar-not-reachable'
/** The invitations are out, and its lobby may be open. */
export type NotLocked = 'meeting-not-locked'
/** The calendar refuses to take out this one. */
export type NotCancelled = NotBooked | 'not-cancelled'

/** The partnership's calendar: Exchange, or a folder of .ics files in local mode. Never called in a transaction. */
export type Meetings = {
  /** Once the invitations are out it is booked, whatever it lacks. */
  book(booking: Booking): Promise<Result<Booked, NotBooked>>
  /** Takes it out of the calendars of all who were invited. What is not there, or out of them, is so already. */
  cancel(meeting: EndedMeeting | BegunMeeting): Promise<Result<null, NotCancelled>>
}
