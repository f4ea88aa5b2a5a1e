import { describe, expect, it } from 'vitest'

import { aPromise, anEscalation, aStage } from '#tests/fixtures/an-escalation.ts'
import { onTime } from '#tests/fixtures/steps-in-time.ts'

import { day } from '../calendar/day.ts'
import { momentAt } from '../calendar/moment.ts'
import { sentenceOf } from '../prompts/letter-words.ts'
import { dutiesOfEscalation } from './duties-of.ts'
import { ESCALATION_STATES } from './escalation.ts'
import type { Escalation } from './escalation.ts'

const calendar = { bankHolidays: new Set<never>() }
const owed = (escalation: Escalation) =>
  dutiesOfEscalation(escalation, calendar).map(({ kind, owes, due }) => `${kind}: ${owes} by ${due}`)

const waiting = (askFrom: string, waited: number, by = '2018-03-09'): Escalation => {
  const waits = { on: 'The panel', askFrom: day(askFrom), waited }
  const stage = aStage({ promise: { ...aPromise, by: day(by), waits } })
  return { ...anEscalation('promised'), state: 'promised', stages: [stage] }
}
const asks = (of: Escalation) =>
  dutiesOfEscalation(of, calendar)
    .filter(({ kind }) => kind === 'ask-step-up')
    .map(({ owes, due, opening, openedAt }) => [owes, due, opening, openedAt])
const nine = (on: string) => momentAt(day(on), '09:00')

describe('what is owed because of an escalation', () => {
  it.each([
    ['waiting', ['answer-escalation: lead-csc by 2018-01-12']],
    ['promised', ['keep-promise: lead-csc by 2018-01-12', 'check-promise: lead-edu by 2018-01-12']],
    ['resolved', ['give-feedback: lead-csc by 2018-01-19']],
    ['closed', ['hear-feedback: lead-edu by 2018-01-19']],
    ['withdrawn', []],
  ] as const)('%s', (state, expected) => {
    expect(owed(anEscalation(state))).toEqual(expected)
  })

  it('what is said to be done is owed no more, and checked on the next working day at the latest', () => {
    const promise = { ...aPromise, by: day('2018-01-19'), saidDone: momentAt(day('2018-01-12'), '12:00') }
    const said: Escalation = {
      ...anEscalation('promised'),
      state: 'promised',
      stages: [aStage({ promise })],
    }
    expect(owed(said)).toEqual(['check-promise: lead-edu by 2018-01-15'])
  })

  it('while it waits for a meeting its raiser is asked whether to step up now, until the day of the promise', () => {
    expect(asks(waiting('2018-01-16', 0))).toEqual([['lead-edu', '2018-01-16', 1, nine('2018-01-16')]])
    // Each time that they wait on it is another question.
    expect(asks(waiting('2018-01-24', 1))).toEqual([['lead-edu', '2018-01-24', 2, nine('2018-01-24')]])
    expect(asks(waiting('2018-01-16', 0, '2018-01-16'))).toEqual([])
  })

  it('on the day of the promise both sides are asked', () => {
    const asked = dutiesOfEscalation(anEscalation('promised'), calendar).map((duty) =>
      onTime(duty).filter((step) => step.startsWith('due 2018-01-12')),
    )
    expect(asked).toEqual([['due 2018-01-12 09:00'], ['due 2018-01-12 09:00']])
  })

  it('one working day after its day the raiser hears that it can be taken to the next stage', () => {
    const [duty] = dutiesOfEscalation(anEscalation('waiting'), calendar)
    if (!duty) throw new Error('nothing is owed')
    expect(duty.climb.leadPerson).toBe('lead-edu')
    expect(onTime(duty).at(-1)).toBe('late 2018-01-15 09:00')
    const item = {
      duty: 'duty' as never,
      kind: duty.kind,
      path: '/',
      number: duty.number,
      reference: duty.reference,
      what: duty.what,
      due: duty.due,
      actionDue: duty.due,
      until: null,
      again: null,
      owes: 'Social Care',
      owed: 'Schools',
      yours: false,
    }
    expect(sentenceOf(item, day('2018-01-15'))).toBe(
      'Social Care has not answered the concern yet. It was due 12 January, 3 days late. It can be taken to the next stage now.',
    )
  })

  it('the office hears of a stage from the rung on that says so', () => {
    const heard = [0, 1].map((rung) => {
      const at: Escalation = { ...anEscalation('waiting'), state: 'waiting', stages: [aStage({ rung })] }
      return dutiesOfEscalation(at, calendar)[0]?.climb.manager
    })
    expect(heard).toEqual(['lead-csc', 'bm'])
  })

  it('carries no word that was typed', () => {
    for (const state of ESCALATION_STATES) {
      const said = JSON.stringify(dutiesOfEscalation(anEscalation(state), calendar))
      expect(said).not.toMatch(/visit|school|family/i)
    }
  })
})
