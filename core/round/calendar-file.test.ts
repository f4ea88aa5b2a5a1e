import { describe, expect, it } from 'vitest'

import { bankHolidays } from '../calendar/bank-holidays.ts'
import { day } from '../calendar/day.ts'
import { momentAt } from '../calendar/moment.ts'
import type { RoundId } from '../ids.ts'
import { loadMethods } from '../method/library.ts'
import { contentLine, escaped } from './calendar-file-lines.ts'
import { cancelledFile, meetingFile, timetableFile } from './calendar-file.ts'
import { timetableOf } from './timetable.ts'
import type { MovedDays } from './timetable.ts'

const round = { id: 'r-51' as RoundId, code: 'N-2018-2' }
const stamp = { made: momentAt(day('2018-05-01'), '10:00'), sequence: 3 }

describe('the timetable as a calendar file', () => {
  const entries = entriesOf(timetableFile(round, timetable(), stamp))

  it('has one all-day entry for each day and one for the forms', () => {
    expect(entries).toHaveLength(timetable().days.length + 1)
    expect(entryOf(entries, 'panel')).toEqual([
      'UID:r-51-panel@case-evaluations',
      'DTSTAMP:20180501T090000Z',
      'SEQUENCE:3',
      'SUMMARY:Panel day\\, round N-2018-2',
      'DTSTART;VALUE=DATE:20180606',
      'DTEND;VALUE=DATE:20180607',
      'TRANSP:TRANSPARENT',
    ])
    expect(entryOf(entries, 'close-the-loop')).toContain('DTSTART;VALUE=DATE:20180620')
  })

  it('ends a span on the day after its last', () => {
    expect(entryOf(entries, 'independent-overview')).toEqual(
      expect.arrayContaining(['DTSTART;VALUE=DATE:20180611', 'DTEND;VALUE=DATE:20180623']),
    )
  })

  it('says which day is a bank holiday', () => {
    expect(entries.filter((entry) => entry.includes('DESCRIPTION:Bank holiday'))).toEqual([
      entryOf(entries, 'cohort'),
    ])
  })

  it('leaves out what is to be confirmed', () => {
    const open = entriesOf(timetableFile(round, timetable({ panel: null, updates: null }), stamp))
    expect(open).toHaveLength(entries.length - 3)
    expect([entryOf(open, 'panel'), entryOf(open, 'close-the-loop')]).toEqual([undefined, undefined])
  })

  it('names an entry alike when its day has moved', () => {
    const moved = entriesOf(timetableFile(round, timetable({ panel: day('2018-06-08') }), stamp))
    expect(entryOf(moved, 'panel')).toContain('DTSTART;VALUE=DATE:20180608')
    expect(moved.map(([uid]) => uid)).toEqual(entries.map(([uid]) => uid))
    expect(new Set(moved.map(([uid]) => uid)).size).toBe(moved.length)
  })
})

describe('a meeting as a calendar file', () => {
  const meeting = {
    kind: 'panel-day',
    uid: 'm-8@case-evaluations',
    from: momentAt(day('2018-06-06'), '09:00'),
    to: momentAt(day('2018-06-06'), '16:30'),
    where: 'Room 2; first floor, Town Hall\nring \\ wait',
  } as const

  it('has its times in UTC and a title that names the round alone', () => {
    expect(meetingFile(round, meeting, stamp).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Case Evaluations for Teams//EN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:m-8@case-evaluations',
      'DTSTAMP:20180501T090000Z',
      'SEQUENCE:3',
      'SUMMARY:Panel day\\, round N-2018-2',
      'DTSTART:20180606T080000Z',
      'DTEND:20180606T153000Z',
      'LOCATION:Room 2\\; first floor\\, Town Hall\\nring \\\\ wait',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  it('leaves the calendar by the same UID, with a higher sequence', () => {
    const text = cancelledFile(round, { ...meeting, where: null }, { ...stamp, sequence: 4 })
    expect(text.split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Case Evaluations for Teams//EN',
      'METHOD:CANCEL',
      'BEGIN:VEVENT',
      'UID:m-8@case-evaluations',
      'DTSTAMP:20180501T090000Z',
      'SEQUENCE:4',
      'SUMMARY:Panel day\\, round N-2018-2',
      'DTSTART:20180606T080000Z',
      'DTEND:20180606T153000Z',
      'STATUS:CANCELLED',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  it('needs no place', () => {
    expect(meetingFile(round, { ...meeting, where: null }, stamp)).not.toContain('LOCATION')
  })
})

describe('a text in a calendar file', () => {
  it.each([
    ['Smith-Test, A; "chair"', 'Smith-Test\\, A\\; "chair"'],
    ['one\r\ntwo\rthree\nfour\u2028five', 'one\\ntwo\\nthree\\nfour\\nfive'],
    ['a\\nb', 'a\\\\nb'],
    ['x\u0000y\u0007z\tw', 'xyz\tw'],
    ['half \ud83d of one', 'half \ufffd of one'],
    ['x\nEND:VEVENT\nBEGIN:VALARM', 'x\\nEND:VEVENT\\nBEGIN:VALARM'],
  ])('%j is written %j', (text, written) => {
    expect(escaped(text)).toBe(written)
  })
})

describe('a line of a calendar file', () => {
  it.each([
    ['of letters', 'a'.repeat(300)],
    ['of two octets each', `x${'é'.repeat(120)}`],
    ['of three', `xy${'€'.repeat(90)}`],
    ['of four', `x${'👧🏽'.repeat(40)}`],
    ['of all kinds', 'SUMMARY:Łódź 🏳️‍🌈 – “quoted”, '.repeat(12)],
  ])('%s has at most 75 octets, and is the same when unfolded', (_, text) => {
    const line = contentLine(text)
    const parts = line.slice(0, -2).split('\r\n')
    expect(line.endsWith('\r\n')).toBe(true)
    expect(parts.length).toBeGreaterThan(3)
    expect(parts.filter((part) => octets(part) > 75)).toEqual([])
    expect(parts.filter((part) => !part.isWellFormed())).toEqual([])
    expect(parts.slice(1).filter((part) => !part.startsWith(' '))).toEqual([])
    expect(line.slice(0, -2).replaceAll('\r\n ', '')).toBe(text)
  })

  it('of 75 octets stays whole, of 76 is folded', () => {
    expect(contentLine('a'.repeat(75))).toBe(`${'a'.repeat(75)}\r\n`)
    expect(contentLine('a'.repeat(76))).toBe(`${'a'.repeat(75)}\r\n a\r\n`)
  })
})

function timetable(moved: MovedDays = {}): ReturnType<typeof timetableOf> {
  const loaded = loadMethods()
  const [full] = loaded.ok ? loaded.value : []
  if (!full) throw new Error('no method')
  const calendar = { bankHolidays: new Set(bankHolidays) }
  return timetableOf(full, day('2018-05-07'), [day('2018-05-28')], calendar, moved)
}

function octets(text: string): number {
  return new TextEncoder().encode(text).length
}

type Entry = readonly string[]

/** The entries of a file, unfolded, each as its lines between BEGIN and END. */
function entriesOf(file: string): readonly Entry[] {
  const [, ...entries] = file.replaceAll('\r\n ', '').split('BEGIN:VEVENT\r\n')
  return entries.map((entry) => (entry.split('\r\nEND:VEVENT')[0] ?? '').split('\r\n'))
}

function entryOf(entries: readonly Entry[], id: string): Entry | undefined {
  return entries.find(([uid]) => uid === `UID:r-51-${id}@case-evaluations`)
}
