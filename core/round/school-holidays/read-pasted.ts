import type { Day } from '../../calendar/day.ts'
import { parsePastedHolidays } from './pasted-holidays.ts'
import { HOLIDAY_SAYS, isThere, problemOf } from './school-holiday.ts'
import type { SchoolHoliday } from './school-holiday.ts'
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
    if (isThere(each.holiday, others)) passedOver += 1
    else if (problem) problems.push({ line, text: written, says: HOLIDAY_SAYS[problem] })
    else holidays.push(each.holiday)
  }
  return { holidays, known: passedOver, problems }
}
