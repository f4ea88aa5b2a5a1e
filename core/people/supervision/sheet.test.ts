import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addDays, day } from '../../calendar/day.ts'
import { momentAt } from '../../calendar/moment.ts'
import { QUESTIONS } from '../../close-the-loop/beside.ts'
import { sheetInWords, sheetOf } from './sheet.ts'
import type { SheetAction, SheetForm } from './sheet.ts'

const today = day('2018-06-18')
const aSheetForm = (said: Partial<SheetForm>): SheetForm => ({
  id: 'f',
  reference: 'N-08',
  state: 'seen',
  due: day('2018-06-20'),
  question: null,
  meeting: 'booked',
  sentAt: null,
  ...said,
})
const aSheetAction = (said: Partial<SheetAction>): SheetAction => ({
  id: 'a',
  number: 'A7',
  reference: 'N-08',
  raiser: 'Schools (lead person)',
  state: 'open',
  due: day('2018-06-27'),
  until: null,
  question: null,
  reportedAt: null,
  ...said,
})
const at = (on: string) => momentAt(day(on), '16:00')

/** In which column a thing stands, and what is said of it. */
function placeOf(form: SheetForm | undefined, action?: SheetAction) {
  const sheet = sheetOf(form ? [form] : [], action ? [action] : [], today)
  return Object.entries(sheet).flatMap(([column, lines]) => lines.map(({ says }) => [column, says]))[0]
}

describe('the supervision sheet of a worker', () => {
  it.each([
    ['sent in time', { state: 'written', sentAt: at('2018-06-15') }, ['good', 'Sent on 15 June, on time']],
    ['sent, and late', { state: 'closed', sentAt: at('2018-06-22') }, ['good', 'Sent on 22 June']],
    [
      'sent back to the lead person',
      { state: 'sent-back', sentAt: at('2018-06-15') },
      ['good', 'Sent on 15 June, on time'],
    ],
    ['owed, its meeting booked', {}, ['to-do', 'Due 20 June, in 2 days']],
    ['owed tomorrow', { due: day('2018-06-19') }, ['to-do', 'Due tomorrow']],
    ['late', { due: day('2018-06-13'), meeting: 'held' }, ['help', 'Due 13 June, 5 days late']],
    ['without a meeting', { meeting: null }, ['help', 'The meeting has no time yet; due 20 June, in 2 days']],
    [
      'with times that nobody took',
      { meeting: 'proposed', due: day('2018-06-13') },
      ['help', 'No time for the meeting is taken yet; due 13 June, 5 days late'],
    ],
    ['questioned', { question: 'cannot-do' }, ['help', 'Says: “I can’t do this”. The lead person answers']],
  ] as const)('a form that is %s', (_, said, place) => {
    expect(placeOf(aSheetForm(said))).toEqual(place)
  })

  it('holds no form that the worker does not know of yet, and nothing that is no longer asked', () => {
    expect(placeOf(aSheetForm({ state: 'drafted' }))).toBeUndefined()
    expect(placeOf(undefined, aSheetAction({ state: 'withdrawn' }))).toBeUndefined()
  })

  it.each([
    [{}, ['to-do', 'Due 27 June, in 9 days']],
    [{ due: day('2018-06-17') }, ['help', 'Due 17 June, 1 day late']],
    [
      { state: 'more-time-asked', until: day('2018-07-06') },
      ['help', 'Asks for more time until 6 July. It waits for Schools (lead person)'],
    ],
    [
      { state: 'questioned', question: 'cannot-do' },
      ['help', 'Says: “I can’t do this”. It waits for Schools (lead person)'],
    ],
    [
      { state: 'reported-done', reportedAt: at('2018-06-15') },
      ['good', 'Reported done on 15 June, on time. It waits for Schools (lead person)'],
    ],
    [
      { state: 'confirmed', reportedAt: at('2018-07-02') },
      ['good', 'Done on 2 July. It happened: Schools (lead person) said so'],
    ],
  ] as const)('an action %o', (said, place) => {
    expect(placeOf(undefined, aSheetAction(said))).toEqual(place)
  })

  it('sums up what needs help first', () => {
    const sheet = sheetOf(
      [aSheetForm({}), aSheetForm({ meeting: null })],
      [aSheetAction({ state: 'confirmed' }), aSheetAction({ due: day('2018-06-01') })],
      today,
    )
    expect(sheetInWords(sheet)).toBe('2 need help, 1 to do, 1 done')
    expect(sheetInWords(sheetOf([], [], today))).toBe('Nothing is asked')
  })

  it('each thing stands in one column: the columns sum to what is asked', () => {
    const due = fc.integer({ min: -60, max: 60 }).map((n) => addDays(today, n))
    const moment = fc.option(due.map((on) => momentAt(on, '12:00')))
    const forms = fc.array(
      fc.record({
        id: fc.uuid(),
        reference: fc.constant('N-08'),
        state: fc.constantFrom('drafted', 'released', 'seen', 'written', 'signed', 'sent-back', 'closed'),
        due,
        question: fc.option(fc.constantFrom(...QUESTIONS)),
        meeting: fc.option(fc.constantFrom('proposed', 'booked', 'held')),
        sentAt: moment,
      }),
    )
    const actions = fc.array(
      fc.record({
        id: fc.uuid(),
        number: fc.constant('A1'),
        reference: fc.constant('N-08'),
        raiser: fc.constant('Schools'),
        state: fc.constantFrom(
          'open',
          'more-time-asked',
          'questioned',
          'reported-done',
          'confirmed',
          'withdrawn',
        ),
        due,
        until: fc.option(due),
        question: fc.option(fc.constantFrom('not-right', 'cannot-do')),
        reportedAt: moment,
      }),
    )
    fc.assert(
      fc.property(forms, actions, (some, more) => {
        const { good, 'to-do': toDo, help } = sheetOf(some, more, today)
        const shown = [...good, ...toDo, ...help].map(({ id }) => id)
        const asked = [
          ...some.filter(({ state }) => state !== 'drafted'),
          ...more.filter(({ state }) => state !== 'withdrawn'),
        ].map(({ id }) => id)
        expect(shown.toSorted()).toEqual(asked.toSorted())
        // What is late never hides among what is merely to do.
        const late = [...some, ...more].filter(({ due: by }) => by < today).map(({ id }) => id)
        expect(toDo.filter(({ id }) => late.includes(id))).toEqual([])
      }),
    )
  })
})
