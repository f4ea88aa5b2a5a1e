import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addDays, day } from '#core/calendar/day.ts'
import { dayOf } from '#core/calendar/moment.ts'
import type { Meetings } from '#core/meetings/meetings.ts'
import { ok } from '#core/result.ts'
import { gridOf, openCells } from '#core/round/grid/grid.ts'
import { neglect } from '#local/story/neglect/neglect.ts'
import { loadExample, playOn } from '#local/story/play.ts'
import type { Stage } from '#local/story/story.ts'
import { localHouse } from '#server/opening/local-house.ts'
import { storyNow } from '#store/clock.ts'
import type { Trx } from '#store/database.ts'
import { gridFacts } from '#store/grid-views.ts'
import { findRound } from '#store/rounds.ts'
import { sweep } from '#store/sweep.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'

/** A round of ten weeks is written, with all its mornings. */
const LONG = 240_000

let store: TestStore
beforeAll(async () => {
  store = await aStore()
  await loadExample(
    neglect,
    stage(),
    async () => {},
    () => {},
  )
}, LONG)
afterAll(() => store.close())

describe('The example on Monday 18 June 2018, 10:00', () => {
  it('has every return in: 39 with a grade, and the Designated Nurse sent hers on', async () => {
    const returns = await ask((trx) => trx.selectFrom('agency_return').selectAll().execute())
    const graded = returns.filter(({ scope }) => scope === 'in')
    expect(graded).toHaveLength(39)
    expect(graded.filter((of) => of.evaluation_state === 'accepted')).toHaveLength(39)
    expect(graded.filter((of) => of.chronology_state === 'accepted')).toHaveLength(39)
    const collations = await ask((trx) => trx.selectFrom('case_collation').select('state').execute())
    expect(collations.map(({ state }) => state)).toEqual(Array.from({ length: 6 }, () => 'sent'))
  })

  it('has the panel’s grades as published: 8 of 39 regraded, 20/15/4 after it, partnership judgements 1/3/2', async () => {
    const grades = await ask((trx) => trx.selectFrom('panel_grade').select(['own', 'panel']).execute())
    expect(grades).toHaveLength(39)
    expect(grades.filter(({ own, panel }) => own !== panel)).toHaveLength(8)
    expect(tally(grades.map(({ own }) => own))).toEqual({
      outstanding: 1,
      good: 19,
      'requires-improvement': 17,
      inadequate: 2,
    })
    expect(tally(grades.map(({ panel }) => panel))).toEqual({
      'requires-improvement': 20,
      good: 15,
      inadequate: 4,
    })
    const files = await ask((trx) => trx.selectFrom('case_file').select('judgement').execute())
    expect(tally(files.map(({ judgement }) => judgement ?? 'none'))).toEqual({
      good: 1,
      'requires-improvement': 3,
      inadequate: 2,
    })
  })

  it('has four escalations from before the round, each at the stage and with the theme that the example says', async () => {
    const found = await ask((trx) =>
      trx
        .selectFrom('escalation')
        .innerJoin('escalation_stage', 'escalation_id', 'escalation.id')
        .select(['number', 'state', 'theme', 'rung', 'ended'])
        .orderBy('number')
        .orderBy('place')
        .execute(),
    )
    expect(found.map(({ number, theme, rung, ended }) => `${number} ${theme} ${rung + 1}: ${ended}`)).toEqual(
      [
        'X1 action 1: not-kept',
        'X1 action 2: kept',
        'X2 stepping 1: stepped-up',
        'X2 stepping 2: settled',
        'X3 roles 1: stepped-up',
        'X3 roles 2: kept',
        'X4 threshold 1: unanswered',
        'X4 threshold 2: stepped-up',
        'X4 threshold 3: stepped-up',
        'X4 threshold 4: settled',
      ],
    )
    expect(new Set(found.map(({ state }) => state))).toEqual(new Set(['closed']))
  })

  it('has 18 actions and five forms, each as far as the story says', async () => {
    const actions = await states('action')
    expect(Object.keys(actions)).toHaveLength(18)
    expect(actions).toMatchObject({ A1: 'reported-done', A2: 'reported-done', A12: 'open', A5: 'confirmed' })
    expect(await states('form')).toEqual({
      'N-02': 'closed',
      'N-05': 'seen',
      'N-08': 'seen',
      'N-14': 'released',
      'N-17': 'seen',
    })
  })

  it('leaves open what is owed at that hour, and one thing of it late: the request of March', async () => {
    const open = await ask((trx) =>
      trx
        .selectFrom('duty')
        .select(['kind', 'reference', 'number', 'due_day'])
        .where('closed_at', 'is', null)
        // The updates by day 31 are asked from 20 June on, and half a year later whether it helped.
        .where('kind', 'not in', ['update-action', 'check-impact'])
        .execute(),
    )
    expect(open).toHaveLength(14)
    const late = open.filter((duty) => duty.due_day < '2018-06-18')
    expect(late.map(({ reference, number }) => `${reference} ${number}`)).toEqual(['N-17 A12'])
  })

  it('asks each action of the round for an update by its day 31, and half a year after panel day whether it helped', async () => {
    const days = await ask((trx) =>
      trx
        .selectFrom('action')
        .select(['update_due', 'check_on'])
        .distinct()
        .where('number', '<>', 'A12')
        .execute(),
    )
    expect(days).toEqual([{ update_due: '2018-06-25', check_on: '2018-12-06' }])
  })

  it('was sent back once, and reminded of what was late', async () => {
    const deeds = await ask((trx) => trx.selectFrom('deed_event').select('deed').execute())
    expect(deeds.filter(({ deed }) => deed === 'sent-back-evaluation')).toHaveLength(1)
    const prompts = await ask((trx) => trx.selectFrom('prompt').select('step').execute())
    expect(prompts.map(({ step }) => step)).toContain('late')
  })
})

describe('Played on', () => {
  it(
    'takes every step once and ends: four forms closed, N-14 never seen, two actions withdrawn',
    async () => {
      const said: string[] = []
      while (said.length <= neglect.after.length) {
        const sentence = await playOn(neglect, stage(), undefined)
        if (sentence === null) break
        said.push(sentence)
      }
      expect(said).toEqual(neglect.after.map(({ sentence }) => sentence))
      expect(await states('form')).toEqual({
        'N-02': 'closed',
        'N-05': 'closed',
        'N-08': 'closed',
        'N-14': 'released',
        'N-17': 'closed',
      })
      const actions = Object.entries(await states('action'))
      const stand = (state: string) => actions.filter((each) => each[1] === state).map(([number]) => number)
      expect(stand('withdrawn').toSorted()).toEqual(['A18', 'A6'])
      expect(stand('reported-done')).toEqual(['A15'])
      expect(stand('questioned')).toEqual(['A3'])
      expect(stand('open').toSorted()).toEqual(['A10', 'A19', 'A7'])
    },
    LONG,
  )
})

describe('The grid and "Waiting for you" of all lead persons', () => {
  it('are one on each morning of the round, from day 1 to day 31, and all of it was owed some time', () => {
    const mornings = [...agreed].filter(([on]) => on >= '2018-05-07' && on <= '2018-06-25')
    expect(mornings.map(([on]) => on)).toEqual(
      Array.from({ length: 50 }, (_, n) => addDays(day('2018-05-07'), n)),
    )
    for (const [on, { cells, duties }] of mornings) expect({ on, cells }).toEqual({ on, cells: duties })
    const kinds = new Set(mornings.flatMap(([, { cells }]) => cells.map((cell) => cell.split(' ')[0] ?? '')))
    expect([...kinds].toSorted()).toEqual([
      'confirm-receipt',
      'name-team',
      'release-form',
      'say-involvement',
      'send-chronology',
      'send-evaluation',
      'send-on',
      'sign-form',
    ])
  })
})

function tally(words: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries([...Map.groupBy(words, (word) => word)].map(([word, all]) => [word, all.length]))
}

type Agreement = { readonly cells: readonly string[]; readonly duties: readonly string[] }

/** What the grid shows as open, and the rows of what waits for lead persons, each morning that the story saw. */
const agreed = new Map<string, Agreement>()

async function compare(): Promise<void> {
  const { calendar, realNow } = store.running
  await ask(async (trx) => {
    const today = dayOf(await storyNow(trx, realNow))
    const found = await trx.selectFrom('round').select('id').executeTakeFirst()
    const round = found && (await findRound(trx, found.id))
    if (!round) return
    const cells = openCells(gridOf(await gridFacts(trx, round), today, calendar))
    const duties = await trx
      .selectFrom('duty')
      .innerJoin('post', 'post.id', 'duty.owes_post')
      .select(['duty.kind', 'subject_id', 'owes_post', 'due_day'])
      .where('closed_at', 'is', null)
      .where('subject_kind', '<>', 'action')
      .where('post.kind', '=', 'lead-person')
      .execute()
    agreed.set(today, {
      cells: cells.map(({ kind, subject, post, due }) => `${kind} ${subject.id} ${post} ${due}`).toSorted(),
      duties: duties.map((row) => `${row.kind} ${row.subject_id} ${row.owes_post} ${row.due_day}`).toSorted(),
    })
  })
}

/** Nothing is sent: what falls due is written down. Each time the clock moves, grid and duties are compared. */
function stage(): Stage {
  const { running } = store
  const settle = async (): Promise<void> => {
    while ((await sweep(running)).duties > 0);
  }
  const work = { settle, soon: () => {}, start: () => {}, stop: async () => {} }
  const meetings: Meetings = {
    book: async ({ id }) => ok({ eventId: id, joinUrl: null }),
    cancel: async () => ok(null),
  }
  return { house: localHouse(running, work, compare), meetings }
}

function ask<T>(question: (trx: Trx) => Promise<T>): Promise<T> {
  return store.running.database.transact({ as: 'owner' }, question)
}

/** How each action, or each form, stands. */
async function states(of: 'action' | 'form'): Promise<Readonly<Record<string, string>>> {
  const rows = await ask(async (trx): Promise<readonly { name: string; state: string }[]> =>
    of === 'action'
      ? trx.selectFrom('action').select(['number as name', 'state']).execute()
      : trx.selectFrom('form').select(['reference as name', 'state']).execute(),
  )
  return Object.fromEntries(rows.map(({ name, state }) => [name, state]))
}
