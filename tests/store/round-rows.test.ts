import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import type { PanelGrade } from '#core/cases/case-file.ts'
import type { AgencyId, PostId } from '#core/ids.ts'
import type { Change } from '#core/subject.ts'
import { findFilesOf } from '#store/case-files.ts'
import { findCollationsOf } from '#store/collations.ts'
import type { Trx } from '#store/database.ts'
import { findFormOf, findFormsOf } from '#store/forms.ts'
import { findRepliesOf } from '#store/replies.ts'
import { findReturnsOf, findReturnsOfRound } from '#store/returns.ts'
import { aForm, formStates, workerPart } from '#tests/fixtures/a-form.ts'
import {
  aCollation,
  aReturn,
  collationStates,
  everyChronology,
  everyEvaluation,
  partStates,
} from '#tests/fixtures/a-return.ts'
import {
  aCaseFile,
  aReply,
  aRound,
  ofN08,
  panelStates,
  replyStates,
  roundPosts,
  roundStates,
} from '#tests/fixtures/a-round.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { at, rows } from '#tests/fixtures/store-acts.ts'
import {
  asCollation,
  asFile,
  asForm,
  asReply,
  asReturn,
  asRound,
  atVersion,
  before,
  committed,
  loaded,
  seatThePanel,
} from '#tests/fixtures/store-rounds.ts'

let store: TestStore
beforeAll(async () => {
  store = await aStore()
})
afterAll(() => store.close())

beforeEach(async () => {
  await store.startAgain()
  await seatThePanel(store.running)
})

const commitAs = <C extends Change>(person: string, change: C) => committed(store.running, person, change)
type Step = readonly [name: string, opens: string, first: Change, acts: string, then: Change]

/** Who opens what, and who carries it on to each state. */
const steps: readonly Step[] = [
  ...roundStates.map((state): Step => {
    const round = asRound(aRound(state))
    return [`a round that is ${state}`, 'bea', asRound(aRound('draft')), 'bea', round]
  }),
  ...replyStates.map((state): Step => {
    const reply = asReply(aReply(state))
    return [`a reply that is ${state}`, 'bea', asReply(aReply('asked')), 'ada', reply]
  }),
  ...panelStates.map((panel): Step => {
    const who = { 'to-come': 'ada', recorded: 'quinn', confirmed: 'bea' }[panel]
    const first = asFile(aCaseFile('to-come', { team: null }))
    return [`a case whose panel is ${panel}`, 'bea', first, who, asFile(aCaseFile(panel))]
  }),
  ...partStates.flatMap((state): Step[] => {
    const who = state === 'sent-back' || state === 'accepted' ? 'bea' : 'ada'
    const chronology = everyChronology[state]
    const evaluation = everyEvaluation[state]
    const first = asReturn(aReturn('in'))
    return [
      [`a chronology that is ${state}`, 'bea', first, who, asReturn(aReturn('in', { chronology }))],
      [`an evaluation that is ${state}`, 'bea', first, who, asReturn(aReturn('in', { evaluation }))],
      [`a brief return, ${state}`, 'bea', first, who, asReturn(aReturn('brief', { chronology }))],
    ]
  }),
  ['a return of who is not involved', 'bea', asReturn(aReturn('in')), 'bea', asReturn(aReturn('out'))],
  ...collationStates.map((state): Step => {
    const collation = asCollation(aCollation(state))
    return [`a collation that is ${state}`, 'bea', asCollation(aCollation('open')), 'dee', collation]
  }),
  ...formStates.map((state): Step => {
    const worker = state === 'seen' || state === 'written'
    const who = worker ? 'wes' : state === 'sent-back' || state === 'closed' ? 'bea' : 'ada'
    const first = asForm(aForm(worker ? 'released' : 'drafted'))
    return [`a form that is ${state}`, 'cy', first, who, asForm(aForm(state))]
  }),
]

describe('read as it was saved, by who saved it and by the owner', () => {
  it.each(steps)('%s', async (_, opens, first, acts, then) => {
    await before(store.running, first.kind)
    await commitAs(opens, first)
    const saved = await commitAs(acts, atVersion(then, 1))
    expect(saved).toEqual(atVersion(then, 2))
    expect(await loaded(store.running, acts, saved)).toEqual(saved)
    expect(await loaded(store.running, null, saved)).toEqual(saved)
  })

  it.each(steps)('%s, when it is written so at once', async (_, opens, _first, _acts, then) => {
    await before(store.running, then.kind)
    const saved = await commitAs(opens, then)
    expect(await loaded(store.running, null, saved)).toEqual(saved)
  })

  const typed = 'O’Brien "said" \\ ; -- 日本 😀\n1. {"a":null}\t'
  const draft = { present: typed, shared: false }
  const meeting = {
    from: at('2018-06-06 09:30'),
    to: at('2018-06-06 16:30'),
    eventId: 'event-1',
    joinUrl: 'https://teams.example/join/1',
  }
  const grade = { agency: 'csc' as AgencyId, own: 'good', panel: 'good', rationale: null } as const
  const variants: readonly (readonly [string, Change])[] = [
    [
      'a round of no weeks left out and one source',
      asRound(aRound('draft', { leftOut: [], sources: ['emergent'] })),
    ],
    ['a round without members', asRound(aRound('draft', { members: [] }))],
    [
      'a round of several weeks left out',
      asRound(aRound('draft', { leftOut: ['2018-05-28', '2018-06-04'].map(day), theme: typed })),
    ],
    [
      'a round whose choice has a reason, released, with its meeting',
      asRound(
        aRound('evaluating', {
          reason: typed,
          releasedToQa: at('2018-05-23 12:00'),
          releasedToPanel: at('2018-05-24 12:00'),
          meeting,
        }),
      ),
    ],
    ['a reply to an empty list', asReply(aReply('given', { cases: [], answers: {} }))],
    ['a form that was begun', asForm(aForm('seen', { draft }))],
    ['a form that was begun and emptied', asForm(aForm('seen', { draft: { reflections: '' } }))],
    ['a form that says everything', asForm(aForm('seen', { draft: { ...workerPart, learning: typed } }))],
    [
      'a return with two contributors',
      asReturn(aReturn('in', { contributors: ['contributor-n08', 'worker-n08'] as PostId[], chases: 2 })),
    ],
    [
      'a panel that graded nobody',
      asFile(aCaseFile('recorded', { panel: { ...recordedPanel(), grades: [] } })),
    ],
    [
      'a panel with its reason in any letters',
      asFile(
        aCaseFile('recorded', { panel: { ...recordedPanel(), grades: [{ ...grade, rationale: typed }] } }),
      ),
    ],
  ]

  it.each(variants)('%s', async (_, change) => {
    await before(store.running, change.kind)
    const saved = await commitAs('bea', change)
    expect(await loaded(store.running, null, saved)).toEqual(saved)
  })
})

function recordedPanel() {
  const { panel } = aCaseFile('recorded')
  if (panel.state !== 'recorded') throw new Error('not recorded')
  return panel
}

describe('once under a version', () => {
  const firsts = steps.filter(
    ([, , first], index) => steps.findIndex((step) => step[2].kind === first.kind) === index,
  )
  it.each(firsts.map(([, opens, first]) => [first.kind, opens, first] as const))(
    'a %s',
    async (_, opens, first) => {
      await before(store.running, first.kind)
      const opened = await commitAs(opens, first)
      await commitAs('bea', opened)
      await expect(commitAs('bea', opened)).rejects.toThrow(
        expect.objectContaining({ name: 'ChangedMeanwhile' }),
      )
    },
  )
})

describe('a round', () => {
  it('changes its members as a whole', async () => {
    const round = aRound('draft')
    await commitAs('bea', asRound(round))
    const members = round.members.slice(1).toReversed()
    const saved = await commitAs('bea', asRound({ ...round, members, version: 1 }))
    expect(await loaded(store.running, null, saved)).toEqual(saved)
  })
})

const recordings = () =>
  rows(store.running, sql`select recording, agency_id, panel from panel_grade order by recording, agency_id`)
const graded = (grades: readonly PanelGrade[], version: number) =>
  asFile(aCaseFile('recorded', { panel: { ...recordedPanel(), grades }, version }))

describe('grades of the panel', () => {
  beforeEach(async () => {
    await before(store.running, 'case')
    await commitAs('quinn', asFile(aCaseFile('recorded')))
  })

  const first = [
    { recording: 1, agency_id: 'csc', panel: 'requires-improvement' },
    { recording: 1, agency_id: 'edu', panel: 'good' },
  ]

  it('are recorded again when they differ; the earlier recording stays', async () => {
    const grades = recordedPanel().grades.map((grade) => ({ ...grade, rationale: 'Seen again.' }))
    const saved = await commitAs('quinn', graded(grades, 1))
    expect(await loaded(store.running, null, saved)).toEqual(saved)
    expect(await recordings()).toEqual([...first, ...first.map((row) => ({ ...row, recording: 2 }))])
  })

  it('are not recorded again when something else changed or they came in another order', async () => {
    await commitAs('quinn', graded(recordedPanel().grades.toReversed(), 1))
    await commitAs('bea', asFile(aCaseFile('confirmed', { version: 2, chases: 1 })))
    expect(await recordings()).toEqual(first)
  })

  it('can all be taken back', async () => {
    const saved = await commitAs('quinn', graded([], 1))
    expect(await loaded(store.running, null, saved)).toEqual(saved)
  })

  it('are neither seen nor lost when a lead person names the team before panel day was closed', async () => {
    const seen = await loaded(store.running, 'ada', asFile(aCaseFile('recorded')))
    if (seen?.kind !== 'case') throw new Error('not seen')
    expect(seen.file.panel).toMatchObject({ state: 'recorded', grades: [] })
    await commitAs('ada', asFile({ ...seen.file, team: null }))
    expect(await loaded(store.running, null, seen)).toEqual(
      asFile(aCaseFile('recorded', { team: null, version: 2 })),
    )
    expect(await recordings()).toEqual(first)
  })
})

const list = <T>(work: (trx: Trx) => Promise<T>) => store.running.database.transact({ as: 'owner' }, work)
const agenciesIn = (all: readonly { readonly agency: AgencyId }[]) => all.map(({ agency }) => agency)

describe('lists have a fixed order', () => {
  it('by case, then by the round’s order of agencies', async () => {
    await before(store.running, 'case')
    const agencies = { gp: 'lead-gp', edu: 'lead-edu', csc: 'lead-csc', ccg: 'lead-ccg' }
    for (const [agency, lead] of Object.entries(agencies)) {
      const of = { agency: agency as AgencyId, lead: lead as PostId }
      await commitAs('bea', asReply(aReply('asked', { ...of, id: `reply-${agency}` as never })))
      await commitAs('bea', asReturn(aReturn('in', { ...of, id: `return-${agency}` as never })))
      await commitAs('bea', asCollation(aCollation('open', { ...of, id: `collation-${agency}` as never })))
    }
    for (const reference of ['N-08', 'N-02']) {
      const of = { id: `case-${reference.toLowerCase()}` as never, reference }
      await commitAs('bea', asFile(aCaseFile('to-come', of)))
      await commitAs(
        'bea',
        asForm(aForm('drafted', { reference, case: of.id, id: `form-${reference}` as never })),
      )
    }
    const inOrder = ['csc', 'edu', 'ccg', 'gp']
    const { round, case: of } = ofN08
    expect(agenciesIn(await list((trx) => findRepliesOf(trx, round)))).toEqual(inOrder)
    expect(agenciesIn(await list((trx) => findReturnsOf(trx, of)))).toEqual(inOrder)
    expect(agenciesIn(await list((trx) => findReturnsOfRound(trx, round)))).toEqual(inOrder)
    expect(agenciesIn(await list((trx) => findCollationsOf(trx, of)))).toEqual(['ccg', 'csc', 'edu', 'gp'])
    const references = [{ reference: 'N-02' }, { reference: 'N-08' }]
    expect(await list((trx) => findFilesOf(trx, round))).toMatchObject(references)
    expect(await list((trx) => findFormsOf(trx, round))).toMatchObject(references)
    expect(await list((trx) => findFormOf(trx, of))).toMatchObject({
      reference: 'N-08',
      worker: roundPosts.worker,
    })
  })
})
