import { addDays } from '../calendar/day.ts'
import type { Day } from '../calendar/day.ts'
import type { Moment } from '../calendar/moment.ts'
import type { RoundId } from '../ids.ts'
import { meetingTitle } from '../meetings/words.ts'
import type { MeetingKind } from '../meetings/words.ts'
import { contentLine, escaped, stampOf } from './calendar-file-lines.ts'
import type { Timetable } from './timetable.ts'

/** The round that a file is of: its id keeps entries apart, its code is all that they say. */
export type RoundInFile = { readonly id: RoundId; readonly code: string }

/** `made` is when the file was written; a higher `sequence` replaces what people have in their calendars. */
export type FileStamp = { readonly made: Moment; readonly sequence: number }

/** A meeting of a round. Its title is made here, so that it can name nobody. */
export type MeetingInFile = {
  readonly kind: MeetingKind
  /** Stays the same when the meeting is moved. */
  readonly uid: string
  readonly from: Moment
  readonly to: Moment
  /** A room or a link. */
  readonly where: string | null
}

/**
 * The whole timetable as an iCalendar file (RFC 5545): one all-day entry for each day that is set, and one
 * for the close-the-loop forms.
 */
export function timetableFile(
  round: RoundInFile,
  { days, closeTheLoop }: Timetable,
  stamp: FileStamp,
): string {
  const entries = days.flatMap((day) =>
    day.state === 'set'
      ? [allDay(round, day.id, day.title, day, stamp, day.bankHoliday ? ['DESCRIPTION:Bank holiday'] : [])]
      : [],
  )
  const forms = closeTheLoop
    ? [
        allDay(
          round,
          'close-the-loop',
          'Close-the-loop forms are due',
          { from: closeTheLoop, to: closeTheLoop },
          stamp,
          [],
        ),
      ]
    : []
  return file([...entries, ...forms])
}

/** One meeting as an iCalendar file, in UTC; `from` and `to` are cut to the second. */
export function meetingFile(round: RoundInFile, meeting: MeetingInFile, stamp: FileStamp): string {
  return file([meetingEntry(round, meeting, stamp, [])])
}

/** The file that takes a meeting out of a calendar again (RFC 5546, 3.2.5): the same UID, a higher sequence. */
export function cancelledFile(round: RoundInFile, meeting: MeetingInFile, stamp: FileStamp): string {
  return file([meetingEntry(round, meeting, stamp, ['STATUS:CANCELLED'])], 'CANCEL')
}

function meetingEntry(
  round: RoundInFile,
  { kind, uid, from, to, where }: MeetingInFile,
  stamp: FileStamp,
  more: readonly string[],
): readonly string[] {
  return entry(uid, meetingTitle({ kind, round }), stamp, [
    `DTSTART:${stampOf(from)}`,
    `DTEND:${stampOf(to)}`,
    ...(where === null ? [] : [`LOCATION:${escaped(where)}`]),
    ...more,
  ])
}

type Span = { readonly from: Day; readonly to: Day }

function allDay(
  { id, code }: RoundInFile,
  what: string,
  title: string,
  { from, to }: Span,
  stamp: FileStamp,
  more: readonly string[],
): readonly string[] {
  return entry(`${id}-${what}@case-evaluations`, `${title}, round ${code}`, stamp, [
    `DTSTART;VALUE=DATE:${from.replaceAll('-', '')}`,
    // The first day after it.
    `DTEND;VALUE=DATE:${addDays(to, 1).replaceAll('-', '')}`,
    'TRANSP:TRANSPARENT',
    ...more,
  ])
}

function entry(
  uid: string,
  title: string,
  { made, sequence }: FileStamp,
  lines: readonly string[],
): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${stampOf(made)}`,
    `SEQUENCE:${sequence}`,
    `SUMMARY:${escaped(title)}`,
    ...lines,
    'END:VEVENT',
  ]
}

function file(entries: readonly (readonly string[])[], method: 'PUBLISH' | 'CANCEL' = 'PUBLISH'): string {
  const head = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Case Evaluations for Teams//EN',
    `METHOD:${method}`,
  ]
  return [...head, ...entries.flat(), 'END:VCALENDAR'].map(contentLine).join('')
}
