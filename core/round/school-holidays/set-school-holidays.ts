import type { Day } from '../../calendar/day.ts'
import { inWords } from '../../calendar/words.ts'
import { may } from '../../people/may.ts'
import type { Deps, Outcome } from '../../ports.ts'
import { ok, refused } from '../../result.ts'
import type { SchoolHolidays } from './commands.ts'
import { findSame, problemOf } from './school-holiday.ts'
import type { HolidayProblem, InTheWay, SchoolHoliday } from './school-holiday.ts'

/**
 * Enters school holidays, all of them or none, or takes them out. What is so already is passed over. No round that
 * is set up changes: the weeks to leave out are picked by people (rules.md 2.6, 7).
 */
export async function setSchoolHolidays(
  { reads, actor, today }: Deps,
  { holidays, is }: SchoolHolidays,
): Outcome<
  { readonly changed: readonly SchoolHoliday[]; readonly passedOver: number },
  'not-yours-to-edit-calendar' | HolidayProblem
> {
  if (!may.editCalendar(actor)) return refused('not-yours-to-edit-calendar')
  const before = await reads.rounds.schoolHolidays()
  const changed: SchoolHoliday[] = []
  for (const each of holidays) {
    if (findSame(each, changed)) continue
    const there = findSame(each, before)
    // By the name that it has: whoever undoes this puts it back as it was.
    if (!is && there) changed.push(there)
    if (!is || there) continue
    const problem = problemOf(each, [...before, ...changed], today)
    if (problem) return refused(problem.reason, named(each, problem, today))
    changed.push(each)
  }
  return ok({
    value: { changed, passedOver: holidays.length - changed.length },
    writes: changed.map((holiday) => ({ kind: 'school-holiday', holiday, is }) as const),
    changes: [],
    happened: changed.map(({ first, last }) => ({ kind: 'school-holiday-set', first, last, is }) as const),
  })
}

/** The holiday that cannot be entered, with the one that has some of its days. */
function named(holiday: SchoolHoliday, problem: InTheWay, today: Day): readonly string[] {
  if (problem.reason !== 'holidays-overlap') return [holiday.name]
  return [holiday, problem.other].map(({ name, first }) => `${name} from ${inWords(first, today)}`)
}
