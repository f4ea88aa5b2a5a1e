import { parseDay } from '../calendar/day.ts'
import type { Day } from '../calendar/day.ts'

/**
 * The first day of the time looked back on: so many months before the start (OLD-97). A month that has no such
 * day gives its last one. Entries from before are taken and marked.
 */
export function lookBackFrom(start: Day, months: number): Day {
  const [year = 0, month = 0, ofMonth = 0] = start.split('-').map(Number)
  const count = year * 12 + (month - 1) - months
  const yearAndMonth = `${padded(Math.floor(count / 12), 4)}-${padded((count % 12) + 1, 2)}`
  for (let last = ofMonth; last > 0; last -= 1) {
    const found = parseDay(`${yearAndMonth}-${padded(last, 2)}`)
    if (found) return found
  }
  throw new RangeError(`${months} months before ${start} is no day`)
}

function padded(n: number, width: number): string {
  return String(n).padStart(width, '0')
}
