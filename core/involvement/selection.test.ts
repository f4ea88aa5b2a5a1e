import { describe, expect, it } from 'vitest'

import type { CaseId } from '#core/ids.ts'
import { caseId, longList, replies } from '#tests/fixtures/a-long-list.ts'
import { aReply, aRound } from '#tests/fixtures/a-round.ts'

import { checkChoice, reasonsNeeded, scoredCases, selectionAid, usualSize } from './selection.ts'
import type { Scored } from './selection.ts'

const { sample } = aRound('list-sent').method
const cases = scoredCases(longList, replies)
const referencesOf = (ids: readonly CaseId[]) =>
  cases.filter(({ id }) => ids.includes(id)).map(({ reference }) => reference)
const aid = (size: number) => referencesOf(selectionAid(sample, cases, size))
const ids = (...numbers: readonly string[]) => numbers.map((number) => caseId(`N-${number}`))
const reasons = (chosen: readonly CaseId[], unanswered = 0) =>
  reasonsNeeded(sample, cases, chosen, unanswered)

describe('the score of a case', () => {
  it('is the number of agencies that answered "known"; briefly and adults alone do not count', () => {
    expect(Object.fromEntries(cases.map(({ reference, knownTo }) => [reference, knownTo.length]))).toEqual({
      'N-01': 3,
      'N-02': 7,
      'N-03': 4,
      'N-04': 5,
      'N-05': 7,
      'N-06': 4,
      'N-07': 4,
      'N-08': 6,
      'N-09': 4,
      'N-10': 3,
      'N-11': 6,
      'N-12': 3,
      'N-13': 4,
      'N-14': 7,
      'N-15': 4,
      'N-16': 3,
      'N-17': 6,
      'N-18': 5,
      'N-19': 3,
      'N-20': 2,
    })
    const one = aReply('given', { answers: { [caseId('N-08')]: 'adult-only' } })
    expect(scoredCases(longList, [one]).every(({ knownTo }) => knownTo.length === 0)).toBe(true)
  })

  it('counts nothing of an agency that has not answered', () => {
    expect(scoredCases(longList, [aReply('received')])[0]?.knownTo).toEqual([])
  })
})

describe('the aid', () => {
  it('proposes six unless asked otherwise: those of round N', () => {
    expect(usualSize(sample)).toBe(6)
    expect(aid(6)).toEqual(['N-02', 'N-05', 'N-14', 'N-08', 'N-11', 'N-17'])
  })

  it('takes the earlier reference of equal scores', () => {
    expect(aid(5)).toEqual(['N-02', 'N-05', 'N-14', 'N-08', 'N-11'])
    expect(aid(7)).toEqual(['N-02', 'N-05', 'N-14', 'N-08', 'N-11', 'N-17', 'N-04'])
  })

  it('takes a lower score when a threshold would have no case', () => {
    const without = cases.filter(({ reference }) => reference !== 'N-02')
    expect(referencesOf(selectionAid(sample, without, 5))).toEqual(['N-05', 'N-14', 'N-08', 'N-11', 'N-09'])
  })

  it('asks for no threshold of which the list has none', () => {
    const protection = cases.filter(({ threshold }) => threshold === 'child-protection')
    expect(referencesOf(selectionAid(sample, protection, 3))).toEqual(['N-08', 'N-11', 'N-17'])
  })

  it('proposes no case that nobody knows: it would have no lead agency', () => {
    expect(selectionAid(sample, scoredCases(longList, []), 6)).toEqual([])
  })
})

const of = (...numbers: readonly string[]) => cases.filter(({ id }) => ids(...numbers).includes(id))

describe('a choice is checked', () => {
  it('for its number', () => {
    expect(checkChoice(sample, of('02', '05', '08', '11')).number).toBe('too-few')
    expect(checkChoice(sample, of('02', '05', '08', '11', '14')).number).toBe('right')
    expect(checkChoice(sample, of('02', '05', '08', '11', '14', '17', '04')).number).toBe('right')
    expect(checkChoice(sample, of('02', '05', '08', '11', '14', '17', '04', '18')).number).toBe('too-many')
  })

  it('for the thresholds: some being assessed, some in need, some in protection', () => {
    expect(checkChoice(sample, of('02', '05', '08')).missing).toEqual([])
    expect(checkChoice(sample, of('05', '01', '18')).missing).toEqual(['assessed', 'child-protection'])
  })

  it('and early help that was closed counts as early help', () => {
    expect(checkChoice({ ...sample, thresholds: ['early-help'] }, of('20')).missing).toEqual([])
  })
})

describe('a choice needs a reason', () => {
  it('for nothing, when it is the aid’s', () => {
    expect(reasons(ids('02', '05', '08', '11', '14', '17'))).toEqual([])
  })

  it('when it is another than the aid’s of that number', () => {
    expect(reasons(ids('02', '05', '08', '11', '14', '18'))).toEqual(['reason-for-other-than-the-aid'])
  })

  it('when it is eight, also the aid’s eight', () => {
    expect(reasons(ids('02', '05', '08', '11', '14', '17', '04', '18'))).toEqual(['reason-for-number'])
  })

  it('when a threshold has no case', () => {
    expect(reasons(ids('05', '08', '11', '14', '17'))).toEqual([
      'reason-for-thresholds',
      'reason-for-other-than-the-aid',
    ])
  })

  it('when an agency has not answered', () => {
    expect(reasons(ids('02', '05', '08', '11', '14', '17'), 1)).toEqual(['reason-for-unanswered'])
  })

  it('and the same cases in another order are the same choice', () => {
    const reversed: readonly Scored[] = cases.toReversed()
    expect(reasonsNeeded(sample, reversed, ids('17', '14', '11', '08', '05', '02'), 0)).toEqual([])
  })
})
