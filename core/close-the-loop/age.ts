import type { Day } from '../calendar/day.ts'

/** The child's age on a day, in whole years (OLD-146). */
export function ageInWords(born: Day | null, today: Day): string {
  if (born === null) return 'Not born yet'
  const years =
    Number(today.slice(0, 4)) - Number(born.slice(0, 4)) - (today.slice(5) < born.slice(5) ? 1 : 0)
  if (years < 1) return 'Under 1 year'
  return years === 1 ? '1 year' : `${years} years`
}
