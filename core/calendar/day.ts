import { Temporal } from 'temporal-polyfill'

declare const brand: unique symbol

/** A day of the process, `YYYY-MM-DD`, in England. Days compare as strings: `due < today`. */
export type Day = string & { readonly [brand]: 'day' }

const SHAPE = /^\d{4}-\d{2}-\d{2}$/

/** The day that a text names, or undefined: 30 February is no day. */
export function parseDay(text: string): Day | undefined {
  if (!SHAPE.test(text)) return undefined
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as Day
  } catch {
    return undefined
  }
}

/** For days written in code and fixtures; throws on what is no day. */
export function day(text: string): Day {
  const parsed = parseDay(text)
  if (!parsed) throw new RangeError(`${text} is no day`)
  return parsed
}

/** Calendar days, counted on `n` days (weekends and holidays included). */
export function addDays(from: Day, n: number): Day {
  return Temporal.PlainDate.from(from).add({ days: n }).toString() as Day
}

/** The same day of the month `n` months on; its last day when that month is shorter. */
export function addMonths(from: Day, n: number): Day {
  return Temporal.PlainDate.from(from).add({ months: n }).toString() as Day
}

/** Whole calendar days from `earlier` to `later`; negative when `later` comes first. */
export function daysBetween(earlier: Day, later: Day): number {
  return Temporal.PlainDate.from(earlier).until(later, { largestUnit: 'days' }).days
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(of: Day): number {
  return Temporal.PlainDate.from(of).dayOfWeek
}
