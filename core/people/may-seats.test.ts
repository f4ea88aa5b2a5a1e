import { describe, expect, it } from 'vitest'

import { anActor } from '#tests/fixtures/an-actor.ts'

import type { AgencyId, PersonId, PostId, RoundId } from '../ids.ts'
import { may } from './may.ts'
import type { Led, PostKind, Seat } from './seats.ts'

const round = 'r1' as RoundId
const mine = 'lead-csc' as PostId
const led: readonly Led[] = [{ post: mine, agency: 'csc' as AgencyId, round }]
const seat = (kind: PostKind | 'other', over: Partial<Seat> = {}): Seat => ({
  post: 'its' as PostId,
  kind,
  title: 'x',
  agency: 'csc' as AgencyId,
  case: null,
  round,
  version: 0,
  ...over,
})
const leader = anActor([mine])
const manager = anActor(['bm' as PostId], ['business-manager'])

describe('who says who holds a post', () => {
  it.each(['business-manager', 'qa-manager', 'panel-chair', 'subgroup-chair'] as const)(
    'the partnership fills the office of %s and names its deputy, and nobody else does',
    (kind) => {
      const office = seat(kind, { agency: null, round: null })
      for (const actor of [manager, anActor(['qa' as PostId], ['qa-manager'])])
        expect([may.nameHolder(actor, office, []), may.nameDeputy(actor, office, [])]).toEqual([true, true])
      const chair = anActor(['its' as PostId], ['panel-chair', 'subgroup-chair'])
      for (const actor of [leader, chair])
        expect([
          may.seeSeat(actor, office, led),
          may.nameHolder(actor, office, led),
          may.nameDeputy(actor, office, led),
        ]).toEqual([false, false, false])
    },
  )

  it('nobody names themselves to an office; to another post they do', () => {
    const office = seat('panel-chair', { agency: null, round: null })
    expect(may.seat(manager, office, manager.person)).toBe(false)
    expect(may.seat(manager, office, 'quinn' as PersonId)).toBe(true)
    expect(may.seat(manager, seat('lead-person'), manager.person)).toBe(true)
  })

  it('an office is never left without a holder; another post may be', () => {
    expect(may.leaveVacant(manager, seat('qa-manager', { agency: null, round: null }), [])).toBe(false)
    expect(may.leaveVacant(manager, seat('lead-person'), [])).toBe(true)
    expect(may.leaveVacant(leader, seat('allocated-worker'), led)).toBe(true)
    expect(may.leaveVacant(leader, seat('lead-person', { post: mine }), led)).toBe(false)
  })

  it('the partnership fills every other post, also of a kind that is new', () => {
    for (const kind of [
      'lead-person',
      'contributor',
      'allocated-worker',
      'supervising-manager',
      'other',
    ] as const)
      expect(may.nameHolder(manager, seat(kind), [])).toBe(true)
  })

  it('a lead person fills the posts of their agency’s cases in their round, and of no other', () => {
    for (const kind of ['contributor', 'allocated-worker', 'supervising-manager'] as const) {
      expect(may.nameHolder(leader, seat(kind), led)).toBe(true)
      expect(may.nameHolder(leader, seat(kind, { agency: 'pol' as AgencyId }), led)).toBe(false)
      expect(may.nameHolder(leader, seat(kind, { round: 'r2' as RoundId }), led)).toBe(false)
    }
    expect(may.nameHolder(leader, seat('other'), led)).toBe(false)
  })

  it('a lead person names the deputy of their own post, and never its holder', () => {
    const own = seat('lead-person', { post: mine })
    expect([may.nameDeputy(leader, own, led), may.nameHolder(leader, own, led)]).toEqual([true, false])
    expect(may.nameDeputy(leader, seat('lead-person'), led)).toBe(false)
  })

  it('only the partnership hands over what somebody leaves, and withdraws what went wrong', () => {
    expect([may.handOver(manager), may.withdraw(manager)]).toEqual([true, true])
    expect([may.handOver(leader), may.withdraw(leader)]).toEqual([false, false])
    const chair = anActor(['chair' as PostId], ['panel-chair'])
    expect([may.handOver(chair), may.withdraw(chair), may.seeHoldings(chair, [])]).toEqual([
      false,
      false,
      false,
    ])
  })
})
