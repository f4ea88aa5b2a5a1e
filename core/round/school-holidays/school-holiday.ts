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
  'holidays-overlap': 'Some of these days stand in another school holiday already. Take that one out first.',
}

/** In characters. */
export const LONGEST_NAME = 80

const MOST_DAYS = 60
const YEARS = 5

/** What is wrong with a school holiday beside those that are there; a school year begins on 1 September. */
export function problemOf(
  { first, last }: SchoolHoliday,
  others: readonly SchoolHoliday[],
  today: Day,
): HolidayProblem | undefined {
  if (last < first) return 'holiday-ends-first'
  if (daysBetween(first, last) >= MOST_DAYS) return 'holiday-is-too-long'
  if (Math.abs(schoolYearOf(first) - schoolYearOf(today)) > YEARS) return 'holiday-is-out-of-reach'
  return others.some((other) => first <= other.last && other.first <= last) ? 'holidays-overlap' : undefined
}

/** Whether it is there already, by whatever name. */
export function isThere({ first, last }: SchoolHoliday, known: readonly SchoolHoliday[]): boolean {
  return known.some((each) => each.first === first && each.last === last)
}

/** The year in which the day's school year began: 2022 from 1 September 2022 to 31 August 2023. */
export function schoolYearOf(day: Day): number {
  return Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0)
}
