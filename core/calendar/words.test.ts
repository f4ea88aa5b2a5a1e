import { expect, it } from 'vitest'

import { day } from './day.ts'
import { momentAt } from './moment.ts'
import { dueInWords, inWords, momentInWords, shortWords } from './words.ts'

const today = day('2018-06-16')

it.each([
  ['2018-06-13', 'Wednesday 13 June'],
  ['2018-06-17', 'Sunday 17 June'],
  ['2018-01-01', 'Monday 1 January'],
  ['2017-12-31', 'Sunday 31 December 2017'],
  ['2019-02-01', 'Friday 1 February 2019'],
])('%s reads "%s"', (on, words) => {
  expect(inWords(day(on), today)).toBe(words)
})

it('has the year only when it is not this one', () => {
  expect(shortWords(day('2018-12-31'), today)).toBe('31 December')
  expect(shortWords(day('2018-12-31'), day('2019-01-01'))).toBe('31 December 2018')
})

it('says a moment as people in England read the clock', () => {
  expect(momentInWords(momentAt(day('2018-06-18'), '10:04'), today)).toBe('18 June at 10:04')
  expect(momentInWords(momentAt(day('2018-06-18'), '00:04'), today)).toBe('18 June at 00:04')
})

it.each([
  ['2018-06-18', 'due 18 June'],
  ['2018-06-17', 'due tomorrow'],
  ['2018-06-16', 'due today'],
  ['2018-06-15', 'due 15 June, 1 day late'],
  ['2018-06-13', 'due 13 June, 3 days late'],
  ['2017-06-16', 'due 16 June 2017, 365 days late'],
])('seen from Saturday 16 June, %s is "%s"', (due, words) => {
  expect(dueInWords(day(due), today)).toBe(words)
})
