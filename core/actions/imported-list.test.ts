import { describe, expect, it } from 'vitest'

import { dayIn, readImportedList, saysDone } from './imported-list.ts'

const HEAD = ['Ref', 'Action', 'Owner', 'Raised by', 'By when', 'Measure']
const ROW = ['N-08', 'Ring the school.', 'Allocated worker', 'Schools', '22/6/2018', 'The log shows it.']

describe('a tracker from elsewhere', () => {
  it('is read below its headings, whatever stands above them and in which order', () => {
    const read = readImportedList([['Our tracker'], [], HEAD.toReversed(), ROW.toReversed()])
    expect(read).toEqual({
      missing: [],
      lines: [
        {
          line: 4,
          case: 'N-08',
          what: 'Ring the school.',
          owner: 'Allocated worker',
          raiser: 'Schools',
          due: '22/6/2018',
          help: 'The log shows it.',
          done: '',
        },
      ],
    })
  })

  it('has no line where every column is empty, and keeps the others in their rows', () => {
    const read = readImportedList([HEAD, ['', ' '], ROW, [], ['', 'Only this']])
    expect(read !== 'no-headings' && read.lines.map(({ line, what }) => [line, what])).toEqual([
      [3, 'Ring the school.'],
      [5, 'Only this'],
    ])
  })

  it('names the columns that it does not have', () => {
    const read = readImportedList([
      ['Case', 'What will be done', 'Owner'],
      ['N-08', 'Ring.', 'Wes'],
    ])
    expect(read).toMatchObject({ missing: ['raiser', 'due', 'help'] })
  })

  it.each([
    ['no row', []],
    ['no heading', [['N-08', 'Ring the school.']]],
    ['no owner', [['Case', 'Action']]],
    ['headings that come too late', [...Array.from({ length: 10 }, () => ['']), HEAD]],
  ])('is refused with %s', (_, rows) => {
    expect(readImportedList(rows)).toBe('no-headings')
  })

  it('reads the product’s own workbook', () => {
    const own = ['Case', 'No.', 'What will be done', 'Owner', 'Asked by', 'Due', 'State', 'Days late']
    const read = readImportedList([
      ['Round N-2018-2'],
      ['Made on 18 June'],
      own,
      ['N-08', 'A1', 'Ring.', 'Wes', 'Eve', '2018-06-22', 'To do', ''],
    ])
    expect(read).toMatchObject({
      missing: ['help'],
      lines: [{ case: 'N-08', what: 'Ring.', due: '2018-06-22' }],
    })
  })
})

it.each([
  ['2018-06-22', '2018-06-22'],
  ['2018-06-22T00:00:00.000Z', '2018-06-22'],
  ['22/6/2018', '2018-06-22'],
  ['22.06.18', '2018-06-22'],
  ['22 June 2018', '2018-06-22'],
  ['1st Sept 2018', '2018-09-01'],
  ['31/6/2018', undefined],
  ['6/22/2018', undefined],
  ['soon', undefined],
  ['', undefined],
])('the day in "%s" is %s', (text, day) => {
  expect(dayIn(text)).toBe(day)
})

describe('a tracker that says what is done', () => {
  it('has a column for it, which need not be there', () => {
    const read = readImportedList([[...HEAD, 'Status'], [...ROW, 'Completed 3/5/2018'], ROW])
    expect(read).toMatchObject({ missing: [], lines: [{ done: 'Completed 3/5/2018' }, { done: '' }] })
  })

  it.each([
    'yes',
    'Done',
    'completed',
    'x',
    '✓',
    'Closed.',
    'done 3/5/2018',
    'Done (3 May 2018)',
    'complete: on 2018-05-03',
    '3.5.18',
    'It happened: Schools said so',
  ])('means it by "%s"', (text) => expect(saysDone(text)).toBe(true))

  it.each([
    '',
    ' ',
    'no',
    'open',
    'In progress',
    'not done',
    'done in part',
    'nearly',
    'done?',
    'yes, but late',
    '50%',
    '2018-05-03 first visit only, report outstanding',
    'Closed 2018-05-03, reopened',
  ])('does not mean it by "%s"', (text) => expect(saysDone(text)).toBe(false))
})
