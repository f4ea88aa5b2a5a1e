import { Temporal } from 'temporal-polyfill'

import { countOf } from '../count.ts'
import { daysBetween } from './day.ts'
import type { Day } from './day.ts'
import { dayOf, timeOf } from './moment.ts'
import type { Moment } from './moment.ts'

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** "Wednesday 13 June", with the year when it is not `today`'s. */
export function inWords(day: Day, today: Day): string {
  return `${WEEKDAYS[Temporal.PlainDate.from(day).dayOfWeek - 1] ?? ''} ${shortWords(day, today)}`
}

/** "13 June", with the year when it is not `today`'s. */
export function shortWords(day: Day, today: Day): string {
  const { day: ofMonth, month, year } = Temporal.PlainDate.from(day)
  const words = `${ofMonth} ${MONTHS[month - 1] ?? ''}`
  return day.slice(0, 4) === today.slice(0, 4) ? words : `${words} ${year}`
}

/** "18 June at 10:04". */
export function momentInWords(moment: Moment, today: Day): string {
  return `${shortWords(dayOf(moment), today)} at ${timeOf(moment)}`
}

/** How a due day stands today: "due 13 June", "due today", "3 days late". Calendar days: people count those. */
export function dueInWords(due: Day, today: Day): string {
  const late = daysBetween(due, today)
  if (late > 0) return `due ${shortWords(due, today)}, ${countOf(late, 'day')} late`
  if (late === 0) return 'due today'
  if (late === -1) return 'due tomorrow'
  return `due ${shortWords(due, today)}`
}
