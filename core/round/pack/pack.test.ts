import { describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import { momentAt } from '#core/calendar/moment.ts'
import { aForm } from '#tests/fixtures/a-form.ts'
import { everyChronology } from '#tests/fixtures/a-return.ts'
import { aReturn, everyEvaluation } from '#tests/fixtures/a-return.ts'
import { aCaseFile } from '#tests/fixtures/a-round.ts'

import { packInWords, packOf } from './pack.ts'
import type { PackAction, PackFacts, PackForm } from './pack.ts'
import { trackerOf } from './tracker.ts'

const today = day('2018-06-25')
const due = day('2018-06-20')
const form = (reference: string, said: Partial<PackForm>): PackForm => ({
  reference,
  state: 'signed',
  due,
  signedAt: null,
  ...said,
})
const action = (reference: string, state: PackAction['state'], on = '2018-06-13'): PackAction => ({
  reference,
  state,
  due: day(on),
})
const signed = (on: string) => ({ signedAt: momentAt(day(on), '16:00') })

const facts: PackFacts = {
  cases: ['N-14', 'N-02', 'N-05', 'N-08', 'N-11', 'N-17'],
  forms: [
    form('N-02', { state: 'closed', ...signed('2018-06-15') }),
    form('N-05', signed('2018-06-20')),
    form('N-08', signed('2018-06-22')),
    form('N-14', { state: 'released' }),
    form('N-17', { state: 'written', due: day('2018-06-25') }),
  ],
  actions: [
    action('N-08', 'confirmed'),
    action('N-08', 'reported-done'),
    action('N-08', 'open'),
    action('N-08', 'more-time-asked', '2018-06-25'),
    action('N-08', 'withdrawn'),
  ],
  parts: [
    { reference: 'N-08', ...everyChronology.submitted, at: momentAt(day('2018-05-22'), '00:30') },
    { reference: 'N-08', ...everyChronology.accepted, at: momentAt(day('2018-05-21'), '23:59') },
    { reference: 'N-08', ...everyChronology.draft, at: null },
  ],
}

describe('the pack of the subgroup', () => {
  const { rows, totals } = packOf(facts, today)
  const of = (reference: string) => rows.find((row) => row.reference === reference)

  it('lists the cases by reference', () => {
    expect(rows.map(({ reference }) => reference)).toEqual(['N-02', 'N-05', 'N-08', 'N-11', 'N-14', 'N-17'])
  })

  it.each([
    ['N-02', 'returned', 'Returned on 15 June'],
    ['N-05', 'returned', 'Returned on 20 June'],
    ['N-08', 'returned-late', 'Returned on 22 June, 2 days late'],
    ['N-11', 'none', 'No form is needed'],
    ['N-14', 'missing', 'Missing, due 20 June, 5 days late'],
    ['N-17', 'due', 'Due today'],
  ])('says of the form of %s: %s', (reference, standing, words) => {
    expect(of(reference)?.form).toEqual({ standing, words })
  })

  it('counts each action once, and those that were withdrawn never', () => {
    expect(of('N-08')?.actions).toEqual({ all: 4, open: 1, late: 1, waiting: 1, confirmed: 1 })
  })

  it('counts what came late and what has not come, by the day in England', () => {
    expect(of('N-08')?.returnsLate).toBe(2)
  })

  it('sums up', () => {
    expect(totals).toMatchObject({ forms: 5, returned: 3, returnedLate: 1, missing: 1, returnsLate: 2 })
    expect(packInWords(totals)).toBe(
      '3 of 5 forms are returned, 1 of them late. 1 is missing. 1 action is late.',
    )
  })
})

describe('the tracker', () => {
  const workbook = trackerOf(
    {
      round: { code: 'N-2018-2', theme: 'Neglect' },
      actions: [
        {
          number: 'A2',
          reference: 'N-08',
          what: '=HYPERLINK("x")',
          owner: 'GPs (lead person)',
          raiser: 'QA manager',
          due: day('2018-06-22'),
          state: 'open',
          until: null,
          chases: 1,
        },
      ],
      returns: [
        aReturn('in', { chronology: everyChronology.submitted, evaluation: everyEvaluation.submitted }),
        aReturn('brief'),
        aReturn('out'),
      ],
      files: [aCaseFile('confirmed')],
      forms: [aForm('signed')],
      agency: () => "Children's Social Care",
    },
    { at: momentAt(today, '10:04'), today },
  )
  const rowsOf = (name: string) => workbook.sheets.find((sheet) => sheet.name === name)?.rows

  it('has a sheet each for actions, returns, grades and the loop', () => {
    expect(workbook.sheets.map(({ name }) => name)).toEqual([
      'Actions',
      'Returns',
      'Grades',
      'Close the loop',
    ])
    for (const { columns, rows } of workbook.sheets)
      for (const row of rows) expect(row).toHaveLength(columns.length)
  })

  it('says in days how late an action is, and leaves what was typed as it is', () => {
    expect(rowsOf('Actions')).toEqual([
      ['N-08', 'A2', '=HYPERLINK("x")', 'GPs (lead person)', 'QA manager', '2018-06-22', 'To do', 3, 1],
    ])
  })

  it('has days as days, and nothing for an agency that is not asked', () => {
    expect(rowsOf('Returns')?.map((row) => [row[2], row[3], row[5], row[6], row[8]])).toEqual([
      ['Both parts', '2018-05-21', '2018-05-21', '2018-05-23', '2018-05-23'],
      ['Known briefly', null, null, null, null],
      ['Not involved', null, null, null, null],
    ])
  })

  it('keeps both grades beside each other', () => {
    expect(rowsOf('Grades')).toEqual([
      ['N-08', "Children's Social Care", 'Good', 'Requires improvement', 'Changed'],
      ['N-08', 'Partnership', null, 'Requires improvement', 'Confirmed'],
    ])
  })
})
