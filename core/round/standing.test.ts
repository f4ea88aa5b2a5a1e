import { describe, expect, it } from 'vitest'

import { aRound } from '#tests/fixtures/a-round.ts'

import { day } from '../calendar/day.ts'
import type { DutyKind } from '../duties/duty.ts'
import type { Round } from './round.ts'
import { CLOSE_THE_LOOP, standings } from './standing.ts'
import { timetableOf } from './timetable.ts'
import type { TimetableDay } from './timetable.ts'

const formsDue: TimetableDay = {
  id: CLOSE_THE_LOOP,
  stage: CLOSE_THE_LOOP,
  title: '',
  who: [],
  state: 'set',
  from: day('2018-06-20'),
  to: day('2018-06-20'),
  moved: false,
  bankHoliday: false,
}

function formsStand(today: string, open: DutyKind) {
  return standings(aRound('panel-held'), [formsDue], new Set([open]), day(today))
}

/** How the days that are asked for stand, in the round of May 2018. */
function stand(round: Round, today: string, open: readonly DutyKind[], ...ids: readonly string[]) {
  const { days } = timetableOf(round.method, round.start, round.leftOut, { bankHolidays: new Set() })
  const all = standings(round, days, new Set(open), day(today))
  return ids.map((id) => all[days.findIndex((each) => each.id === id)])
}

describe('a day of the timetable', () => {
  it('is late when it has gone by and something of it is open', () => {
    const round = aRound('list-sent')
    expect(
      stand(
        round,
        '2018-05-10',
        ['say-involvement', 'select-cases'],
        'long-list',
        'involvement',
        'selection',
      ),
    ).toEqual(['done', 'late', 'today'])
  })

  it('is done before its day when nothing of it is open any more', () => {
    expect(
      stand(aRound('evaluating'), '2018-05-14', ['send-evaluation'], 'chronologies', 'sign-off'),
    ).toEqual(['done', 'to-come'])
  })

  it('is not done because nobody was asked yet', () => {
    const none = stand(aRound('draft'), '2018-04-16', [], 'cohort', 'long-list', 'chronologies', 'panel')
    expect(none).toEqual(['next', 'to-come', 'to-come', 'to-come'])
  })

  it('has a long list that is late while it was not sent', () => {
    expect(stand(aRound('approved'), '2018-05-09', [], 'long-list', 'involvement')).toEqual(['late', 'today'])
  })

  it('is shared by several acts until all of them are done', () => {
    // Day 2: the list goes out and is received; day 13: evaluations are in, the chronology goes to quality assurance.
    expect(stand(aRound('list-sent'), '2018-05-09', ['confirm-receipt'], 'long-list')).toEqual(['late'])
    expect(stand(aRound('evaluating'), '2018-05-24', ['release-to-qa'], 'chronology-to-qa')).toEqual(['late'])
  })

  it('has simply passed when nothing that we know of belongs to it', () => {
    expect(stand(aRound('list-sent'), '2018-05-09', [], 'cohort')).toEqual(['passed'])
  })

  it('has not gone by in a draft, whose days are still moved', () => {
    expect(stand(aRound('draft'), '2018-05-09', [], 'cohort', 'long-list')).toEqual(['to-come', 'to-come'])
  })

  it('is the day of the close-the-loop forms, late while one of them is not written', () => {
    expect(formsStand('2018-06-18', 'write-form')).toEqual(['next'])
    expect(formsStand('2018-06-21', 'write-form')).toEqual(['late'])
    expect(formsStand('2018-06-21', 'review-form')).toEqual(['passed'])
  })

  it('is panel day until panel day was closed', () => {
    expect(stand(aRound('evaluating'), '2018-06-07', ['record-panel'], 'panel')).toEqual(['late'])
    expect(stand(aRound('panel-held'), '2018-06-07', [], 'panel')).toEqual(['done'])
  })
})
