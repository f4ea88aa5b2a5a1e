import { day, weekday } from './day.ts'
import type { Day } from './day.ts'

/** Bank holidays of England and Wales; the first migration writes them into the table that people edit. */
export const bankHolidays: readonly Day[] = [
  '2018-01-01 2018-03-30 2018-04-02 2018-05-07 2018-05-28 2018-08-27 2018-12-25 2018-12-26',
  '2019-01-01 2019-04-19 2019-04-22 2019-05-06 2019-05-27 2019-08-26 2019-12-25 2019-12-26',
  '2020-01-01 2020-04-10 2020-04-13 2020-05-08 2020-05-25 2020-08-31 2020-12-25 2020-12-28',
  '2021-01-01 2021-04-02 2021-04-05 2021-05-03 2021-05-31 2021-08-30 2021-12-27 2021-12-28',
  '2022-01-03 2022-04-15 2022-04-18 2022-05-02 2022-06-02 2022-06-03 2022-08-29 2022-09-19 2022-12-26 2022-12-27',
  '2023-01-02 2023-04-07 2023-04-10 2023-05-01 2023-05-08 2023-05-29 2023-08-28 2023-12-25 2023-12-26',
  '2024-01-01 2024-03-29 2024-04-01 2024-05-06 2024-05-27 2024-08-26 2024-12-25 2024-12-26',
  '2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25 2025-12-26',
  '2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28',
  '2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28',
].flatMap((year) => year.split(' ').map(day))

/** The years before and after those, for a later migration: the list above stays as the first one wrote it. */
export const moreBankHolidays: readonly Day[] = [
  '2015-01-01 2015-04-03 2015-04-06 2015-05-04 2015-05-25 2015-08-31 2015-12-25 2015-12-28',
  '2016-01-01 2016-03-25 2016-03-28 2016-05-02 2016-05-30 2016-08-29 2016-12-26 2016-12-27',
  '2017-01-02 2017-04-14 2017-04-17 2017-05-01 2017-05-29 2017-08-28 2017-12-25 2017-12-26',
  '2028-01-03 2028-04-14 2028-04-17 2028-05-01 2028-05-29 2028-08-28 2028-12-25 2028-12-26',
  '2029-01-01 2029-03-30 2029-04-02 2029-05-07 2029-05-28 2029-08-27 2029-12-25 2029-12-26',
  '2030-01-01 2030-04-19 2030-04-22 2030-05-06 2030-05-27 2030-08-26 2030-12-25 2030-12-26',
].flatMap((year) => year.split(' ').map(day))

/** "Early May bank holiday"; undefined for a day of neither list, such as one that a partnership added. */
export function bankHolidayName(of: Day): string | undefined {
  return known.has(of) ? (oneOff.get(of) ?? yearlyName(of)) : undefined
}

const known: ReadonlySet<Day> = new Set([...moreBankHolidays, ...bankHolidays])

const oneOff: ReadonlyMap<Day, string> = new Map([
  [day('2020-05-08'), 'Early May bank holiday (VE Day)'],
  [day('2022-06-02'), 'Spring bank holiday'],
  [day('2022-06-03'), 'Platinum Jubilee bank holiday'],
  [day('2022-09-19'), 'Bank holiday for the State Funeral of Queen Elizabeth II'],
  [day('2023-05-08'), 'Bank holiday for the coronation of King Charles III'],
])

function yearlyName(of: Day): string {
  const ofMonth = Number(of.slice(8))
  switch (of.slice(5, 7)) {
    case '01':
      return ofMonth === 1 ? 'New Year’s Day' : 'New Year’s Day (substitute day)'
    case '05':
      return ofMonth <= 7 ? 'Early May bank holiday' : 'Spring bank holiday'
    case '08':
      return 'Summer bank holiday'
    case '12':
      return decemberName(ofMonth)
    default:
      return weekday(of) === 5 ? 'Good Friday' : 'Easter Monday'
  }
}

/** A substitute of Christmas Day is always 27 December, one of Boxing Day always 28 December. */
function decemberName(ofMonth: number): string {
  if (ofMonth === 25) return 'Christmas Day'
  if (ofMonth === 26) return 'Boxing Day'
  return ofMonth === 27 ? 'Christmas Day (substitute day)' : 'Boxing Day (substitute day)'
}
