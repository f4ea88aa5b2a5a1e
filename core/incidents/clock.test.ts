import { expect, it } from 'vitest'

import { day } from '../calendar/day.ts'
import { momentAt } from '../calendar/moment.ts'
import { clockStep, leftInWords } from './clock.ts'
import { reportBy } from './incident.ts'

const at = (on: string, time: string) => momentAt(day(on), time)
// Known on Friday afternoon: the hours are over on Monday afternoon.
const incident = { reportBy: reportBy(at('2018-06-15', '16:40')) }

it.each([
  ['2018-06-15', '16:40', 'at-once', '72 hours left'],
  ['2018-06-17', '16:39', 'at-once', '24 hours left'],
  ['2018-06-17', '16:40', 'day-before', '24 hours left'],
  ['2018-06-18', '12:39', 'day-before', '4 hours left'],
  ['2018-06-18', '12:40', 'hours-before', '4 hours left'],
  ['2018-06-18', '15:00', 'hours-before', '1 hour left'],
  ['2018-06-19', '09:00', 'hours-before', 'the 72 hours are over'],
] as const)('on %s at %s it is the step %s: %s', (on, time, step, words) => {
  const now = at(on, time)
  expect([clockStep(incident, now), leftInWords(incident, now)]).toEqual([step, words])
})
