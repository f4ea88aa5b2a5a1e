import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import type { PostId } from '#core/ids.ts'
import { changePrompts } from '#core/prompts/change-prompts.ts'
import { defaultPrompts } from '#core/prompts/prompt-policy.ts'
import type { PromptPolicy } from '#core/prompts/prompt-policy.ts'
import { claim } from '#store/outbox.ts'
import { rebuildDuties } from '#store/rebuild-duties.ts'
import { run } from '#store/run.ts'
import type { Running } from '#store/running.ts'
import { sweep } from '#store/sweep.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { at, chase, messages, recorded, request, rows, sweptAll } from '#tests/fixtures/store-acts.ts'

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

const set = (said: Partial<PromptPolicy>, version?: number, person = 'bea') =>
  run(running, request(person), changePrompts, {
    said: { ...defaultPrompts, quiet: [], steps: [], ...said } as never,
    ...(version !== undefined && { version }),
  })

const steps = async () => (await messages(running)).flatMap((message) => message.steps)
const claimed = async () => (await claim(running, 8)).map(({ person }) => person)
const planned = () =>
  rows<{ at: string }>(running, sql`select next_prompt_at as at from duty_prompt order by duty_id`)

describe('outside working hours', () => {
  it('nothing is written, whatever is due; in the morning it goes', async () => {
    await store.setClock(at('2018-06-06 17:30'))
    const action = await recorded(running)
    expect(await sweep(running)).toEqual({ duties: 0, messages: 0 })
    await chase(running, [action])
    await store.setClock(at('2018-06-07 08:29'))
    expect(await sweep(running)).toEqual({ duties: 0, messages: 0 })
    await store.setClock(at('2018-06-07 08:30'))
    expect(await sweptAll(running)).toBe(1)
    expect(await steps()).toEqual(['A1 chase-1', 'A1 told'])
  })

  it('what is written already waits, and goes when work begins', async () => {
    await recorded(running)
    await sweptAll(running)
    await store.setClock(at('2018-06-06 17:30'))
    expect(await claimed()).toEqual([])
    await store.setClock(at('2018-06-09 10:00'))
    expect(await claimed()).toEqual([])
    await store.setClock(at('2018-06-11 08:30'))
    expect(await claimed()).toEqual(['wes'])
  })

  it('what is to be told at any hour goes, also when the post has changed hands', async () => {
    await recorded(running)
    await sweptAll(running)
    await rows(running, sql`update message set at_any_hour = true`)
    await store.setClock(at('2018-06-09 22:00'))
    expect(await claimed()).toEqual(['wes'])
  })
})

describe('when the policy changes', () => {
  it('on a quiet day nothing goes, at once; when it is taken back, it goes', async () => {
    await recorded(running)
    await sweptAll(running)
    await set({ quiet: [{ from: day('2018-06-06'), to: day('2018-06-08') }] })
    await recorded(running, { owner: 'lead-csc' as PostId, raiser: 'qa' as PostId })
    expect([await sweep(running), await claimed()]).toEqual([{ duties: 0, messages: 0 }, []])
    await set({})
    expect([await sweptAll(running), await claimed()]).toEqual([1, ['wes', 'ada']])
  })

  it('what is planned is planned afresh, once, and agrees with what deriving it says', async () => {
    await recorded(running)
    await sweptAll(running)
    expect(await planned()).toEqual([{ at: at('2018-06-08 09:00') }])
    await set({ steps: [{ kind: 'do-action', step: 'due-soon', days: 2 }] })
    await sweptAll(running)
    expect(await planned()).toEqual([{ at: at('2018-06-11 09:00') }])
    expect(await rebuildDuties(running)).toEqual({ subjects: 1, changed: 0 })
    await store.setClock(at('2018-06-08 09:00'))
    expect(await sweptAll(running)).toBe(0)
    await store.setClock(at('2018-06-11 09:00'))
    expect(await sweptAll(running)).toBe(1)
    expect(await steps()).toEqual(['A1 told', 'A1 due-soon'])
  })

  it('a step that is due by the new numbers goes out once', async () => {
    await recorded(running)
    await sweptAll(running)
    await store.setClock(at('2018-06-07 10:00'))
    await set({ steps: [{ kind: 'do-action', step: 'due-soon', days: 4 }] })
    await sweptAll(running)
    await set({})
    await store.setClock(at('2018-06-08 10:00'))
    await sweptAll(running)
    expect(await steps()).toEqual(['A1 told', 'A1 due-soon'])
  })

  it('a duty that is closed is planned no more', async () => {
    await recorded(running)
    await rows(running, sql`update duty set closed_at = now()`)
    await rows(running, sql`update duty_prompt set next_prompt_at = null`)
    await set({ hours: { from: '07:00', to: '19:00' } })
    await sweptAll(running)
    expect(await planned()).toEqual([{ at: null }])
  })
})

describe('the policy', () => {
  it('is changed by the business manager alone', async () => {
    expect(await set({}, 0, 'quinn')).toEqual({ ok: false, reason: 'not-yours-to-edit-prompts' })
    expect(await set({}, 0)).toEqual({ ok: true, value: { version: 1 } })
  })

  it('is not written by any other login, and no version of it is ever changed', async () => {
    const values = sql`(9, '{}', 'quinn', now())`
    const by = (person: string) =>
      rows(running, sql`insert into prompt_policy values ${values}`, { as: 'web', person: person as never })
    await expect(by('quinn')).rejects.toThrow(/row-level security/)
    await set({})
    await expect(rows(running, sql`update prompt_policy set policy = '{}'`)).rejects.toThrow(/append-only/)
  })

  it('refuses a version that is old, and keeps what stood before', async () => {
    await set({}, 0)
    expect(await set({}, 0)).toEqual({ ok: false, reason: 'changed-meanwhile' })
    const later = { hours: { from: '09:00', to: '17:00' }, overviews: { morning: '09:00', weekly: '09:00' } }
    expect(await set(later, 1)).toEqual({
      ok: true,
      value: { version: 2 },
    })
    expect(
      await rows(
        running,
        sql`select version, policy -> 'hours' ->> 'from' as from from prompt_policy order by 1`,
      ),
    ).toEqual([
      { version: 1, from: '08:30' },
      { version: 2, from: '09:00' },
    ])
  })

  it('is in the audit trail with each change', async () => {
    await set({})
    await set({})
    const entries = sql`select actor, subject from audit_entry where what = 'prompt-policy-changed' order by id`
    expect(await rows(running, entries)).toEqual([
      { actor: 'bea', subject: 'prompt-policy 1' },
      { actor: 'bea', subject: 'prompt-policy 2' },
    ])
  })
})
