import { describe, expect, it } from 'vitest'

import { bankHolidays } from '../calendar/bank-holidays.ts'
import { day } from '../calendar/day.ts'
import { weeksToOffer } from './weeks.ts'

const calendar = { bankHolidays: new Set(bankHolidays) }

describe('the weeks that may be left out', () => {
  it('are those after the first, with what speaks for each', () => {
    const weeks = weeksToOffer(day('2018-05-07'), calendar, [])
    expect(weeks[0]).toEqual({ monday: '2018-05-14', notes: [] })
    expect(weeks[2]).toEqual({ monday: '2018-05-28', notes: ['Spring bank holiday', 'often half-term'] })
    expect(weeks).toHaveLength(12)
  })

  it('name Christmas and the days that the partnership added', () => {
    const own = { bankHolidays: new Set([...bankHolidays, day('2018-11-14')]) }
    const weeks = weeksToOffer(day('2018-11-05'), own, [])
    expect(weeks[0]?.notes).toEqual(['Bank holiday'])
    expect(weeks.find(({ monday }) => monday === '2018-12-24')?.notes).toEqual([
      'Christmas Day',
      'Boxing Day',
      'often the schools’ Christmas holiday',
    ])
  })

  it('are guessed at for schools while the partnership has entered nothing', () => {
    const notes = notesOf('2022-10-03', [])
    expect(notes('2022-10-24')).toEqual(['often half-term'])
    expect(notesOf('2022-11-28', [])('2022-12-26')).toContain('often the schools’ Christmas holiday')
    expect(notesOf('2022-07-11', [])('2022-08-01')).toEqual(['often the schools’ summer holiday'])
  })

  it('name the school holidays that the partnership entered, and guess no more near them', () => {
    const entered = [
      { name: 'Half-term', first: day('2022-10-17'), last: day('2022-10-21') },
      { name: 'Christmas', first: day('2022-12-21'), last: day('2023-01-03') },
    ]
    const notes = notesOf('2022-10-03', entered)
    expect(notes('2022-10-17')).toEqual(['Half-term'])
    expect(notes('2022-10-24')).toEqual([])
    expect(notes('2022-12-19')).toEqual(['Christmas (from Wednesday 21 December)'])
    const later = notesOf('2022-12-05', entered)
    expect(later('2022-12-26')).toEqual(['Boxing Day', 'Christmas Day (substitute day)', 'Christmas'])
    expect(later('2023-01-02')).toEqual([
      'New Year’s Day (substitute day)',
      'Christmas (until Tuesday 3 January)',
    ])
    expect(later('2023-02-13')).toEqual(['often half-term'])
  })

  it.each([
    ['a day in September', '2022-09-01', '2022-09-01', true],
    ['a summer that ends in September', '2022-07-25', '2022-09-02', true],
    ['more than three weeks before', '2022-10-02', '2022-10-02', true],
    ['three weeks before', '2022-10-03', '2022-10-03', false],
    ['three weeks after', '2022-11-18', '2022-11-18', false],
    ['more than three weeks after', '2022-11-19', '2022-11-19', true],
    ['around it', '2022-09-26', '2022-11-21', false],
  ])('with %s entered, half-term is guessed at as before: %s to %s, %s', (_, first, last, isGuessed) => {
    const entered = [{ name: 'Entered', first: day(first), last: day(last) }]
    const notes = notesOf('2022-09-19', entered)('2022-10-24') ?? []
    expect(notes.includes('often half-term')).toBe(isGuessed)
  })

  it.each([
    ['2025-09-01', '2025-09-01', 'Day off (on Monday 1 September)'],
    ['2025-09-03', '2025-09-03', 'Day off (on Wednesday 3 September)'],
    ['2025-09-05', '2025-09-05', 'Day off (on Friday 5 September)'],
    ['2025-08-25', '2025-09-01', 'Day off (until Monday 1 September)'],
    ['2025-09-05', '2025-09-09', 'Day off (from Friday 5 September)'],
    ['2025-09-02', '2025-09-04', 'Day off (from Tuesday 2 September until Thursday 4 September)'],
    ['2025-09-01', '2025-09-05', 'Day off'],
  ])('say which of their days: %s to %s', (first, last, says) => {
    const entered = [{ name: 'Day off', first: day(first), last: day(last) }]
    expect(notesOf('2025-08-25', entered)('2025-09-01')).toEqual([says])
  })
})

const notesOf = (start: string, entered: Parameters<typeof weeksToOffer>[2]) => {
  const weeks = weeksToOffer(day(start), calendar, entered)
  return (monday: string) => weeks.find((each) => each.monday === monday)?.notes
}
