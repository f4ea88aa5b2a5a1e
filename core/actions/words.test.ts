import { describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'

import { latenessOf, stateInWords } from './words.ts'

const today = day('2018-06-18')

describe('in which group an action stands on 18 June', () => {
  it.each([
    ['2018-05-18', 'very-late'],
    ['2018-05-19', 'late'],
    ['2018-06-17', 'late'],
    ['2018-06-18', 'due-soon'],
    ['2018-07-02', 'due-soon'],
    ['2018-07-03', 'later'],
  ])('due %s: %s', (due, group) => {
    expect(latenessOf('open', day(due), today)).toBe(group)
    expect(latenessOf('more-time-asked', day(due), today)).toBe(group)
    expect(latenessOf('questioned', day(due), today)).toBe(group)
  })

  it('waits for its raiser when reported done, however late', () => {
    expect(latenessOf('reported-done', day('2018-01-01'), today)).toBe('waiting-for-check')
  })

  it.each(['confirmed', 'withdrawn'] as const)('is done when %s', (state) => {
    expect(latenessOf(state, day('2018-01-01'), today)).toBe('done')
  })
})

it.each([
  ['open', null, 'To do'],
  ['more-time-asked', day('2018-06-22'), 'More time is asked for, until 22 June'],
  ['more-time-asked', null, 'More time is asked for'],
  ['questioned', null, 'A question for Health'],
  ['reported-done', null, 'Reported done: Health says whether it happened'],
  ['confirmed', null, 'It happened: Health said so'],
  ['withdrawn', null, 'Withdrawn by Health'],
] as const)('%s until %s reads "%s"', (state, until, words) => {
  expect(stateInWords(state, 'Health', until, today)).toBe(words)
})
