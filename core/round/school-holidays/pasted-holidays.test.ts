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
    'Autumn half-term 24/10 - 28/10/2022',
    'Autumn half-term: Mon 24/10 to Fri 28/10/2022',
    'Autumn half-term 24 - 28 October 2022',
    'Autumn half-term starts Monday 24 October 2022 and ends Friday 28 October 2022',
  ])('%j', (line) => expect(read(line)).toEqual([HALF_TERM]))

  it.each([
    ['Christmas: Monday 19 December to Monday 2 January 2023', '2022-12-19', '2023-01-02'],
    ['Christmas: 19 December 2022 to 2 January', '2022-12-19', '2023-01-02'],
    ['Summer holiday, 24 July 2023, 1 Sept 2023', '2023-07-24', '2023-09-01'],
    ['Early May bank holiday: Monday 1 May 2023', '2023-05-01', '2023-05-01'],
    ['Christmas 19/12 - 2/1/2023', '2022-12-19', '2023-01-02'],
    ['Summer: 21 July 2023 to 4 September 2023', '2023-07-21', '2023-09-04'],
    ['Easter: 1 April 2023 to 28 April 2023', '2023-04-01', '2023-04-28'],
  ])('%j has its days', (line, first, last) => {
    expect(read(line)).toMatchObject([{ first, last }])
  })

  it.each([
    [
      'October half term 2025: Monday 27 October 2025 to Friday 31 October 2025',
      { name: 'October half term 2025', first: '2025-10-27', last: '2025-10-31' },
    ],
    [
      'INSET day 2 – Friday 24 October 2025',
      { name: 'INSET day 2', first: '2025-10-24', last: '2025-10-24' },
    ],
    ['INSET day 2: 24 October 2025', { name: 'INSET day 2', first: '2025-10-24', last: '2025-10-24' }],
    [
      'Monday 1 September 2025: Training day',
      { name: 'Training day', first: '2025-09-01', last: '2025-09-01' },
    ],
    ['Half-term 2nd – 6th June 2025', { name: 'Half-term', first: '2025-06-02', last: '2025-06-06' }],
  ])('%j keeps its number in its name', (line, holiday) => expect(read(line)).toEqual([holiday]))

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
    ...[
      'Schools close Friday 24 October 2025, open Monday 3 November 2025',
      'Last day before half-term: Friday 21 October 2022',
      'First day back: Monday 31 October 2022',
    ].map((line) => [
      line,
      'Write the first and the last day of the holiday itself, not when schools close and open.',
    ]),
    ...[
      'Half-term starts Monday 24 October 2022',
      'Half-term ends Friday 28 October 2022',
      'Christmas from Monday 19 December 2022',
      'Monday 24 October 2022: half-term begins',
      'Half-term: 24 October 2022',
      'Training, 24 October 2022 for one week',
      'Bank holidays 25 and 26 December 2022',
      'Training on 3, 4 September 2025',
    ].map((line) => [
      line,
      'There is one day in this line. Write the first and the last, like: Autumn half-term, 24 October 2022 to 28 October 2022. A single day is written like: Training day, 24 October 2022.',
    ]),
    ...[
      'INSET day 2 – 24 October 2025',
      'INSET days 2 to 3 September 2025',
      'Week 24 - 28 October 2022',
      'Half-term 24 – Friday 28 October 2022',
      'Autumn 2 – 19 December 2025',
      'Break, Monday 24/10 - 28/10/2022',
    ].map((line) => [
      line,
      'It is not certain which is the first day. Write both days with their month, like: Autumn half-term, 24 October 2022 to 28 October 2022.',
    ]),
    ...[
      'INSET, 24 October 2022 and 28 October 2022',
      'INSET days: 24 October 2022, 31 October 2022',
      'Half-term 24 October 2022 (not 28 October 2022)',
    ].map((line) => [
      line,
      'It is not certain that these days are the first and the last. Write them like: Autumn half-term, 24 October 2022 to 28 October 2022.',
    ]),
    ...[
      'Term 2 – Friday 24 October 2025',
      'Autumn 2: Monday 3 November 2025 to Friday 19 December 2025',
      'Autumn 1: 28 August 2025 to 24 October 2025',
    ].map((line) => [line, 'This looks like a term. Write the holidays between the terms.']),
    ...[
      'After the break: Monday 3 November 2025 to Friday 19 December 2025',
      'Second half: 1 April 2023 to 29 April 2023',
    ].map((line) => [
      line,
      'This is longer than four weeks, as terms are. Write the holidays between the terms; enter a longer one by hand.',
    ]),
    [`${'x'.repeat(81)}, 24 October 2022, 28 October 2022`, 'The name is too long: 80 characters at most.'],
  ])('%j cannot be read', (line, says) => expect(read(line)).toEqual([says]))
})
