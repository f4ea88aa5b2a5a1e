import { describe, expect, it } from 'vitest'

import { addDays, day, daysBetween, parseDay, weekday } from './day.ts'
import { addMinutes, dayOf, momentAt, parseMoment, timeOf } from './moment.ts'
import type { Moment } from './moment.ts'

const moment = (text: string): Moment => parseMoment(text) ?? momentAt(day('1900-01-01'), '00:00')

describe('a day', () => {
  it.each(['2018-06-13', '2020-02-29'])('%s is one', (text) => {
    expect(parseDay(text)).toBe(text)
  })

  it.each(['', '2018-02-30', '2019-02-29', '2018-6-13', '13/06/2018', '2018-06-13T00:00', '+002018-06-13'])(
    '"%s" is none',
    (text) => {
      expect(parseDay(text)).toBeUndefined()
      expect(() => day(text)).toThrow(RangeError)
    },
  )

  it('is counted on over months, years and leap days', () => {
    expect(addDays(day('2018-12-31'), 1)).toBe('2019-01-01')
    expect(addDays(day('2020-02-28'), 1)).toBe('2020-02-29')
    expect(addDays(day('2018-03-25'), -1)).toBe('2018-03-24')
    expect(daysBetween(day('2018-06-13'), day('2018-06-18'))).toBe(5)
    expect(daysBetween(day('2018-06-18'), day('2018-06-13'))).toBe(-5)
  })

  it('knows its weekday', () => {
    expect([weekday(day('2018-06-18')), weekday(day('2018-06-17'))]).toEqual([1, 7])
  })
})

describe('England’s time', () => {
  it.each([
    ['winter', '2018-01-09', '09:00', '2018-01-09T09:00:00.000Z'],
    ['summer', '2018-06-13', '09:00', '2018-06-13T08:00:00.000Z'],
    ['the day before the clocks go forward', '2018-03-24', '09:00', '2018-03-24T09:00:00.000Z'],
    ['the day on which they go forward', '2018-03-25', '09:00', '2018-03-25T08:00:00.000Z'],
    ['the hour that is skipped', '2018-03-25', '01:30', '2018-03-25T01:30:00.000Z'],
    ['the hour that comes twice: the first', '2018-10-28', '01:30', '2018-10-28T00:30:00.000Z'],
    ['the day on which they go back', '2018-10-28', '09:00', '2018-10-28T09:00:00.000Z'],
  ])('in %s', (_, on, time, utc) => {
    expect(momentAt(day(on), time)).toBe(utc)
  })

  it('skips an hour in March: half past one is half past two', () => {
    expect(timeOf(momentAt(day('2018-03-25'), '01:30'))).toBe('02:30')
  })

  it.each([
    ['2018-06-12T22:59:59.999Z', '2018-06-12'],
    ['2018-06-12T23:00:00Z', '2018-06-13'],
    ['2018-01-12T23:59:59.999Z', '2018-01-12'],
    ['2018-01-13T00:00:00Z', '2018-01-13'],
    ['2018-03-25T23:30:00Z', '2018-03-26'],
    ['2018-03-24T23:30:00Z', '2018-03-24'],
    ['2018-10-27T23:30:00Z', '2018-10-28'],
    ['2018-10-28T23:30:00Z', '2018-10-28'],
  ])('%s lies on %s', (utc, on) => {
    expect(dayOf(moment(utc))).toBe(on)
  })

  it('gives the same day for every minute that it was asked about before', () => {
    const evening = moment('2018-06-12T22:01:00Z')
    const before = dayOf(evening)
    expect([before, dayOf(addMinutes(evening, 58)), dayOf(addMinutes(evening, 59))]).toEqual([
      '2018-06-12',
      '2018-06-12',
      '2018-06-13',
    ])
  })
})

describe('a moment', () => {
  it('is written one way, so that moments compare as texts', () => {
    expect(parseMoment('2018-06-13T10:00:00+01:00')).toBe('2018-06-13T09:00:00.000Z')
    expect(parseMoment('2018-06-13T09:00:00.123456Z')).toBe('2018-06-13T09:00:00.123Z')
  })

  it.each(['', 'soon', '2018-06-13', '2018-06-13T09:00', '2018-02-30T09:00Z'])('"%s" is none', (text) => {
    expect(parseMoment(text)).toBeUndefined()
  })

  it('counts minutes through the change of the clocks', () => {
    expect(timeOf(addMinutes(moment('2018-03-25T00:30:00Z'), 60))).toBe('02:30')
  })
})
