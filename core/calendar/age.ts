import type { Day } from './day.ts'

/** How old a child is on a day (OLD-146): "9 years", "14 months" below two years, "not born yet". */
export function ageInWords(born: Day | null, on: Day): string {
  if (born === null || born > on) return 'not born yet'
  const months = monthsOf(on) - monthsOf(born) - (on.slice(8) < born.slice(8) ? 1 : 0)
  if (months < 1) return 'under 1 month'
  if (months < 24) return months === 1 ? '1 month' : `${months} months`
  return `${Math.floor(months / 12)} years`
}

function monthsOf(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
}
