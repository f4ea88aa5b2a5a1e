import { expect, it } from 'vitest'

import { overviewSentence, overviewSummary } from './overview.ts'

const late = { about: 'became-late', count: 3, references: ['N-02 A4', 'N-08 A2'] } as const
const many = { about: 'late', count: 14, references: ['N-02', 'N-08'] } as const
const away = { about: 'away', count: 1, references: [] } as const

it('an overview says counts in its notification, and references below', () => {
  const overview = { kind: 'morning', lines: [late, away] } as const
  expect(overviewSummary(overview)).toBe('This morning: 3 became late, 1 person is away')
  expect(overview.lines.map(overviewSentence)).toEqual([
    // Two of the three are of one reference.
    '3 became late: N-02 A4, N-08 A2.',
    '1 person is away.',
  ])
})

it('an overview of more than it lists counts the rest', () => {
  expect(overviewSentence(many)).toBe('14 are late: N-02, N-08 and 2 more.')
})
