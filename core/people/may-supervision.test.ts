import { describe, expect, it } from 'vitest'

import { anActor } from '#tests/fixtures/an-actor.ts'

import type { CaseId, PersonId, PostId } from '../ids.ts'
import { may } from './may.ts'

const post = (id: string) => id as PostId
const thing = { case: 'c' as CaseId, lead: post('lead'), manager: post('manager') }
const actors = {
  'supervising manager': anActor([post('manager')]),
  'lead person': anActor([post('lead')]),
  'business manager': anActor([post('bm')], ['business-manager']),
  'QA manager': anActor([post('qa')], ['qa-manager']),
  'subgroup chair': anActor([post('sub')], ['subgroup-chair']),
  'panel chair': anActor([post('chair')], ['panel-chair']),
  worker: anActor([post('worker')]),
  'whoever asked': anActor([post('raiser')]),
  nobody: anActor([]),
} as const
const somebody = 'somebody' as PersonId
const allowed = (rule: (actor: (typeof actors)['nobody']) => boolean) =>
  Object.entries(actors).flatMap(([name, actor]) => (rule(actor) ? [name] : []))

describe('what is seen of a worker', () => {
  it('the sheet is for who supervises, who leads there, and the partnership', () => {
    expect(allowed((actor) => may.seeSheet(actor, [thing]))).toEqual([
      'supervising manager',
      'lead person',
      'business manager',
      'QA manager',
    ])
    expect(allowed((actor) => may.seeSheet(actor, []))).toEqual([])
  })

  it('who supervises says that they talked, where there is such a manager', () => {
    expect(allowed((actor) => may.recordTalk(actor, somebody, [thing]))).toEqual(['supervising manager'])
    expect(allowed((actor) => may.recordTalk(actor, somebody, [{ ...thing, manager: null }]))).toEqual([])
  })

  it('what was agreed is read by the two persons, its day also by the partnership', () => {
    const other = 'other' as PersonId
    const talk = { worker: anActor([]).person, manager: other }
    const elsewhere = { worker: 'third' as PersonId, manager: other }
    expect(may.readTalk(actors.nobody, talk)).toBe(true)
    expect(allowed((actor) => may.readTalk(actor, elsewhere))).toEqual([])
    expect(allowed((actor) => may.seeTalk(actor, elsewhere))).toEqual(['business manager', 'QA manager'])
  })
})

describe('how things stand', () => {
  it('all rounds are the subgroup’s and the partnership’s to monitor', () => {
    expect(allowed(may.monitor)).toEqual(['business manager', 'QA manager', 'subgroup chair'])
  })

  it('who represents an agency is the partnership’s to say', () => {
    expect(allowed(may.nameRepresentative)).toEqual(['business manager', 'QA manager'])
  })

  it('an agency is for whoever leads or represents one', () => {
    expect(may.seeAgency({ represented: 0, led: 0 })).toBe(false)
    expect(may.seeAgency({ represented: 1, led: 0 })).toBe(true)
    expect(may.seeAgency({ represented: 0, led: 1 })).toBe(true)
  })
})
