import { addDays, weekday } from './day.ts'
import type { Day } from './day.ts'

/** What the partnership's calendar knows: bank holidays are data that it can edit. */
export type Calendar = { readonly bankHolidays: ReadonlySet<Day> }

export function isWorkingDay(calendar: Calendar, day: Day): boolean {
  return weekday(day) <= 5 && !calendar.bankHolidays.has(day)
}

/**
 * The n-th working day after `from` (before it, when n is negative); `from` itself is day 0 and may be any
 * day. Weekends and bank holidays are not counted, school holidays are (rules.md 2.1, 5; OLD-36).
 */
export function addWorkingDays(calendar: Calendar, from: Day, n: number): Day {
  const { days: known } = cacheOf(calendar)
  const key = `${from}${n}`
  const before = known.get(key)
  if (before) return before
  const step = n < 0 ? -1 : 1
  let day = from
  for (let left = Math.abs(n); left > 0;) {
    day = addDays(day, step)
    if (isWorkingDay(calendar, day)) left -= 1
  }
  known.set(key, day)
  return day
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): number {
  const { counts } = cacheOf(calendar)
  const key = `${from}${to}`
  const before = counts.get(key)
  if (before !== undefined) return before
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(calendar, day)) count += 1
  }
  counts.set(key, count)
  return count
}

/** A sweep asks for the same few days a thousand times; a calendar never changes once made. */
const caches = new WeakMap<Calendar, Cache>()
type Cache = { readonly days: Map<string, Day>; readonly counts: Map<string, number> }

function cacheOf(calendar: Calendar): Cache {
  const cache = caches.get(calendar) ?? { days: new Map<string, Day>(), counts: new Map<string, number>() }
  caches.set(calendar, cache)
  return cache
}
