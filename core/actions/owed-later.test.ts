import { describe, expect, it } from 'vitest'

import { bankHolidays } from '#core/calendar/bank-holidays.ts'
import { day } from '#core/calendar/day.ts'
import { momentAt } from '#core/calendar/moment.ts'
import {
  aConfirmedAction,
  anAction,
  anActionReportedDone,
  aWithdrawnAction,
  posts,
} from '#tests/fixtures/an-action.ts'

import type { Action } from './action.ts'
import { decide } from './decide.ts'
import { dutiesOf } from './duties-of.ts'

const calendar = { bankHolidays: new Set(bankHolidays) }
const kinds = (action: Action) => dutiesOf(action, calendar).map(({ kind }) => kind)
const theDuty = (action: Action, kind: string) =>
  dutiesOf(action, calendar).find((duty) => duty.kind === kind)
const today = day('2018-06-25')
const now = momentAt(today, '10:00')
const updateDue = day('2018-06-25')

describe('the update that an open action owes by the method’s update day', () => {
  it('is its owner’s, to the QA manager, asked three working days before', () => {
    expect(theDuty(anAction({ updateDue }), 'update-action')).toMatchObject({
      owes: posts.owner,
      owed: posts.qaManager,
      due: '2018-06-25',
      openedAt: momentAt(day('2018-06-20'), '09:00'),
    })
  })

  it('stands beside what is to be done', () => {
    expect(kinds(anAction({ updateDue }))).toEqual(['do-action', 'update-action'])
  })

  it.each([
    ['no round asks', anAction({ updateDue: null })],
    ['it was given', anAction({ updateDue, updatedAt: now })],
    ['the action is due on that very day', anAction({ updateDue, due: updateDue })],
    ['its owner says that it is done', anActionReportedDone({ updateDue })],
  ])('is not owed when %s', (_, action) => {
    expect(kinds(action)).not.toContain('update-action')
  })

  it('is given with words, and the action stays as it is', () => {
    const action = anAction({ updateDue })
    const decided = decide(action, { deed: 'update', how: 'The visit is on Friday.' }, now, today)
    expect(decided).toEqual({ ok: true, value: { ...action, updatedAt: now } })
    expect(decided.ok && kinds(decided.value)).toEqual(['do-action'])
  })

  it('is given once', () => {
    const said = { deed: 'update', how: 'Still.' } as const
    expect(decide(anAction({ updateDue, updatedAt: now }), said, now, today)).toMatchObject({ ok: false })
    expect(decide(anActionReportedDone({ updateDue }), said, now, today)).toMatchObject({ ok: false })
  })

  it('ends a promise, as any answer does', () => {
    const promised = anAction({ updateDue, restsUntil: day('2018-06-21') })
    const decided = decide(promised, { deed: 'update', how: 'It waits.' }, now, today)
    expect(decided).toMatchObject({ value: { restsUntil: null } })
  })

  it('closes with the action when its answer is that it is done', () => {
    const done = { deed: 'report-done', whatWasDone: 'Rang.', evidence: 'Note.' } as const
    const decided = decide(anAction({ updateDue }), done, now, today)
    expect(decided.ok && kinds(decided.value)).toEqual(['say-whether-it-happened'])
  })
})

describe('whether it helped', () => {
  const checkOn = day('2018-12-06')

  it('is asked of its raiser, ten working days before the half year is over', () => {
    expect(theDuty(aConfirmedAction({ checkOn }), 'check-impact')).toMatchObject({
      owes: posts.raiser,
      owed: posts.qaManager,
      due: '2018-12-06',
      openedAt: momentAt(day('2018-11-22'), '09:00'),
    })
  })

  it('is not asked where no round asks, or when it was said', () => {
    expect(kinds(aConfirmedAction())).toEqual([])
    expect(kinds(aConfirmedAction({ checkOn, impact: 'partly' }))).toEqual([])
  })

  it.each(['helped', 'partly', 'no'] as const)('"%s" is kept, once', (impact) => {
    const said = { deed: 'say-impact', impact, evidence: 'Ten records were read.' } as const
    const decided = decide(aConfirmedAction({ checkOn }), said, now, today)
    expect(decided).toMatchObject({ ok: true, value: { state: 'confirmed', impact } })
    expect(decided.ok && decide(decided.value, said, now, today)).toMatchObject({ ok: false })
  })

  it('is asked of no action that did not happen', () => {
    const said = { deed: 'say-impact', impact: 'helped', evidence: 'So it seems.' } as const
    expect(decide(anAction({ checkOn }), said, now, today)).toMatchObject({ ok: false })
    expect(kinds(anAction({ checkOn }))).toEqual(['do-action'])
  })
})

describe('an owner whose action was taken back', () => {
  it('is told, and says once that they saw it', () => {
    const action = aWithdrawnAction({ noticeOwed: true })
    expect(theDuty(action, 'see-ended')).toMatchObject({ owes: posts.owner, owed: posts.raiser })
    const seen = decide(action, { deed: 'seen' }, now, today)
    expect(seen).toMatchObject({ ok: true, value: { state: 'withdrawn', noticeOwed: false } })
    expect(seen.ok && kinds(seen.value)).toEqual([])
    expect(seen.ok && decide(seen.value, { deed: 'seen' }, now, today)).toMatchObject({ ok: false })
  })
})

it('a promise is about the state in which it was given: no answer carries it on', () => {
  const restsUntil = day('2018-06-28')
  const asked = decide(
    anAction({ restsUntil }),
    { deed: 'ask-for-time', until: day('2018-07-06'), reason: 'Leave.' },
    now,
    today,
  )
  expect(asked).toMatchObject({ ok: true, value: { restsUntil: null } })
  const confirmed = decide(anActionReportedDone({ restsUntil }), { deed: 'confirm' }, now, today)
  expect(confirmed).toMatchObject({ ok: true, value: { restsUntil: null } })
})
