import { describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import { momentAt } from '#core/calendar/moment.ts'
import type { AgencyId, CaseId, Ids } from '#core/ids.ts'
import type { Involvement, Reply } from '#core/involvement/reply.ts'
import { aReply, aRound, roundPosts } from '#tests/fixtures/a-round.ts'

import { openReturns } from './open-returns.ts'

const { csc, edu, ccg, gp, businessManager, qaManager, chair } = roundPosts
const n08 = { id: 'case-n-08' as CaseId, reference: 'N-08', threshold: 'child-protection' } as const
const now = momentAt(day('2018-05-10'), '15:10')

/** Case N-08 is chosen, led by Children's Social Care; who is not named has not answered. */
function opened(answers: Readonly<Record<string, Involvement>>) {
  let made = 0
  const ids: Ids = { next: <Id extends string>() => `id-${(made += 1)}` as Id }
  const replies: readonly Reply[] = Object.entries(answers).map(([agency, said]) =>
    aReply('given', { agency: agency as AgencyId, answers: { [n08.id]: said } }),
  )
  const chosen = [{ of: n08, leadAgency: 'csc' as AgencyId }]
  const { changes, happened } = openReturns({ round: aRound('list-sent'), replies, chosen, now, ids })
  return {
    happened,
    file: changes.flatMap((change) => (change.kind === 'case' ? [change.file] : []))[0],
    returns: changes.flatMap((change) => (change.kind === 'return' ? [change.return] : [])),
    collations: changes.flatMap((change) => (change.kind === 'collation' ? [change.collation] : [])),
  }
}

const ALL = { csc: 'known', edu: 'known', ccg: 'not-known', gp: 'known' } as const

describe('a return is opened', () => {
  it.each([
    ['known', 'in'],
    ['adult-only', 'in'],
    ['known-briefly', 'brief'],
  ] as const)('for an agency that answered "%s": %s scope', (said, scope) => {
    expect(opened({ csc: 'known', edu: said }).returns[1]).toMatchObject({ agency: 'edu', scope })
  })

  it('for nobody who answered "not known", or not at all', () => {
    const agencies = opened({ csc: 'known', edu: 'not-known' }).returns.map(({ agency }) => agency)
    expect(agencies).toEqual(['csc'])
  })

  it('owed to the business manager, the chronology on day 11, the evaluation on day 13', () => {
    expect(opened(ALL).returns[0]).toEqual({
      id: 'id-1',
      round: 'round-2',
      case: n08.id,
      reference: 'N-08',
      agency: 'csc',
      lead: csc,
      owedTo: businessManager,
      way: 'direct',
      contributors: [],
      climb: { leadPerson: csc, manager: null, qaManager, businessManager },
      opensAt: momentAt(day('2018-05-11'), '09:00'),
      signOffDue: day('2018-05-22'),
      chases: 0,
      version: 0,
      scope: 'in',
      chronology: { due: day('2018-05-21'), opening: 1, state: 'not-started' },
      evaluation: { due: day('2018-05-23'), opening: 1, state: 'not-started' },
    })
  })

  it('owed to the collator for a collated agency, both parts on day 11, and signed by then', () => {
    expect(opened(ALL).returns.find(({ agency }) => agency === 'gp')).toMatchObject({
      owedTo: ccg,
      way: 'with-collator',
      signOffDue: '2018-05-21',
      chronology: { due: '2018-05-21' },
      evaluation: { due: '2018-05-21' },
    })
  })

  it('as an ordinary one for the collating agency, when it knows the case itself', () => {
    expect(opened({ ...ALL, ccg: 'known' }).returns.find(({ agency }) => agency === 'ccg')).toMatchObject({
      owedTo: businessManager,
      way: 'direct',
      evaluation: { due: '2018-05-23' },
    })
  })
})

describe('a collation is opened', () => {
  it('for a collator with an agency in scope, due on day 14', () => {
    expect(opened(ALL).collations).toMatchObject([
      {
        agency: 'ccg',
        lead: ccg,
        owedTo: businessManager,
        opensAt: momentAt(day('2018-05-21'), '09:00'),
        due: '2018-05-24',
        state: 'open',
      },
    ])
  })

  it.each(['known-briefly', 'not-known'] as const)('for none, when its only agency answered "%s"', (said) => {
    expect(opened({ ...ALL, gp: said }).collations).toEqual([])
  })
})

describe('the file of a chosen case', () => {
  it('has its lead agency, its days and the partnership’s posts', () => {
    expect(opened(ALL).file).toMatchObject({
      id: n08.id,
      reference: 'N-08',
      leadAgency: 'csc',
      lead: csc,
      qaManager,
      chair,
      selectedAt: now,
      nameTeamBy: '2018-05-23',
      panelDay: '2018-06-06',
      team: null,
      panel: { state: 'to-come' },
    })
  })

  it('seats the agencies in scope on its panel, a collated one with its collator', () => {
    expect(opened(ALL).file?.members).toEqual([csc, edu, ccg, gp])
    expect(opened({ ...ALL, edu: 'known-briefly', gp: 'known-briefly' }).file?.members).toEqual([csc])
  })
})

it('each thing that was opened is in its own history', () => {
  expect(opened(ALL).happened.map(({ deed }) => deed)).toEqual([
    'opened-case',
    'opened-return',
    'opened-return',
    'opened-return',
    'opened-collation',
  ])
})
