import { describe, expect, it } from 'vitest'

import { anActor } from '#tests/fixtures/an-actor.ts'
import { anEscalation, aStage, escalationPosts } from '#tests/fixtures/an-escalation.ts'

import type { EscalationAct } from '../escalation/commands.ts'
import { ESCALATION_DEED_OF } from '../escalation/deeds.ts'
import type { Escalation } from '../escalation/escalation.ts'
import { may } from './may.ts'

const { raiser, asked, next, businessManager, qaManager, stranger } = escalationPosts
const people = {
  raiser: anActor([raiser]),
  'asked first': anActor([asked]),
  'asked now': anActor([next]),
  'business manager': anActor([businessManager], ['business-manager']),
  'QA manager': anActor([qaManager], ['qa-manager']),
  'chair of the subgroup': anActor([stranger], ['subgroup-chair']),
  stranger: anActor([stranger]),
  'nobody’s post': anActor([]),
} as const
type Who = keyof typeof people

/** It stands at its second stage. */
const escalation: Escalation = {
  ...anEscalation('waiting'),
  state: 'waiting',
  stages: [aStage(), aStage({ rung: 1, addressee: next })],
}
const those = (rule: (who: Who) => boolean) => (Object.keys(people) as Who[]).filter(rule)

describe('an escalation', () => {
  it('is raised by anybody who holds a post', () => {
    expect(those((who) => !may.raiseEscalation(people[who]))).toEqual(['nobody’s post'])
  })

  it('is seen by its raiser, everyone who was asked so far, and the partnership', () => {
    expect(those((who) => may.seeEscalation(people[who], escalation))).toEqual([
      'raiser',
      'asked first',
      'asked now',
      'business manager',
      'QA manager',
    ])
  })

  it.each([
    ['promise', ['asked now']],
    ['say-kept', ['asked now']],
    ['give-feedback', ['asked now']],
    ['confirm-kept', ['raiser']],
    ['deny-kept', ['raiser']],
    ['withdraw-escalation', ['raiser']],
    ['wait-on', ['raiser']],
    ['hear-feedback', ['raiser']],
    ['step-up', ['raiser', 'business manager', 'QA manager']],
    ['set-theme', ['business manager', 'QA manager']],
  ] as const)('%s', (act, whose) => {
    expect(those((who) => may.answerEscalation(people[who], escalation, act))).toEqual(whose)
  })

  it('no answer is left out above', () => {
    const acts = Object.keys(ESCALATION_DEED_OF) as EscalationAct[]
    expect(acts).toHaveLength(10)
  })

  it('its ladders and what to do in danger are the business manager’s to fill in', () => {
    expect(those((who) => may.setEscalations(people[who]))).toEqual(['business manager'])
  })

  it('is counted by the partnership and the chair of the subgroup', () => {
    expect(those((who) => may.countEscalations(people[who]))).toEqual([
      'business manager',
      'QA manager',
      'chair of the subgroup',
    ])
  })
})
