import { describe, expect, it } from 'vitest'

import { aRound, roundPosts, roundStates } from '#tests/fixtures/a-round.ts'
import { anActor } from '#tests/fixtures/an-actor.ts'

import { may } from './may.ts'

const { businessManager, chair, csc, worker } = roundPosts
const who = {
  bm: anActor([businessManager], ['business-manager']),
  chair: anActor([chair], ['panel-chair']),
  otherChair: anActor([], ['panel-chair']),
  lead: anActor([csc]),
  worker: anActor([worker]),
}
type Who = keyof typeof who

function those(rule: (actor: (typeof who)[Who]) => boolean): readonly string[] {
  return (Object.keys(who) as Who[]).filter((name) => rule(who[name]))
}

describe('panel day', () => {
  it('is seen by the partnership, its chair and the lead persons from the choice of cases to the closing', () => {
    const seeing = {
      evaluating: ['bm', 'chair', 'lead'],
      'panel-held': ['bm', 'chair', 'lead'],
      complete: ['bm'],
    }
    for (const state of roundStates) {
      expect(those((actor) => may.seePanelDay(actor, aRound(state)))).toEqual(
        (seeing as Readonly<Record<string, readonly string[]>>)[state] ?? [],
      )
    }
  })

  it('is closed by the partnership or its chair, while it is open', () => {
    for (const state of roundStates) {
      expect(those((actor) => may.closePanelDay(actor, aRound(state)))).toEqual(
        state === 'evaluating' ? ['bm', 'chair'] : [],
      )
    }
  })

  it('people are chosen by the partnership and by lead persons', () => {
    expect(those((actor) => may.choosePeople(actor, actor === who.lead))).toEqual(['bm', 'lead'])
  })
})
