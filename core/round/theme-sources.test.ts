import { describe, expect, it } from 'vitest'

import { day } from '../calendar/day.ts'
import { copyRoundSchema } from './commands.ts'
import { THEME_SOURCES } from './words.ts'

const said = (sources: readonly string[]) =>
  copyRoundSchema.safeParse({ theme: 'Neglect', sources, start: day('2018-05-07'), leftOut: [] })

describe('a theme', () => {
  it('comes from inspections, reviews, earlier audits, priorities or what is emerging, or several of them', () => {
    expect(Object.values(THEME_SOURCES)).toEqual([
      'A theme of the joint inspections',
      'A serious case review or practice review',
      'An inspection',
      'An earlier audit',
      'A priority of the partnership',
      'Something that came up',
    ])
    expect(said(Object.keys(THEME_SOURCES)).success).toBe(true)
  })

  it.each([[[]], [['hearsay']]])('from %j is refused with a sentence', (sources) => {
    expect(said(sources).error?.issues[0]?.message).toBe('Choose where the theme comes from.')
  })
})
