import { bankHolidayName } from '../calendar/bank-holidays.ts'
import { addDays } from '../calendar/day.ts'
import type { Day } from '../calendar/day.ts'
import { inWords } from '../calendar/words.ts'
import type { Calendar } from '../calendar/working-days.ts'
import type { SchoolHoliday } from './school-holidays/school-holiday.ts'

/** A week that may be left out of a round, by its Monday. */
export type Week = {
  readonly monday: Day
  /** Why one might: its bank holidays, or that schools are closed then; empty when nothing speaks for it. */
  readonly notes: readonly string[]
}

const WEEKS = 12

/**
 * The weeks of a round after its first that people may leave out, with what speaks for it. They are proposals:
 * no week is left out by itself (rules.md 2.6, 6 and 7). Where no school holiday was entered within three weeks it
 * is guessed when schools may be closed, and said so.
 */
export function weeksToOffer(
  start: Day,
  { bankHolidays }: Calendar,
  entered: readonly SchoolHoliday[],
): readonly Week[] {
  return Array.from({ length: WEEKS }, (_, n) => addDays(start, 7 * (n + 1))).map((monday) => {
    const days = Array.from({ length: 5 }, (_, n) => addDays(monday, n))
    const open = days.filter((day) => !bankHolidays.has(day))
    const guess = entered.some((each) => isNear(each, monday)) ? undefined : guessed(days)
    return {
      monday,
      notes: [
        ...days.filter((day) => bankHolidays.has(day)).map((day) => bankHolidayName(day) ?? 'Bank holiday'),
        ...entered.flatMap((each) => inWeek(each, open) ?? []),
        ...(guess === undefined ? [] : [guess]),
      ],
    }
  })
}

/** Half-terms lie a week or two apart from council to council: what is entered so near tells more than a guess. */
function isNear({ first, last }: SchoolHoliday, monday: Day): boolean {
  return first <= addDays(monday, 4 + NEAR) && last >= addDays(monday, -NEAR)
}

/** In days. */
const NEAR = 21

/**
 * "Half-term", "INSET day (on Monday 1 September)", "Christmas (from Wednesday 21 December)"; undefined when schools
 * are closed on none of these days.
 */
function inWeek({ name, first, last }: SchoolHoliday, open: readonly Day[]): string | undefined {
  const closed = open.filter((day) => day >= first && day <= last)
  const [from] = closed
  const to = closed.at(-1)
  if (from === undefined || to === undefined) return undefined
  if (from === open[0] && to === open.at(-1)) return name
  if (first === last) return `${name} (on ${inWords(first, first)})`
  const said = [
    ...(from === open[0] ? [] : [`from ${inWords(from, from)}`]),
    ...(to === open.at(-1) ? [] : [`until ${inWords(to, to)}`]),
  ]
  return `${name} (${said.join(' ')})`
}

/** Half-terms differ by council by a week or so: until somebody looked them up it stays a guess. */
function guessed(days: readonly Day[]): string | undefined {
  const has = (from: string, to: string): boolean =>
    days.some((day) => day.slice(5) >= from && day.slice(5) <= to)
  if (has('02-12', '02-20') || has('05-27', '05-31') || has('10-24', '10-30')) return 'often half-term'
  if (has('07-25', '08-31')) return 'often the schools’ summer holiday'
  return has('12-24', '12-31') ? 'often the schools’ Christmas holiday' : undefined
}
