import { daysBetween } from '../../calendar/day.ts'
import type { Day } from '../../calendar/day.ts'
import { LONGEST_NAME } from './school-holiday.ts'
import type { SchoolHoliday } from './school-holiday.ts'
import { dayOf, daysIn, TO } from './written-days.ts'

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

/** The holiday of a line, or a sentence that says why it cannot be read. What is not certain is not read. */
function readLine(text: string): SchoolHoliday | string {
  const found = daysIn(text)
  if (!found) return `It is not certain which is the first day. Write both days with their month, ${LIKE}`
  const [one] = found
  const other = found.at(-1)
  if (!one || !other) return 'There is no day in this line. Write it like 24 October 2022.'
  if (found.length > 2) return 'There are more than two days in this line. Write one holiday on each line.'
  const before = text.slice(0, one.at)
  const after = text.slice(other.end)
  const name = bared(before) || bared(after)
  const why = wrongWith(name, text)
  if (why !== undefined) return why
  if (found.length === 2 && !isFromTo(name, text.slice(one.end, other.at)))
    return `It is not certain that these days are the first and the last. Write them ${LIKE}`
  if (found.length === 1 && LACKS_FIRST.test(before)) return 'The first day cannot be read.'
  if (found.length === 1 && LACKS_LAST.test(after)) return 'The last day cannot be read.'
  if (found.length === 1 && !isSingle(name, before, after)) return ONE_DAY
  const first = dayOf(one, other, one.month > other.month ? -1 : 0)
  const last = dayOf(other, one, other.month < one.month ? 1 : 0)
  if ('says' in first) return first.says
  if ('says' in last) return last.says
  return isLong(first.day, last.day) ? LONG : { name, first: first.day, last: last.day }
}

const LIKE = 'like: Autumn half-term, 24 October 2022 to 28 October 2022.'
const ONE_DAY = `There is one day in this line. Write the first and the last, ${LIKE} A single day is written like: Training day, 24 October 2022.`
const LONG =
  'This is longer than four weeks, as terms are. Write the holidays between the terms; enter a longer one by hand.'

function wrongWith(name: string, text: string): string | undefined {
  if (OTHER_DAYS.test(text))
    return 'Write the first and the last day of the holiday itself, not when schools close and open.'
  if (isTerm(name)) return 'This looks like a term. Write the holidays between the terms.'
  if (name === '') return 'The name is missing. Write it before the days, like: Autumn half-term.'
  if (name.length > LONGEST_NAME) return `The name is too long: ${LONGEST_NAME} characters at most.`
  return undefined
}

const OTHER_DAYS = /\b(re-?opens?|opens?|returns?|back|breaks? up|closes?|(first|last) (school )?day)\b/i

function isTerm(name: string): boolean {
  if (/^(autumn|spring|summer|winter)( half)? \d$/i.test(name)) return true
  return /\bterm\b/i.test(name) && !/holiday|break|half[- ]?term(?! [1-6]\b)/i.test(name)
}

const LACKS_FIRST = /\b(to|until|till) ?$/i
const LACKS_LAST = new RegExp(`^,? ?${TO} ?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\\d)`, 'i')

/** Whether what stands between two days makes them the first and the last. A list of days has commas, too. */
function isFromTo(name: string, between: string): boolean {
  const isList = /\b(days|bank holidays)\b/i.test(name) && !/[a-z–—-]/i.test(between)
  return FROM_TO.test(between) && !isList
}

const FROM_TO = new RegExp(`^[\\s,;|]*(?:${TO}|(?:and )?(?:ends|ending)(?: on)?)?[\\s,;|]*$`, 'i')

/** Whether one day is all of it, and not an end of a longer holiday. */
function isSingle(name: string, before: string, after: string): boolean {
  if (WHOLE.test(name) || ONE_END.test(`${before} ${after}`)) return false
  const unread = bared(before) === '' ? '' : after.replace(/\([^)\d]*\)/g, '')
  return !/[a-z\d]/i.test(unread) && !/\d/.test(name.replaceAll(COUNTS, ''))
}

const ONE_END =
  /\b(starts?|starting|begins?|beginning|ends?|ending|finish(es)?|from|until|till|before|after|for|onwards?)\b/i
const WHOLE =
  /half[- ]?term|\b(holidays|break)\b|^(christmas|easter|summer|autumn|winter|spring)( holiday)?$/i
/** Numbers that no day of the month hides in: "day 2", "2025". */
const COUNTS = /\b((day|term|week|year|number|no\.?) \d+|\d{4}([/-]\d{2,4})?)\b/gi

/** Terms and their halves are longer than four weeks; of holidays only the summer is, which has days in August. */
function isLong(first: Day, last: Day): boolean {
  const inAugust = [first, last].some((day) => {
    const year = day.slice(0, 4)
    return first <= `${year}-08-31` && last >= `${year}-08-01`
  })
  return daysBetween(first, last) >= MOST_DAYS && !inAugust
}

const MOST_DAYS = 28

/** A name without what leads from it to its days. */
function bared(text: string): string {
  const plain = text.replaceAll(/^[\s"“”•·*|:;,.()–—-]+|[\s"“”|:;,.(–—-]+$/g, '')
  return plain.replace(/(^|\s)(from|begins|starts|on|is)$/i, '').replace(/[\s:;,.(–—-]+$/, '')
}
