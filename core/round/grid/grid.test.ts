import { describe, expect, it } from 'vitest'

import { addDays, day } from '#core/calendar/day.ts'
import { momentAt } from '#core/calendar/moment.ts'
import { dutiesOfCase } from '#core/cases/duties-of.ts'
import { dutiesOfForm } from '#core/close-the-loop/duties-of.ts'
import type { FormState } from '#core/close-the-loop/form.ts'
import type { AgencyId, FormId, PersonId } from '#core/ids.ts'
import { dutiesOfReply } from '#core/involvement/duties-of.ts'
import { dutiesOfCollation, dutiesOfReturn } from '#core/returns/duties-of.ts'
import type { Return } from '#core/returns/return.ts'
import { aForm } from '#tests/fixtures/a-form.ts'
import {
  aCollation,
  aReturn,
  collationStates,
  everyChronology,
  everyEvaluation,
  partStates,
} from '#tests/fixtures/a-return.ts'
import { aCaseFile, aReply, aRound, panelStates, replyStates, roundPosts } from '#tests/fixtures/a-round.ts'

import { withoutChronology } from '../release.ts'
import { gridOf, openCells } from './grid.ts'
import type { GridFacts } from './grid.ts'
import { gridInWords, viewOfGrid } from './view-of-grid.ts'

const calendar = { bankHolidays: new Set([day('2018-05-07'), day('2018-05-28')]) }
const today = day('2018-05-23')
const nothing: GridFacts = {
  round: aRound('evaluating'),
  replies: [],
  files: [aCaseFile('to-come')],
  returns: [],
  collations: [],
  forms: [],
}
const formStates: readonly FormState[] = [
  'drafted',
  'released',
  'seen',
  'written',
  'signed',
  'sent-back',
  'closed',
]

/** The lines of one agency's cell for N-08, as they are read. */
function cell(facts: Partial<GridFacts>, agency = 'csc'): readonly string[] {
  const grid = gridOf({ ...nothing, ...facts }, today, calendar)
  const found = grid.rows[0]?.cells.find((each) => each.agency === agency)
  return (found?.items ?? []).map(({ name, words, standing }) => `${name} ${words} (${standing})`)
}

describe('a cell says', () => {
  it.each([
    [
      'what is to come',
      { chronology: { ...everyChronology.draft, due: day('2018-05-25') } },
      'Chronology begun, due 25 May (owed)',
    ],
    [
      'what is due today',
      { chronology: { ...everyChronology['not-started'], due: today } },
      'Chronology due today (owed)',
    ],
    ['what is late, in days', {}, 'Chronology 2 days late (late)'],
    [
      'that it was sent back',
      { chronology: everyChronology['sent-back'] },
      'Chronology sent back, 2 days late (late)',
    ],
    ['that it is in', { chronology: everyChronology.submitted }, 'Chronology in (in)'],
    [
      'that it came late',
      { chronology: { ...everyChronology.submitted, at: momentAt(day('2018-05-22'), '10:00') } },
      'Chronology in, 1 day late (in)',
    ],
    [
      'that it was accepted',
      { chronology: everyChronology.accepted, evaluation: everyEvaluation.accepted },
      'Chronology accepted, 2 days late (in)',
    ],
  ])('%s', (_, said, words) => {
    expect(cell({ returns: [aReturn('in', said)] })[0]).toBe(words)
  })

  it('that a family was known briefly, or the agency is not involved, and asks nothing', () => {
    expect(cell({ returns: [aReturn('brief')] })).toEqual(['Known briefly (brief)'])
    const sent = aReturn('brief', { chronology: everyChronology.submitted })
    expect(cell({ returns: [sent] })).toEqual(['Known briefly, entries in (brief)'])
    expect(cell({ returns: [aReturn('out')] })).toEqual(['Not involved  (out)'])
  })

  it('nothing when the agency does not know the case', () => {
    expect(cell({ returns: [aReturn('in')] }, 'edu')).toEqual([])
  })

  it('what the collator sends on', () => {
    expect(cell({ collations: [aCollation('open')] }, 'ccg')).toEqual(['Collation due 24 May (owed)'])
    expect(cell({ collations: [aCollation('sent')] }, 'ccg')).toEqual(['Collation in (in)'])
  })

  it('that the lead agency has not named the team', () => {
    expect(cell({ files: [aCaseFile('to-come', { team: null })] })).toEqual(['Team due today (owed)'])
    expect(cell({ files: [aCaseFile('to-come', { team: null })] }, 'edu')).toEqual([])
  })

  it('where the close-the-loop form is', () => {
    expect(cell({ forms: [aForm('drafted')] })).toEqual(['Form to release, due 7 June (owed)'])
    expect(cell({ forms: [aForm('seen')] })).toEqual(['Form with the worker, due 20 June (elsewhere)'])
    const question = {
      about: 'not-right',
      by: 'wes' as PersonId,
      askedAt: momentAt(day('2018-06-12'), '10:00'),
    } as const
    expect(cell({ forms: [aForm('seen', { question })] })).toEqual(['Form to answer, due 14 June (owed)'])
    expect(cell({ forms: [aForm('signed')] })).toEqual(['Form with the partnership (elsewhere)'])
  })
})

describe('the long list has a row', () => {
  it('until every agency said which children it knows', () => {
    const asked = gridOf({ ...nothing, files: [], replies: [aReply('asked')] }, day('2018-05-08'), calendar)
    expect(asked.rows.map(({ reference }) => reference)).toEqual(['N-2018-2'])
    expect(asked.rows[0]?.cells[0]?.items.map(({ name, words }) => `${name} ${words}`)).toEqual([
      'Receipt due today',
      'Involvement due 9 May',
    ])
    expect(gridOf({ ...nothing, files: [], replies: [aReply('given')] }, today, calendar).rows).toEqual([])
  })
})

const leads: ReadonlySet<string> = new Set([roundPosts.csc, roundPosts.edu, roundPosts.ccg, roundPosts.gp])

/** What waits for lead persons, from the duties that are derived from the same facts. */
function dutiesOf({ replies, files, returns, collations, forms }: GridFacts): readonly unknown[] {
  return [
    ...replies.flatMap(dutiesOfReply),
    ...files.flatMap(dutiesOfCase),
    ...returns.flatMap(dutiesOfReturn),
    ...collations.flatMap(dutiesOfCollation),
    ...forms.flatMap((form) => dutiesOfForm(form, calendar)),
  ]
    .filter(({ owes }) => leads.has(owes))
    .map(({ owes, subject, kind, due }) => ({ post: owes, subject, kind, due }))
}

/** Every state that something of a round can be in, one grid each. */
const everything: readonly (readonly [string, GridFacts])[] = [
  ...replyStates.map((state) => [`reply ${state}`, { ...nothing, replies: [aReply(state)] }] as const),
  ...partStates.flatMap((chronology) =>
    partStates.map((evaluation) => {
      const said = { chronology: everyChronology[chronology], evaluation: everyEvaluation[evaluation] }
      const returns: readonly Return[] = [aReturn('in', said)]
      return [`chronology ${chronology}, evaluation ${evaluation}`, { ...nothing, returns }] as const
    }),
  ),
  ...partStates.map((state) => {
    const returns = [aReturn('brief', { chronology: everyChronology[state] })]
    return [`known briefly, ${state}`, { ...nothing, returns }] as const
  }),
  ['not involved', { ...nothing, returns: [aReturn('out')] }],
  ...collationStates.map(
    (state) => [`collation ${state}`, { ...nothing, collations: [aCollation(state)] }] as const,
  ),
  ...panelStates.map((state) => [`panel ${state}`, { ...nothing, files: [aCaseFile(state)] }] as const),
  ['no team', { ...nothing, files: [aCaseFile('to-come', { team: null })] }],
  ...formStates.map((state) => [`form ${state}`, { ...nothing, forms: [aForm(state)] }] as const),
]

describe('the open cells of the grid are what waits for lead persons', () => {
  it.each(everything)('%s', (_, facts) => {
    for (const on of [today, addDays(today, 40)])
      expect(openCells(gridOf(facts, on, calendar))).toEqual(expect.arrayContaining([...dutiesOf(facts)]))
    expect(openCells(gridOf(facts, today, calendar))).toHaveLength(dutiesOf(facts).length)
  })

  it('and are not nothing in all of them', () => {
    expect(everything.filter(([, facts]) => dutiesOf(facts).length > 0).length).toBeGreaterThan(20)
  })
})

describe('how the grid stands', () => {
  it('says who is late, and how much is to come', () => {
    const returns = [
      aReturn('in'),
      aReturn('in', { agency: 'edu' as AgencyId, chronology: everyChronology.submitted }),
    ]
    expect(gridInWords(gridOf({ ...nothing, returns }, today, calendar))).toBe(
      "1 is late: Children's Social Care 1. 2 are still to come.",
    )
    const form = aForm('closed', { id: 'f' as FormId })
    expect(gridInWords(gridOf({ ...nothing, forms: [form] }, today, calendar))).toBe('Everything is in.')
  })

  it('names the forms that workers still write when the agencies owe nothing', () => {
    const forms = [aForm('seen'), aForm('closed', { id: 'f' as FormId })]
    expect(gridInWords(gridOf({ ...nothing, forms }, today, calendar))).toBe(
      'Everything is in but 1 close-the-loop form.',
    )
  })
})

describe('before a release', () => {
  it('is said without whose chronologies: not those known briefly or not involved', () => {
    const missing = aReturn('in')
    const all = [
      missing,
      aReturn('in', { chronology: everyChronology.accepted }),
      aReturn('brief'),
      aReturn('out'),
    ]
    expect(withoutChronology(all)).toEqual([missing])
  })

  it('the view says so by case, to those who may release', () => {
    const facts = { ...nothing, round: aRound('evaluating'), returns: [aReturn('in')] }
    const bea = { posts: new Set(), offices: new Set(['business-manager']), person: 'bea', name: 'B' }
    const looking = { actor: bea as never, today, calendar, holders: new Map() }
    expect(viewOfGrid(facts, looking).release).toEqual({
      to: 'qa',
      due: 'due today',
      missing: ["Case N-08: Children's Social Care"],
    })
    const nobody = { ...bea, offices: new Set() }
    expect(viewOfGrid(facts, { ...looking, actor: nobody as never }).release).toBeNull()
  })
})
