import { randomUUID } from 'node:crypto'

import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import { ESCALATION_STATES } from '#core/escalation/escalation.ts'
import { raiseEscalation } from '#core/escalation/raise-escalation.ts'
import type { DutyId, PersonId, PostId } from '#core/ids.ts'
import { deskOf } from '#server/work/desk.ts'
import { rebuildDuties } from '#store/rebuild-duties.ts'
import { run } from '#store/run.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { anEscalation, aPromise, aStage } from '#tests/fixtures/an-escalation.ts'
import { at, request, rows } from '#tests/fixtures/store-acts.ts'
import { asEscalation, atVersion, committed, loaded, web } from '#tests/fixtures/store-rounds.ts'

let store: TestStore
beforeAll(async () => {
  store = await aStore()
})
afterAll(() => store.close())
beforeEach(async () => {
  await store.startAgain()
  await store.setClock(at('2018-06-18 10:00'))
})

const forbidden = expect.objectContaining({ code: '42501' })
const broken = expect.objectContaining({ code: '23514' })
const X1 = 'escalation-1'

const raisedAs = (id: string, as: string) => sql`insert into escalation
  (id, number, reference, ladder_id, schema_version, ladder, about, raiser_post, bm_post, qa_post, raised_at,
    chases, version, state)
  values (${id}, ${`X-${id}`}, '', 'generic', 1, '{}', 'risk', ${as}, 'bm', 'qa', now(), 0, 1, 'waiting')`
const counted = (who: string) => rows(store.running, sql`select * from escalation_count`, web(who))
const desk = () => deskOf(store.running, 'http://localhost', {} as never)
const owed = async (kind: string): Promise<DutyId> => {
  const [duty] = await rows<{ id: DutyId }>(
    store.running,
    sql<{
      id: DutyId
    }>`select id from duty where subject_id = ${X1} and kind = ${kind} and closed_at is null`,
  )
  if (!duty) throw new Error(`no ${kind}`)
  return duty.id
}

describe('an escalation in each of its states', () => {
  it.each(ESCALATION_STATES)('%s: is read as it was saved, and saved again', async (state) => {
    const first = await committed(store.running, 'eve', asEscalation(anEscalation(state)))
    expect(await loaded(store.running, 'eve', first)).toEqual(first)
    const second = await committed(store.running, 'eve', first)
    expect(second).toEqual(atVersion(first, 2))
    expect(await loaded(store.running, 'bea', second)).toEqual(second)
    expect(await rebuildDuties(store.running)).toMatchObject({ changed: 0 })
  })

  it('goes from state to state, stage to stage, and each stands as it was', async () => {
    const { running } = store
    for (const [place, state] of (['waiting', 'promised', 'resolved', 'closed'] as const).entries()) {
      const saved = await committed(running, 'eve', asEscalation(anEscalation(state, place)))
      expect(await loaded(running, 'ada', saved)).toEqual(saved)
    }
  })

  it('keeps why stages were skipped, and for which meeting a promise waits', async () => {
    const waits = { on: 'The step-up panel', askFrom: day('2018-06-25'), waited: 2 }
    const skipped = aStage({
      rung: 2,
      addressee: 'lead-ccg' as PostId,
      skipBecause: 'The child cannot wait.',
      promise: { ...aPromise, by: day('2018-07-20'), waits },
    })
    const before = aStage({ ended: { how: 'stepped-up', at: at('2018-01-12 16:00') } })
    const raised = { ...anEscalation('promised'), state: 'promised', stages: [before, skipped] } as const
    const saved = await committed(store.running, 'eve', asEscalation(raised))
    expect(await loaded(store.running, 'eve', saved)).toEqual(saved)
    expect(await rebuildDuties(store.running)).toMatchObject({ changed: 0 })
  })

  it('an old version is written by nobody', async () => {
    await committed(store.running, 'eve', asEscalation(anEscalation('waiting')))
    await committed(store.running, 'ada', asEscalation(anEscalation('promised', 1)))
    await expect(committed(store.running, 'eve', asEscalation(anEscalation('withdrawn', 1)))).rejects.toThrow(
      'escalation-1',
    )
  })
})

describe('the wall around it', () => {
  beforeEach(async () => {
    const next = aStage({ rung: 1, addressee: 'lead-ccg' as PostId, due: day('2018-01-19') })
    const before = aStage({ promise: aPromise, ended: { how: 'not-kept', at: at('2018-01-12 16:00') } })
    const raised = { ...anEscalation('waiting'), state: 'waiting', stages: [before, next] } as const
    await committed(store.running, 'eve', asEscalation(raised))
  })

  const tables = [
    ['escalation', 'id', 1],
    ['escalation_words', 'escalation_id', 1],
    ['escalation_stage', 'escalation_id', 2],
    ['escalation_stage_words', 'escalation_id', 2],
  ] as const
  it.each(tables)('%s is seen by raiser, those asked so far and the partnership', async (table, id, many) => {
    for (const who of ['eve', 'dot', 'ada', 'dee', 'bea', 'quinn', 'gil', 'wes', 'sam']) {
      const found = await rows(
        store.running,
        sql`select 1 from ${sql.table(table)} where ${sql.ref(id)} = ${X1}`,
        web(who),
      )
      expect([who, found.length]).toEqual([who, ['gil', 'wes', 'sam'].includes(who) ? 0 : many])
    }
    await expect(
      rows(store.running, sql`select 1 from ${sql.table(table)}`, { as: 'worker' }),
    ).rejects.toThrow(forbidden)
  })

  it.each([
    'rung = 4',
    "addressee_post = 'lead-gp'",
    "due_day = '2019-01-01'",
    'opened_at = now()',
    'place = 9',
  ])('a stage is rewritten by nobody: %s', async (change) => {
    for (const who of ['eve', 'ada', 'bea'])
      await expect(
        rows(store.running, sql`update escalation_stage set ${sql.raw(change)}`, web(who)),
      ).rejects.toThrow(forbidden)
  })

  it.each([
    ['escalation', "number = 'X9'"],
    ['escalation', "raiser_post = 'lead-gp'"],
    ['escalation', "ladder = '{}'"],
    ['escalation_words', "concern = 'x'"],
    ['escalation_stage_words', "interim = 'x'"],
    ['escalation_stage_words', "skip_because = 'x'"],
  ])('nor is %s: %s', async (table, change) => {
    await expect(
      rows(store.running, sql`update ${sql.table(table)} set ${sql.raw(change)}`, web('eve')),
    ).rejects.toThrow(forbidden)
  })

  it.each(tables)('nothing is taken out of %s', async (table) => {
    await expect(rows(store.running, sql`delete from ${sql.table(table)}`, web('bea'))).rejects.toThrow(
      forbidden,
    )
  })

  it('no stage stands without an interim safety arrangement, not even past the product', async () => {
    await rows(
      store.running,
      sql`insert into escalation_stage (escalation_id, place, rung, addressee_post, opened_at, due_day)
        values (${X1}, 2, 2, 'lead-gp', now(), '2018-01-20')`,
    )
    await expect(
      rows(
        store.running,
        sql`insert into escalation_stage_words (escalation_id, place, interim) values (${X1}, 2, '  ')`,
      ),
    ).rejects.toThrow(broken)
  })

  it('nobody raises as another, and nobody makes another’s thing their own', async () => {
    await expect(rows(store.running, raisedAs('new', 'lead-edu'), web('gil'))).rejects.toThrow(forbidden)
    await expect(rows(store.running, raisedAs(X1, 'lead-gp'), web('gil'))).rejects.toThrow(forbidden)
    const join = sql`insert into concern (subject_id, post_id, own) values (${X1}, 'lead-gp', true)`
    await expect(rows(store.running, join, web('gil'))).rejects.toThrow(forbidden)
    await rows(store.running, raisedAs('new', 'lead-gp'), web('gil'))
  })

  it('how many there are is counted for the partnership, and for nobody who has no office', async () => {
    expect(await counted('bea')).toEqual([{ theme: 'action', stage: 2, open: true }])
    expect(await counted('gil')).toEqual([])
    expect(await counted('eve')).toEqual([])
  })
})

describe('two concerns that are raised at once', () => {
  it('have numbers of their own', async () => {
    const raise = {
      danger: false,
      concern: 'Nobody came.',
      about: 'action',
      reference: '',
      raiser: 'lead-edu' as PostId,
      addressee: 'lead-csc' as PostId,
      interimSafety: 'With the aunt.',
    } as const
    const raised = await Promise.all(
      [1, 2, 3].map(() => run(store.running, request('eve'), raiseEscalation, raise)),
    )
    const numbers = raised.map((each) => (each.ok ? each.value.number : each.reason))
    expect(numbers.toSorted()).toEqual(['X1', 'X2', 'X3'])
  })
})

const answer = async (who: string, kind: string, said: object) => {
  const result = await desk().answerEscalation(who as PersonId, await owed(kind), said as never, randomUUID())
  return result.ok ? 'done' : result.reason
}

describe('the cards', () => {
  beforeEach(async () => {
    await committed(store.running, 'eve', asEscalation(anEscalation('waiting')))
  })

  it('promised, said to be done, confirmed, and told what came of it: each by whose it is', async () => {
    const by = day('2018-06-29')
    const promise = { deed: 'promise', what: 'Visit.', who: 'The duty worker', by }
    expect(await answer('eve', 'answer-escalation', promise)).toBe('not-yours-to-answer')
    expect(await answer('gil', 'answer-escalation', promise)).toBe('no-such-duty')
    expect(await answer('ada', 'answer-escalation', { ...promise, by: day('2018-06-17') })).toBe(
      'promise-day-past',
    )
    const first = await owed('answer-escalation')
    expect(await answer('ada', 'answer-escalation', promise)).toBe('done')
    const again = await desk().answerEscalation('ada' as PersonId, first, promise as never, randomUUID())
    expect(again).toMatchObject({ ok: false, reason: 'already-answered' })
    expect(await answer('ada', 'keep-promise', { deed: 'say-kept' })).toBe('done')
    expect(await answer('ada', 'check-promise', { deed: 'confirm-kept' })).toBe('not-yours-to-answer')
    expect(await answer('eve', 'check-promise', { deed: 'confirm-kept' })).toBe('done')
    expect(await answer('ada', 'give-feedback', { deed: 'give-feedback', feedback: 'They came.' })).toBe(
      'done',
    )
  })

  it('carry reference and number, and no word of it; say at the end what is next', async () => {
    const duty = await owed('answer-escalation')
    const card = await desk().duty('ada' as PersonId, duty)
    expect(card).toMatchObject({
      state: 'owed',
      item: { reference: 'N-08', number: 'X1', what: '', path: `/escalations/${X1}` },
    })
    expect(await desk().duty('gil' as PersonId, duty)).toBeUndefined()
    await answer('ada', 'answer-escalation', {
      deed: 'promise',
      what: 'Visit.',
      who: 'The duty worker',
      by: day('2018-06-29'),
    })
    const receipt = await desk().duty('ada' as PersonId, duty)
    expect(receipt).toMatchObject({ state: 'answered' })
    expect(JSON.stringify(receipt)).toContain('both sides are asked')
    expect(JSON.stringify([card, receipt])).not.toMatch(/visit|morning|contact/i)
  })
})

const add = (name: string) =>
  sql`insert into escalation_setting (name, version, value, at) values (${name}, 1, '{}', now())`

describe('a setting of escalations', () => {
  it('is added by the business manager alone, and read by everybody', async () => {
    for (const who of ['eve', 'ada', 'quinn'])
      await expect(rows(store.running, add(who), web(who))).rejects.toThrow(forbidden)
    await rows(store.running, add('danger of a test'), web('bea'))
    expect(await rows(store.running, sql`select 1 from escalation_setting`, web('wes'))).toHaveLength(1)
  })

  it('is rewritten or taken out by nobody', async () => {
    await rows(store.running, add('one'), web('bea'))
    for (const change of ["update escalation_setting set value = '1'", 'delete from escalation_setting'])
      await expect(rows(store.running, sql`${sql.raw(change)}`, web('bea'))).rejects.toThrow(forbidden)
  })
})
