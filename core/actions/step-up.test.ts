import { describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import { momentAt } from '#core/calendar/moment.ts'
import { anAction, everyState, posts } from '#tests/fixtures/an-action.ts'

import type { Action } from './action.ts'
import type { Answer } from './commands.ts'
import { decide } from './decide.ts'
import { dutiesOf } from './duties-of.ts'

const calendar = { bankHolidays: new Set<never>() }
const today = day('2018-06-12')
const now = momentAt(today, '10:00')
const later = { deed: 'ask-for-time', until: day('2018-07-20'), reason: 'It goes to the panel.' } as const

function must(action: Action, answer: Answer, on = '2018-06-12'): Action {
  const decided = decide(action, answer, momentAt(day(on), '10:00'), day(on))
  if (!decided.ok) throw new Error(decided.reason)
  return decided.value
}
const asks = (action: Action) => dutiesOf(action, calendar).filter(({ kind }) => kind === 'consider-step-up')

/** The owner asked for time because of a panel, and the raiser agreed. */
const waits = must(must(anAction(), { ...later, waitsFor: 'The panel of 20 July' }), { deed: 'agree-time' })

describe('an action that waits for a meeting', () => {
  it('its raiser is asked after five working days whether it can be stepped up now', () => {
    expect(asks(waits)).toMatchObject([
      { owes: posts.raiser, due: '2018-06-19', openedAt: momentAt(day('2018-06-19'), '09:00') },
    ])
    expect(asks(must(must(anAction(), later), { deed: 'agree-time' }))).toEqual([])
  })

  it('is not asked about beside the question whether it may take longer', () => {
    expect(asks(must(anAction(), { ...later, waitsFor: 'A panel' }))).toEqual([])
  })

  it('each time that its raiser waits on is another question', () => {
    const again = must(waits, { deed: 'wait-longer' }, '2018-06-20')
    const [first] = asks(waits)
    const [second] = asks(again)
    expect(second).toMatchObject({ due: '2018-06-27' })
    expect(second?.opening).not.toBe(first?.opening)
  })

  it.each([
    ['it is said to be done', { deed: 'report-done', whatWasDone: 'Seen.', evidence: 'Note.' }],
    ['something is not right with it', { deed: 'question', question: 'not-right', reason: 'No.' }],
  ] as const)('is asked no more when %s', (_, answer) => {
    expect(asks(must(waits, answer))).toEqual([])
  })

  it('waits no more when it is open again, or its day was kept', () => {
    const done = must(waits, { deed: 'report-done', whatWasDone: 'Seen.', evidence: 'Note.' })
    expect(asks(must(done, { deed: 'dispute', reason: 'Nobody came.' }))).toEqual([])
    const asked = must(anAction(), { ...later, waitsFor: 'A panel' })
    expect(asks(must(asked, { deed: 'keep-day', reason: 'The child cannot wait.' }))).toEqual([])
  })

  it('"wait on" fits no action that waits for nothing', () => {
    for (const action of Object.values(everyState))
      expect(decide(action, { deed: 'wait-longer' }, now, today)).toEqual({
        ok: false,
        reason: 'already-answered',
      })
  })
})
