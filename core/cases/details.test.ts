import { describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import { momentAt } from '#core/calendar/moment.ts'

import { typeInWords } from './case-type.ts'
import { correctionsIn } from './details.ts'
import type { DetailsVersion } from './details.ts'

const listed: DetailsVersion = {
  name: 'Wren Ashby-Test',
  born: day('2014-02-03'),
  gender: null,
  ethnicity: null,
  religion: null,
  opened: null,
  type: null,
  version: 0,
  by: null,
  at: null,
}
const at = momentAt(day('2018-06-11'), '10:00')
const then = (before: DetailsVersion, said: Partial<DetailsVersion>): DetailsVersion => ({
  ...before,
  version: before.version + 1,
  by: 'Ada Lead-Test',
  at,
  ...said,
})

describe('what stood there before a detail was put right', () => {
  const filled = then(listed, { gender: 'Girl', opened: day('2016-11-14'), type: 'child-in-need' })

  it('is nothing when it is filled for the first time', () => {
    expect(correctionsIn([listed, filled])).toEqual([])
  })

  it('is kept with who put it right and when, the newest first', () => {
    const born = then(filled, { born: day('2014-03-03') })
    const others = then(born, { gender: null, opened: day('2016-11-15'), type: 'child-protection' })
    expect(correctionsIn([listed, filled, born, others])).toEqual([
      { what: 'Type of case', was: 'Child in Need', by: 'Ada Lead-Test', at },
      { what: 'Gender', was: 'Girl', by: 'Ada Lead-Test', at },
      { what: 'Date case currently opened', was: '14 November 2016', by: 'Ada Lead-Test', at },
      { what: 'Date of birth', was: '3 February 2014', by: 'Ada Lead-Test', at },
    ])
  })

  it('is said of a child who was not born then', () => {
    const unborn = { ...listed, born: null }
    expect(correctionsIn([unborn, then(unborn, { born: day('2018-06-01') })])).toMatchObject([
      { what: 'Date of birth', was: 'Not born yet' },
    ])
  })

  it('is not known to whoever is shown what stands now alone', () => {
    expect(correctionsIn([filled])).toEqual([])
  })
})

describe('the type of a case', () => {
  it.each([
    ['care-leaver', 'child-in-care', 'Care Leaver'],
    [null, 'child-in-need', 'Child in Need'],
    [null, 'early-help-closed', 'Early Help, closed'],
    [null, null, null],
  ] as const)('said %s, listed as %s: %s', (type, threshold, words) => {
    expect(typeInWords(type, threshold)).toBe(words)
  })
})
