import * as fc from 'fast-check'
import { expect, it } from 'vitest'

import { bankHolidays } from '../calendar/bank-holidays.ts'
import { addDays, day, weekday } from '../calendar/day.ts'
import type { Day } from '../calendar/day.ts'
import { isWorkingDay } from '../calendar/working-days.ts'
import { loadMethods } from '../method/library.ts'
import { slotDay, timetableOf } from './timetable.ts'

const calendar = { bankHolidays: new Set(bankHolidays) }
const loaded = loadMethods()
const [full] = loaded.ok ? loaded.value : []
if (!full) throw new Error('no method')

const first = day('2018-01-01')
const weekOf = (n: number): Day => addDays(first, 7 * n)
const weeks = fc.integer({ min: 0, max: 450 })
/** A start, and weeks left out near it. */
const rounds = fc
  .tuple(weeks, fc.uniqueArray(fc.integer({ min: -2, max: 12 }), { maxLength: 4 }))
  .map(([n, left]) => ({
    start: weekOf(n),
    leftOut: left.filter((each) => each !== 0).map((each) => weekOf(n + each)),
  }))
const slots = fc.integer({ min: 1, max: 40 })

it('later slots are later days, from Monday to Friday, and never in a week left out', () => {
  fc.assert(
    fc.property(rounds, slots, ({ start, leftOut }, slot) => {
      const on = slotDay(start, slot, leftOut)
      expect(on < slotDay(start, slot + 1, leftOut)).toBe(true)
      expect(weekday(on)).toBe(((slot - 1) % 5) + 1)
      expect(leftOut).not.toContain(addDays(on, 1 - weekday(on)))
    }),
  )
})

it('the days of a round are in the method’s order, and none ends before it begins', () => {
  fc.assert(
    fc.property(rounds, ({ start, leftOut }) => {
      const days = timetableOf(full, start, leftOut, calendar).days.flatMap((each) =>
        each.state === 'set' ? [each] : [],
      )
      const begins = days.map(({ from }) => from)
      expect(days).toHaveLength(full.days.length)
      expect(begins).toEqual(begins.toSorted())
      expect(days.filter(({ from, to }) => to < from)).toEqual([])
    }),
  )
})

it('moving the start by k weeks moves every slot by k weeks where no left-out week lies between', () => {
  let compared = 0
  fc.assert(
    fc.property(rounds, fc.integer({ min: 1, max: 6 }), slots, ({ start, leftOut }, k, slot) => {
      const later = addDays(start, 7 * k)
      const [before, after] = [slotDay(start, slot, leftOut), slotDay(later, slot, leftOut)]
      const between = leftOut.filter((week) => week > start && week < after)
      if (between.length > 0) return
      compared += 1
      expect(after).toBe(addDays(before, 7 * k))
    }),
    { numRuns: 500 },
  )
  expect(compared).toBeGreaterThan(50)
})

it('a week left out before a slot moves it by a week, one after it does not move it', () => {
  fc.assert(
    fc.property(weeks, fc.integer({ min: 1, max: 9 }), slots, (n, out, slot) => {
      const plain = slotDay(weekOf(n), slot, [])
      const left = weekOf(n + out)
      expect(slotDay(weekOf(n), slot, [left])).toBe(left <= plain ? addDays(plain, 7) : plain)
    }),
  )
})

it('the close-the-loop day is a working day, whatever day the panel is moved to', () => {
  fc.assert(
    fc.property(rounds, fc.integer({ min: 0, max: 60 }), ({ start, leftOut }, n) => {
      const { closeTheLoop } = timetableOf(full, start, leftOut, calendar, { panel: addDays(start, n) })
      expect(closeTheLoop && isWorkingDay(calendar, closeTheLoop)).toBe(true)
    }),
  )
})
