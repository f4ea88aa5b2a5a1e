import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { checkImport, importActions } from '#core/actions/import-actions.ts'
import type { ImportedLine } from '#core/actions/imported-list.ts'
import type { ActionId } from '#core/ids.ts'
import { run } from '#store/run.ts'
import type { Running } from '#store/running.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { answer, at, request, rows } from '#tests/fixtures/store-acts.ts'

let store: TestStore
let running: Running
beforeAll(async () => {
  store = await aStore()
  running = store.running
})
afterAll(() => store.close())
beforeEach(async () => {
  await store.startAgain()
  await store.setClock(at('2018-06-06 14:20'))
})

describe('a tracker that is brought in', () => {
  const line: ImportedLine = {
    line: 4,
    case: 'N-08',
    what: 'Ring the school.',
    owner: 'Wes Worker-Test',
    raiser: 'Schools (lead person)',
    due: '1/6/2018',
    help: 'The log shows it.',
    done: '',
  }
  const named = async (): Promise<ImportedLine> => {
    const titles = await rows<{ id: string; title: string }>(running, sql`select id, title from post`)
    const [wes] = await rows<{ name: string }>(running, sql`select name from person where id = 'wes'`)
    const raiser = titles.find(({ id }) => id === 'lead-edu')?.title ?? ''
    return { ...line, owner: (wes?.name ?? '').toUpperCase(), raiser }
  }

  it('records what is right, a day that has passed among it, and gives back what is wrong with why', async () => {
    const good = await named()
    const lines = [
      good,
      { ...good, line: 5, case: 'N-99' },
      { ...good, line: 6, raiser: good.owner },
      { ...good, line: 7, due: 'soon', help: '' },
      { ...good, line: 8, owner: 'Nobody-Test' },
    ]
    const checked = await run(running, request('quinn', null), checkImport, { lines })
    expect(checked.ok && checked.value.map(({ line: at, problems }) => [at, problems.length > 0])).toEqual([
      [4, false],
      [5, true],
      [6, true],
      [7, true],
      [8, true],
    ])
    expect(await rows(running, sql`select id from action`)).toEqual([])
    const done = await run(running, request('quinn'), importActions, { lines })
    expect(done).toMatchObject({ ok: true, value: { saved: [{ line: 4, number: 'A1' }] } })
    expect(
      done.ok &&
        done.value.left.map(({ line: at, problems }) => [at, ...problems.map(({ column }) => column)]),
    ).toEqual([
      [5, 'case'],
      [6, 'raiser'],
      [7, 'help', 'due'],
      [8, 'owner'],
    ])
    expect(await rows(running, sql`select number, source, due_day as due from action`)).toEqual([
      { number: 'A1', source: 'import', due: '2018-06-01' },
    ])
  })

  it('brings in what the tracker says is done as said to be done: its raiser is asked, and alone closes it', async () => {
    const good = await named()
    const lines = [
      { ...good, done: 'Completed 3/5/2018' },
      { ...good, line: 5, done: 'in progress' },
    ]
    await run(running, request('quinn'), importActions, { lines })
    const brought = sql`select number, state from action order by number`
    expect(await rows(running, brought)).toEqual([
      { number: 'A1', state: 'reported-done' },
      { number: 'A2', state: 'open' },
    ])
    const owed = sql`select kind, owes_post from duty where number = 'A1' and closed_at is null
      and kind <> 'update-action'`
    expect(await rows(running, owed)).toEqual([{ kind: 'say-whether-it-happened', owes_post: 'lead-edu' }])
    const said = sql`select what_was_done as said from action_words where what_was_done is not null`
    expect(await rows(running, said)).toEqual([
      { said: 'The tracker that was brought in says: Completed 3/5/2018.' },
    ])
    const [action] = await rows<{ id: ActionId }>(running, sql`select id from action where number = 'A1'`)
    expect(action && (await answer(running, 'eve', action.id, { deed: 'confirm' }))).toMatchObject({
      ok: true,
    })
  })

  it('of two thousand lines is checked at once', { timeout: 60_000 }, async () => {
    const good = await named()
    const lines = Array.from({ length: 2000 }, (_, n) => ({ ...good, line: n + 4 }))
    const began = performance.now()
    const checked = await run(running, request('quinn', null), checkImport, { lines })
    expect(checked.ok && checked.value.filter(({ problems }) => problems.length === 0)).toHaveLength(2000)
    expect(performance.now() - began).toBeLessThan(5000)
  })

  it('keeps no word of a line under the key of the request', async () => {
    const good = await named()
    await run(running, request('quinn', 'import-key-1'), importActions, {
      lines: [{ ...good, line: 5, case: 'N-99', what: 'Canary words' }],
    })
    const [kept] = await rows<{ answer: unknown }>(
      running,
      sql`select answer from idempotency where key = 'import-key-1'`,
    )
    expect(JSON.stringify(kept)).not.toContain('Canary')
  })

  it('is the QA manager’s to bring in', async () => {
    const lines = [await named()]
    const no = { ok: false, reason: 'not-yours-to-record' }
    for (const person of ['bea', 'ada', 'wes']) {
      expect(await run(running, request(person), checkImport, { lines })).toEqual(no)
      expect(await run(running, request(person), importActions, { lines })).toEqual(no)
    }
  })
})
