import { describe, expect, it } from 'vitest'

import { day } from '../calendar/day.ts'
import type { AgencyId, Ids, PersonId, PostId, RoundId } from '../ids.ts'
import type { MemberInput } from './commands.ts'
import { membersFrom } from './members.ts'
import type { Member } from './round.ts'

const csc = { id: 'csc' as AgencyId, name: 'Children’s Social Care' }
const ccg = { id: 'ccg' as AgencyId, name: 'Clinical commissioning group' }
const gp = { id: 'gp' as AgencyId, name: 'GPs' }
const ada = { id: 'ada' as PersonId, mail: 'ada@example.org' }
const dee = { id: 'dee' as PersonId, mail: 'dee@example.org' }
const today = day('2018-04-16')

function asked(over: Partial<MemberInput> & { name: string }): MemberInput {
  return { agency: null, collator: null, lead: null, jobTitle: 'Head of service', senior: true, ...over }
}

function written(
  inputs: readonly MemberInput[],
  before: readonly Member[] = [],
  holders: ReadonlyMap<PostId, PersonId> = new Map(),
) {
  let n = 0
  const ids: Ids = { next: <Id extends string>() => `new-${(n += 1)}` as Id }
  const known = { agencies: [csc, ccg, gp], people: [ada, dee], holders }
  return membersFrom(inputs, { round: 'round-1' as RoundId, before, known, today, ids })
}

const lead = (person: PersonId) => ({ person })

describe('the agencies of a round', () => {
  it('get a post for their lead person, and whoever is named holds it from today', () => {
    const result = written([asked({ agency: csc.id, name: '', lead: lead(ada.id) })])
    expect(result).toMatchObject({
      ok: true,
      value: {
        members: [{ agency: 'csc', name: csc.name, lead: 'new-1', collator: null, senior: true }],
        writes: [
          {
            kind: 'post',
            id: 'new-1',
            post: 'lead-person',
            title: `${csc.name} (lead person)`,
            round: 'round-1',
          },
          { kind: 'holding', post: 'new-1', person: 'ada', as: 'holder', from: today },
        ],
      },
    })
  })

  it('may be new, with a lead person who is new', () => {
    const result = written([
      asked({
        name: 'Police',
        lead: { name: 'Cal Lead-Test', mail: 'cal@example.org', jobTitle: '', road: 'mail' },
      }),
    ])
    const kinds = result.ok ? result.value.writes.map(({ kind }) => kind) : []
    expect(kinds).toEqual(['agency', 'person', 'post', 'holding'])
  })

  it('that are typed by the name of a known one are that one', () => {
    const result = written([asked({ name: ' gps ' })])
    expect(result).toMatchObject({ ok: true, value: { members: [{ agency: 'gp', name: 'GPs' }] } })
  })

  it('may wait for their lead person: the post is there before its holder', () => {
    const result = written([asked({ agency: csc.id, name: '' })])
    expect(result.ok && result.value.writes.map(({ kind }) => kind)).toEqual(['post'])
  })

  it('know whoever has a known mail address', () => {
    const named = { name: 'A. Lead-Test', mail: 'ADA@example.org', jobTitle: '', road: 'mail' } as const
    const result = written([
      asked({ agency: csc.id, name: '', lead: named }),
      asked({ name: 'Police', lead: named }),
    ])
    const writes = result.ok ? result.value.writes : []
    expect(writes.filter(({ kind }) => kind === 'person')).toEqual([])
    expect(writes.flatMap((write) => (write.kind === 'holding' ? [write.person] : []))).toEqual([
      'ada',
      'ada',
    ])
  })

  it('that stay keep their post; only a changed holder is written', () => {
    const before = written([asked({ agency: csc.id, name: '', lead: lead(ada.id) })])
    const members = before.ok ? before.value.members : []
    const post = members[0]?.lead ?? ('' as PostId)
    const holders = new Map([[post, ada.id]])
    const same = written([asked({ agency: csc.id, name: '', lead: lead(ada.id) })], members, holders)
    expect(same).toMatchObject({ ok: true, value: { members, writes: [] } })
    const other = written([asked({ agency: csc.id, name: '', lead: lead(dee.id) })], members, holders)
    expect(other.ok && other.value.writes).toMatchObject([{ kind: 'holding', post, person: 'dee' }])
    const nobody = written([asked({ agency: csc.id, name: '' })], members, holders)
    expect(nobody.ok && nobody.value.writes).toMatchObject([{ kind: 'holding', post, person: null }])
  })

  it('may send through a collator of the round', () => {
    const result = written([
      asked({ agency: gp.id, name: '', collator: 'clinical commissioning group' }),
      asked({ agency: ccg.id, name: '' }),
    ])
    expect(result).toMatchObject({ ok: true, value: { members: [{ collator: 'ccg' }, { collator: null }] } })
  })

  it.each([
    ['an agency that is not known', [asked({ agency: 'x' as AgencyId, name: 'X' })], 'no-such-agency'],
    ['an agency twice', [asked({ agency: gp.id, name: '' }), asked({ name: 'GPs' })], 'agency-twice'],
    ['a new agency twice', [asked({ name: 'Police' }), asked({ name: 'police' })], 'agency-twice'],
    ['a person who is not known', [asked({ name: 'Police', lead: lead('x' as PersonId) })], 'no-such-person'],
    ['a collator outside the round', [asked({ name: 'Police', collator: 'Probation' })], 'no-such-collator'],
    [
      'an agency that collates for itself',
      [asked({ name: 'Police', collator: 'Police' })],
      'collator-is-collated',
    ],
    [
      'a collator that is collated',
      [
        asked({ agency: gp.id, name: '', collator: ccg.name }),
        asked({ agency: ccg.id, name: '', collator: csc.name }),
        asked({ agency: csc.id, name: '' }),
      ],
      'collator-is-collated',
    ],
  ] as const)('are refused with %s', (_, inputs, reason) => {
    expect(written(inputs)).toEqual({ ok: false, reason })
  })
})
