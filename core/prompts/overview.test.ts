import { expect, it } from 'vitest'

import { overviewSentence, overviewSummary } from './overview.ts'

const late = { about: 'became-late', count: 3, references: ['N-02 A4', 'N-08 A2'] } as const
const away = { about: 'away', count: 1, references: [] } as const

it('an overview says counts in its notification, and references below', () => {
  const overview = { kind: 'morning', lines: [late, away] } as const
  expect(overviewSummary(overview)).toBe('This morning: 3 became late, 1 person is away')
  expect(overview.lines.map(overviewSentence)).toEqual([
    '3 became late: N-02 A4, N-08 A2 and 1 more.',
    '1 person is away.',
  ])
})
