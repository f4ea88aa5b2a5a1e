import { describe, expect, it } from 'vitest'

import { bankHolidays } from '../calendar/bank-holidays.ts'
import { day } from '../calendar/day.ts'
import { parseMethod } from '../method/method.ts'
import type { Method } from '../method/method.ts'
import { oldhamFull } from '../method/oldham-full.ts'
import { PRINTED_COLUMNS } from '../method/schema-of-days.ts'
import { PRINTED_HEADINGS, printedRow } from './timetable-printed.ts'
import { dueOn, slotDay, timetableOf } from './timetable.ts'
import type { Timetable } from './timetable.ts'

const calendar = { bankHolidays: new Set(bankHolidays) }
const full = read(oldhamFull)

const may = timetableOf(full, day('2018-05-07'), [day('2018-05-28')], calendar)
const november = timetableOf(full, day('2018-11-05'), [], calendar)

/** Every row of the table in rules.md 2.1: the day's id, then V1 and V2. */
describe.each([
  ['cohort', '2018-05-07', '2018-11-05'],
  ['long-list', '2018-05-08', '2018-11-06'],
  ['involvement', '2018-05-09', '2018-11-07'],
  ['selection', '2018-05-10', '2018-11-08'],
  ['returns-open', '2018-05-11', '2018-11-09'],
  ['evaluating', '2018-05-14 2018-05-18', '2018-11-12 2018-11-16'],
  ['chronologies', '2018-05-21', '2018-11-19'],
  ['collated-inputs', '2018-05-21', '2018-11-19'],
  ['sign-off', '2018-05-22', '2018-11-20'],
  ['evaluations', '2018-05-23', '2018-11-21'],
  ['chronology-to-qa', '2018-05-23', '2018-11-21'],
  ['collator-sends-on', '2018-05-24', '2018-11-22'],
  ['chronology-to-panel', '2018-05-24', '2018-11-22'],
  ['documents-saved', '2018-05-25', '2018-11-23'],
  ['case-stories', '2018-06-04', '2018-11-26'],
  ['chair-prepares', '2018-06-05', '2018-11-27'],
  ['panel', '2018-06-06', '2018-11-28'],
  ['overview', '2018-06-07 2018-06-08', '2018-11-29 2018-11-30'],
  ['share-notes', '2018-06-08', '2018-11-30'],
  ['independent-overview', '2018-06-11 2018-06-22', '2018-12-03 2018-12-14'],
  ['updates', '2018-06-25', '2018-12-17'],
  ['briefings', '2018-06-25', '2018-12-17'],
  ['subgroup', '2018-06-25 2018-06-29', '2018-12-17 2018-12-21'],
])('%s', (id, v1, v2) => {
  it(`is on ${v1} in the round of May 2018 (V1)`, () => {
    expect(spanIn(may, id)).toBe(v1)
  })

  it(`is on ${v2} in the round of November 2018 (V2)`, () => {
    expect(spanIn(november, id)).toBe(v2)
  })
})

describe('the timetable', () => {
  it('has no day beside those of the table', () => {
    expect(may.days).toHaveLength(23)
  })

  it('has the close-the-loop forms ten working days after the panel, and not on a slot', () => {
    expect([may.closeTheLoop, november.closeTheLoop]).toEqual(['2018-06-20', '2018-12-12'])
    const late = timetableOf(full, day('2018-05-07'), [day('2018-05-28')], calendar, {
      panel: day('2018-08-22'),
    })
    expect(late.closeTheLoop).toBe('2018-09-06')
    const skipping = timetableOf(full, day('2018-05-07'), [day('2018-05-28'), day('2018-06-11')], calendar)
    expect(spanIn(skipping, 'independent-overview')).toBe('2018-06-18 2018-06-29')
    expect(skipping.closeTheLoop).toBe('2018-06-20')
  })

  it('marks a day on a bank holiday, which keeps its place', () => {
    expect(marked(may)).toEqual(['cohort'])
    const counted = timetableOf(full, day('2018-05-07'), [], calendar)
    expect(marked(counted)).toEqual(['cohort', 'case-stories'])
    const fromApril = timetableOf(full, day('2018-04-30'), [], calendar)
    expect(marked(fromApril)).toEqual(['evaluating', 'independent-overview'])
  })

  it('does not mark a span for a holiday in a week that is left out', () => {
    const leftOut = timetableOf(full, day('2018-04-23'), [day('2018-05-28')], calendar)
    expect(spanIn(leftOut, 'independent-overview')).toBe('2018-05-21 2018-06-08')
    expect(leftOut.days.find(({ id }) => id === 'independent-overview')).toMatchObject({ bankHoliday: false })
  })

  it('says when each duty is due: the last day of its place', () => {
    expect(dueOn(full, may, 'select')).toBe('2018-05-10')
    expect(dueOn(full, may, 'evaluation')).toBe('2018-05-23')
    expect(dueOn(full, may, 'collatorSendsOn')).toBe('2018-05-24')
    expect(dueOn(full, may, 'week7')).toBe('2018-06-25')
  })
})

describe('days that people set', () => {
  const moved = timetableOf(full, day('2018-11-05'), [], calendar, {
    overview: day('2018-11-29'),
    panel: day('2018-12-03'),
    'independent-overview': day('2018-12-18'),
    briefings: null,
  })

  it('stand where people put them, and are marked', () => {
    expect(spanIn(moved, 'panel')).toBe('2018-12-03')
    expect(moved.days.find(({ id }) => id === 'panel')).toMatchObject({ moved: true })
    expect(moved.days.find(({ id }) => id === 'updates')).toMatchObject({ moved: false })
  })

  it('move the end of a span, and its beginning only when that is later', () => {
    expect(spanIn(moved, 'independent-overview')).toBe('2018-12-03 2018-12-18')
    expect(spanIn(moved, 'overview')).toBe('2018-11-29')
    const early = timetableOf(full, day('2018-11-05'), [], calendar, { overview: day('2018-11-28') })
    expect(spanIn(early, 'overview')).toBe('2018-11-28')
  })

  it('leave every other day where it was, but for the forms, which follow the panel', () => {
    expect(spanIn(moved, 'share-notes')).toBe('2018-11-30')
    expect(moved.closeTheLoop).toBe('2018-12-17')
  })

  it('may be to be confirmed: then nothing is due', () => {
    const open = timetableOf(full, day('2018-11-05'), [], calendar, { panel: null })
    expect(open.days.find(({ id }) => id === 'panel')).toMatchObject({ state: 'to-be-confirmed' })
    expect([dueOn(full, open, 'panel'), open.closeTheLoop]).toEqual([null, null])
  })

  it('on a bank holiday are marked, and those moved away from one are not', () => {
    const bank = timetableOf(full, day('2018-05-07'), [], calendar, {
      panel: day('2018-08-27'),
      cohort: day('2018-05-08'),
    })
    expect(bank.days.find(({ id }) => id === 'panel')).toMatchObject({ bankHoliday: true })
    expect(bank.days.find(({ id }) => id === 'cohort')).toMatchObject({ bankHoliday: false })
  })
})

describe('the framework’s printed table', () => {
  it('has eight columns, each with its week (OLD-86)', () => {
    const headings = PRINTED_COLUMNS.map((column) => PRINTED_HEADINGS[column])
    expect(headings.map(({ title, week }) => (week ? `${title} (${week})` : title))).toEqual([
      'Dates of audit',
      'Audit theme: case details sent out (Week 1)',
      'Submission date for chronologies (Week 3)',
      'Submission date for case evaluations (Week 3)',
      'Multi-agency panel day (Week 4)',
      'Overview report (Week 4)',
      'Independent overview (Weeks 5-6)',
      '7 minute briefings (Week 7 onwards)',
    ])
    expect(Object.keys(printedRow(may, ''))).toEqual(PRINTED_COLUMNS)
  })

  it('has the round of May 2018 as it was printed (OLD-87)', () => {
    expect(
      Object.values(printedRow(may, 'Children associated with gangs and at risk of exploitation')),
    ).toEqual([
      '7 May 2018',
      'Children associated with gangs and at risk of exploitation – full audit',
      '21 May 2018',
      '23 May 2018 (24 May for Health)',
      '6 June 2018',
      '8 June 2018',
      '11 - 22 June 2018',
      '25 June 2018',
    ])
  })

  it('has the round of November 2018, whose overview was printed for day 19 (OLD-89)', () => {
    const printed = timetableOf(full, day('2018-11-05'), [], calendar, { overview: day('2018-11-29') })
    expect(Object.values(printedRow(printed, 'Child Sexual abuse within a familial context'))).toEqual([
      '5 November 2018',
      'Child Sexual abuse within a familial context – full audit',
      '19 November 2018',
      '21 November 2018 (22 November for Health)',
      '28 November 2018',
      '29 November 2018',
      '3 - 14 December 2018',
      '17 December 2018',
    ])
    expect(printedRow(november, '')['overview-report']).toBe('30 November 2018')
  })

  it('has a round whose days are to be confirmed (OLD-88)', () => {
    const ids = full.days.filter(({ id }) => id !== 'cohort').map(({ id }) => [id, null] as const)
    const august = timetableOf(condensed(), day('2018-08-06'), [], calendar, Object.fromEntries(ids))
    expect(Object.values(printedRow(august, 'Quality of assessments & Management oversight'))).toEqual([
      '6 August 2018',
      'Quality of assessments & Management oversight',
      ...Array.from({ length: 6 }, () => 'TBC'),
    ])
  })

  it('says both months or both years of a span that has two, and the year of a day that is of another', () => {
    const over = timetableOf(full, day('2018-05-14'), [day('2018-05-28')], calendar)
    expect(printedRow(over, '')['independent-overview']).toBe('18 - 29 June 2018')
    const summer = timetableOf(full, day('2018-05-28'), [], calendar)
    expect(printedRow(summer, '')['independent-overview']).toBe('25 June - 6 July 2018')
    const winter = timetableOf(full, day('2018-11-26'), [], calendar)
    expect(printedRow(winter, '')['independent-overview']).toBe('24 December 2018 - 4 January 2019')
    const open = timetableOf(full, day('2018-12-17'), [], calendar, { 'collator-sends-on': null })
    expect(printedRow(open, '').evaluations).toBe('2 January 2019 (TBC for Health)')
  })
})

describe('a slot', () => {
  it.each([
    [1, '2018-08-06'],
    [3, '2018-08-08'],
    [6, '2018-08-13'],
    [7, '2018-08-14'],
    [8, '2018-08-15'],
    [9, '2018-08-16'],
    [10, '2018-08-17'],
  ])('%i of the condensed round of August 2018 is %s (V4)', (slot, on) => {
    expect(slotDay(day('2018-08-06'), slot, [])).toBe(on)
  })

  it('of a method of ten days makes a timetable of two weeks (V4)', () => {
    const august = timetableOf(condensed(), day('2018-08-06'), [], calendar)
    expect([spanIn(august, 'panel'), august.closeTheLoop]).toEqual(['2018-08-16', '2018-08-31'])
  })

  it('is never on a Monday that is left out, two weeks running or the first', () => {
    const two = [day('2018-12-31'), day('2018-12-24')]
    expect(slotDay(day('2018-12-17'), 6, two)).toBe('2019-01-07')
    expect(slotDay(day('2018-12-24'), 1, two)).toBe('2019-01-07')
  })

  it.each([
    ['2018-05-08', 1],
    ['2018-05-07', 0],
    ['2018-05-07', 1.5],
  ])('of a round from %s, number %s, is a fault', (start, slot) => {
    expect(() => slotDay(day(start), slot, [])).toThrow(RangeError)
  })
})

function marked({ days }: Timetable): readonly string[] {
  return days.flatMap((each) => (each.state === 'set' && each.bankHoliday ? [each.id] : []))
}

function spanIn({ days }: Timetable, id: string): string {
  const found = days.find((each) => each.id === id)
  if (found?.state !== 'set') return ''
  return found.from === found.to ? found.to : `${found.from} ${found.to}`
}

/** The full method pressed into ten slots, with the condensed timetable's panel on the ninth (rules.md 2.2). */
function condensed(): Method {
  const ten: Readonly<Record<number, number>> = { 2: 1, 3: 2, 4: 3, 5: 4, 6: 4, 10: 5, 11: 6, 18: 9, 19: 10 }
  const slot = (n: number): number => ten[n] ?? (n < 5 ? n : n < 15 ? 6 : n < 18 ? 8 : 10)
  return read({
    ...full,
    id: 'ten-days',
    kind: 'condensed',
    days: full.days.map((each) => ({ ...each, from: slot(each.from), to: slot(each.to) })),
  })
}

function read(data: unknown): Method {
  const parsed = parseMethod(data)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.value
}
