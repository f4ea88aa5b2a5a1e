import { may } from '../../people/may.ts'
import type { Deps, Outcome } from '../../ports.ts'
import { ok, refused } from '../../result.ts'
import type { SchoolHolidays } from './commands.ts'
import { isThere, problemOf } from './school-holiday.ts'
import type { HolidayProblem, SchoolHoliday } from './school-holiday.ts'

/**
 * Enters school holidays, all of them or none, or takes them out. What is so already is passed over. No round that
 * is set up changes: the weeks to leave out are picked by people (rules.md 2.6, 7).
 */
export async function setSchoolHolidays(
  { reads, actor, today }: Deps,
  { holidays, is }: SchoolHolidays,
): Outcome<
  { readonly changed: number; readonly passedOver: number },
  'not-yours-to-edit-calendar' | HolidayProblem
> {
  if (!may.editCalendar(actor)) return refused('not-yours-to-edit-calendar')
  const known = await reads.rounds.schoolHolidays()
  const changed: SchoolHoliday[] = []
  for (const each of holidays) {
    const there = isThere(each, is ? [...known, ...changed] : known)
    if (there === is) continue
    const problem = is ? problemOf(each, [...known, ...changed], today) : undefined
    if (problem) return refused(problem, [each.name])
    changed.push(each)
  }
  return ok({
    value: { changed: changed.length, passedOver: holidays.length - changed.length },
    writes: changed.map((holiday) => ({ kind: 'school-holiday', holiday, is }) as const),
    changes: [],
    happened: changed.map(({ first, last }) => ({ kind: 'school-holiday-set', first, last, is }) as const),
  })
}
