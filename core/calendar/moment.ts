import { Temporal } from 'temporal-polyfill'

import type { Day } from './day.ts'

declare const brand: unique symbol

/** An instant, ISO 8601 in UTC with milliseconds: moments compare as strings. */
export type Moment = string & { readonly [brand]: 'moment' }

const ZONE = 'Europe/London'

/** The moment that a text names, or undefined. */
export function parseMoment(text: string): Moment | undefined {
  try {
    return asMoment(Temporal.Instant.from(text))
  } catch {
    return undefined
  }
}

/** A wall-clock time in England, such as `momentAt(day, '09:00')`; a time that summer time skips moves on. */
export function momentAt(day: Day, time: string): Moment {
  return remembered(moments, `${day}T${time}`, (wall) =>
    asMoment(Temporal.PlainDateTime.from(wall).toZonedDateTime(ZONE).toInstant()),
  )
}

/** The day in England on which a moment lies. */
export function dayOf(moment: Moment): Day {
  // England's clocks differ from UTC by whole hours: every moment of a UTC hour lies on one day.
  return remembered(days, moment.slice(0, 13), () => local(moment).toPlainDate().toString() as Day)
}

/** The wall-clock time in England, `HH:MM`. */
export function timeOf(moment: Moment): string {
  return local(moment).toPlainTime().toString({ smallestUnit: 'minute' })
}

export function addMinutes(to: Moment, minutes: number): Moment {
  return asMoment(Temporal.Instant.from(to).add({ minutes }))
}

/** Minutes from one moment to another; less than none when it was before. */
export function minutesBetween(from: Moment, to: Moment): number {
  return Temporal.Instant.from(from).until(to).total('minutes')
}

/** A sweep asks for the same mornings and days a thousand times, and a time zone is slow to ask. */
const moments = new Map<string, Moment>()
const days = new Map<string, Day>()

const MOST = 10_000

function remembered<T>(known: Map<string, T>, key: string, find: (key: string) => T): T {
  const before = known.get(key)
  if (before !== undefined) return before
  if (known.size >= MOST) known.clear()
  const found = find(key)
  known.set(key, found)
  return found
}

function local(moment: Moment): Temporal.ZonedDateTime {
  return Temporal.Instant.from(moment).toZonedDateTimeISO(ZONE)
}

function asMoment(instant: Temporal.Instant): Moment {
  return instant.toString({ smallestUnit: 'millisecond' }) as Moment
}
