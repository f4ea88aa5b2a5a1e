import { describe, expect, it } from 'vitest'

import { bankHolidayName, bankHolidays, moreBankHolidays } from './bank-holidays.ts'
import { addDays, day, weekday } from './day.ts'
import type { Day } from './day.ts'

const all = [...bankHolidays, ...moreBankHolidays].toSorted()

describe('the bank holidays of England and Wales', () => {
  it.each(Array.from({ length: 16 }, (_, n) => 2015 + n))('of %i are those of the rules', (year) => {
    expect(all.filter((holiday) => holiday.startsWith(`${year}-`))).toEqual(byTheRules(year))
  })

  it('are in both lists once, in order, and the first list is of 2018 to 2027', () => {
    expect(new Set(all).size).toBe(all.length)
    expect(bankHolidays).toEqual(bankHolidays.toSorted())
    expect(bankHolidays.filter((holiday) => holiday < '2018' || holiday >= '2028')).toEqual([])
    expect(moreBankHolidays.filter((holiday) => holiday >= '2018' && holiday < '2028')).toEqual([])
  })
})

describe('a bank holiday has its published name', () => {
  it.each([
    ['2015-12-28', 'Boxing Day (substitute day)'],
    ['2016-12-26', 'Boxing Day'],
    ['2016-12-27', 'Christmas Day (substitute day)'],
    ['2017-01-02', 'New Year’s Day (substitute day)'],
    ['2018-03-30', 'Good Friday'],
    ['2018-04-02', 'Easter Monday'],
    ['2018-05-07', 'Early May bank holiday'],
    ['2018-05-28', 'Spring bank holiday'],
    ['2018-08-27', 'Summer bank holiday'],
    ['2018-12-25', 'Christmas Day'],
    ['2019-01-01', 'New Year’s Day'],
    ['2020-05-08', 'Early May bank holiday (VE Day)'],
    ['2020-12-28', 'Boxing Day (substitute day)'],
    ['2021-12-27', 'Christmas Day (substitute day)'],
    ['2021-12-28', 'Boxing Day (substitute day)'],
    ['2022-06-02', 'Spring bank holiday'],
    ['2022-06-03', 'Platinum Jubilee bank holiday'],
    ['2022-09-19', 'Bank holiday for the State Funeral of Queen Elizabeth II'],
    ['2023-05-08', 'Bank holiday for the coronation of King Charles III'],
    ['2024-04-01', 'Easter Monday'],
    ['2028-01-03', 'New Year’s Day (substitute day)'],
  ])('%s: %s', (on, name) => {
    expect(bankHolidayName(day(on))).toBe(name)
  })

  it.each(['2018-05-08', '2018-12-27', '2014-12-25', '2031-01-01'])('%s is none that we know', (on) => {
    expect(bankHolidayName(day(on))).toBeUndefined()
  })

  it('and no two holidays of a year have the same one', () => {
    const named = all.map((holiday) => `${holiday.slice(0, 4)} ${bankHolidayName(holiday) ?? ''}`)
    expect(new Set(named).size).toBe(all.length)
  })
})

/** The yearly rules with their substitute days, and what was proclaimed once. */
function byTheRules(year: number): readonly Day[] {
  const on = (monthAndDay: string): Day => day(`${year}-${monthAndDay}`)
  const easter = easterOf(year)
  const taken = new Set<Day>()
  for (const named of [on('01-01'), on('12-26'), on('12-25')]) if (weekday(named) < 6) taken.add(named)
  for (const named of [on('01-01'), on('12-25'), on('12-26')]) {
    if (weekday(named) < 6) continue
    let instead = named
    while (weekday(instead) > 5 || taken.has(instead)) instead = addDays(instead, 1)
    taken.add(instead)
  }
  const spring = monday(on('05-25'))
  const usual = [addDays(easter, -2), addDays(easter, 1), monday(on('05-01')), spring, monday(on('08-25'))]
  const days = new Set([...taken, ...usual])
  for (const [from, to] of MOVED) if (days.delete(day(from))) days.add(day(to))
  for (const extra of EXTRA) if (extra.startsWith(`${year}-`)) days.add(day(extra))
  return [...days].toSorted()
}

const MOVED = [
  ['2020-05-04', '2020-05-08'],
  ['2022-05-30', '2022-06-02'],
] as const
const EXTRA = ['2022-06-03', '2022-09-19', '2023-05-08']

/** The first Monday on or after a day. */
function monday(from: Day): Day {
  return addDays(from, (8 - weekday(from)) % 7)
}

/** Easter Sundays as the tables of the Book of Common Prayer give them. */
function easterOf(year: number): Day {
  const sundays =
    '04-05 03-27 04-16 04-01 04-21 04-12 04-04 04-17 04-09 03-31 04-20 04-05 03-28 04-16 04-01 04-21'
  return day(`${year}-${sundays.split(' ')[year - 2015] ?? ''}`)
}
