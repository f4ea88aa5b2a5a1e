import { useQuery } from '@tanstack/react-query'

import { countOf } from '#core/count.ts'
import type { HolidayRow, SchoolHolidayList, SchoolHolidaysSet } from '#core/round/school-holidays/views.ts'

import { get } from '../../api.ts'
import { inWords } from '../../days.ts'
import type { Problem } from '../../problem.ts'
import { useSubmission } from '../../submission.ts'

/** Holidays that are entered, or taken out: the same with `is` turned round undoes it. */
export type HolidayChange = { readonly holidays: readonly HolidayRow[]; readonly is: boolean }

export function useSchoolHolidays() {
  return useQuery<SchoolHolidayList, Problem>({
    queryKey: ['rounds', 'school-holidays'],
    queryFn: ({ signal }) => get('/api/school-holidays', signal),
  })
}

export function useHolidayChange() {
  return useSubmission<SchoolHolidaysSet, HolidayChange>('/api/school-holidays')
}

/** "Monday 24 October to Friday 28 October", or one day. */
export function daysInWords({ first, last }: HolidayRow, today: string): string {
  return first === last ? inWords(first, today) : `${inWords(first, today)} to ${inWords(last, today)}`
}

/** "Autumn half-term was entered.", "3 holidays were taken out."; of none, that somebody else was first. */
export function doneInWords({ holidays, is }: HolidayChange): string {
  const [one] = holidays
  if (!one) return `Nothing changed: ${is ? 'this was entered' : 'this was taken out'} already.`
  const many = countOf(holidays.length, 'holiday was', 'holidays were')
  return `${holidays.length === 1 ? `${one.name} was` : many} ${is ? 'entered' : 'taken out'}.`
}
