import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { PostId } from '#core/ids.ts'
import { viewFound } from '#store/find-view.ts'
import type { Running } from '#store/running.ts'
import { aPanelDay, lookAs, nameTeamAs } from '#tests/fixtures/a-panel.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { recorded, rows } from '#tests/fixtures/store-acts.ts'

let store: TestStore
let running: Running
beforeAll(async () => {
  store = await aStore()
  running = store.running
  await aPanelDay(store)
  await rows(running, sql`update post set round_id = 'round-2' where kind = 'lead-person'`)
  await rows(running, sql`update evaluation_case set round_id = 'round-2' where id = 'case-n-08'`)
  await nameTeamAs(running, 'ada')
  await recorded(running, { owner: 'lead-csc' as PostId, raiser: 'lead-edu' as PostId })
})
afterAll(() => store.close())

const found = async (who: string, q: string) =>
  (await lookAs(running, who, (seen) => viewFound(seen, q))).items.map(({ kind, name }) => `${kind}: ${name}`)

describe('Find', () => {
  it('finds a case by its reference, with what of it the person may open', async () => {
    expect(await found('bea', 'n-08')).toEqual([
      'case: Case N-08',
      'return: Return for N-08',
      'return: Return for N-08',
      'action: Action A1, N-08',
    ])
    expect(await found('eve', 'N-08')).toEqual([
      'case: Case N-08',
      'return: Return for N-08',
      'action: Action A1, N-08',
    ])
  })

  it('finds a round by its code and an action by its number', async () => {
    expect(await found('ada', 'N-2018')).toEqual(['round: Round N-2018-2'])
    expect(await found('ada', 'a1')).toEqual(['action: Action A1, N-08'])
  })

  it('finds a person by name among the posts that one may fill', async () => {
    expect(await found('bea', 'worker-test')).toEqual(['person: Wes Worker-Test'])
    expect(await found('ada', 'wes')).toEqual(['person: Wes Worker-Test'])
    expect(await found('eve', 'wes')).toEqual([])
    expect(await found('sam', 'wes')).toEqual([])
  })

  it('gives nothing to whom it does not concern', async () => {
    for (const q of ['N-08', 'N-2018', 'A1'])
      expect([q, await found('dee', q)]).toEqual([q, q === 'N-2018' ? ['round: Round N-2018-2'] : []])
    for (const q of ['N-08', 'N-2018', 'A1']) expect([q, await found('kit', q)]).toEqual([q, []])
  })

  it('never finds a child by name, nor anything by a text', async () => {
    for (const q of ['Wren', 'Ashby', 'referrer', 'outcome of every'])
      expect([q, await found('bea', q)]).toEqual([q, []])
  })

  it('asks for two letters at least, and no letter is a pattern', async () => {
    for (const q of ['', 'N', '%%', '__']) expect([q, await found('bea', q)]).toEqual([q, []])
  })
})
