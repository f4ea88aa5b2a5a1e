import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Meetings } from '#core/meetings/meetings.ts'
import { ok } from '#core/result.ts'
import { neglect } from '#local/story/neglect/neglect.ts'
import { loadExample, playOn } from '#local/story/play.ts'
import type { Stage } from '#local/story/story.ts'
import { localHouse } from '#server/local-house.ts'
import type { Trx } from '#store/database.ts'
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
        .execute(),
    )
    expect(open).toHaveLength(14)
    const late = open.filter((duty) => duty.due_day < '2018-06-18')
    expect(late.map(({ reference, number }) => `${reference} ${number}`)).toEqual(['N-17 A12'])
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

/** Nothing is sent: what falls due is written down. */
function stage(): Stage {
  const { running } = store
  const settle = async (): Promise<void> => {
    while ((await sweep(running)).duties > 0);
  }
  const work = { settle, soon: () => {}, start: () => {}, stop: async () => {} }
  const meetings: Meetings = { book: async ({ id }) => ok({ eventId: id }) }
  return { house: localHouse(running, work, async () => {}), meetings }
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
