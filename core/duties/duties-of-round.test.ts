import { describe, expect, it } from 'vitest'

import { bankHolidays } from '#core/calendar/bank-holidays.ts'
import { dutiesOfCase } from '#core/cases/duties-of.ts'
import { dutiesOfForm } from '#core/close-the-loop/duties-of.ts'
import { dutiesOfReply } from '#core/involvement/duties-of.ts'
import { dutiesOfCollation, dutiesOfReturn } from '#core/returns/duties-of.ts'
import { dutiesOfRound } from '#core/round/duties-of.ts'
import { aForm, formStates } from '#tests/fixtures/a-form.ts'
import {
  aCollation,
  aReturn,
  everyChronology,
  everyEvaluation,
  partStates,
} from '#tests/fixtures/a-return.ts'
import { aCaseFile, aReply, aRound } from '#tests/fixtures/a-round.ts'

import type { DutyFacts } from './duty.ts'

const calendar = { bankHolidays: new Set(bankHolidays) }

/** "send-chronology by lead-csc to bm, due 2018-05-21". */
function inShort(duties: readonly DutyFacts[]): readonly string[] {
  return duties.map(({ kind, owes, owed, due }) => `${kind} by ${owes} to ${owed}, due ${due}`)
}

describe('what the partnership owes for a round', () => {
  it.each([
    { round: aRound('draft'), owed: [] },
    { round: aRound('approved'), owed: ['send-long-list by bm to qa, due 2018-05-08'] },
    { round: aRound('list-sent'), owed: ['select-cases by bm to qa, due 2018-05-10'] },
    { round: aRound('evaluating'), owed: ['release-to-qa by bm to qa, due 2018-05-23'] },
    {
      round: aRound('evaluating', { releasedToQa: aRound('panel-held').heldAt }),
      owed: ['release-to-panel by bm to qa, due 2018-05-24'],
    },
    { round: aRound('panel-held'), owed: [] },
    { round: aRound('complete'), owed: [] },
  ])('$round.state: $owed', ({ round, owed }) => {
    expect(inShort(dutiesOfRound(round))).toEqual(owed)
  })

  it('nothing is owed for a release that was made', () => {
    const at = aRound('panel-held').heldAt
    expect(dutiesOfRound(aRound('evaluating', { releasedToQa: at, releasedToPanel: at }))).toEqual([])
  })
})

describe('what an agency owes because of the long list', () => {
  it.each([
    {
      reply: aReply('asked'),
      owed: [
        'confirm-receipt by lead-csc to bm, due 2018-05-08',
        'say-involvement by lead-csc to bm, due 2018-05-09',
      ],
    },
    { reply: aReply('received'), owed: ['say-involvement by lead-csc to bm, due 2018-05-09'] },
    { reply: aReply('given'), owed: [] },
  ])('$reply.state: $owed', ({ reply, owed }) => {
    expect(inShort(dutiesOfReply(reply))).toEqual(owed)
  })
})

describe('what an agency owes for one case', () => {
  const still = ['not-started', 'draft', 'sent-back']

  it.each(partStates)('each part by its own state and day: both %s', (state) => {
    const both = aReturn('in', { chronology: everyChronology[state], evaluation: everyEvaluation[state] })
    expect(inShort(dutiesOfReturn(both))).toEqual(
      still.includes(state)
        ? [
            'send-chronology by lead-csc to bm, due 2018-05-21',
            'send-evaluation by lead-csc to bm, due 2018-05-23',
          ]
        : [],
    )
  })

  it('one part sent leaves the other owed', () => {
    const one = aReturn('in', { chronology: everyChronology.submitted })
    expect(inShort(dutiesOfReturn(one))).toEqual(['send-evaluation by lead-csc to bm, due 2018-05-23'])
  })

  it('what was sent back is a new opening, from the moment at which it was', () => {
    const [duty] = dutiesOfReturn(aReturn('in', { chronology: everyChronology['sent-back'] }))
    expect(duty).toMatchObject({ opening: 2, openedAt: everyChronology['sent-back'].at })
  })

  it.each(['brief', 'out'] as const)('nothing, when it is %s (decisions.md 6)', (scope) => {
    expect(dutiesOfReturn(aReturn(scope))).toEqual([])
  })

  it('a collator owes the partnership its agencies’ returns, until they are sent on', () => {
    expect(inShort(dutiesOfCollation(aCollation('open')))).toEqual([
      'send-on by lead-ccg to bm, due 2018-05-24',
    ])
    expect(dutiesOfCollation(aCollation('sent'))).toEqual([])
  })
})

describe('what is owed for a selected case', () => {
  it('its team, until it is named (decisions.md 3)', () => {
    expect(inShort(dutiesOfCase(aCaseFile('confirmed', { team: null })))).toEqual([
      'name-team by lead-csc to bm, due 2018-05-23',
    ])
  })

  it.each([
    { panel: 'to-come' as const, owed: ['record-panel by qa to chair, due 2018-06-06'] },
    { panel: 'recorded' as const, owed: ['confirm-panel by chair to qa, due 2018-06-06'] },
    { panel: 'confirmed' as const, owed: [] },
  ])('the panel’s work, $panel: $owed', ({ panel, owed }) => {
    expect(inShort(dutiesOfCase(aCaseFile(panel)))).toEqual(owed)
  })
})

describe('what is owed because of a form', () => {
  const owed = {
    drafted: ['release-form by lead-csc to bm, due 2018-06-07'],
    released: ['see-form by worker-n08 to lead-csc, due 2018-06-20'],
    seen: ['write-form by worker-n08 to lead-csc, due 2018-06-20'],
    written: ['sign-form by lead-csc to bm, due 2018-06-20'],
    'sent-back': ['sign-form by lead-csc to bm, due 2018-06-20'],
    signed: ['review-form by bm to lead-csc, due 2018-06-18'],
    closed: [],
  }

  it.each(formStates)('one thing at a time: %s', (state) => {
    expect(inShort(dutiesOfForm(aForm(state), calendar))).toEqual(owed[state])
  })

  it('the worker owes nothing before the lead person releases it (decisions.md 20)', () => {
    expect(
      dutiesOfForm(aForm('drafted'), calendar).some(({ owes }) => owes === aForm('drafted').worker),
    ).toBe(false)
  })
})
