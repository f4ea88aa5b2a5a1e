import { describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import type { AgencyId, PostId, ReturnId } from '#core/ids.ts'
import { dutiesOfReturn } from '#core/returns/duties-of.ts'
import { aReturn, everyChronology, everyEvaluation } from '#tests/fixtures/a-return.ts'
import { aCaseFile, roundPosts } from '#tests/fixtures/a-round.ts'

import { withLaterDay } from './more-time.ts'
import { seatsWithout, whyStillIn } from './not-involved.ts'

const { csc, edu, ccg, gp } = roundPosts
const today = day('2018-05-23')

describe('more time', () => {
  it('moves the day of the part, in the same opening: its prompts begin anew, the duty stays', () => {
    const later = withLaterDay(aReturn('in'), 'chronology', day('2018-05-25'), today)
    const [chronology, evaluation] = later.ok ? dutiesOfReturn(later.value) : []
    expect(chronology).toMatchObject({ kind: 'send-chronology', due: '2018-05-25', opening: 1 })
    expect(evaluation).toMatchObject({ kind: 'send-evaluation', due: '2018-05-23' })
  })

  it('for the evaluation moves the day of its sign-off, too', () => {
    const later = withLaterDay(aReturn('in'), 'evaluation', day('2018-05-25'), today)
    expect(later.ok && later.value).toMatchObject({
      signOffDue: '2018-05-25',
      evaluation: { due: '2018-05-25' },
    })
  })

  it.each([
    ['the same day', aReturn('in'), '2018-05-21', 'later-day-needed'],
    ['a day that has passed', aReturn('in'), '2018-05-22', 'later-day-needed'],
    [
      'what was sent',
      aReturn('in', { chronology: everyChronology.submitted }),
      '2018-05-25',
      'part-is-not-owed',
    ],
    ['a family known briefly', aReturn('brief'), '2018-05-25', 'part-is-not-owed'],
    ['an agency that is not involved', aReturn('out'), '2018-05-25', 'part-is-not-owed'],
  ] as const)('is refused for %s', (_, of, until, reason) => {
    expect(withLaterDay(of, 'chronology', day(until), today)).toEqual({ ok: false, reason })
  })

  it('may begin today', () => {
    expect(withLaterDay(aReturn('in'), 'chronology', today, today).ok).toBe(true)
  })
})

describe('an agency stays in a case', () => {
  const file = { leadAgency: 'edu' as AgencyId }
  it.each([
    ['that it leads', aReturn('in', { agency: 'edu' as AgencyId }), 'leads-the-case'],
    [
      'for which it sent its chronology',
      aReturn('in', { chronology: everyChronology.accepted }),
      'part-was-sent',
    ],
    [
      'for which it sent its evaluation',
      aReturn('in', { evaluation: everyEvaluation.submitted }),
      'part-was-sent',
    ],
    [
      'for which it sent entries, known briefly',
      aReturn('brief', { chronology: everyChronology.submitted }),
      'part-was-sent',
    ],
    ['that it is out of', aReturn('out'), 'is-out-already'],
    ['unless it has only begun', aReturn('in', { chronology: everyChronology.draft }), null],
    ['unless its return was sent back', aReturn('in', { chronology: everyChronology['sent-back'] }), null],
  ] as const)('%s', (_, of, why) => {
    expect(whyStillIn(of, file)).toBe(why)
  })
})

describe('an agency that is out of a case leaves its seat for it', () => {
  const file = aCaseFile('to-come', { members: [csc, edu, ccg, gp] })
  const of = (id: string, lead: PostId, collated = false) =>
    aReturn('in', { id: id as ReturnId, lead, ...(collated && { way: 'with-collator', owedTo: ccg }) })
  const returns = [of('a', csc), of('b', edu), of('c', gp, true)]

  it('its own', () => {
    expect(seatsWithout(of('b', edu), file, returns)).toEqual([csc, ccg, gp])
  })

  it('and its collator’s, when that has no other agency there', () => {
    expect(seatsWithout(of('c', gp, true), file, returns)).toEqual([csc, edu])
    const two = [...returns, of('d', 'lead-pat' as PostId, true)]
    expect(seatsWithout(of('c', gp, true), file, two)).toEqual([csc, edu, ccg])
  })

  it('never the lead agency’s', () => {
    expect(seatsWithout(of('a', csc), file, returns)).toContain(csc)
  })
})
