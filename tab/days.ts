import { countOf } from '#core/count.ts'

/** Days are `YYYY-MM-DD`; all counting is in whole calendar days. */
const DAY_MS = 86_400_000
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' })
const dayAndMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })
const monthAndYear = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** "Wednesday 13 June", with the year when it is not `today`'s. */
export function inWords(day: string, today: string): string {
  return `${weekday.format(asDate(day))} ${shortWords(day, today)}`
}

/** "13 June", with the year when it is not `today`'s. */
export function shortWords(day: string, today: string): string {
  const words = dayAndMonth.format(asDate(day))
  return day.slice(0, 4) === today.slice(0, 4) ? words : `${words} ${day.slice(0, 4)}`
}

/** How a due day stands today: "due 13 June", "due today", "due 10 June, 3 days late". */
export function dueInWords(due: string, today: string): string {
  const late = daysBetween(due, today)
  if (late > 0) return `due ${shortWords(due, today)}, ${countOf(late, 'day')} late`
  if (late === 0) return 'due today'
  return late === -1 ? 'due tomorrow' : `due ${shortWords(due, today)}`
}

/** Whole days from `earlier` to `later`; negative when `later` comes first. */
export function daysBetween(earlier: string, later: string): number {
  return Math.round((asDate(later).getTime() - asDate(earlier).getTime()) / DAY_MS)
}

/** The day so many days on, or back when negative. */
export function plusDays(day: string, days: number): string {
  return new Date(asDate(day).getTime() + days * DAY_MS).toISOString().slice(0, 10)
}

/** How many days a day lies behind its week's Monday: 0 to 6. */
export function daysSinceMonday(day: string): number {
  return (asDate(day).getUTCDay() + 6) % 7
}

/** The month in which a day lies: "June 2018". */
export function monthInWords(day: string): string {
  return monthAndYear.format(asDate(day))
}

/** Whether the text has the shape of a day and the day exists. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = asDate(text)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

function asDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}
