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
  const wall = Temporal.PlainDateTime.from(`${day}T${time}`)
  return asMoment(wall.toZonedDateTime(ZONE).toInstant())
}

/** The day in England on which a moment lies. */
export function dayOf(moment: Moment): Day {
  return local(moment).toPlainDate().toString() as Day
}

/** The wall-clock time in England, `HH:MM`. */
export function timeOf(moment: Moment): string {
  return local(moment).toPlainTime().toString({ smallestUnit: 'minute' })
}

export function addMinutes(to: Moment, minutes: number): Moment {
  return asMoment(Temporal.Instant.from(to).add({ minutes }))
}

function local(moment: Moment): Temporal.ZonedDateTime {
  return Temporal.Instant.from(moment).toZonedDateTimeISO(ZONE)
}

function asMoment(instant: Temporal.Instant): Moment {
  return instant.toString({ smallestUnit: 'millisecond' }) as Moment
}
