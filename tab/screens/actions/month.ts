/** A month as the address names it: 2018-06. */
export function isMonth(text: string | null): text is string {
  return text !== null && /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/.test(text)
}

export function monthOf(day: string): string {
  return day.slice(0, 7)
}

/** The month `by` months on. */
export function nextMonth(month: string, by: number): string {
  return iso(new Date(`${month}-15T12:00:00Z`), by, 0).slice(0, 7)
}

/** The weeks of a month, Monday to Sunday; the first and the last reach into its neighbours. */
export function weeksOf(month: string): readonly (readonly string[])[] {
  const first = new Date(`${month}-01T12:00:00Z`)
  const before = (first.getUTCDay() + 6) % 7
  const weeks = Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (__, day) => iso(first, 0, week * 7 + day - before)),
  )
  return weeks.filter((week) => week.some((day) => monthOf(day) === month))
}

export function monthInWords(month: string): string {
  return `${MONTHS[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`
}

const MONTHS = [
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

function iso(from: Date, months: number, days: number): string {
  const moved = new Date(from)
  moved.setUTCMonth(moved.getUTCMonth() + months, moved.getUTCDate() + days)
  return moved.toISOString().slice(0, 10)
}
