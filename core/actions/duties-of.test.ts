import { describe, expect, it } from 'vitest'

import { bankHolidays } from '#core/calendar/bank-holidays.ts'
import { day } from '#core/calendar/day.ts'
import { momentAt } from '#core/calendar/moment.ts'
import {
  anAction,
  anActionOpenAgain,
  anActionReportedDone,
  everyState,
  posts,
} from '#tests/fixtures/an-action.ts'

import type { Action } from './action.ts'
import { dutiesOf } from './duties-of.ts'

const calendar = { bankHolidays: new Set(bankHolidays) }
const owed = (action: Action) => dutiesOf(action, calendar)

describe('what is owed', () => {
  it('while open: the owner does it for the raiser by the due day', () => {
    expect(owed(anAction())).toEqual([
      {
        kind: 'do-action',
        subject: { kind: 'action', id: 'action-2' },
        opening: 1,
        owes: posts.owner,
        owed: posts.raiser,
        climb: anAction().climb,
        reference: 'N-08',
        number: 'A2',
        what: anAction().what,
        due: '2018-06-13',
        openedAt: anAction().openedAt,
        chases: 0,
        restsUntil: null,
      },
    ])
  })

  it.each([
    ['reported-done', 'say-whether-it-happened'],
    ['more-time-asked', 'answer-more-time'],
    ['questioned', 'answer-question'],
  ] as const)('when %s: the raiser owes "%s" to the owner, three working days later', (state, kind) => {
    // Asked on Tuesday 12 June 2018.
    expect(owed(everyState[state])).toMatchObject([
      { kind, owes: posts.raiser, owed: posts.owner, due: '2018-06-15' },
    ])
  })

  it.each(['confirmed', 'withdrawn'] as const)('when %s: nothing, by nobody', (state) => {
    expect(owed(everyState[state])).toEqual([])
  })

  it('when open again: a new duty, since it was opened again', () => {
    const action = anActionOpenAgain()
    expect(owed(action)).toMatchObject([{ kind: 'do-action', opening: 2, openedAt: action.openedAt }])
  })
})

it.each([
  ['Thursday before the late May bank holiday', '2018-05-24', '2018-05-30'],
  ['Friday', '2018-06-15', '2018-06-20'],
  ['Saturday', '2018-06-16', '2018-06-20'],
  ['Friday before Christmas', '2018-12-21', '2018-12-28'],
])('gives the raiser three working days from a %s', (_, on, until) => {
  const reportedAt = momentAt(day(on), '16:45')
  expect(owed(anActionReportedDone({ reportedAt }))).toMatchObject([{ due: until }])
})

it('counts the raiser’s days from the day in England, also shortly after midnight in summer', () => {
  // 23:30 in UTC is half past midnight on Wednesday 13 June.
  const reportedAt = momentAt(day('2018-06-13'), '00:30')
  expect(reportedAt).toBe('2018-06-12T23:30:00.000Z')
  expect(owed(anActionReportedDone({ reportedAt }))).toMatchObject([{ due: '2018-06-18' }])
})
