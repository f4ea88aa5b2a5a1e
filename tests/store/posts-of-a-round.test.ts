import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import type { CaseId, PersonId, PostId } from '#core/ids.ts'
import type { ChoosablePost } from '#core/ports.ts'
import { findActor } from '#store/people.ts'
import { readsOf } from '#store/reads.ts'
import type { Running } from '#store/running.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { aRoundThatIs } from '#tests/fixtures/round-acts.ts'
import { at, rows } from '#tests/fixtures/store-acts.ts'
import { seatThePanel } from '#tests/fixtures/store-rounds.ts'

const TODAY = day('2018-04-17')
const CASE_OF_NO_ROUND = 'case-n-08' as CaseId

let store: TestStore
let running: Running
let rounds: readonly { readonly id: string; readonly case: CaseId }[]

/** The four agencies of Exampleshire in two rounds at once, beside the cases and posts of no round. */
beforeAll(async () => {
  store = await aStore()
  running = store.running
  await seatThePanel(running)
  await store.setClock(at('2018-04-17 10:00'))
  const made = [
    await aRoundThatIs(running, 'listed'),
    await aRoundThatIs(running, 'listed', { theme: 'Parental mental health', prefix: 'PM' }),
  ]
  rounds = await Promise.all(made.map(async ({ id }) => ({ id, case: await aCaseOf(id) })))
})
afterAll(() => store.close())

async function aCaseOf(round: string): Promise<CaseId> {
  const [row] = await rows<{ id: CaseId }>(
    running,
    sql`select id from evaluation_case where round_id = ${round} order by reference limit 1`,
  )
  if (!row) throw new Error('the round has no case')
  return row.id
}

const leads = async (round: string | null): Promise<Readonly<Record<string, PostId>>> => {
  const found = await rows<{ id: PostId; agency: string }>(
    running,
    sql`select id, agency_id as agency from post
      where kind = 'lead-person' and round_id is not distinct from ${round}`,
  )
  return Object.fromEntries(found.map(({ id, agency }) => [agency, id]))
}

const asQuinn = <T>(work: (reads: ReturnType<typeof readsOf>) => Promise<T>): Promise<T> => {
  const person = 'quinn' as PersonId
  return running.database.transact({ as: 'web', person }, async (trx) => {
    const actor = await findActor(trx, person, TODAY)
    if (!actor) throw new Error('the QA manager is not known')
    return work(readsOf(trx, actor, TODAY))
  })
}
const choosable = (of: CaseId): Promise<readonly ChoosablePost[]> => asQuinn((reads) => reads.posts(of))
const ids = (posts: readonly ChoosablePost[]) => posts.map(({ id }) => id).toSorted()

describe('an action of a case', () => {
  it.each([0, 1])('is owned or raised by lead persons of its own round (%i)', async (n) => {
    const of = rounds[n]
    const own = await leads(of?.id ?? '')
    expect(Object.keys(own).toSorted()).toEqual(['ccg', 'csc', 'edu', 'gp'])
    expect(ids(await choosable(of?.case ?? CASE_OF_NO_ROUND))).toEqual(
      ['qa', ...Object.values(own)].toSorted(),
    )
  })

  it.each([0, 1])('climbs to the lead person whom its agency has in that round (%i)', async (n) => {
    const of = rounds[n]
    const own = await leads(of?.id ?? '')
    const climb = await asQuinn((reads) =>
      reads.climbOf(own['edu'] ?? ('' as PostId), of?.case ?? CASE_OF_NO_ROUND),
    )
    expect(climb).toEqual({ leadPerson: own['edu'], manager: null, qaManager: 'qa', businessManager: 'bm' })
  })
})

describe('an action of a case that belongs to no round', () => {
  it('is owned or raised by lead persons of no round, and the worker of the case', async () => {
    const own = await leads(null)
    expect(ids(await choosable(CASE_OF_NO_ROUND))).toEqual(
      ['qa', 'worker-n08', ...Object.values(own)].toSorted(),
    )
  })

  it('climbs to these', async () => {
    const own = await leads(null)
    const climb = await asQuinn((reads) => reads.climbOf('worker-n08' as PostId, CASE_OF_NO_ROUND))
    expect(climb?.leadPerson).toBe(own['csc'])
    expect(climb?.manager).toBe('manager-n08')
  })
})
