import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { bankHolidays } from '#core/calendar/bank-holidays.ts'
import { addDays, day } from '#core/calendar/day.ts'
import type { Day } from '#core/calendar/day.ts'
import { addMinutes, dayOf, momentAt, timeOf } from '#core/calendar/moment.ts'
import type { Moment } from '#core/calendar/moment.ts'

import type { DutyFacts, DutyKind } from '../duties/duty.ts'
import { fire, nextPromptAt, progressAfter } from './next-step.ts'
import type { Firing, Progress } from './next-step.ts'
import { defaultPolicy } from './policy.ts'

type Owed = Pick<DutyFacts, 'kind' | 'due' | 'openedAt' | 'chases'>

const rules = { policy: defaultPolicy, calendar: { bankHolidays: new Set(bankHolidays) } }
const nothing: Progress = { last: null, chasesSent: 0 }
const at = (text: string): Moment => {
  const [on = '', time = '09:00'] = text.split(' ')
  return momentAt(day(on), time)
}
const owed = (opened: string, due: string, kind: DutyKind = 'do-action', chases = 0): Owed => ({
  kind,
  openedAt: at(opened),
  due: day(due),
  chases,
})
const inEngland = (moment: Moment): string => `${dayOf(moment)} ${timeOf(moment)}`

type Fired = Firing & { readonly at: Moment }

/** Sweeps at each moment; gives everything that went out and how far it came. */
function swept(duty: Owed, times: readonly Moment[]): { fired: readonly Fired[]; progress: Progress } {
  let progress = nothing
  const fired: Fired[] = []
  for (const now of times) {
    const next = nextPromptAt(duty, progress, rules)
    if (!next || next > now) continue
    const firings = fire(duty, progress, rules, now)
    fired.push(...firings.map((firing) => ({ ...firing, at: now })))
    progress = progressAfter(duty, progress, firings, now)
  }
  return { fired, progress }
}

/** Sweeps exactly when something falls due. */
function onTime(duty: Owed): readonly string[] {
  const steps: string[] = []
  let progress = nothing
  for (let next = nextPromptAt(duty, progress, rules); next && steps.length < 20;) {
    const firings = fire(duty, progress, rules, next)
    steps.push(...firings.map(({ step }) => `${step} ${inEngland(next ?? at('2018-01-01'))}`))
    progress = progressAfter(duty, progress, firings, next)
    next = nextPromptAt(duty, progress, rules)
  }
  return steps
}

describe('the steps of an action', () => {
  it.each([
    {
      why: 'agreed on panel day, due a Wednesday later',
      duty: owed('2018-06-06 14:20', '2018-06-13'),
      steps: [
        'told 2018-06-06 14:20',
        'due-soon 2018-06-08 09:00',
        'due 2018-06-13 09:00',
        'late 2018-06-14 09:00',
        'very-late 2018-06-20 09:00',
      ],
    },
    {
      why: 'due on a Saturday: its day stays, the others are working days',
      duty: owed('2018-06-06 14:20', '2018-06-16'),
      steps: [
        'told 2018-06-06 14:20',
        'due-soon 2018-06-13 09:00',
        'due 2018-06-16 09:00',
        'late 2018-06-18 09:00',
        'very-late 2018-06-22 09:00',
      ],
    },
    {
      why: 'over the late May bank holiday of Monday 28 May',
      duty: owed('2018-05-14 10:00', '2018-05-30'),
      steps: [
        'told 2018-05-14 10:00',
        'due-soon 2018-05-24 09:00',
        'due 2018-05-30 09:00',
        'late 2018-05-31 09:00',
        'very-late 2018-06-06 09:00',
      ],
    },
    {
      why: 'due on the bank holiday itself',
      duty: owed('2018-05-14 10:00', '2018-05-28'),
      steps: [
        'told 2018-05-14 10:00',
        'due-soon 2018-05-23 09:00',
        'due 2018-05-28 09:00',
        'late 2018-05-29 09:00',
        'very-late 2018-06-04 09:00',
      ],
    },
    {
      why: 'over Christmas',
      duty: owed('2018-12-03 10:00', '2018-12-24'),
      steps: [
        'told 2018-12-03 10:00',
        'due-soon 2018-12-19 09:00',
        'due 2018-12-24 09:00',
        'late 2018-12-27 09:00',
        'very-late 2019-01-03 09:00',
      ],
    },
    {
      why: 'due tomorrow: the reminder before it lies before it was agreed, and is not owed',
      duty: owed('2018-06-12 14:20', '2018-06-13'),
      steps: [
        'told 2018-06-12 14:20',
        'due 2018-06-13 09:00',
        'late 2018-06-14 09:00',
        'very-late 2018-06-20 09:00',
      ],
    },
    {
      why: 'open again nine days after its day: it is late from the day on which it was opened again',
      duty: owed('2018-06-22 09:05', '2018-06-13'),
      steps: ['told 2018-06-22 09:05', 'late 2018-06-25 09:00', 'very-late 2018-06-29 09:00'],
    },
  ])('$why', ({ duty, steps }) => {
    expect(onTime(duty)).toEqual(steps)
  })

  it('climb: the owner, then the lead person too, then the manager and the business manager', () => {
    const to = defaultPolicy['do-action'].map((step) => [step.id, step.to])
    expect(to).toEqual([
      ['told', ['owes']],
      ['due-soon', ['owes']],
      ['due', ['owes']],
      ['late', ['owes', 'lead-person']],
      ['very-late', ['manager', 'business-manager']],
    ])
  })
})

describe.each(['say-whether-it-happened', 'answer-more-time', 'answer-question'] as const)(
  'a raiser who is silent about "%s"',
  (kind) => {
    it('is asked at once, after three working days, and after five with the deputy', () => {
      const duty = owed('2018-06-12 11:05', '2018-06-15', kind)
      expect(onTime(duty)).toEqual([
        'asked 2018-06-12 11:05',
        'asked-again 2018-06-15 09:00',
        'deputy 2018-06-19 09:00',
      ])
      expect(swept(duty, [at('2018-07-01')]).fired).toMatchObject([
        { step: 'deputy', to: ['owes', 'deputy', 'business-manager'] },
      ])
    })
  },
)

describe('missed steps', () => {
  const duty = owed('2018-06-06 14:20', '2018-06-13')

  it('collapse into the latest, which says what it stands for and tells everyone once', () => {
    expect(swept(duty, [at('2018-06-14 10:00')]).fired).toMatchObject([
      { step: 'late', skipped: ['told', 'due-soon', 'due'], to: ['owes', 'lead-person'] },
    ])
  })

  it('still reach whoever was to hear of one of them', () => {
    const { fired } = swept(duty, [at('2018-06-06 14:20'), at('2018-06-25')])
    expect(fired.at(-1)).toMatchObject({
      step: 'very-late',
      skipped: ['due-soon', 'due', 'late'],
      to: ['owes', 'lead-person', 'manager', 'business-manager'],
    })
  })

  it('leave nothing to send before the first is due', () => {
    expect(fire(duty, nothing, rules, at('2018-06-06 14:19'))).toEqual([])
  })
})

describe('a step that went out late', () => {
  const duty = owed('2018-06-06 14:20', '2018-06-13')
  const last = { step: 'due', at: at('2018-06-18 15:00') }

  it('is followed by the next only after the days that lie between the two', () => {
    // "late" comes one working day after "due": Tuesday, though its own day was Thursday of the week before.
    const next = nextPromptAt(duty, { last, chasesSent: 0 }, rules)
    expect(next && inEngland(next)).toBe('2018-06-19 09:00')
  })

  it('is never followed by the next earlier than the next one’s own time', () => {
    const early = { last: { step: 'told', at: duty.openedAt }, chasesSent: 0 }
    const next = nextPromptAt(duty, early, rules)
    expect(next && inEngland(next)).toBe('2018-06-08 09:00')
  })

  it('that was the last is followed by nothing', () => {
    const done = { last: { step: 'very-late', at: at('2018-06-20') }, chasesSent: 0 }
    expect(nextPromptAt(duty, done, rules)).toBeNull()
    expect(fire(duty, done, rules, at('2019-06-20'))).toEqual([])
  })
})

describe('a chase', () => {
  const told = { last: { step: 'told', at: at('2018-06-06 14:20') }, chasesSent: 0 }
  const chased = owed('2018-06-06 14:20', '2018-06-13', 'do-action', 1)
  const now = at('2018-06-07 10:00')

  it('goes out at once, to whoever owes the answer', () => {
    expect((nextPromptAt(chased, told, rules) ?? '~') <= now).toBe(true)
    expect(fire(chased, told, rules, now)).toEqual([{ step: 'chase-1', to: ['owes'], skipped: [] }])
  })

  it('goes out once, and leaves the steps where they were', () => {
    const after = progressAfter(chased, told, fire(chased, told, rules, now), now)
    expect(after).toEqual({ last: told.last, chasesSent: 1 })
    expect(fire(chased, after, rules, now)).toEqual([])
    expect(nextPromptAt(chased, after, rules)).toBe(at('2018-06-08 09:00'))
  })

  it('goes out beside a step that is due at the same time', () => {
    const steps = fire(chased, told, rules, at('2018-06-13 10:00')).map(({ step }) => step)
    expect(steps).toEqual(['chase-1', 'due'])
  })

  it('after the last step still goes out', () => {
    const done = { last: { step: 'very-late', at: at('2018-06-20') }, chasesSent: 0 }
    expect(fire(chased, done, rules, at('2018-06-25')).map(({ step }) => step)).toEqual(['chase-1'])
  })
})

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

  const timesOf = (duty: Owed, minutes: readonly number[]): Moment[] => {
    let time = duty.openedAt
    return minutes.map((gap) => (time = addMinutes(time, gap)))
  }
  const longAfter = (duty: Owed, times: readonly Moment[]): Moment[] => {
    const from: Day = dayOf(times.at(-1) ?? duty.openedAt)
    return [60, 90, 120, 150, 180, 210].map((n) => momentAt(addDays(from, n), '12:00'))
  }

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
        const wanted = onTime({ ...duty, chases: 0 }).map((line) => line.split(' ')[0])
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

  it('nothing goes out before its own time', () => {
    fc.assert(
      fc.property(duties, gaps, (duty, minutes) => {
        const planned = new Map(onTime({ ...duty, chases: 0 }).map((line) => [line.split(' ')[0], line]))
        for (const { step, at } of swept(duty, timesOf(duty, minutes)).fired) {
          const own = planned.get(step)
          if (own) expect(`${step} ${inEngland(at)}` >= own).toBe(true)
        }
      }),
      many,
    )
  })
})
