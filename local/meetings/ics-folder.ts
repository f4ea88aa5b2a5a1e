import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { parseMoment } from '#core/calendar/moment.ts'
import type { Moment } from '#core/calendar/moment.ts'
import type { Booking, EndedMeeting, Meetings } from '#core/meetings/meetings.ts'
import { MEETINGS, meetingPath, meetingTitle, meetingWhen } from '#core/meetings/words.ts'
import { ok } from '#core/result.ts'
import { cancelledFile, meetingFile } from '#core/round/calendar-file.ts'

import { orReason } from '../documents/disk-faults.ts'
import type { Mailbox } from '../mailbox/mailbox.ts'
import { openGuests } from './guests.ts'
import type { Guest } from './guests.ts'

type Options = {
  readonly dir: string
  readonly mailbox: Pick<Mailbox, 'put'>
  /** Where the product answers: an invitation leads to the panel's page. */
  readonly home: string
  readonly storyNow: () => string
}

/**
 * Local mode's calendar: one .ics file for each meeting, whole or not at all, and a mail to each who is invited.
 * A booking that says what the file says already tells only those who are new; one that says something else moves
 * the meeting. A meeting that is cancelled leaves its file behind, which takes it out of a calendar.
 */
export function openMeetingsFolder({ dir, mailbox, home, storyNow }: Options): Meetings {
  const guests = openGuests(join(dir, 'invited'))
  return {
    book: (booking) =>
      orReason(notReachable, async () => {
        await mkdir(dir, { recursive: true, mode: 0o700 })
        const name = nameOf(booking)
        const before = await textOf(join(dir, `${name}.ics`))
        const invited = await guests.of(name)
        const same =
          before !== undefined && isSame(before, fileOf(booking, made(storyNow()), sequenceIn(before)))
        if (!same) {
          const sequence = before === undefined ? 0 : sequenceIn(before) + 1
          await put(dir, name, fileOf(booking, made(storyNow()), sequence))
        }
        await guests.keep(name, booking.attendees)
        for (const guest of booking.attendees)
          if (!same || !isAmong(guest, invited)) mailbox.put(invitation(booking, guest, home))
        for (const guest of invited)
          if (!isAmong(guest, booking.attendees)) mailbox.put(cancellation(asEnded(booking), guest, home))
        return ok({ eventId: booking.id, joinUrl: null })
      }),
    cancel: (meeting) =>
      orReason(notReachable, async () => {
        const eventId = 'eventId' in meeting ? meeting.eventId : meeting.id
        const ended = { ...meeting, eventId }
        const name = nameOf({ ...meeting, id: eventId })
        const before = await textOf(join(dir, `${name}.ics`))
        // A later meeting of the round may have its file by now: that one stands.
        if (before === undefined || !isOf(before, eventId)) return ok(null)
        // The guests are forgotten last: after a crash between file and mails the next try tells them.
        if (!isCancelled(before)) await put(dir, name, endOf(ended, made(storyNow()), sequenceIn(before) + 1))
        for (const guest of await guests.of(name)) mailbox.put(cancellation(ended, guest, home))
        await guests.keep(name, [])
        return ok(null)
      }),
  }
}

const notReachable = () => 'calendar-not-reachable' as const

/** A round has one panel day, and a close-the-loop meeting for each form. */
function nameOf({ id, kind, round }: Pick<Booking, 'id' | 'kind' | 'round'>): string {
  return kind === 'panel-day' ? `${kind}-${round.code}` : id
}

async function put(dir: string, name: string, text: string): Promise<void> {
  const path = join(dir, `${name}.ics`)
  await writeFile(`${path}.part`, text, { mode: 0o600 })
  await rename(`${path}.part`, path)
}

function fileOf({ id: uid, kind, round, from, to }: Booking, at: Moment, sequence: number): string {
  return meetingFile(round, { kind, uid, from, to, where: null }, { made: at, sequence })
}

function endOf({ eventId: uid, kind, round, from, to }: EndedMeeting, at: Moment, sequence: number): string {
  return cancelledFile(round, { kind, uid, from, to, where: null }, { made: at, sequence })
}

/** When it was written says nothing about the meeting. */
function isSame(one: string, other: string): boolean {
  return withoutStamp(one) === withoutStamp(other)
}

function withoutStamp(text: string): string {
  return text.replace(/^DTSTAMP:.*$/m, '')
}

function isCancelled(text: string): boolean {
  return /^METHOD:CANCEL\r?$/m.test(text)
}

/** By its UID, which is folded over lines where it is long. */
function isOf(text: string, uid: string): boolean {
  return text.replaceAll('\r\n ', '').includes(`\r\nUID:${uid}\r\n`)
}

function sequenceIn(text: string): number {
  return Number(/^SEQUENCE:(\d+)/m.exec(text)?.[1] ?? 0)
}

function isAmong({ person }: Guest, guests: readonly Guest[]): boolean {
  return guests.some((each) => each.person === person)
}

function asEnded({ id, kind, round, from, to }: Booking): EndedMeeting {
  return { eventId: id, kind, round, from, to }
}

function made(now: string): Moment {
  const at = parseMoment(now)
  if (!at) throw new RangeError(`${now} is no moment`)
  return at
}

async function textOf(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((fault: unknown) => {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return undefined
    throw fault
  })
}

/** A reference, a day and a link: the title names nobody. */
function invitation(booking: Booking, { person, name }: Guest, home: string) {
  const { id, kind, round } = booking
  const when = meetingWhen(booking)
  return {
    to: person,
    toName: name,
    subject: `${meetingTitle(booking)}: ${when}`,
    text: `You are invited to ${MEETINGS[kind].name} of round ${round.code} on ${when}. The appointment is in your calendar.`,
    link: `${home}${meetingPath(booking)}`,
    number: id,
  }
}

function cancellation(meeting: EndedMeeting, { person, name }: Guest, home: string) {
  const { eventId, kind, round } = meeting
  const when = meetingWhen(meeting)
  return {
    to: person,
    toName: name,
    subject: `${meetingTitle(meeting)}: not on ${when}`,
    text: `You are not expected at ${MEETINGS[kind].name} of round ${round.code} on ${when} any more. The appointment is out of your calendar. If there is another time, its own invitation says when.`,
    link: `${home}/`,
    number: eventId,
  }
}
