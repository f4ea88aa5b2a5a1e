import { describe, expect, it } from 'vitest'

import { DUTY_SUBJECTS } from '#core/duties/duty.ts'
import type { DutyKind } from '#core/duties/duty.ts'
import { at, onTime, owed, swept } from '#tests/fixtures/steps-in-time.ts'

import { defaultPolicy } from './policy.ts'

describe('the steps of a close-the-loop form (decisions.md 12)', () => {
  it('not seen: asked again after two working days, then it climbs from its day on', () => {
    expect(onTime(owed('2018-06-11 10:00', '2018-06-20', 'see-form'))).toEqual([
      'told 2018-06-11 10:00',
      'not-seen 2018-06-13 09:00',
      'due-soon 2018-06-15 09:00',
      'due 2018-06-20 09:00',
      'late 2018-06-21 09:00',
      'still-late 2018-06-25 09:00',
      'very-late 2018-06-27 09:00',
    ])
  })

  it('released shortly before its day: a step of the same morning stands for the one that it overtakes', () => {
    expect(onTime(owed('2018-06-14 10:00', '2018-06-18', 'see-form')).slice(0, 4)).toEqual([
      'told 2018-06-14 10:00',
      'due 2018-06-18 09:00',
      'late 2018-06-19 09:00',
      'still-late 2018-06-21 09:00',
    ])
  })

  it('on the working day after it, worker and manager hear; then the lead person; then the business manager', () => {
    const duty = owed('2018-06-11 10:00', '2018-06-20', 'see-form')
    const mornings = ['11 10:00', '13', '15', '20', '21', '25', '27'].map((on) => at(`2018-06-${on}`))
    const heard = swept(duty, mornings).fired.map(({ step, to }) => `${step}: ${to.join(', ')}`)
    expect(heard.slice(-3)).toEqual([
      'late: owes, manager',
      'still-late: lead-person',
      'very-late: business-manager',
    ])
  })

  it('a draft that is not released by noon of the next working day is the business manager’s question', () => {
    expect(onTime(owed('2018-06-08 17:05', '2018-06-11', 'release-form'))).toEqual([
      'told 2018-06-08 17:05',
      'not-released 2018-06-11 12:00',
    ])
  })
})

describe('the steps of a return (decisions.md 12)', () => {
  it('two working days before, on its day, then the deputy, then the business manager', () => {
    const duty = owed('2018-05-11 09:00', '2018-05-21', 'send-chronology')
    expect(onTime(duty)).toEqual([
      'told 2018-05-11 09:00',
      'due-soon 2018-05-17 09:00',
      'due 2018-05-21 09:00',
      'late 2018-05-22 09:00',
      'very-late 2018-05-23 09:00',
    ])
    const late = swept(duty, [at('2018-05-11'), at('2018-05-22'), at('2018-05-23')]).fired.slice(1)
    expect(late.map(({ to }) => to)).toEqual([['owes', 'deputy'], ['business-manager']])
  })
})

describe('the default steps', () => {
  it.each(Object.keys(DUTY_SUBJECTS) as DutyKind[])('end, each said once: %s', (kind) => {
    const ids = defaultPolicy[kind].map(({ id }) => id)
    expect(ids.length).toBeGreaterThan(0)
    expect(new Set(ids).size).toBe(ids.length)
    expect(onTime({ ...owed('2018-06-06 10:00', '2018-06-20', kind) }).length).toBe(ids.length)
  })
})
