import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { bankHolidays } from './bank-holidays.ts'
import { addDays, day, weekday } from './day.ts'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.ts'

const calendar = { bankHolidays: new Set(bankHolidays) }

describe('the close-the-loop form is due ten working days after the panel', () => {
  it.each([
    ['V1, the printed round of May 2018', '2018-06-06', '2018-06-20'],
    ['V2, the printed round of November 2018', '2018-11-28', '2018-12-12'],
    ['V4, with the August bank holiday', '2018-08-16', '2018-08-31'],
    ['V10, with the August bank holiday', '2018-08-22', '2018-09-06'],
  ])('%s', (_, panel, due) => {
    expect(addWorkingDays(calendar, day(panel), 10)).toBe(due)
  })
})

describe('working days', () => {
  it.each([
    ['2018-06-13', -3, '2018-06-08'],
    ['2018-06-16', -3, '2018-06-13'],
    ['2018-06-16', 1, '2018-06-18'],
    ['2018-06-17', 1, '2018-06-18'],
    ['2018-06-16', 0, '2018-06-16'],
    ['2018-05-25', 1, '2018-05-29'],
    ['2018-05-29', -1, '2018-05-25'],
    ['2018-12-24', 1, '2018-12-27'],
    ['2018-12-31', 1, '2019-01-02'],
    ['2018-03-29', 1, '2018-04-03'],
  ])('%s and %i are %s', (from, n, to) => {
    expect(addWorkingDays(calendar, day(from), n)).toBe(to)
  })

  it.each([
    ['2018-06-08', '2018-06-13', 3],
    ['2018-06-15', '2018-06-17', 0],
    ['2018-06-15', '2018-06-18', 1],
    ['2018-06-18', '2018-06-15', 0],
    ['2018-05-25', '2018-05-30', 2],
  ])('from %s to %s there are %i', (from, to, n) => {
    expect(workingDaysBetween(calendar, day(from), day(to))).toBe(n)
  })

  it('are counted during school holidays', () => {
    expect(isWorkingDay(calendar, day('2018-08-08'))).toBe(true)
  })

  it('follow a partnership’s own calendar', () => {
    const own = { bankHolidays: new Set([day('2018-06-14')]) }
    expect(addWorkingDays(own, day('2018-06-13'), 1)).toBe('2018-06-15')
    expect(addWorkingDays(calendar, day('2018-06-13'), 1)).toBe('2018-06-14')
  })

  const days = fc.integer({ min: 0, max: 3285 }).map((n) => addDays(day('2018-01-01'), n))

  it('counting on lands on a working day with as many working days between', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 40 }), (from, n) => {
        const to = addWorkingDays(calendar, from, n)
        expect(isWorkingDay(calendar, to)).toBe(true)
        expect(workingDaysBetween(calendar, from, to)).toBe(n)
      }),
    )
  })

  it('counting on and back from a working day comes back', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 40 }), (any, n) => {
        const from = addWorkingDays(calendar, any, 1)
        expect(addWorkingDays(calendar, addWorkingDays(calendar, from, n), -n)).toBe(from)
      }),
    )
  })
})

describe('the bank holidays that a new partnership starts with', () => {
  it('are eight or more a year, none on a weekend, none twice', () => {
    const years = Map.groupBy(bankHolidays, (holiday) => holiday.slice(0, 4))
    expect([...years.keys()]).toEqual(Array.from({ length: 10 }, (_, n) => String(2018 + n)))
    for (const holidays of years.values()) expect(holidays.length).toBeGreaterThanOrEqual(8)
    expect(bankHolidays.filter((holiday) => weekday(holiday) > 5)).toEqual([])
    expect(bankHolidays).toEqual([...new Set(bankHolidays)].toSorted())
  })
})
