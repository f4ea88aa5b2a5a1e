import type { Day } from '../../calendar/day.ts'
import { inWords } from '../../calendar/words.ts'
import { parsePastedHolidays } from './pasted-holidays.ts'
import { findSame, HOLIDAY_SAYS, problemOf } from './school-holiday.ts'
import type { InTheWay, SchoolHoliday } from './school-holiday.ts'
import type { HolidaysRead } from './views.ts'

/** What pasted lines would enter beside what is known: to be checked before it is kept. */
export function readPasted(text: string, known: readonly SchoolHoliday[], today: Day): HolidaysRead {
  const holidays: SchoolHoliday[] = []
  const problems: HolidaysRead['problems'] = []
  let passedOver = 0
  for (const each of parsePastedHolidays(text)) {
    const { line, text: written } = each
    if ('says' in each) {
      problems.push({ line, text: written, says: each.says })
      continue
    }
    const others = [...known, ...holidays]
    const problem = problemOf(each.holiday, others, today)
    if (findSame(each.holiday, others)) passedOver += 1
    else if (problem) problems.push({ line, text: written, says: says(problem, known, today) })
    else holidays.push(each.holiday)
  }
  return { holidays, known: passedOver, problems }
}

function says(problem: InTheWay, known: readonly SchoolHoliday[], today: Day): string {
  if (problem.reason !== 'holidays-overlap') return HOLIDAY_SAYS[problem.reason]
  const { other } = problem
  const where = known.includes(other)
    ? 'is entered already. Take that one out first.'
    : 'is another of these lines.'
  return `${other.name}, from ${inWords(other.first, today)}, has some of these days, and ${where}`
}
