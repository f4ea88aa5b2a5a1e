import { describe, expect, it } from 'vitest'

import { addMinutes } from '#core/calendar/moment.ts'
import type { Form } from '#core/close-the-loop/form.ts'
import type { AgencyId, PostId } from '#core/ids.ts'
import type { Round } from '#core/round/round.ts'
import { aForm, formStates, workerPart } from '#tests/fixtures/a-form.ts'
import {
  aCollation,
  aReturn,
  everyChronology,
  everyEvaluation,
  partStates,
} from '#tests/fixtures/a-return.ts'
import { aCaseFile, aReply, aRound, roundPosts, roundStates } from '#tests/fixtures/a-round.ts'
import { anActor } from '#tests/fixtures/an-actor.ts'

import { may } from './may.ts'
import type { Actor, Office } from './post.ts'

const who = {
  bm: actor(['bm'], 'business-manager'),
  qa: actor(['qa'], 'qa-manager'),
  chair: actor(['chair'], 'panel-chair'),
  subgroup: actor(['subgroup'], 'subgroup-chair'),
  csc: actor(['lead-csc']),
  edu: actor(['lead-edu']),
  gp: actor(['lead-gp']),
  ccg: actor(['lead-ccg']),
  worker: actor(['worker-n08']),
  manager: actor(['manager-n08']),
  contributor: actor(['contributor-n08']),
}
type Who = keyof typeof who

function actor(posts: readonly string[], office?: Office): Actor {
  return anActor(posts as PostId[], office ? [office] : [])
}

/** Everybody to whom the rule says yes. */
function allowed(rule: (actor: Actor) => boolean): readonly Who[] {
  return (Object.keys(who) as Who[]).filter((name) => rule(who[name]))
}

function releasable(round: Extract<Round, { state: 'evaluating' }>): readonly string[] {
  return (['qa', 'panel'] as const).filter((to) => may.release(who.bm, round, to))
}

function readersOf(form: Form): readonly Who[] {
  return allowed((one) => may.readReflections(one, form))
}

const now = addMinutes(aReturn('in').opensAt, 60)
const before = addMinutes(aReturn('in').opensAt, -60)
const at = aRound('panel-held').heldAt

describe('a round', () => {
  it('is set up by the partnership; the calendar is the business manager’s', () => {
    expect(allowed(may.setUpRound)).toEqual(['bm', 'qa'])
    expect(allowed(may.editCalendar)).toEqual(['bm'])
  })

  it('is seen by its lead persons and all offices, not by workers', () => {
    expect(allowed((one) => may.seeRound(one, aRound('evaluating')))).toEqual([
      'bm',
      'qa',
      'chair',
      'subgroup',
      'csc',
      'edu',
      'gp',
      'ccg',
    ])
  })

  it.each(roundStates)('each act has its state: %s', (state) => {
    const round = aRound(state)
    const acts = {
      change: may.changeRound(who.bm, round),
      approve: may.approveTheme(who.bm, round),
      send: may.sendLongList(who.bm, round),
      choose: may.selectCases(who.bm, round),
      release: may.release(who.bm, round, 'qa'),
      book: may.bookPanelDay(who.bm, round),
    }
    const possible = Object.entries(acts).flatMap(([act, yes]) => (yes ? [act] : []))
    expect(possible).toEqual(
      {
        draft: ['change', 'approve'],
        approved: ['change', 'send'],
        'list-sent': ['choose'],
        evaluating: ['release', 'book'],
        'panel-held': [],
        complete: [],
      }[state],
    )
    expect(may.changeRound(who.csc, round) || may.release(who.chair, round, 'qa')).toBe(false)
  })

  it('the chronologies are released to the QA manager first, then to the panel, each once', () => {
    expect(releasable(aRound('evaluating'))).toEqual(['qa'])
    expect(releasable(aRound('evaluating', { releasedToQa: at }))).toEqual(['panel'])
    expect(releasable(aRound('evaluating', { releasedToQa: at, releasedToPanel: at }))).toEqual([])
  })

  it('who the children of the long list are: lead persons only while they are asked', () => {
    expect(allowed((one) => may.seeLongList(one, aRound('list-sent')))).toEqual([
      'bm',
      'qa',
      'csc',
      'edu',
      'gp',
      'ccg',
    ])
    expect(allowed((one) => may.seeLongList(one, aRound('approved')))).toEqual(['bm', 'qa'])
    expect(allowed((one) => may.seeLongList(one, aRound('evaluating')))).toEqual(['bm', 'qa'])
  })

  it('an agency’s answer to the long list is its lead person’s', () => {
    expect(allowed((one) => may.answerReply(one, aReply('asked')))).toEqual(['csc'])
    expect(allowed((one) => may.seeReply(one, aReply('asked')))).toEqual(['bm', 'qa', 'csc'])
  })
})

describe('a return', () => {
  const contributors = [roundPosts.contributor]

  it('is written by its agency’s people from the day on which it opens, and sent by the lead person', () => {
    const mine = aReturn('in', { contributors })
    expect(allowed((one) => may.writeReturn(one, mine, 'chronology', now))).toEqual(['csc', 'contributor'])
    expect(allowed((one) => may.sendReturn(one, mine, 'chronology', now))).toEqual(['csc'])
    expect(allowed((one) => may.writeReturn(one, mine, 'chronology', before))).toEqual([])
  })

  it.each(partStates)('no draft is read outside its agency: chronology %s', (state) => {
    const readers = allowed((one) =>
      may.readReturn(one, aReturn('in', { chronology: everyChronology[state] }), 'chronology'),
    )
    const sent = state === 'submitted' || state === 'accepted'
    expect(readers).toEqual(sent ? ['bm', 'qa', 'csc'] : ['csc'])
  })

  it.each(partStates)('what was sent is judged by who asked for it, once: %s', (state) => {
    const judges = allowed((one) =>
      may.judgeReturn(one, aReturn('in', { evaluation: everyEvaluation[state] }), 'evaluation'),
    )
    expect(judges).toEqual(state === 'submitted' ? ['bm', 'qa'] : [])
  })

  it('health’s inputs are read by their collator, by the partnership once they are sent on (decisions.md 24)', () => {
    const input = aReturn('in', {
      agency: 'gp' as AgencyId,
      lead: roundPosts.gp,
      owedTo: roundPosts.ccg,
      way: 'with-collator',
      evaluation: everyEvaluation.submitted,
    })
    expect(allowed((one) => may.readReturn(one, input, 'evaluation'))).toEqual(['gp', 'ccg'])
    expect(allowed((one) => may.judgeReturn(one, input, 'evaluation'))).toEqual(['ccg'])
    const on = { ...input, way: 'sent-on' } as const
    expect(allowed((one) => may.readReturn(one, on, 'evaluation'))).toEqual(['bm', 'qa', 'gp', 'ccg'])
    expect(allowed((one) => may.sendOn(one, aCollation('open')))).toEqual(['ccg'])
    expect(allowed((one) => may.sendOn(one, aCollation('sent')))).toEqual([])
  })

  it('there is nothing to write for an agency that is not involved, and no evaluation when it is known briefly', () => {
    expect(may.writeReturn(who.csc, aReturn('out'), 'chronology', now)).toBe(false)
    expect(may.writeReturn(who.csc, aReturn('brief'), 'evaluation', now)).toBe(false)
    expect(may.writeReturn(who.csc, aReturn('brief'), 'chronology', now)).toBe(true)
  })
})

describe('the chronologies together', () => {
  it.each([
    { released: 'to nobody', round: aRound('evaluating'), readers: ['bm'] },
    {
      released: 'to the QA manager',
      round: aRound('evaluating', { releasedToQa: at }),
      readers: ['bm', 'qa'],
    },
    {
      released: 'to the panel',
      round: aRound('evaluating', { releasedToQa: at, releasedToPanel: at }),
      readers: ['bm', 'qa', 'chair', 'csc', 'edu'],
    },
  ])('released $released: $readers (decisions.md 18)', ({ round, readers }) => {
    expect(allowed((one) => may.seeChronology(one, round, aCaseFile('to-come')))).toEqual(readers)
  })
})

describe('panel day', () => {
  it('is recorded by the partnership and confirmed by the chair', () => {
    expect(allowed((one) => may.recordPanel(one, aRound('evaluating'), aCaseFile('to-come')))).toEqual([
      'bm',
      'qa',
    ])
    expect(allowed((one) => may.confirmPanel(one, aCaseFile('recorded')))).toEqual(['chair'])
    expect(allowed((one) => may.confirmPanel(one, aCaseFile('to-come')))).toEqual([])
    expect(allowed((one) => may.recordPanel(one, aRound('evaluating'), aCaseFile('confirmed')))).toEqual([])
  })

  it('grades of other agencies are seen by the case’s panel members once it was closed', () => {
    const file = aCaseFile('confirmed')
    expect(allowed((one) => may.seeGrades(one, aRound('evaluating'), file))).toEqual(['bm', 'qa', 'chair'])
    expect(allowed((one) => may.seeGrades(one, aRound('panel-held'), file))).toEqual([
      'bm',
      'qa',
      'chair',
      'csc',
      'edu',
    ])
  })
})

describe('a close-the-loop form', () => {
  it.each(formStates)('nothing reaches the worker or the manager before its release: %s', (state) => {
    const readers = allowed((one) => may.seeForm(one, aForm(state)))
    expect(readers).toEqual(
      state === 'drafted' ? ['bm', 'qa', 'csc'] : ['bm', 'qa', 'csc', 'worker', 'manager'],
    )
  })

  it.each(formStates)('has one whose turn it is: %s', (state) => {
    const form = aForm(state)
    const turns = {
      release: allowed((one) => may.releaseForm(one, form)),
      answer: allowed((one) => may.answerForm(one, form)),
      sign: allowed((one) => may.signForm(one, form)),
      review: allowed((one) => may.reviewForm(one, form)),
    }
    const turn = Object.entries(turns).flatMap(([act, by]) => by.map((one) => `${act} by ${one}`))
    expect(turn).toEqual(
      {
        drafted: ['release by csc'],
        released: ['answer by worker'],
        seen: ['answer by worker'],
        written: ['sign by csc'],
        'sent-back': ['sign by csc'],
        signed: ['review by bm', 'review by qa'],
        closed: [],
      }[state],
    )
  })

  it('what the worker wrote is the worker’s alone until it is sent; the manager reads what is shared', () => {
    expect(readersOf(aForm('seen'))).toEqual(['worker'])
    expect(readersOf(aForm('written'))).toEqual(['bm', 'qa', 'csc', 'worker'])
    expect(readersOf(aForm('written', { part: { ...workerPart, shared: true } }))).toEqual([
      'bm',
      'qa',
      'csc',
      'worker',
      'manager',
    ])
  })
})
