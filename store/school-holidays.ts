import { may } from '#core/people/may.ts'
import { readPasted } from '#core/round/school-holidays/read-pasted.ts'
import { schoolYearOf } from '#core/round/school-holidays/school-holiday.ts'
import type { SchoolHoliday } from '#core/round/school-holidays/school-holiday.ts'
import type { HolidaysRead, SchoolHolidayList } from '#core/round/school-holidays/views.ts'
import type { Write } from '#core/writes.ts'

import { ChangedMeanwhile } from './actions.ts'
import type { Trx } from './database.ts'
import type { Seen } from './seen.ts'

export async function findSchoolHolidays(trx: Trx): Promise<readonly SchoolHoliday[]> {
  return trx
    .selectFrom('school_holiday')
    .select(['name', 'first_day as first', 'last_day as last'])
    .orderBy('first_day')
    .execute()
}

/** What the partnership entered, by school year. */
export async function viewSchoolHolidays({ trx, actor }: Seen): Promise<SchoolHolidayList> {
  const holidays = await findSchoolHolidays(trx)
  const years = Map.groupBy(holidays, ({ first }) => schoolYearOf(first))
  return {
    years: [...years].map(([year, of]) => ({
      title: `School year ${year} to ${year + 1}`,
      holidays: [...of],
    })),
    may: { edit: may.editCalendar(actor) },
  }
}

/** What pasted lines would enter; undefined for whom the calendar is not to change. */
export async function viewPasted(
  { trx, actor, today }: Seen,
  text: string,
): Promise<HolidaysRead | undefined> {
  if (!may.editCalendar(actor)) return undefined
  return readPasted(text, await findSchoolHolidays(trx), today)
}

/** Somebody else may have entered the same days meanwhile, or taken them out: what is written down happened once. */
export async function saveSchoolHoliday(
  trx: Trx,
  { holiday: { name, first, last }, is }: Extract<Write, { kind: 'school-holiday' }>,
): Promise<void> {
  if (!is) {
    const { numDeletedRows } = await trx
      .deleteFrom('school_holiday')
      .where('first_day', '=', first)
      .where('last_day', '=', last)
      .executeTakeFirst()
    if (numDeletedRows !== 1n) throw new ChangedMeanwhile(`school holiday ${first}`)
    return
  }
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('school_holiday')
    .values({ name, first_day: first, last_day: last })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) throw new ChangedMeanwhile(`school holiday ${first}`)
}
