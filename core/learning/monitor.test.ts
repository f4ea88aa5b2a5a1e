import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { bankHolidays } from '../calendar/bank-holidays.ts'
import { addDays, day } from '../calendar/day.ts'
import { momentAt } from '../calendar/moment.ts'
import { monitorOf } from './monitor.ts'
import type { MonitorAction, MonitorForm } from './monitor.ts'
import type { Counted } from './views.ts'

const today = day('2018-06-25')
const calendar = { bankHolidays: new Set(bankHolidays.map(day)) }
const anAction = (said: Partial<MonitorAction>): MonitorAction => ({
  id: 'a',
  round: 'N-2018-2',
  agency: 'Police',
  raiser: 'Schools (lead person)',
  number: 'A7',
  reference: 'N-08',
  state: 'open',
  due: day('2018-06-13'),
  chases: 0,
  reportedAt: null,
  ...said,
})
const aForm = (said: Partial<MonitorForm>): MonitorForm => ({
  id: 'f',
  round: 'N-2018-2',
  agency: 'Early Help',
  reference: 'N-14',
  state: 'released',
  due: day('2018-06-20'),
  chases: 0,
  goesOn: true,
  ...said,
})
const rounds = [
  { id: 'r1', code: 'N-2018-2', theme: 'Neglect', stands: 'Panel day was held' },
  { id: 'r2', code: 'D-2018-1', theme: 'Domestic abuse', stands: 'Complete' },
]
const sum = (counts: readonly number[]) => counts.reduce((all, n) => all + n, 0)
const isWhole = ({ actions: of, forms: in_ }: Counted) => {
  expect(sum(Object.values(of.groups))).toBe(of.all)
  expect(sum(Object.values(in_.places))).toBe(in_.all)
}
const monitor = (actions: readonly MonitorAction[], forms: readonly MonitorForm[] = [], open = 0) =>
  monitorOf({ rounds, actions, forms, escalations: { open, ended: 1 } }, today, calendar)

describe('what the subgroup monitors', () => {
  it('says what is late, who is silent, and how many concerns are open', () => {
    const silent = anAction({ state: 'reported-done', reportedAt: momentAt(day('2018-06-15'), '10:00') })
    expect(monitor([anAction({}), silent], [aForm({})], 2).says).toBe(
      '2 things are late. 1 answer is missing from those who asked. 2 concerns are open.',
    )
    expect(monitor([anAction({ state: 'confirmed' })]).says).toBe('Nothing is late.')
  })

  it('lists what is late with reference, day and agency, the longest first', () => {
    const { late } = monitor([anAction({})], [aForm({}), aForm({ id: 'g', due: day('2018-05-20') })])
    expect(late.map(({ number, reference, who, says }) => [number, reference, who, says])).toEqual([
      ['Form', 'N-14', 'Early Help', 'due 20 May, 36 days late'],
      ['A7', 'N-08', 'Police', 'due 13 June, 12 days late'],
      ['Form', 'N-14', 'Early Help', 'due 20 June, 5 days late'],
    ])
  })

  it.each([
    ['2018-06-18', 1],
    ['2018-06-19', 0],
  ])('whoever asked is silent after five working days: reported done on %s', (on, silent) => {
    const action = anAction({ state: 'reported-done', reportedAt: momentAt(day(on), '10:00') })
    expect(monitor([action]).silent).toHaveLength(silent)
  })

  it('nothing of a round that was closed is late: nobody can send it any more', () => {
    const form = aForm({ due: day('2018-06-01') })
    expect(monitor([], [form]).late).toHaveLength(1)
    expect(monitor([], [{ ...form, goesOn: false }]).late).toEqual([])
  })

  it('counts how often the partnership had to ask', () => {
    const { agencies, all } = monitor([anAction({ chases: 2 })], [aForm({ chases: 1 })]).rounds[0] ?? {}
    expect(agencies?.map(({ name, actions, forms }) => [name, actions.chased, forms.chased])).toEqual([
      ['Early Help', 0, 1],
      ['Police', 2, 0],
    ])
    expect([all?.actions.chased, all?.forms.chased]).toEqual([2, 1])
  })

  it('a round in which nothing was agreed is there, with nothing in it', () => {
    expect(monitor([anAction({})]).rounds[1]).toMatchObject({ agencies: [], all: { actions: { all: 0 } } })
  })

  it('groups sum to their whole, agencies to their round, rounds to everything', () => {
    const due = fc.integer({ min: -80, max: 80 }).map((n) => addDays(today, n))
    const common = {
      id: fc.uuid(),
      round: fc.constantFrom('N-2018-2', 'D-2018-1'),
      agency: fc.constantFrom('Police', 'Schools', 'GPs'),
      reference: fc.constant('N-08'),
      due,
      chases: fc.nat(5),
    }
    const actions = fc.array(
      fc.record({
        ...common,
        raiser: fc.constant('Schools'),
        number: fc.constant('A1'),
        state: fc.constantFrom(
          'open',
          'more-time-asked',
          'questioned',
          'reported-done',
          'confirmed',
          'withdrawn',
        ),
        reportedAt: fc.option(due.map((on) => momentAt(on, '12:00'))),
      }),
    )
    const forms = fc.array(
      fc.record({
        ...common,
        goesOn: fc.boolean(),
        state: fc.constantFrom('drafted', 'released', 'seen', 'written', 'signed', 'sent-back', 'closed'),
      }),
    )
    fc.assert(
      fc.property(actions, forms, (some, more) => {
        const view = monitor(some, more)
        for (const { agencies, all } of view.rounds) {
          for (const each of [...agencies, all]) isWhole(each)
          expect(sum(agencies.map((each) => each.actions.all))).toBe(all.actions.all)
          expect(sum(agencies.map((each) => each.forms.all))).toBe(all.forms.all)
          expect(sum(agencies.map((each) => each.actions.chased))).toBe(all.actions.chased)
        }
        expect(sum(view.rounds.map(({ all }) => all.actions.all))).toBe(some.length)
        expect(sum(view.rounds.map(({ all }) => all.forms.all))).toBe(more.length)
        const late = view.rounds.map(({ all: { actions: of } }) => of.groups.late + of.groups['very-late'])
        expect(view.late.filter(({ number }) => number !== 'Form')).toHaveLength(sum(late))
      }),
    )
  })
})
