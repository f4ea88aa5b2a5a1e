import { describe, expect, it } from 'vitest'

import type { PersonId } from '#core/ids.ts'
import { aCaseFile, aRound, roundPosts } from '#tests/fixtures/a-round.ts'

import { leadsOfCase, whyNotIndependent } from './independence.ts'

const { csc, edu, ccg, gp } = roundPosts
const [ada, wes, sam] = ['ada', 'wes', 'sam'] as unknown as [PersonId, PersonId, PersonId]

describe('who has to be independent of a case', () => {
  it('is the lead person of each agency that knows it', () => {
    const file = aCaseFile('to-come', { lead: csc, members: [csc, edu] })
    expect(leadsOfCase(file, aRound('evaluating'))).toEqual([csc, edu])
  })

  it('is also the lead person whose returns a member collates', () => {
    const file = aCaseFile('to-come', { lead: csc, members: [csc, ccg] })
    expect(leadsOfCase(file, aRound('evaluating'))).toEqual([csc, ccg, gp])
  })
})

describe('a team is refused', () => {
  it.each([
    ['when a lead person is the allocated worker', { worker: ada, manager: sam }, 'lead-person-is-worker'],
    ['when a lead person supervises the worker', { worker: wes, manager: ada }, 'lead-person-is-manager'],
    ['when the worker supervises themselves', { worker: wes, manager: wes }, 'worker-is-manager'],
  ] as const)('%s', (_, team, why) => {
    expect(whyNotIndependent([ada], team)).toBe(why)
  })

  it('for no other reason', () => {
    expect(whyNotIndependent([ada], { worker: wes, manager: sam })).toBe(null)
  })
})
