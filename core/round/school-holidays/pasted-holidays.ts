import { parseDay, weekday } from '../../calendar/day.ts'
import type { Day } from '../../calendar/day.ts'
import { inWords, MONTHS, WEEKDAYS } from '../../calendar/words.ts'
import { LONGEST_NAME } from './school-holiday.ts'
import type { SchoolHoliday } from './school-holiday.ts'

/** A line as it was pasted, counted from 1: the holiday in it, or why there is none. */
export type PastedLine = { readonly line: number; readonly text: string } & (
  | { readonly holiday: SchoolHoliday }
  | { readonly says: string }
)

/**
 * Reads school holidays as councils print them, one on each line: a name, the first day, the last day. "Monday 24
 * October to Friday 28 October 2022" takes its year from the other day; a weekday that is written must be true.
 */
export function parsePastedHolidays(text: string): readonly PastedLine[] {
  return text.split(/\r\n|\r|\n/).flatMap((each, index): PastedLine[] => {
    const written = each.replaceAll(/\s+/g, ' ').trim()
    if (written === '') return []
    const read = readLine(written)
    const where = { line: index + 1, text: written }
    return typeof read === 'string' ? [{ ...where, says: read }] : [{ ...where, holiday: read }]
  })
}

/** The holiday of a line, or a sentence that says why it cannot be read. */
function readLine(text: string): SchoolHoliday | string {
  const found = daysIn(text)
  const [one] = found
  const other = found.at(-1)
  if (!one || !other) return 'There is no day in this line. Write it like 24 October 2022.'
  if (found.length > 2) return 'There are more than two days in this line. Write one holiday on each line.'
  const name = nameIn(text, one.at, other.end)
  if (OTHER_DAYS.test(text))
    return 'Write the first and the last day of the holiday itself, not when schools close and open.'
  if (isTerm(name)) return 'This looks like a term. Write the holidays between the terms.'
  if (name === '') return 'The name is missing. Write it before the days, like: Autumn half-term.'
  if (name.length > LONGEST_NAME) return `The name is too long: ${LONGEST_NAME} characters at most.`
  if (found.length === 1 && LACKS_FIRST.test(text.slice(0, one.at))) return 'The first day cannot be read.'
  if (found.length === 1 && LACKS_LAST.test(text.slice(one.end))) return 'The last day cannot be read.'
  const first = dayOf(one, other, one.month > other.month ? -1 : 0)
  const last = dayOf(other, one, other.month < one.month ? 1 : 0)
  if ('says' in first) return first.says
  return 'says' in last ? last.says : { name, first: first.day, last: last.day }
}

type Written = {
  readonly at: number
  readonly end: number
  /** 1 is Monday; null when none is written. */
  readonly weekday: number | null
  readonly day: number
  readonly month: number
  readonly year: number | null
}

const ON = '(?:(mon|tue|wed|thu|fri|sat|sun)(?:s|day|sday|nesday|r|rs|rsday|urday)?\\.?,? )?'
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const NUMBERS = '(?:(\\d{4})-(\\d\\d)-(\\d\\d)|(\\d\\d?)[/.](\\d\\d?)[/.](\\d{4}|\\d\\d))'
const WORDS = `(\\d\\d?)(?:st|nd|rd|th)? (?:of )?${MONTH}\\b\\.?,?(?: (\\d{4}))?`
const DAY = new RegExp(`(?<![\\w/.])${ON}(?:${NUMBERS}|${WORDS})(?![\\d/])`, 'gi')
const TO = '(?:to|until|till|through|[-–—])'
/** "24 to 28 October 2022": the first day has its month and year from the last. */
const BARE = new RegExp(`(?<![\\w/.])${ON}(\\d\\d?)(?:st|nd|rd|th)? ?${TO} ?$`, 'i')
const LACKS_FIRST = /\b(to|until|till) ?$/i
const LACKS_LAST = new RegExp(`^,? ?${TO} ?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\\d)`, 'i')
const OTHER_DAYS = /\b(re-?opens?|returns?|breaks? up|closes)\b/i

function isTerm(name: string): boolean {
  return /\bterm\b/i.test(name) && !/holiday|break|half[- ]?term(?! \d)/i.test(name)
}

function daysIn(text: string): readonly Written[] {
  const found = [...text.matchAll(DAY)].map((match): Written => {
    const [whole, on, y1, m1, d1, d2, m2, y2, d3, word, y3] = match
    const year = y1 ?? y2 ?? y3
    const month = m1 ?? m2
    return {
      at: match.index,
      end: match.index + whole.length,
      weekday: weekdayNamed(on),
      day: Number(d1 ?? d2 ?? d3),
      month: month === undefined ? monthNamed(word ?? '') : Number(month),
      year: year === undefined ? null : Number(year.length === 2 ? `20${year}` : year),
    }
  })
  const [only] = found
  const bare = only && found.length === 1 ? BARE.exec(text.slice(0, only.at)) : null
  if (!only || !bare) return found
  const first = { ...only, at: bare.index, weekday: weekdayNamed(bare[1]), day: Number(bare[2]) }
  return [first, only]
}

function weekdayNamed(word: string | undefined): number | null {
  return word === undefined ? null : WEEKDAYS.findIndex((each) => starts(each, word)) + 1
}

function monthNamed(word: string): number {
  return MONTHS.findIndex((each) => starts(each, word)) + 1
}

function starts(whole: string, word: string): boolean {
  return whole.toLowerCase().startsWith(word.slice(0, 3).toLowerCase())
}

function dayOf(
  of: Written,
  other: Written,
  yearsOn: number,
): { readonly day: Day } | { readonly says: string } {
  const year = of.year ?? (other.year === null ? null : other.year + yearsOn)
  if (year === null) return { says: 'The year is missing.' }
  const day = parseDay(`${year}-${two(of.month)}-${two(of.day)}`)
  if (!day) return { says: `There is no day ${of.day}/${of.month}/${year}.` }
  if (of.weekday === null || of.weekday === weekday(day)) return { day }
  // Against another year, so that the words have theirs.
  const [is = '', ...words] = inWords(day, '0001-01-01' as Day).split(' ')
  return { says: `${words.join(' ')} is a ${is}, not a ${WEEKDAYS[of.weekday - 1] ?? ''}.` }
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}

/** What stands before the days, or after them. */
function nameIn(text: string, at: number, end: number): string {
  return bared(text.slice(0, at)) || bared(text.slice(end))
}

function bared(text: string): string {
  const plain = text.replaceAll(/^[\s"“”•·*:;,.()–—-]+|[\s"“”:;,.(–—-]+$/g, '')
  return plain.replace(/(^|\s)(from|begins|starts|on|is)$/i, '').replace(/[\s:;,.(–—-]+$/, '')
}
