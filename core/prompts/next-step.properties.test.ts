import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addDays, day } from '#core/calendar/day.ts'
import { addMinutes, dayOf, momentAt } from '#core/calendar/moment.ts'
import type { Moment } from '#core/calendar/moment.ts'
import {
  calendar,
  inEngland,
  nothing,
  onTime,
  rules,
  swept,
  sweptOnTime,
} from '#tests/fixtures/steps-in-time.ts'
import type { Owed } from '#tests/fixtures/steps-in-time.ts'

import type { DutyKind } from '../duties/duty.ts'
import { fire, nextPromptAt, progressAfter } from './next-step.ts'
import { defaultPolicy } from './policy.ts'
import { isWorkingMoment } from './working-time.ts'

describe('whenever the sweeps run', () => {
  const days = fc.integer({ min: 0, max: 900 }).map((n) => addDays(day('2018-01-01'), n))
  const duties = fc
    .record({
      opened: fc.tuple(days, fc.integer({ min: 0, max: 1439 })),
      due: fc.integer({ min: -20, max: 60 }),
      kind: fc.constantFrom<DutyKind>('do-action', 'say-whether-it-happened', 'answer-question'),
      chases: fc.integer({ min: 0, max: 2 }),
    })
    .map(({ opened: [on, minutes], due, kind, chases }): Owed => {
      const openedAt = addMinutes(momentAt(on, '00:00'), minutes)
      return { kind, openedAt, due: addDays(dayOf(openedAt), due), chases }
    })
  const gaps = fc.array(fc.integer({ min: 1, max: 20_000 }), { maxLength: 12 })
  const many = { numRuns: 300 }

  it('no step goes out twice, or goes out and is skipped', () => {
    fc.assert(
      fc.property(duties, gaps, (duty, minutes) => {
        const { fired } = swept(duty, timesOf(duty, minutes))
        const steps = fired.flatMap(({ step, skipped }) => [...skipped, step])
        expect(steps).toEqual([...new Set(steps)])
      }),
      many,
    )
  })

  it('every step of the policy that is still to come goes out or is stood for, and the last one goes out', () => {
    fc.assert(
      fc.property(duties, gaps, (duty, minutes) => {
        const times = timesOf(duty, minutes)
        const { fired, progress } = swept(duty, [...times, ...longAfter(duty, times)])
        const steps = fired.filter(({ step }) => !step.startsWith('chase-'))
        const planned = sweptOnTime({ ...duty, chases: 0 })
        const wanted = planned.flatMap(({ step, skipped }) => [...skipped, step])
        expect(steps.flatMap(({ step, skipped }) => [...skipped, step])).toEqual(wanted)
        expect(steps.at(-1)?.step).toBe(defaultPolicy[duty.kind].at(-1)?.id)
        expect(nextPromptAt(duty, progress, rules)).toBeNull()
      }),
      many,
    )
  })

  it('the next prompt lies after the one that went out, so that a sweep ends', () => {
    fc.assert(
      fc.property(duties, gaps, (duty, minutes) => {
        let progress = nothing
        for (const now of timesOf(duty, minutes)) {
          const firings = fire(duty, progress, rules, now)
          if (firings.length === 0) continue
          progress = progressAfter(duty, progress, firings, now)
          const next = nextPromptAt(duty, progress, rules)
          expect(next === null || next > now).toBe(true)
          expect(fire(duty, progress, rules, now)).toEqual([])
        }
      }),
      many,
    )
  })

  it('nothing goes out at a moment that is no working one', () => {
    fc.assert(
      fc.property(duties, gaps, (duty, minutes) => {
        const times = [...timesOf(duty, minutes), ...sweptOnTime(duty).map(({ at }) => at)].toSorted()
        const fired = swept(duty, times).fired.filter(({ at }) => !isWorkingMoment(at, rules.time, calendar))
        expect(fired).toEqual([])
      }),
      many,
    )
  })

  it('nothing goes out before its own time', () => {
    fc.assert(
      fc.property(duties, gaps, (duty, minutes) => {
        const planned = new Map(onTime({ ...duty, chases: 0 }).map((line) => [line.split(' ')[0], line]))
        const early = swept(duty, timesOf(duty, minutes)).fired.filter(
          ({ step, at }) => `${step} ${inEngland(at)}` < (planned.get(step) ?? ''),
        )
        expect(early).toEqual([])
      }),
      many,
    )
  })
})

/** Sweeps at these distances in minutes, the first counted from the opening. */
function timesOf(duty: Owed, minutes: readonly number[]): Moment[] {
  let time = duty.openedAt
  return minutes.map((gap) => (time = addMinutes(time, gap)))
}

function longAfter(duty: Owed, times: readonly Moment[]): Moment[] {
  const from = dayOf(times.at(-1) ?? duty.openedAt)
  return [60, 90, 120, 150, 180, 210].map((n) => momentAt(addDays(from, n), '12:00'))
}
