import { daysSinceMonday, plusDays } from '../../days.ts'

/** A month as the address names it: 2018-06. */
export function isMonth(text: string | null): text is string {
  return text !== null && /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/.test(text)
}

export function monthOf(day: string): string {
  return day.slice(0, 7)
}

/** Its first day. */
export function firstOf(month: string): string {
  return `${month}-01`
}

export function monthAfter(month: string): string {
  return monthOf(plusDays(firstOf(month), 31))
}

export function monthBefore(month: string): string {
  return monthOf(plusDays(firstOf(month), -1))
}

/** The weeks of a month, Monday to Sunday; the first and the last reach into its neighbours. */
export function weeksOf(month: string): readonly (readonly string[])[] {
  const monday = plusDays(firstOf(month), -daysSinceMonday(firstOf(month)))
  const weeks = Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (__, day) => plusDays(monday, week * 7 + day)),
  )
  return weeks.filter((week) => week.some((day) => monthOf(day) === month))
}
