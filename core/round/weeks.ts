import { bankHolidayName } from '../calendar/bank-holidays.ts'
import { addDays } from '../calendar/day.ts'
import type { Day } from '../calendar/day.ts'
import type { Calendar } from '../calendar/working-days.ts'

/** A week that may be left out of a round, by its Monday. */
export type Week = {
  readonly monday: Day
  /** Why one might: its bank holidays, or that schools may be on holiday then; empty when nothing speaks for it. */
  readonly notes: readonly string[]
}

const WEEKS = 12

/**
 * The weeks of a round after its first that people may leave out, with what speaks for it. They are proposals:
 * no week is left out by itself (rules.md 2.6, 6 and 7).
 */
export function weeksToOffer(start: Day, { bankHolidays }: Calendar): readonly Week[] {
  return Array.from({ length: WEEKS }, (_, n) => addDays(start, 7 * (n + 1))).map((monday) => {
    const days = Array.from({ length: 5 }, (_, n) => addDays(monday, n))
    const holidays = days.filter((day) => bankHolidays.has(day))
    const school = schoolHoliday(days)
    return {
      monday,
      notes: [...holidays.map((day) => bankHolidayName(day) ?? 'Bank holiday'), ...(school ? [school] : [])],
    }
  })
}

/** Half-terms differ by council by a week or so; it is for people to look them up. */
function schoolHoliday(days: readonly Day[]): string | undefined {
  const has = (from: string, to: string): boolean =>
    days.some((day) => day.slice(5) >= from && day.slice(5) <= to)
  if (has('02-12', '02-20') || has('05-27', '05-31') || has('10-24', '10-30')) return 'often half-term'
  if (has('07-25', '08-31')) return 'schools’ summer holiday'
  return has('12-24', '12-31') ? 'Christmas holiday' : undefined
}
