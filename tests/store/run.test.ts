import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { answerDuty } from '#core/actions/answer-duty.ts'
import { recordAction } from '#core/actions/record-action.ts'
import { seeChild } from '#core/cases/see-child.ts'
import type { ActionId, PostId } from '#core/ids.ts'
import type { Deps, Outcome } from '#core/ports.ts'
import { ok } from '#core/result.ts'
import { rebuildDuties } from '#store/rebuild-duties.ts'
import { run } from '#store/run.ts'
import type { Running } from '#store/running.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import {
  aRecord,
  answer,
  at,
  chase,
  count,
  openDuty,
  recorded,
  request,
  rows,
} from '#tests/fixtures/store-acts.ts'

let store: TestStore
let running: Running
beforeAll(async () => {
  store = await aStore()
  running = store.running
})
afterAll(() => store.close())

beforeEach(async () => {
  await store.startAgain()
})

const done = { deed: 'report-done', whatWasDone: 'SECRET-DONE', evidence: 'SECRET-EVIDENCE' } as const

/** How much is written down, table by table. */
async function weight(): Promise<Readonly<Record<string, number>>> {
  const tables = [
    'action',
    'action_event',
    'action_event_text',
    'duty',
    'audit_entry',
    'idempotency',
    'message',
  ]
  const counts = await Promise.all(tables.map(async (table) => [table, await count(running, table)] as const))
  return Object.fromEntries(counts)
}

describe('the same key', () => {
  it('gives the same answer, and the effect once', async () => {
    const first = request('quinn')
    const given = await run(running, first, recordAction, aRecord())
    const before = await weight()
    expect(await run(running, { ...first, id: 'again' }, recordAction, aRecord())).toEqual(given)
    expect(await weight()).toEqual(before)
    expect(before).toMatchObject({ action: 1, duty: 1, audit_entry: 1 })
  })

  it('pressed five times at once has one effect and one answer', async () => {
    const pressed = request('quinn')
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => run(running, pressed, recordAction, aRecord())),
    )
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1)
    expect(answers[0]).toMatchObject({ ok: true })
    expect(await weight()).toMatchObject({ action: 1, audit_entry: 1, idempotency: 1 })
  })

  it('with other content is refused', async () => {
    const first = request('quinn')
    await run(running, first, recordAction, aRecord())
    const other = await run(running, first, recordAction, aRecord({ what: 'Something else.' }))
    expect(other).toEqual({ ok: false, reason: 'key-was-used' })
    expect(await count(running, 'action')).toBe(1)
  })

  it('for another deed is refused', async () => {
    const first = request('quinn')
    const action = await run(running, first, recordAction, aRecord())
    const view = await run(running, first, seeChild, { action: action.ok ? action.value : ('' as ActionId) })
    expect(view).toEqual({ ok: false, reason: 'key-was-used' })
  })

  it('of another person is refused', async () => {
    const first = request('quinn')
    await run(running, first, recordAction, aRecord())
    const other = await run(running, { ...first, person: request('bea').person }, recordAction, aRecord())
    expect(other).toEqual({ ok: false, reason: 'key-was-used' })
  })

  it('keeps no word that somebody typed', async () => {
    const action = await recorded(running)
    await answer(running, 'wes', action, done)
    const kept = await rows(running, sql`select answer from idempotency`)
    expect(kept).toHaveLength(2)
    expect(JSON.stringify(kept)).not.toContain('SECRET')
  })
})

describe('a view', () => {
  it('has no key: who the child is is kept nowhere, and every view is written down', async () => {
    const action = await recorded(running)
    const shown = []
    for (const _ of [1, 2]) shown.push(await run(running, request('wes', null), seeChild, { action }))
    expect(shown).toEqual([ok({ name: 'Wren Ashby-Test', born: '2014-02-03' }), shown[0]])
    const entries = await rows(
      running,
      sql`select actor, what, subject from audit_entry where what like 'child%'`,
    )
    const entry = { actor: 'wes', what: 'child-details-seen', subject: 'case-n-08' }
    expect(entries).toEqual([entry, entry])
    expect(JSON.stringify(await rows(running, sql`select * from idempotency`))).not.toContain('Wren')
  })
})

describe('a refusal leaves nothing', () => {
  it.each([
    ['recording by somebody else', 'bea', aRecord(), 'not-yours-to-record'],
    ['an owner of the raiser’s agency', 'quinn', aRecord({ raiser: 'lead-csc' as PostId }), 'same-agency'],
    ['a text that names the child', 'quinn', aRecord({ what: 'See Wren alone.' }), 'names-the-child'],
    ['a person who is not known', 'nobody', aRecord(), 'unknown-person'],
  ])('%s', async (_, person, said, reason) => {
    const before = await weight()
    expect(await run(running, request(person), recordAction, said)).toEqual({ ok: false, reason })
    expect(await weight()).toEqual(before)
  })

  it('not even its key: the same key may be used for what is right', async () => {
    const key = request('quinn')
    await run(running, key, recordAction, aRecord({ what: 'See Wren alone.' }))
    expect(await run(running, key, recordAction, aRecord())).toMatchObject({ ok: true })
  })

  it('a fault leaves nothing either, and is thrown', async () => {
    const before = await weight()
    await expect(run(running, request('quinn'), fault, {})).rejects.toThrow('the disk is full')
    expect(await weight()).toEqual(before)
  })
})

describe('two who answer at once', () => {
  it('one wins, the other hears that it was answered', async () => {
    const action = await recorded(running)
    const duty = await openDuty(running, action)
    const press = (deed: typeof done | { deed: 'question'; question: 'not-right'; reason: string }) =>
      run(running, request('wes'), answerDuty, { duty, answer: deed, version: 1 })
    const answers = await Promise.all([
      press(done),
      press({ deed: 'question', question: 'not-right', reason: 'Another school.' }),
    ])
    expect(answers.filter((each) => each.ok)).toHaveLength(1)
    const [lost] = answers.filter((each) => !each.ok)
    expect(['already-answered', 'changed-meanwhile']).toContain(lost?.ok === false && lost.reason)
    const events = await rows(running, sql`select what from action_event where action_id = ${action}`)
    expect(events).toHaveLength(2)
    expect(await rows(running, sql`select version from action`)).toEqual([{ version: 2 }])
  })

  it('an answer and a reminder both happen', async () => {
    const action = await recorded(running)
    const both = await Promise.all([answer(running, 'wes', action, done), chase(running, [action])])
    expect(both.map((each) => each.ok)).toEqual([true, true])
    expect(await rows(running, sql`select version, chases, state from action`)).toEqual([
      { version: 3, chases: 1, state: 'reported-done' },
    ])
    expect(await rebuildDuties(running)).toEqual({ subjects: 1, changed: 0 })
  })

  it('an answer to what the form did not show is refused', async () => {
    const action = await recorded(running)
    const duty = await openDuty(running, action)
    await chase(running, [action])
    const late = await run(running, request('wes'), answerDuty, { duty, answer: done, version: 1 })
    expect(late).toEqual({ ok: false, reason: 'changed-meanwhile' })
  })
})

describe('what happened is written down', () => {
  it('once in the audit trail, with who, how, about what, and no word that was typed', async () => {
    await store.setClock(at('2018-06-06 14:10'))
    const action = await recorded(running, { help: 'SECRET-HELP each month' })
    await answer(running, 'wes', action, done)
    await answer(running, 'eve', action, { deed: 'dispute', reason: 'SECRET-REASON' })
    await chase(running, [action])
    const trail = await rows<{ what: string }>(
      running,
      sql`select actor, channel, what, subject, reference from audit_entry where what <> 'clock-moved' order by id`,
    )
    const of = { channel: 'tab', subject: action }
    expect(trail).toEqual([
      { ...of, actor: 'quinn', what: 'action-recorded', reference: 'N-08 A1 v1' },
      { ...of, actor: 'wes', what: 'report-done', reference: 'N-08 A1 v2' },
      { ...of, actor: 'eve', what: 'dispute', reference: 'N-08 A1 v3' },
      { ...of, actor: 'bea', what: 'action-chased', reference: 'N-08 A1 v4' },
    ])
    expect(JSON.stringify(await rows(running, sql`select * from audit_entry`))).not.toContain('SECRET')
  })

  it('in the history, with the words, at the story’s time', async () => {
    await store.setClock(at('2018-06-12 11:05'))
    const action = await recorded(running)
    await answer(running, 'wes', action, done)
    expect(await rows(running, sql`select seq, what, person_id, at from action_event order by seq`)).toEqual([
      { seq: 1, what: 'action-recorded', person_id: 'quinn', at: '2018-06-12T10:05:00.000Z' },
      { seq: 2, what: 'report-done', person_id: 'wes', at: '2018-06-12T10:05:00.000Z' },
    ])
    expect(await rows(running, sql`select seq, field, text from action_event_text order by field`)).toEqual([
      { seq: 2, field: 'evidence', text: 'SECRET-EVIDENCE' },
      { seq: 2, field: 'whatWasDone', text: 'SECRET-DONE' },
    ])
  })
})

describe('duties follow the action', () => {
  it('one is closed with its answer, the next is opened, and a reminder opens none', async () => {
    await store.setClock(at('2018-06-12 11:05'))
    const action = await recorded(running)
    await chase(running, [action])
    await store.setClock(at('2018-06-12 11:06'))
    await answer(running, 'wes', action, { deed: 'ask-for-time', until: aRecord().due, reason: 'x' })
    await answer(running, 'wes', action, done)
    await store.setClock(at('2018-06-12 11:07'))
    await answer(running, 'eve', action, { deed: 'dispute', reason: 'One call came.' })
    expect(await duties()).toEqual([
      {
        kind: 'do-action',
        opening: 1,
        owes_post: 'worker-n08',
        due_day: '2018-06-13',
        closed_by: 'wes',
        closed_deed: 'report-done',
      },
      {
        kind: 'say-whether-it-happened',
        opening: 1,
        owes_post: 'lead-edu',
        due_day: '2018-06-15',
        closed_by: 'eve',
        closed_deed: 'dispute',
      },
      {
        kind: 'do-action',
        opening: 2,
        owes_post: 'worker-n08',
        due_day: '2018-06-13',
        closed_by: null,
        closed_deed: null,
      },
    ])
  })

  it('and deriving them all again changes nothing, until a row is damaged, and then repairs that', async () => {
    const action = await recorded(running)
    await answer(running, 'wes', action, done)
    await answer(running, 'eve', action, { deed: 'dispute', reason: 'One call came.' })
    await recorded(running, { owner: 'lead-csc' as PostId, raiser: 'qa' as PostId })
    expect(await rebuildDuties(running)).toEqual({ subjects: 2, changed: 0 })
    const before = await duties()
    await rows(
      running,
      sql`with d as (update duty set owes_post = 'lead-gp', due_day = '2019-01-01'
        where id = ${await openDuty(running, action)} returning id)
        update duty_prompt set next_prompt_at = null from d where duty_id = d.id`,
    )
    expect(await rebuildDuties(running)).toEqual({ subjects: 2, changed: 1 })
    expect(await duties()).toEqual(before)
    expect(await rebuildDuties(running)).toEqual({ subjects: 2, changed: 0 })
  })

  it('also one that is missing, and one too many', async () => {
    const action = await recorded(running)
    await rows(running, sql`update duty set kind = 'answer-question'`)
    expect(await rebuildDuties(running)).toEqual({ subjects: 1, changed: 2 })
    const open = await rows(running, sql`select kind from duty where closed_at is null`)
    expect(open).toEqual([{ kind: 'do-action' }])
    expect(await openDuty(running, action)).toEqual(expect.any(String))
  })
})

async function fault({ reads }: Deps): Outcome<string, never> {
  await reads.nextActionNumber()
  throw new Error('the disk is full')
}

function duties() {
  return rows(
    running,
    sql`select kind, opening, owes_post, due_day, closed_by, closed_deed from duty
      order by opened_at, opening, closed_at nulls last`,
  )
}
