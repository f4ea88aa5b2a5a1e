import { describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import { at, calendar, inEngland } from '#tests/fixtures/steps-in-time.ts'

import { defaultPrompts } from './prompt-policy.ts'
import { isWorkingMoment, nextWorkingMoment, onSendingDay } from './working-time.ts'
import type { WorkingTime } from './working-time.ts'

const quiet = [
  { from: day('2018-06-13'), to: day('2018-06-13') },
  { from: day('2018-12-24'), to: day('2018-12-28') },
]
const withQuiet: WorkingTime = { ...defaultPrompts, quiet }

describe('the next working moment', () => {
  it.each([
    ['within the hours: now', '2018-06-12 11:05', '2018-06-12 11:05'],
    ['the first minute', '2018-06-12 08:30', '2018-06-12 08:30'],
    ['the last minute', '2018-06-12 17:29', '2018-06-12 17:29'],
    ['before work: this morning', '2018-06-12 06:00', '2018-06-12 08:30'],
    ['when work ends: the next morning', '2018-06-14 17:30', '2018-06-15 08:30'],
    ['in the evening before a quiet day: the morning after it', '2018-06-12 18:00', '2018-06-14 08:30'],
    ['on a quiet day', '2018-06-13 10:00', '2018-06-14 08:30'],
    ['on Friday evening: Monday', '2018-06-15 20:00', '2018-06-18 08:30'],
    ['on a Sunday', '2018-06-17 12:00', '2018-06-18 08:30'],
    ['over the late May bank holiday', '2018-05-25 18:00', '2018-05-29 08:30'],
    ['over quiet days, Christmas and the new year', '2018-12-21 17:30', '2018-12-31 08:30'],
    ['in the night in which the clocks go forward', '2018-03-25 00:30', '2018-03-26 08:30'],
    ['in the night in which they go back', '2018-10-28 01:30', '2018-10-29 08:30'],
  ])('%s', (_, from, next) => {
    const found = nextWorkingMoment(at(from), withQuiet, calendar)
    expect(inEngland(found)).toBe(next)
    expect(isWorkingMoment(found, withQuiet, calendar)).toBe(true)
    expect(isWorkingMoment(at(from), withQuiet, calendar)).toBe(from === next)
  })
})

describe('a time of a day', () => {
  it.each([
    ['of a working day', '2018-06-12', '09:00', '2018-06-12 09:00'],
    ['of a Saturday: of the Monday after it', '2018-06-16', '09:00', '2018-06-18 09:00'],
    ['of a quiet day: of the next that is not', '2018-06-13', '12:00', '2018-06-14 12:00'],
    ['before the hours: when they begin', '2018-06-12', '07:00', '2018-06-12 08:30'],
    ['after the hours: when the next day begins', '2018-06-12', '18:00', '2018-06-14 08:30'],
  ])('%s', (_, on, clock, found) => {
    expect(inEngland(onSendingDay(day(on), clock, withQuiet, calendar))).toBe(found)
  })
})
