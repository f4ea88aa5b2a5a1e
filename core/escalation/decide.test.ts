import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { aPromise, anEscalation, aStage, escalationPosts, theLadder } from '#tests/fixtures/an-escalation.ts'

import { day } from '../calendar/day.ts'
import { momentAt } from '../calendar/moment.ts'
import type { EscalationAnswer } from './commands.ts'
import { raiseEscalationSchema } from './commands.ts'
import { decideEscalation, openStage } from './decide.ts'
import type { When } from './decide.ts'
import { ESCALATION_STATES, skippedBefore, stageNow } from './escalation.ts'
import type { Escalation } from './escalation.ts'

const calendar = { bankHolidays: new Set<never>() }
const on = (date: string, time = '11:00'): When => ({
  now: momentAt(day(date), time),
  today: day(date),
  calendar,
})
const interimSafety = 'The grandmother has the child.'
const { next, asked, raiser } = escalationPosts
const promise = {
  deed: 'promise',
  what: 'Visit.',
  who: 'The duty worker',
  by: day('2018-01-12'),
} as const
const deny = { deed: 'deny-kept', interimSafety, addressee: next } as const
const stepUp = { deed: 'step-up', interimSafety, addressee: next } as const

const by = (due: string) => after(anEscalation('waiting'), { ...stepUp, due: day(due) }, on('2018-01-12'))

/** What comes of it: the state, or why not. */
function after(escalation: Escalation, answer: EscalationAnswer, when: When): string {
  const decision = decideEscalation(escalation, answer, when)
  return decision.ok ? decision.value.state : decision.reason
}

function must(escalation: Escalation, answer: EscalationAnswer, when: When): Escalation {
  const decision = decideEscalation(escalation, answer, when)
  if (!decision.ok) throw new Error(decision.reason)
  return decision.value
}

describe('what each answer does in each state', () => {
  const answers: readonly (readonly [EscalationAnswer, readonly string[]])[] = [
    [promise, ['promised', 'already-answered', 'already-answered', 'already-answered', 'already-answered']],
    [
      { deed: 'say-kept' },
      ['nothing-promised', 'promised', 'already-answered', 'already-answered', 'already-answered'],
    ],
    [
      { deed: 'confirm-kept' },
      ['resolved', 'resolved', 'already-answered', 'already-answered', 'already-answered'],
    ],
    [deny, ['nothing-promised', 'waiting', 'already-answered', 'already-answered', 'already-answered']],
    [stepUp, ['waiting', 'waiting', 'already-answered', 'already-answered', 'already-answered']],
    [
      { deed: 'wait-on' },
      ['nothing-promised', 'waits-for-nothing', 'already-answered', 'already-answered', 'already-answered'],
    ],
    [
      { deed: 'withdraw-escalation', reason: 'They moved.' },
      ['withdrawn', 'withdrawn', 'already-answered', 'already-answered', 'already-answered'],
    ],
    [
      { deed: 'give-feedback', feedback: 'They came.' },
      ['not-resolved-yet', 'not-resolved-yet', 'closed', 'already-answered', 'already-answered'],
    ],
    [
      { deed: 'hear-feedback' },
      ['not-resolved-yet', 'not-resolved-yet', 'not-resolved-yet', 'closed', 'already-answered'],
    ],
    [{ deed: 'set-theme', theme: 'threshold' }, ['waiting', 'promised', 'resolved', 'closed', 'withdrawn']],
  ]
  it.each(answers)('%o', (answer, expected) => {
    const found = ESCALATION_STATES.map((state) => after(anEscalation(state), answer, on('2018-01-12')))
    expect(found).toEqual(expected)
  })
})

describe('a promise', () => {
  it('is for today or later', () => {
    const waiting = anEscalation('waiting')
    expect(after(waiting, { ...promise, by: day('2018-01-11') }, on('2018-01-12'))).toBe('promise-day-past')
    expect(after(waiting, promise, on('2018-01-12'))).toBe('promised')
  })

  it('that is said to be kept closes nothing: the raiser still says whether it happened', () => {
    const said = must(anEscalation('promised'), { deed: 'say-kept' }, on('2018-01-11'))
    expect([said.state, stageNow(said).ended]).toEqual(['promised', null])
    expect(after(said, { deed: 'say-kept' }, on('2018-01-11'))).toBe('already-answered')
    expect(after(said, deny, on('2018-01-11'))).toBe('waiting')
  })

  it('is not denied before its day; whoever cannot wait goes to the next stage', () => {
    expect(after(anEscalation('promised'), deny, on('2018-01-11'))).toBe('promise-not-due')
    expect(after(anEscalation('promised'), stepUp, on('2018-01-11'))).toBe('waiting')
  })
})

describe('the next stage', () => {
  it('opens at once when it did not happen, one rung up, and what was before stays', () => {
    const denied = must(anEscalation('promised'), deny, on('2018-01-12', '16:00'))
    expect(denied.stages).toEqual([
      aStage({ promise: aPromise, ended: { how: 'not-kept', at: momentAt(day('2018-01-12'), '16:00') } }),
      aStage({
        rung: 1,
        addressee: next,
        interimSafety,
        openedAt: momentAt(day('2018-01-12'), '16:00'),
        due: day('2018-01-19'),
      }),
    ])
  })

  it.each([
    ['2018-01-12', 'stepped-up'],
    ['2018-01-13', 'unanswered'],
  ])('on %s the stage before is written down as %s', (date, how) => {
    const { stages } = must(anEscalation('waiting'), stepUp, on(date))
    expect(stages[0].ended?.how).toBe(how)
  })

  it('asks somebody else than before, and not the raiser', () => {
    expect(after(anEscalation('waiting'), { ...stepUp, addressee: asked }, on('2018-01-12'))).toBe(
      'same-addressee',
    )
    expect(after(anEscalation('waiting'), { ...stepUp, addressee: raiser }, on('2018-01-12'))).toBe(
      'asks-the-raiser',
    )
  })

  it('is never later than the ladder says, and earlier when the child needs it', () => {
    expect(by('2018-01-20')).toBe('later-than-ladder')
    expect(by('2018-01-15')).toBe('waiting')
    expect(by('2018-01-11')).toBe('stage-day-past')
  })

  it('stays on the last rung at the top of the ladder, which is given its day', () => {
    const top: Escalation = { ...anEscalation('waiting'), state: 'waiting', stages: [aStage({ rung: 4 })] }
    expect(after(top, stepUp, on('2018-01-12'))).toBe('stage-day-needed')
    const again = must(top, { ...stepUp, due: day('2018-02-20') }, on('2018-01-12'))
    expect(stageNow(again)).toMatchObject({ rung: 4, due: '2018-02-20' })
  })
})

describe('stages that are skipped', () => {
  const waiting = anEscalation('waiting')
  const straight = { ...stepUp, rung: 3, skipBecause: 'The director has to decide today.' }

  it('straight to a later one, with the reason: the stages between stand as skipped', () => {
    const up = must(waiting, straight, on('2018-01-12'))
    expect(stageNow(up)).toMatchObject({ rung: 3, skipBecause: straight.skipBecause })
    expect(up.stages.map((_, place) => skippedBefore(up, place))).toEqual([[], [1, 2]])
  })

  it('need a reason, and a stage that is there and still to come', () => {
    expect(after(waiting, { ...straight, skipBecause: '' }, on('2018-01-12'))).toBe('skip-needs-reason')
    expect(after(waiting, { ...straight, rung: 5 }, on('2018-01-12'))).toBe('no-such-stage')
    expect(after(waiting, { ...straight, rung: 0 }, on('2018-01-12'))).toBe('no-such-stage')
  })

  it('the next one skips none, whatever is said', () => {
    const up = must(waiting, { ...straight, rung: 1 }, on('2018-01-12'))
    expect([stageNow(up).skipBecause, skippedBefore(up, 1)]).toEqual([null, []])
  })

  it('the first stage can be a later one, too', () => {
    const ladder = theLadder()
    const first = { ladder, from: 0, rung: 2, addressee: next, due: undefined, interimSafety }
    expect(openStage(first, on('2018-01-09'))).toEqual({ ok: false, reason: 'skip-needs-reason' })
    expect(openStage({ ...first, skipBecause: 'Nobody below may.' }, on('2018-01-09'))).toMatchObject({
      ok: true,
      value: { rung: 2, skipBecause: 'Nobody below may.' },
    })
  })
})

describe('a promise that waits for a meeting', () => {
  const waits = must(
    anEscalation('waiting'),
    { ...promise, by: day('2018-03-09'), waitsFor: 'The step-up panel' },
    on('2018-01-12'),
  )

  it('is asked about after five working days, and again when the raiser waits on', () => {
    expect(stageNow(waits).promise?.waits).toEqual({
      on: 'The step-up panel',
      askFrom: '2018-01-19',
      waited: 0,
    })
    expect(after(waits, { deed: 'wait-on' }, on('2018-01-18'))).toBe('already-answered')
    const again = must(waits, { deed: 'wait-on' }, on('2018-01-22'))
    expect(stageNow(again).promise?.waits).toMatchObject({ askFrom: '2018-01-29', waited: 1 })
    expect(after(again, { deed: 'wait-on' }, on('2018-01-22'))).toBe('already-answered')
  })

  it('can be stepped up at any time, without the meeting (LEI-22)', () => {
    const up = must(waits, stepUp, on('2018-01-19'))
    expect(up.stages.map(({ ended }) => ended?.how)).toEqual(['stepped-up', undefined])
  })

  it('the ladder says after how many days', () => {
    const before = anEscalation('waiting')
    const quick = { ...before, ladder: { ...before.ladder, stepUpAfter: 2 } }
    const made = must(quick, { ...promise, waitsFor: 'A panel' }, on('2018-01-09'))
    expect(stageNow(made).promise?.waits?.askFrom).toBe('2018-01-11')
  })
})

describe('an interim safety arrangement', () => {
  const blank = fc.stringMatching(/^[ \t\n]*$/u)
  const opening = { ladder: theLadder(), from: 0, addressee: next, due: undefined }

  it('stands in every stage: none opens without one, by whatever road', () => {
    fc.assert(
      fc.property(blank, fc.constantFrom(...ESCALATION_STATES), (nothing, state) => {
        const before = anEscalation(state)
        for (const answer of [deny, stepUp]) {
          const decision = decideEscalation(before, { ...answer, interimSafety: nothing }, on('2018-01-12'))
          if (decision.ok) throw new Error('a stage opened')
        }
        expect(openStage({ ...opening, interimSafety: nothing }, on('2018-01-12'))).toMatchObject({
          ok: false,
        })
      }),
    )
  })

  it('stays in every stage whatever is answered after', () => {
    const answer = fc.constantFrom<EscalationAnswer>(
      promise,
      { deed: 'say-kept' },
      { deed: 'confirm-kept' },
      deny,
      { ...deny, addressee: asked },
      stepUp,
      { ...stepUp, addressee: asked },
      { deed: 'give-feedback', feedback: 'They came.' },
    )
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 12 }), (answers) => {
        let now = anEscalation('waiting')
        for (const each of answers) {
          const decision = decideEscalation(now, each, on('2018-01-12'))
          if (!decision.ok) continue
          // Nothing of an earlier stage is taken back.
          expect(decision.value.stages.slice(0, now.stages.length - 1)).toEqual(now.stages.slice(0, -1))
          now = decision.value
        }
        expect(now.stages.every((stage) => stage.interimSafety.trim() !== '')).toBe(true)
      }),
    )
  })
})

describe('what comes through the door', () => {
  const good = {
    danger: false,
    concern: 'Nobody visited.',
    about: 'action',
    reference: 'N-08',
    raiser,
    addressee: asked,
    interimSafety,
  }
  it.each([
    ['concern', ' ', 'Say what worries you.'],
    ['interimSafety', '', 'Say how the child is kept safe until this is settled.'],
    ['reference', 'Wren Ashby', 'A reference looks like N-08. Never a name.'],
    ['about', 'weather', 'Choose what it is about.'],
    ['danger', null, 'Say whether a child is in danger now.'],
  ])('%s %o: %s', (field, value, sentence) => {
    const parsed = raiseEscalationSchema.safeParse({ ...good, [field]: value })
    expect(parsed.error?.issues[0]?.message).toBe(sentence)
  })

  it('without a case the reference is empty', () => {
    expect(raiseEscalationSchema.safeParse({ ...good, reference: '' }).success).toBe(true)
  })
})
