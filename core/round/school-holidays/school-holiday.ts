import { daysBetween } from '../../calendar/day.ts'
import type { Day } from '../../calendar/day.ts'

/** When the council's schools are closed, both days included; known by its days, since no two overlap. */
export type SchoolHoliday = { readonly name: string; readonly first: Day; readonly last: Day }

export type HolidayProblem =
  | 'holiday-ends-first'
  | 'holiday-is-too-long'
  | 'holiday-is-out-of-reach'
  | 'holidays-overlap'

/** What stands in the way of a school holiday, in a sentence. */
export const HOLIDAY_SAYS: Readonly<Record<HolidayProblem, string>> = {
  'holiday-ends-first': 'The last day comes before the first.',
  'holiday-is-too-long': 'This is longer than 60 days. Write each holiday with its own days.',
  'holiday-is-out-of-reach': 'This year is too far away: five years before today, and five after.',
  'holidays-overlap':
    'Two school holidays have a day in common. Change the days, or take the other one out first.',
}

/** In characters. */
export const LONGEST_NAME = 80

const MOST_DAYS = 60
const YEARS = 5

/** What stands in the way of a school holiday; when it is another one that has some of its days, which. */
export type InTheWay =
  | { readonly reason: Exclude<HolidayProblem, 'holidays-overlap'> }
  | { readonly reason: 'holidays-overlap'; readonly other: SchoolHoliday }

/** What is wrong with a school holiday beside those that are there; a school year begins on 1 September. */
export function problemOf(
  { first, last }: SchoolHoliday,
  others: readonly SchoolHoliday[],
  today: Day,
): InTheWay | undefined {
  if (last < first) return { reason: 'holiday-ends-first' }
  if (isTooLong(first, last)) return { reason: 'holiday-is-too-long' }
  if (Math.abs(schoolYearOf(first) - schoolYearOf(today)) > YEARS)
    return { reason: 'holiday-is-out-of-reach' }
  const other = others.find((each) => first <= each.last && each.first <= last)
  return other && { reason: 'holidays-overlap', other }
}

/** Longer than any summer is. */
export function isTooLong(first: Day, last: Day): boolean {
  return daysBetween(first, last) >= MOST_DAYS
}

/** The one with the same days, by whatever name. */
export function findSame(
  { first, last }: SchoolHoliday,
  among: readonly SchoolHoliday[],
): SchoolHoliday | undefined {
  return among.find((each) => each.first === first && each.last === last)
}

/** The year in which the day's school year began: 2022 from 1 September 2022 to 31 August 2023. */
export function schoolYearOf(day: Day): number {
  return Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0)
}
