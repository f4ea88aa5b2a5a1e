import { describe, expect, it } from 'vitest'

import { day } from '../calendar/day.ts'
import { momentAt } from '../calendar/moment.ts'
import { parseLadder } from './commands.ts'
import { openStage } from './decide.ts'
import { isUsable, nextRung } from './ladder.ts'
import { LADDERS, ladderFor } from './library.ts'

const times = (id: string) => ladderFor(id, false)?.rungs.map(({ reply }) => reply)

describe('the ladders', () => {
  it('each has its own name; all but the one whose times are not published can be used', () => {
    expect(LADDERS.map((ladder) => [ladder.id, isUsable(ladder)])).toEqual([
      ['generic', true],
      ['intra-agency', true],
      ['sefton', true],
      ['lincolnshire', true],
      ['leicester', false],
    ])
  })

  it('the default is that between agencies, and another inside one of them', () => {
    expect(ladderFor(undefined, false)?.id).toBe('generic')
    expect(ladderFor(undefined, true)?.id).toBe('intra-agency')
    expect(ladderFor('elsewhere', false)).toBeUndefined()
  })

  it('the published times stand as they were published', () => {
    expect(times('generic')).toEqual([3, 5, 2, 5, 'day-set'])
    expect(times('lincolnshire')).toEqual([2, 5, 2, 'day-set'])
    expect(times('sefton')).toEqual([5, 4, 'day-set'])
  })

  it('Leicester’s carries no escalation before its times are filled in', () => {
    const ladder = ladderFor('leicester', false)
    if (!ladder) throw new Error('no ladder')
    const today = day('2018-01-09')
    const when = { now: momentAt(today, '10:00'), today, calendar: { bankHolidays: new Set<never>() } }
    const stage = {
      ladder,
      rung: 0,
      addressee: 'lead-csc' as never,
      interimSafety: 'With the aunt.',
      due: today,
    }
    expect(openStage(stage, when)).toEqual({ ok: false, reason: 'ladder-not-filled' })
  })

  it('the last rung is the top', () => {
    const [generic] = LADDERS
    if (!generic) throw new Error('no ladder')
    expect([0, 3, 4].map((rung) => nextRung(generic, rung))).toEqual([1, 4, 4])
  })

  it.each([
    ['no rung', { rungs: [] }, 'rungs'],
    [
      'a time that is none',
      { rungs: [{ name: 'One', between: 'All', reply: 0, tellsOffice: false }] },
      'reply',
    ],
    ['another version', { schemaVersion: 2 }, 'schemaVersion'],
  ])('is refused with %s', (_, wrong, where) => {
    expect(() => parseLadder({ ...LADDERS[0], ...wrong })).toThrow(where)
  })
})
