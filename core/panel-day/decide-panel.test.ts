import { describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import { momentAt } from '#core/calendar/moment.ts'
import type { AgencyId } from '#core/ids.ts'

import type { RecordPanel } from './commands.ts'
import { countPanel } from './counts.ts'
import { decidePanel } from './decide-panel.ts'
import type { OwnGrade } from './decide-panel.ts'

const now = momentAt(day('2018-06-06'), '14:20')
const [csc, edu, gp] = ['csc', 'edu', 'gp'] as unknown as [AgencyId, AgencyId, AgencyId]
const own: readonly OwnGrade[] = [
  { agency: csc, name: 'Children’s Social Care', own: 'good' },
  { agency: edu, name: 'Schools', own: 'good' },
]
const said = (grades: RecordPanel['grades']): RecordPanel => ({
  grades,
  judgement: 'requires-improvement',
  good: 'The school kept asking.',
})
const kept = { agency: edu, panel: 'good', rationale: null } as const
const changed = { agency: csc, panel: 'inadequate', rationale: 'Three visits were missed.' } as const

describe('what the panel records of a case', () => {
  it('keeps the agency’s own grade beside the panel’s, with the reason of a change', () => {
    expect(decidePanel(own, said([kept, changed]), now)).toEqual({
      ok: true,
      value: {
        state: 'recorded',
        grades: [
          { agency: csc, own: 'good', panel: 'inadequate', rationale: 'Three visits were missed.' },
          { agency: edu, own: 'good', panel: 'good', rationale: null },
        ],
        judgement: 'requires-improvement',
        good: 'The school kept asking.',
        recordedAt: now,
      },
    })
  })

  it('has no reason where nothing was changed', () => {
    const decided = decidePanel(own, said([{ ...kept, rationale: 'left over' }, changed]), now)
    expect(decided.ok && decided.value.grades[1]?.rationale).toBe(null)
  })

  it.each([
    ['a changed grade without its reason', [kept, { ...changed, rationale: null }], 'rationale-missing'],
    ['an agency left out', [kept], 'grade-missing'],
    ['an agency graded twice', [kept, changed, changed], 'graded-twice'],
  ] as const)('is refused with %s, and says which agency', (_, grades, reason) => {
    expect(decidePanel(own, said([...grades]), now)).toEqual({
      ok: false,
      reason,
      about: ['Children’s Social Care'],
    })
  })

  it('grades no agency that sent no grade of its own, such as one that knew the family briefly', () => {
    const grades = [kept, changed, { agency: gp, panel: 'good', rationale: null } as const]
    expect(decidePanel(own, said(grades), now)).toEqual({ ok: false, reason: 'no-own-grade' })
  })
})

describe('the counts of a round', () => {
  it('count own grades, changes and judgements; what was not sent or decided is not in them', () => {
    const counts = countPanel([
      {
        grades: [
          { own: 'good', panel: 'requires-improvement' },
          { own: 'good', panel: 'good' },
          { own: 'inadequate', panel: null },
        ],
        judgement: 'requires-improvement',
      },
      { grades: [{ own: null, panel: null }], judgement: null },
    ])
    expect(counts).toEqual({
      grades: 3,
      regrades: 1,
      own: { outstanding: 0, good: 2, 'requires-improvement': 0, inadequate: 1 },
      panel: { outstanding: 0, good: 1, 'requires-improvement': 1, inadequate: 0 },
      judgements: { outstanding: 0, good: 0, 'requires-improvement': 1, inadequate: 0 },
    })
  })
})
