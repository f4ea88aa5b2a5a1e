import { describe, expect, it } from 'vitest'

import { bankHolidays } from '../calendar/bank-holidays.ts'
import { day } from '../calendar/day.ts'
import { weeksToOffer } from './weeks.ts'

const calendar = { bankHolidays: new Set(bankHolidays) }

describe('the weeks that may be left out', () => {
  it('are those after the first, with what speaks for each', () => {
    const weeks = weeksToOffer(day('2018-05-07'), calendar)
    expect(weeks[0]).toEqual({ monday: '2018-05-14', notes: [] })
    expect(weeks[2]).toEqual({ monday: '2018-05-28', notes: ['Spring bank holiday', 'often half-term'] })
    expect(weeks).toHaveLength(12)
  })

  it('name Christmas and the days that the partnership added', () => {
    const own = { bankHolidays: new Set([...bankHolidays, day('2018-11-14')]) }
    const weeks = weeksToOffer(day('2018-11-05'), own)
    expect(weeks[0]?.notes).toEqual(['Bank holiday'])
    expect(weeks.find(({ monday }) => monday === '2018-12-24')?.notes).toEqual([
      'Christmas Day',
      'Boxing Day',
      'Christmas holiday',
    ])
  })
})
