import { describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import { momentAt } from '#core/calendar/moment.ts'
import { anAction, anActionWithMoreTimeAsked, everyState } from '#tests/fixtures/an-action.ts'

import type { Action } from './action.ts'
import type { Answer } from './commands.ts'
import { decide } from './decide.ts'

const today = day('2018-06-12')
const now = momentAt(today, '10:00')
const reason = 'Because of this.'

type State = Action['state']
type Row = { readonly answer: Answer; readonly from: State; readonly to: State; readonly tells: object }

/** Each deed, the one state that it fits, and what it makes of it. */
const deeds: readonly Row[] = [
  {
    answer: { deed: 'report-done', whatWasDone: 'Rang.', evidence: 'Note.' },
    from: 'open',
    to: 'reported-done',
    tells: { whatWasDone: 'Rang.', evidence: 'Note.', reportedAt: now },
  },
  {
    answer: { deed: 'ask-for-time', until: day('2018-06-20'), reason },
    from: 'open',
    to: 'more-time-asked',
    tells: { until: '2018-06-20', reason, askedAt: now, due: '2018-06-13' },
  },
  {
    answer: { deed: 'question', question: 'cannot-do', reason },
    from: 'open',
    to: 'questioned',
    tells: { question: 'cannot-do', reason, askedAt: now },
  },
  {
    answer: { deed: 'confirm' },
    from: 'reported-done',
    to: 'confirmed',
    tells: { confirmedAt: now, whatWasDone: 'Rang the school after the visit.' },
  },
  {
    answer: { deed: 'dispute', reason },
    from: 'reported-done',
    to: 'open',
    tells: { openedAt: now, opening: 2, again: { because: 'disputed', reason, at: now } },
  },
  {
    answer: { deed: 'agree-time' },
    from: 'more-time-asked',
    to: 'open',
    tells: { due: '2018-06-22', opening: 2, again: { because: 'more-time-agreed', at: now } },
  },
  {
    answer: { deed: 'keep-day', reason },
    from: 'more-time-asked',
    to: 'open',
    tells: { due: '2018-06-13', opening: 2, again: { because: 'day-kept', reason, at: now } },
  },
  {
    answer: { deed: 'keep-action', reason },
    from: 'questioned',
    to: 'open',
    tells: { due: '2018-06-13', opening: 2, again: { because: 'question-answered', reason, at: now } },
  },
  {
    answer: { deed: 'withdraw', reason },
    from: 'questioned',
    to: 'withdrawn',
    tells: { reason, withdrawnAt: now },
  },
]

const states = Object.keys(everyState) as State[]

describe.each(deeds)('"$answer.deed"', ({ answer, from, to, tells }) => {
  it(`turns ${from} into ${to} and keeps what was said and when`, () => {
    const decision = decide(everyState[from], answer, now, today)
    expect(decision).toMatchObject({ ok: true, value: { state: to, ...tells } })
  })

  it.each(states.filter((state) => state !== from))('changes nothing when the action is %s', (state) => {
    expect(decide(everyState[state], answer, now, today)).toEqual({ ok: false, reason: 'already-answered' })
  })

  it('changes nothing the second time', () => {
    const once = decide(everyState[from], answer, now, today)
    const twice = once.ok && decide(once.value, answer, now, today)
    expect(twice).toEqual({ ok: false, reason: 'already-answered' })
  })

  it('leaves number, posts, words and version as they were', () => {
    const before = everyState[from]
    const decision = decide(before, answer, now, today)
    const { id, number, reference, owner, raiser, climb, what, help, recordedOn, chases, version } = before
    expect(decision).toMatchObject({
      value: { id, number, reference, owner, raiser, climb, what, help, recordedOn, chases, version },
    })
  })
})

it('leaves no words of the report on an action that is open again', () => {
  const decision = decide(everyState['reported-done'], { deed: 'dispute', reason }, now, today)
  expect(decision.ok && Object.keys(decision.value)).not.toContain('whatWasDone')
})

describe('a later day', () => {
  it.each([
    ['2018-06-11', '2018-06-08', 'day-is-past'],
    ['2018-06-11', '2018-06-20', 'day-is-past'],
    ['2018-06-12', '2018-06-12', 'day-is-not-later'],
    ['2018-06-13', '2018-06-13', 'day-is-not-later'],
    ['2018-06-13', '2018-06-20', 'day-is-not-later'],
  ])('%s for an action due on %s is refused: %s', (until, due, why) => {
    expect(ask(until, due)).toEqual({ ok: false, reason: why })
  })

  it.each([
    ['2018-06-12', '2018-06-11'],
    ['2018-06-14', '2018-06-13'],
  ])('%s for an action due on %s may be asked for', (until, due) => {
    expect(ask(until, due)).toMatchObject({ ok: true, value: { until } })
  })

  it('is agreed with the reason for which it was asked', () => {
    const asked = anActionWithMoreTimeAsked({ reason: 'Legal services meet on Thursday.' })
    expect(decide(asked, { deed: 'agree-time' }, now, today)).toMatchObject({
      value: { again: { reason: 'Legal services meet on Thursday.' } },
    })
  })
})

function ask(until: string, due: string) {
  return decide(anAction({ due: day(due) }), { deed: 'ask-for-time', until: day(until), reason }, now, today)
}
