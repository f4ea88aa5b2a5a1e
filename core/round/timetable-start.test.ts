import { describe, expect, it } from 'vitest'

import { bankHolidays } from '../calendar/bank-holidays.ts'
import { day } from '../calendar/day.ts'
import { checkStart } from './timetable-start.ts'

const calendar = { bankHolidays: new Set(bankHolidays) }
const check = (start: string, ...leftOut: readonly string[]): unknown =>
  checkStart(day(start), leftOut.map(day), calendar)

describe('a round starts on a Monday', () => {
  it.each([
    ['2018-05-08', '2018-05-14'],
    ['2018-05-12', '2018-05-14'],
    ['2018-05-13', '2018-05-14'],
  ])('%s is none, %s is proposed (V7)', (start, proposed) => {
    expect(check(start)).toEqual({ ok: false, problems: [{ reason: 'not-a-monday', proposed }] })
  })

  it('and one on a bank holiday is warned of, and stays', () => {
    expect(check('2018-05-07')).toEqual({ ok: true, warnings: [{ reason: 'starts-on-a-bank-holiday' }] })
    expect(check('2018-11-05')).toEqual({ ok: true, warnings: [] })
  })

  it('that it does not leave out itself', () => {
    expect(check('2018-05-28', '2018-05-28', '2018-06-04')).toEqual({
      ok: false,
      problems: [{ reason: 'starts-in-a-week-left-out', proposed: '2018-06-11' }],
    })
    expect(check('2018-05-24', '2018-05-28')).toEqual({
      ok: false,
      problems: [{ reason: 'not-a-monday', proposed: '2018-06-04' }],
    })
  })
})

describe('a week left out', () => {
  it('is named by its Monday', () => {
    expect(check('2018-05-07', '2018-05-28', '2018-05-31', '2018-06-03')).toEqual({
      ok: false,
      problems: [
        { reason: 'left-out-not-a-monday', week: '2018-05-31', proposed: '2018-05-28' },
        { reason: 'left-out-not-a-monday', week: '2018-06-03', proposed: '2018-05-28' },
      ],
    })
  })

  it('before the start is warned of', () => {
    expect(check('2018-06-04', '2018-05-28', '2018-06-18')).toEqual({
      ok: true,
      warnings: [{ reason: 'left-out-before-the-start', week: '2018-05-28' }],
    })
  })
})
