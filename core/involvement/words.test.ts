import { describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'

import { ageInWords } from '../calendar/age.ts'
import { chosenInWords, ruleInWords } from './words.ts'

describe('what is chosen is said', () => {
  it('by number and threshold', () => {
    expect(
      chosenInWords([
        'assessed',
        'child-in-need',
        'child-protection',
        'child-protection',
        'child-in-need',
        'child-protection',
      ]),
    ).toBe('6 chosen. One being assessed, two in need, three in protection.')
    expect(chosenInWords([])).toBe('No case is chosen yet.')
  })

  it('with what the rule lacks', () => {
    const choose = { from: 5, to: 7 }
    expect(ruleInWords({ number: 'right', missing: [] }, choose)).toEqual([])
    expect(ruleInWords({ number: 'too-many', missing: ['assessed'] }, choose)).toEqual([
      'The method asks for 5 to 7 cases: these are too many.',
      'None is being assessed.',
    ])
    expect(ruleInWords({ number: 'too-few', missing: [] }, { from: 5, to: 5 })).toEqual([
      'The method asks for 5 cases: these are too few.',
    ])
  })
})

describe('a child is, on 8 May 2018,', () => {
  it.each([
    ['2009-03-14', '9 years'],
    ['2009-05-08', '9 years'],
    ['2009-05-09', '8 years'],
    ['2016-05-08', '2 years'],
    ['2016-05-09', '23 months'],
    ['2018-04-01', '1 month'],
    ['2018-04-20', 'under 1 month'],
    ['2018-09-01', 'not born yet'],
    [null, 'not born yet'],
  ])('born %s: %s', (born, words) => {
    expect(ageInWords(born === null ? null : day(born), day('2018-05-08'))).toBe(words)
  })
})
