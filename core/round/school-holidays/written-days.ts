import { parseDay, weekday } from '../../calendar/day.ts'
import type { Day } from '../../calendar/day.ts'
import { inWords, MONTHS, WEEKDAYS } from '../../calendar/words.ts'

/** A day as it stands in a line, and where. */
export type Written = {
  readonly at: number
  readonly end: number
  /** 1 is Monday; null when none is written. */
  readonly weekday: number | null
  readonly day: number
  readonly month: number
  readonly year: number | null
}

/**
 * The days of a line; "24 to 28 October 2022" and "24/10 - 28/10/2022" have two. Undefined when it is not certain
 * whether a number is one: "INSET day 2 – 24 October 2025".
 */
export function daysIn(text: string): readonly Written[] | undefined {
  const found = [...text.matchAll(DAY)].map(written)
  const [only] = found
  const before = only && found.length === 1 ? text.slice(0, only.at) : ''
  const bare = BARE.exec(before)
  if (!only || !bare) return found
  const [, on, day, month, to = ''] = bare
  // The second INSET day, on a Friday: the number is part of the name.
  if (COUNTED.test(before))
    return on === undefined && only.weekday !== null && DASH.test(to) ? [only] : undefined
  const isNumeric = /^[\d/.]+$/.test(text.slice(only.at, only.end).replace(/^[a-z.,]+ /i, ''))
  if ((on === undefined) !== (only.weekday === null) || (month !== undefined && !isNumeric)) return undefined
  const first = {
    at: bare.index,
    end: only.at - to.length,
    weekday: weekdayNamed(on),
    day: Number(day),
    month: month === undefined ? only.month : Number(month),
    year: month === undefined ? only.year : null,
  }
  return [first, only]
}

const ON = '(?:(mon|tue|wed|thu|fri|sat|sun)(?:s|day|sday|nesday|r|rs|rsday|urday)?\\.?,? )?'
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const NUMBERS = '(?:(\\d{4})-(\\d\\d)-(\\d\\d)|(\\d\\d?)[/.](\\d\\d?)[/.](\\d{4}|\\d\\d))'
const WORDS = `(\\d\\d?)(?:st|nd|rd|th)? (?:of )?${MONTH}\\b\\.?,?(?: (\\d{4}))?`
const DAY = new RegExp(`(?<![\\w/.])${ON}(?:${NUMBERS}|${WORDS})(?![\\d/])`, 'gi')
/** What leads from the first day of a holiday to its last. */
export const TO = '(?:to|until|till|through|[-–—])'
/** "24 to", "Mon 24/10 -": a first day that has its month, its year or both from the last. */
const BARE = new RegExp(`(?<![\\w/.])${ON}(\\d\\d?)(?:st|nd|rd|th|[/.](\\d\\d?))?( ?${TO} ?)$`, 'i')
/** A number that may count days, terms or weeks, and be none of the month. */
const COUNTED = new RegExp(
  `\\b(?:(?:days?|terms?|autumn|spring|summer|winter) \\d|(?:weeks?|years?) \\d\\d?) ?${TO} ?$`,
  'i',
)
const DASH = /[-–—]/

function written(match: RegExpExecArray): Written {
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
}

/** The day that is written; without its year it has that of the other, so many years on. */
export function dayOf(
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

function weekdayNamed(word: string | undefined): number | null {
  return word === undefined ? null : WEEKDAYS.findIndex((each) => starts(each, word)) + 1
}

function monthNamed(word: string): number {
  return MONTHS.findIndex((each) => starts(each, word)) + 1
}

function starts(whole: string, word: string): boolean {
  return whole.toLowerCase().startsWith(word.slice(0, 3).toLowerCase())
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
