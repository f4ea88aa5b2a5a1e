import { describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import { at, inEngland, nothing, onTime, owed, rules, swept } from '#tests/fixtures/steps-in-time.ts'

import { fire, nextPromptAt } from './next-step.ts'

/** Opened on Wednesday 6 June 2018 at 14:20, due on Wednesday 13 June. */
const action = owed('2018-06-06 14:20', '2018-06-13')
const promised = (until: string) => ({ ...action, restsUntil: day(until) })

describe('after "promised Thursday"', () => {
  it('nothing goes out before Thursday, and on it the promise is asked for', () => {
    const { progress } = swept(action, [at('2018-06-06 14:20'), at('2018-06-08'), at('2018-06-13')])
    const next = nextPromptAt(promised('2018-06-21'), progress, rules)
    expect(next && inEngland(next)).toBe('2018-06-21 09:00')
    const [firing] = fire(promised('2018-06-21'), progress, rules, at('2018-06-21'))
    expect(firing?.step).toBe('promised-2018-06-21')
  })

  it('whoever was to hear of what was late meanwhile hears on Thursday', () => {
    const { progress } = swept(action, [at('2018-06-06 14:20'), at('2018-06-08'), at('2018-06-13')])
    const [firing] = fire(promised('2018-06-21'), progress, rules, at('2018-06-21'))
    expect(firing?.skipped).toEqual(['late', 'very-late'])
    expect(firing?.to.toSorted()).toEqual(['business-manager', 'lead-person', 'manager', 'owes'])
  })

  it('the steps after it go on as before', () => {
    expect(onTime(promised('2018-06-14'))).toEqual([
      'promised-2018-06-14 2018-06-14 09:00',
      'very-late 2018-06-20 09:00',
    ])
  })

  it('a second promise moves the asking on, and brings nothing back', () => {
    const first = promised('2018-06-21')
    const { progress } = swept(first, [at('2018-06-21')])
    expect(progress.last?.step).toBe('promised-2018-06-21')
    const next = nextPromptAt(promised('2018-06-26'), progress, rules)
    expect(next && inEngland(next)).toBe('2018-06-26 09:00')
    const [firing] = fire(promised('2018-06-26'), progress, rules, at('2018-06-26'))
    expect(firing).toMatchObject({ step: 'promised-2018-06-26', to: ['owes'], skipped: [] })
  })

  it('a chase that the partnership asks for goes out all the same', () => {
    const chased = { ...promised('2018-06-21'), chases: 1 }
    expect(fire(chased, nothing, rules, at('2018-06-15'))).toMatchObject([{ step: 'chase-1' }])
  })

  it('an old promise lets nothing rest', () => {
    const { progress } = swept(action, [at('2018-06-13')])
    const old = { ...action, restsUntil: day('2018-06-05') }
    expect(nextPromptAt(old, progress, rules)).toBe(nextPromptAt(action, progress, rules))
  })
})
