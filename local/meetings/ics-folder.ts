import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { dayOf, parseMoment, timeOf } from '#core/calendar/moment.ts'
import type { Moment } from '#core/calendar/moment.ts'
import { inWords } from '#core/calendar/words.ts'
import type { Attendee, Booking, Meetings } from '#core/meetings/meetings.ts'
import { ok } from '#core/result.ts'
import { meetingFile } from '#core/round/calendar-file.ts'

import { orReason } from '../documents/disk-faults.ts'
import type { Mailbox } from '../mailbox/mailbox.ts'

type Options = {
  readonly dir: string
  readonly mailbox: Pick<Mailbox, 'put'>
  /** Where the product answers: an invitation leads to the panel's page. */
  readonly home: string
  readonly storyNow: () => string
}

/**
 * Local mode's calendar: one .ics file for each meeting, whole or not at all, and a mail to each who is invited.
 * A booking that says what the file says already sends nothing; one that says something else moves the meeting.
 */
export function openMeetingsFolder({ dir, mailbox, home, storyNow }: Options): Meetings {
  return {
    book: (booking) =>
      orReason(
        () => 'calendar-not-reachable',
        async () => {
          await mkdir(dir, { recursive: true, mode: 0o700 })
          const path = join(dir, `${nameOf(booking)}.ics`)
          const before = await textOf(path)
          const sequence = before === undefined ? 0 : sequenceIn(before)
          if (before !== undefined && isSame(before, fileOf(booking, made(storyNow()), sequence)))
            return ok({ eventId: booking.id })
          const text = fileOf(booking, made(storyNow()), before === undefined ? 0 : sequence + 1)
          await writeFile(`${path}.part`, text, { mode: 0o600 })
          await rename(`${path}.part`, path)
          for (const attendee of booking.attendees) mailbox.put(invitation(booking, attendee, home))
          return ok({ eventId: booking.id })
        },
      ),
  }
}

/** A round has one panel day, and a close-the-loop meeting for each form. */
function nameOf({ id, kind, round }: Booking): string {
  return kind === 'panel-day' ? `${kind}-${round.code}` : id
}

function fileOf({ id: uid, kind, round, from, to }: Booking, at: Moment, sequence: number): string {
  return meetingFile(round, { kind, uid, from, to, where: null }, { made: at, sequence })
}

/** When it was written says nothing about the meeting. */
function isSame(one: string, other: string): boolean {
  return withoutStamp(one) === withoutStamp(other)
}

function withoutStamp(text: string): string {
  return text.replace(/^DTSTAMP:.*$/m, '')
}

function sequenceIn(text: string): number {
  return Number(/^SEQUENCE:(\d+)/m.exec(text)?.[1] ?? 0)
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

const WHAT = {
  'panel-day': { title: 'Panel day', name: 'panel day' },
  'close-the-loop': { title: 'Close-the-loop meeting', name: 'a close-the-loop meeting' },
} as const

/** A reference, a day and a link: the title names nobody. */
function invitation({ id, kind, round, path, from, to }: Booking, { person, name }: Attendee, home: string) {
  const on = dayOf(from)
  const when = `${inWords(on, on)}, ${timeOf(from)} to ${timeOf(to)}`
  return {
    to: person,
    toName: name,
    subject: `${WHAT[kind].title}, round ${round.code}: ${when}`,
    text: `You are invited to ${WHAT[kind].name} of round ${round.code} on ${when}. The appointment is in your calendar.`,
    link: `${home}${path ?? `/rounds/${round.id}/panel`}`,
    number: id,
  }
}
