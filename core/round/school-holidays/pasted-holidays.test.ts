import { describe, expect, it } from 'vitest'

import { parsePastedHolidays } from './pasted-holidays.ts'

const HALF_TERM = { name: 'Autumn half-term', first: '2022-10-24', last: '2022-10-28' }
const read = (text: string) =>
  parsePastedHolidays(text).map((each) => ('holiday' in each ? each.holiday : each.says))

describe('school holidays as councils print them', () => {
  it.each([
    'Autumn half-term, 24 October 2022, 28 October 2022',
    'Autumn half-term: Monday 24 October 2022 to Friday 28 October 2022',
    'Autumn half-term Monday 24 October to Friday 28 October 2022',
    'Autumn half-term: Mon 24 Oct 2022 - Fri 28 Oct',
    'Autumn half-term (24th – 28th October 2022)',
    'Autumn half-term from Monday 24 to Friday 28 October 2022',
    'Autumn half-term\t24/10/2022\t28/10/2022',
    'Autumn half-term 24.10.22 until 28.10.22',
    'Autumn half-term: 2022-10-24 to 2022-10-28',
    '• Monday, 24 October 2022 to Friday, 28 October 2022: Autumn half-term',
    '24-28 October 2022 – Autumn half-term',
  ])('%j', (line) => expect(read(line)).toEqual([HALF_TERM]))

  it.each([
    ['Christmas: Monday 19 December to Monday 2 January 2023', '2022-12-19', '2023-01-02'],
    ['Christmas: 19 December 2022 to 2 January', '2022-12-19', '2023-01-02'],
    ['Summer holiday, 24 July 2023, 1 Sept 2023', '2023-07-24', '2023-09-01'],
    ['Early May bank holiday: Monday 1 May 2023', '2023-05-01', '2023-05-01'],
  ])('%j has its days', (line, first, last) => {
    expect(read(line)).toMatchObject([{ first, last }])
  })

  it('has a line for each, and says what is wrong in which', () => {
    const lines = parsePastedHolidays('2022 to 2023\n\nEaster, 3 April 2023, 14 April 2023\r\n  \nMay 2023')
    expect(lines).toMatchObject([
      { line: 1, text: '2022 to 2023', says: expect.stringMatching(/no day in this line/) },
      { line: 3, holiday: { name: 'Easter', first: '2023-04-03', last: '2023-04-14' } },
      { line: 5, text: 'May 2023', says: expect.stringMatching(/no day in this line/) },
    ])
  })

  it.each([
    [
      '24 October 2022 to 28 October 2022',
      'The name is missing. Write it before the days, like: Autumn half-term.',
    ],
    ['Half-term, 24 October, 28 October', 'The year is missing.'],
    ['Half-term, 31 February 2022, 2 March 2022', 'There is no day 31/2/2022.'],
    ['Half-term, Tuesday 24 October 2022, 28 October 2022', '24 October 2022 is a Monday, not a Tuesday.'],
    [
      'Half-term, 1 May 2022, 2 May 2022, 3 May 2022',
      'There are more than two days in this line. Write one holiday on each line.',
    ],
    ['Half-term until 28 October 2022', 'The first day cannot be read.'],
    ['Half-term 24 October 2022 to 28', 'The last day cannot be read.'],
    [
      'Autumn term: 5 September 2022 to 21 October 2022',
      'This looks like a term. Write the holidays between the terms.',
    ],
    [
      'Half term 2: 31 October 2022 to 16 December 2022',
      'This looks like a term. Write the holidays between the terms.',
    ],
    [
      'Half-term Friday 21 October 2022 (reopens 31 October 2022)',
      'Write the first and the last day of the holiday itself, not when schools close and open.',
    ],
    [
      'Half-term: closes Friday 21 October 2022, reopens Monday 31 October 2022',
      'Write the first and the last day of the holiday itself, not when schools close and open.',
    ],
    [`${'x'.repeat(81)}, 24 October 2022, 28 October 2022`, 'The name is too long: 80 characters at most.'],
  ])('%j cannot be read', (line, says) => expect(read(line)).toEqual([says]))
})
