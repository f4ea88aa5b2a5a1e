import { describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import { at, calendar, nothing, onTime, owed, rules } from '#tests/fixtures/steps-in-time.ts'

import { promptPolicySchema } from './commands.ts'
import { forecast } from './forecast.ts'
import { fire, nextPromptAt } from './next-step.ts'
import { defaultPolicy } from './policy.ts'
import { defaultPrompts, fitting, rulesOf, stepsOf } from './prompt-policy.ts'
import type { StepDays } from './prompt-policy.ts'

const other: StepDays[] = [
  { kind: 'do-action', step: 'due-soon', days: 5 },
  { kind: 'do-action', step: 'late', days: 2 },
]

const to = (steps: readonly StepDays[]) => stepsOf({ steps })['do-action'].map((step) => step.to)

/** Each complaint with its place. */
function wrongIn(said: object): readonly string[] {
  const parsed = promptPolicySchema.safeParse({ ...defaultPrompts, ...said })
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

describe('other numbers of working days', () => {
  it('move the steps, before its day and after it, and nothing else', () => {
    expect(
      onTime(owed('2018-06-04 14:20', '2018-06-13'), rulesOf({ ...defaultPrompts, steps: other }, calendar)),
    ).toEqual([
      'told 2018-06-04 14:20',
      'due-soon 2018-06-06 09:00',
      'due 2018-06-13 09:00',
      'late 2018-06-15 09:00',
      'very-late 2018-06-20 09:00',
    ])
    const { 'do-action': _, ...others } = stepsOf({ steps: other })
    const { 'do-action': __, ...asBefore } = defaultPolicy
    expect(others).toEqual(asBefore)
  })

  it('changed while a duty is open tell nobody a second time', () => {
    const duty = owed('2018-06-06 14:20', '2018-06-13')
    const sent = { last: { step: 'due-soon', at: at('2018-06-08') }, chasesSent: 0 }
    const steps: StepDays[] = [{ kind: 'do-action', step: 'due-soon', days: 10 }]
    const changed = rulesOf({ ...defaultPrompts, steps }, calendar)
    expect(fire(duty, sent, changed, at('2018-06-11 10:00'))).toEqual([])
    expect(nextPromptAt(duty, sent, changed)).toBe(at('2018-06-13'))
  })

  it('changed while a duty is open skip nothing that is counted from another day', () => {
    const duty = owed('2018-06-06 14:20', '2018-06-20', 'see-form')
    const sent = { last: { step: 'not-seen', at: at('2018-06-08') }, chasesSent: 0 }
    const steps: StepDays[] = [{ kind: 'see-form', step: 'not-seen', days: 9 }]
    const changed = rulesOf({ ...defaultPrompts, steps }, calendar)
    expect(nextPromptAt(duty, sent, changed)).toBe(at('2018-06-15'))
  })

  it('change nobody who hears of a step', () => {
    expect(to(other)).toEqual(to([]))
  })
})

describe('what the partnership sets', () => {
  it('may be the defaults, other hours, quiet days and other steps', () => {
    expect(wrongIn({})).toEqual([])
    expect(wrongIn({ steps: other, quiet: [{ from: '2018-12-24', to: '2018-12-24' }] })).toEqual([])
    expect(wrongIn({ hours: { from: '07:00', to: '20:00' } })).toEqual([])
  })

  it.each([
    ['no time', { hours: { from: '8:30', to: '17:30' } }, 'hours.from: Give a time, for example 08:30.'],
    [
      'hours that end before they begin',
      { hours: { from: '17:30', to: '08:30' } },
      'hours.to: The hours have to be an hour long at least.',
    ],
    [
      'an overview at night',
      { overviews: { morning: '07:00', weekly: '08:30' } },
      'overviews.morning: The overview has to go out within the hours.',
    ],
    [
      'a quiet time backwards',
      { quiet: [{ from: '2018-12-28', to: '2018-12-24' }] },
      'quiet.0.to: The last quiet day comes before the first.',
    ],
    [
      'half a year of silence',
      { quiet: [{ from: '2018-06-01', to: '2018-12-01' }] },
      'quiet.0.to: Quiet days are two months at most: nobody would hear of anything for longer.',
    ],
    [
      'a step that does not exist',
      { steps: [{ kind: 'do-action', step: 'never', days: 1 }] },
      'steps.0.days: One action for you: There is no such step.',
    ],
    [
      'another number for what goes out at once',
      { steps: [{ kind: 'do-action', step: 'told', days: 1 }] },
      'steps.0.days: One action for you: There is no such step.',
    ],
    [
      'no whole number of days',
      { steps: [{ kind: 'do-action', step: 'late', days: 0.5 }] },
      'steps.0.days: Give a number of working days between 1 and 60.',
    ],
    [
      'a climb that overtakes itself',
      { steps: [{ kind: 'do-action', step: 'late', days: 6 }] },
      'steps.0.days: One action for you: Each step has to come after the one before it.',
    ],
  ])('is not %s', (_, said, why) => {
    expect(wrongIn(said)).toContain(why)
  })
})

it('a choice that does not fit the defaults of today any more is left out, and the others hold', () => {
  const kept = { ...defaultPrompts, steps: [...other, { kind: 'do-action', step: 'gone', days: 3 } as const] }
  expect(fitting(kept).steps).toEqual(other)
})

describe('what would be sent', () => {
  const duty = owed('2018-06-06 14:20', '2018-06-13')
  const planned = [
    { duty, progress: nothing },
    { duty: owed('2018-06-11 10:00', '2018-06-20', 'see-form'), progress: nothing },
  ]
  const counts = (by = rules, now = '2018-06-12 10:00') =>
    Object.fromEntries(forecast(planned, by, at(now), at('2018-06-19 23:59')))

  it('is counted by kind, if nobody answers', () => {
    // The action: what was missed in one, then that it is late. The form: told, not seen, due soon.
    expect(counts()).toEqual({ 'do-action': 2, 'see-form': 3 })
  })

  it('counts nothing on quiet days', () => {
    const quiet = [{ from: day('2018-06-12'), to: day('2018-06-19') }]
    expect(counts(rulesOf({ ...defaultPrompts, quiet }, calendar))).toEqual({})
  })

  it('counts each duty from how far it has come', () => {
    const late = { last: { step: 'late', at: at('2018-06-14') }, chasesSent: 0 }
    const rest = forecast([{ duty, progress: late }], rules, at('2018-06-14 10:00'), at('2018-06-20 23:59'))
    expect([...rest]).toEqual([['do-action', 1]])
  })
})
