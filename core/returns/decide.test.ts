import { describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import { momentAt } from '#core/calendar/moment.ts'
import type { PostId } from '#core/ids.ts'
import {
  aCollation,
  aReturn,
  everyChronology,
  everyEvaluation,
  partStates,
} from '#tests/fixtures/a-return.ts'
import { roundPosts } from '#tests/fixtures/a-round.ts'

import {
  accepts,
  begin,
  inputsOf,
  notIn,
  sendsBack,
  sendsChronology,
  sendsEvaluation,
  sendsOn,
} from './decide.ts'
import { dutiesOfReturn } from './duties-of.ts'

const now = momentAt(day('2018-05-24'), '11:00')
const signing = {
  name: 'Ada Lead-Test',
  role: 'Head of service',
  performance: 'good',
  impact: 'requires-improvement',
  grade: 'good',
} as const

const owed = ['not-started', 'draft', 'sent-back'] as const
const wasSent = ['submitted', 'accepted'] as const

describe('a chronology', () => {
  it.each(owed)('is sent while it is %s, late or not, and nothing of it is owed any more', (state) => {
    const sent = sendsChronology(aReturn('in', { chronology: everyChronology[state] }), now)
    expect(sent).toMatchObject({
      ok: true,
      value: { chronology: { state: 'submitted', at: now, due: day('2018-05-21') } },
    })
    if (!sent.ok) return
    expect(dutiesOfReturn(sent.value).map(({ kind }) => kind)).toEqual(['send-evaluation'])
  })

  it.each(wasSent)('is not sent a second time when it is %s', (state) => {
    expect(sendsChronology(aReturn('in', { chronology: everyChronology[state] }), now)).toEqual({
      ok: false,
      reason: 'was-sent',
    })
  })

  it('of an agency that knew the family briefly is taken, too', () => {
    expect(sendsChronology(aReturn('brief'), now).ok).toBe(true)
  })

  it('is not asked of an agency that was not involved', () => {
    expect(sendsChronology(aReturn('out'), now).ok).toBe(false)
  })
})

describe('an evaluation', () => {
  it.each(owed)('is signed with its day and sent with the own grade while it is %s', (state) => {
    const sent = sendsEvaluation(aReturn('in', { evaluation: everyEvaluation[state] }), signing, now)
    expect(sent).toMatchObject({
      ok: true,
      value: {
        evaluation: {
          state: 'submitted',
          grade: 'good',
          signOff: { name: 'Ada Lead-Test', on: '2018-05-24', impact: 'requires-improvement' },
        },
      },
    })
  })

  it.each(wasSent)('keeps its first sign-off when it is %s', (state) => {
    expect(sendsEvaluation(aReturn('in', { evaluation: everyEvaluation[state] }), signing, now).ok).toBe(
      false,
    )
  })

  it('is not asked where the family was known briefly', () => {
    expect(sendsEvaluation(aReturn('brief'), signing, now).ok).toBe(false)
  })
})

describe('the first word', () => {
  it('makes a draft of the part that it is written in', () => {
    const of = aReturn('in')
    expect([begin(of, 'chronology'), begin(of, 'evaluation')]).toMatchObject([
      { chronology: { state: 'draft' }, evaluation: { state: 'not-started' } },
      { chronology: { state: 'not-started' }, evaluation: { state: 'draft' } },
    ])
  })

  it.each(partStates.filter((state) => state !== 'not-started'))('changes nothing of what is %s', (state) => {
    const of = aReturn('in', { chronology: everyChronology[state], evaluation: everyEvaluation[state] })
    expect([begin(of, 'chronology'), begin(of, 'evaluation')]).toEqual([undefined, undefined])
  })
})

describe('who asked for it', () => {
  const of = aReturn('in', { chronology: everyChronology.submitted, evaluation: everyEvaluation.submitted })

  it('accepts, and when it was sent stays: its lateness is seen from that', () => {
    expect(accepts(of, 'evaluation')).toMatchObject({
      value: {
        evaluation: { ...everyEvaluation.submitted, state: 'accepted' },
        chronology: { state: 'submitted' },
      },
    })
  })

  it('sends back with a comment: it is owed again in a new opening, with its day, without its signature', () => {
    const back = sendsBack(of, 'evaluation', 'Which visits?', now)
    expect(back).toMatchObject({
      value: {
        evaluation: { state: 'sent-back', opening: 2, comment: 'Which visits?', due: '2018-05-23', at: now },
      },
    })
    if (!back.ok) return
    expect(back.value).not.toHaveProperty('evaluation.signOff')
    expect(dutiesOfReturn(back.value)).toMatchObject([{ kind: 'send-evaluation', opening: 2, openedAt: now }])
  })

  it.each(partStates.filter((state) => state !== 'submitted'))(
    'decides nothing about what is %s',
    (state) => {
      const other = aReturn('in', { chronology: everyChronology[state], evaluation: everyEvaluation[state] })
      for (const part of ['chronology', 'evaluation'] as const) {
        expect(accepts(other, part).ok).toBe(false)
        expect(sendsBack(other, part, 'Why?', now).ok).toBe(false)
      }
    },
  )
})

describe('a collator', () => {
  const { ccg, gp } = roundPosts
  const collated = { lead: gp, owedTo: ccg, way: 'with-collator' as const }
  const both = { chronology: everyChronology.submitted, evaluation: everyEvaluation.submitted }

  it('brings together the returns that are owed to it, not its own and not those of others', () => {
    const input = aReturn('in', collated)
    const own = aReturn('in', { lead: ccg })
    const others = aReturn('in', { ...collated, owedTo: 'lead-other' as PostId })
    expect(inputsOf(aCollation('open'), [own, input, others])).toEqual([input])
  })

  it('waits for both parts of each agency that is in, and for nobody else', () => {
    const half = aReturn('in', { ...collated, chronology: everyChronology.submitted })
    const inputs = [
      aReturn('in', { ...collated, ...both }),
      half,
      aReturn('brief', collated),
      aReturn('out', collated),
    ]
    expect(notIn(inputs)).toEqual([half])
  })

  it('sends on once, with its view of the impact', () => {
    const sent = sendsOn(aCollation('open'), 'Health saw the child weekly.', now)
    expect(sent).toMatchObject({
      value: { state: 'sent', sentAt: now, statement: 'Health saw the child weekly.' },
    })
    expect(sendsOn(aCollation('sent'), 'Again.', now)).toEqual({ ok: false, reason: 'was-sent-on' })
  })
})
