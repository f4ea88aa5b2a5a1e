import { describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import { at, inEngland, nothing, onTime, owed, rules, swept } from '#tests/fixtures/steps-in-time.ts'

import { fire, nextPromptAt, progressAfter } from './next-step.ts'
import { defaultPolicy } from './policy.ts'

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
      why: 'due on a Saturday: on Monday it is said once, that it is late',
      duty: owed('2018-06-06 14:20', '2018-06-16'),
      steps: [
        'told 2018-06-06 14:20',
        'due-soon 2018-06-13 09:00',
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
      why: 'due on the bank holiday itself: said once, on the day after it',
      duty: owed('2018-05-14 10:00', '2018-05-28'),
      steps: [
        'told 2018-05-14 10:00',
        'due-soon 2018-05-23 09:00',
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
      why: 'agreed on a Friday evening: told on Monday when work begins',
      duty: owed('2018-06-08 19:40', '2018-06-14'),
      steps: [
        'told 2018-06-11 08:30',
        'due-soon 2018-06-11 09:00',
        'due 2018-06-14 09:00',
        'late 2018-06-15 09:00',
        'very-late 2018-06-21 09:00',
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
      expect(swept(duty, [at('2018-07-02')]).fired).toMatchObject([
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

describe('outside working hours', () => {
  it('a chase waits for the morning', () => {
    const told = { last: { step: 'told', at: at('2018-06-06 14:20') }, chasesSent: 0 }
    const chased = owed('2018-06-06 14:20', '2018-06-13', 'do-action', 1)
    expect(fire(chased, told, rules, at('2018-06-06 20:00'))).toEqual([])
    expect(progressAfter(chased, told, [], at('2018-06-06 20:00'))).toEqual(told)
    expect(fire(chased, told, rules, at('2018-06-07 08:30')).map(({ step }) => step)).toEqual(['chase-1'])
  })

  it('a step that was planned for this moment waits, too', () => {
    const duty = owed('2018-06-06 14:20', '2018-06-13')
    expect(fire(duty, nothing, rules, at('2018-06-06 17:30'))).toEqual([])
    expect(fire(duty, nothing, rules, at('2018-06-07 08:29'))).toEqual([])
  })

  it('a concern about a child is told at once, also on a Saturday night; what follows is not', () => {
    const concern = owed('2018-06-09 22:15', '2018-06-11', 'answer-escalation')
    expect(onTime(concern)).toEqual([
      'told 2018-06-09 22:15',
      'due 2018-06-11 09:00',
      'late 2018-06-12 09:00',
    ])
    const told = { last: { step: 'told', at: at('2018-06-09 22:15') }, chasesSent: 0 }
    expect(fire(concern, told, rules, at('2018-06-11 23:00'))).toEqual([])
  })

  it('a day that is promised and quiet is asked about on the next that is not', () => {
    const quiet = {
      ...rules,
      time: { ...rules.time, quiet: [{ from: day('2018-06-21'), to: day('2018-06-22') }] },
    }
    const promised = { ...owed('2018-06-06 14:20', '2018-06-13'), restsUntil: day('2018-06-21') }
    expect(onTime(promised, quiet)[0]).toBe('promised-2018-06-21 2018-06-25 09:00')
  })
})
