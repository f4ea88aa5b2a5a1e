import { describe, expect, it } from 'vitest'

import { day } from '../calendar/day.ts'
import { nextNumber, prefixOf, proposePrefix } from './spoken.ts'

describe('the letters of a round', () => {
  it.each([
    ['Neglect', [], 'N'],
    ['Neglect', ['N'], 'NE'],
    ['neglect', ['N', 'NE'], 'NEG'],
    ['Domestic abuse', ['D'], 'DA'],
    ['The quality of assessments', ['Q'], 'QA'],
    ['Émile’s theme', [], 'E'],
    ['2018', [], 'R'],
    ['N', ['N'], 'NA'],
  ])('of %j, when %j are taken, are proposed as %s', (theme, prefixes, proposed) => {
    expect(proposePrefix(theme, { prefixes })).toBe(proposed)
  })

  it('are found again in its code', () => {
    expect(prefixOf('NE-2018-2')).toBe('NE')
  })
})

describe('the number of a round', () => {
  it('follows the highest of its year, whatever the letters', () => {
    expect(nextNumber(['N-2018-1', 'D-2018-3', 'N-2017-9'], day('2018-05-07'))).toBe(4)
  })

  it('is 1 for the first round of a year', () => {
    expect(nextNumber(['N-2018-1'], day('2019-01-07'))).toBe(1)
    expect(nextNumber([], day('2019-01-07'))).toBe(1)
  })
})
