import { randomUUID } from 'node:crypto'

import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import { nameTeam } from '#core/cases/name-team.ts'
import type { CaseId, DutyId, FormId, PersonId, PostId } from '#core/ids.ts'
import { endHolding } from '#core/people/end-holding.ts'
import { handOver } from '#core/people/hand-over.ts'
import { nameHolder } from '#core/people/name-holder.ts'
import { rebuildDuties } from '#store/rebuild-duties.ts'
import { run } from '#store/run.ts'
import { viewSetAside } from '#store/set-aside.ts'
import { aLoop, WRITTEN } from '#tests/fixtures/a-loop.ts'
import { lookAs } from '#tests/fixtures/a-panel.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { at, request, rows } from '#tests/fixtures/store-acts.ts'

const id = 'form-n-08' as FormId
const ASKED = 'The first visit was on 9 March, not on 7 March.'

let store: TestStore
beforeAll(async () => {
  store = await aStore()
})
afterAll(() => store.close())

const { answer, done, owed, kinds, dutyOf, form, desk, begun, released } = aLoop(() => store)
beforeEach(begun)

describe('"this is not right", from the worker’s card', () => {
  beforeEach(async () => {
    const duty = await dutyOf('write-form')
    const said = { deed: 'ask', about: 'not-right', text: ASKED } as const
    await desk().answerForm('wes' as PersonId, duty, said, randomUUID())
  })

  it('goes to the lead person, and the form’s own prompts rest', async () => {
    expect(await owed()).toMatchObject([{ kind: 'answer-form-question', owes_post: 'lead-csc' }])
    expect(await rebuildDuties(store.running)).toMatchObject({ changed: 0 })
  })

  it('is read by who asked, lead person and partnership, without what the worker writes; the manager sees it is asked', async () => {
    for (const who of ['wes', 'ada', 'bea', 'quinn'])
      expect((await form(who))?.questions[0]).toMatchObject({ text: ASKED, answer: null })
    const sam = await form('sam')
    expect(sam?.questions).toEqual([])
    expect(sam?.row.stateWords).toBe('The worker asks: the lead person answers next')
    expect(JSON.stringify([sam?.history, (await form('ada'))?.history])).not.toContain('9 March')
    expect((await form('ada'))?.history[0]?.what).toBe('Said that something is not right')
    expect(JSON.stringify(await form('ada'))).not.toContain(WRITTEN)
  })

  it('stands in no audit entry, and the login that sends cannot read it', async () => {
    expect(JSON.stringify(await rows(store.running, sql`select * from audit_entry`))).not.toContain('9 March')
    const read = store.running.database.transact({ as: 'worker' }, (trx) =>
      sql`select text from form_note`.execute(trx),
    )
    await expect(read).rejects.toThrow(/permission denied/)
  })

  it('corrected, the worker reads the new words on the card of before, and goes on with what was written', async () => {
    const [old] = await rows<{ id: DutyId }>(
      store.running,
      sql`select id from duty where subject_id = ${id} and kind = 'write-form'`,
    )
    await done('ada', { deed: 'correct', good: 'The school kept asking.', asked: 'Ring back on the day.' })
    expect(await kinds()).toEqual(['see-form'])
    expect(await desk().duty('wes' as PersonId, old?.id ?? '')).toMatchObject({
      state: 'owed',
      item: {
        kind: 'see-form',
        form: { asked: 'Ring back on the day.', written: ['reflections'], answered: true },
      },
    })
    expect((await form('wes'))?.part?.reflections).toBe(WRITTEN)
    expect((await form('wes'))?.questions[0]?.answer?.text).toBe('The words to the worker were corrected.')
  })

  it('is never changed or removed once it is said', async () => {
    await expect(rows(store.running, sql`update form_note set text = 'x'`)).rejects.toThrow(/append-only/)
  })
})

const kept = (who: string) => lookAs(store.running, who, viewSetAside)
const named = (worker: string) =>
  run(store.running, request('ada'), nameTeam, {
    case: 'case-n-08' as CaseId,
    worker: { person: worker as PersonId },
    manager: { person: 'sam' as PersonId },
    team: 'Team north',
  })

describe('another worker is named', () => {
  it('the form goes on with them from the beginning, and what the former one wrote is theirs alone', async () => {
    await done('wes', { deed: 'ask', about: 'not-me', text: '' })
    expect(await named('kit')).toMatchObject({ ok: true })
    expect(await kinds()).toEqual(['see-form'])
    expect(await form('wes')).toBeUndefined()
    const kit = await form('kit')
    expect(kit).toMatchObject({ row: { state: 'released' }, own: true, setAside: [], questions: [] })
    for (const who of ['kit', 'ada', 'bea', 'sam'])
      expect(JSON.stringify(await form(who))).not.toContain(WRITTEN)
    const kept = await rows<{ text: string; for_person: string }>(
      store.running,
      sql`select text, for_person from form_note where kind = 'set-aside'`,
    )
    expect(kept).toMatchObject([{ text: expect.stringContaining(WRITTEN), for_person: 'wes' }])
    expect((await form('ada'))?.history[0]?.what).toBe('Gave the form to another worker')
  })

  it('no prompt reaches the one before', async () => {
    await named('kit')
    const duty = await dutyOf('see-form')
    const holders = await rows<{ person_id: string }>(
      store.running,
      sql`select person_id from post_holding h join duty d on d.owes_post = h.post_id
        where d.id = ${duty} and (h.to_day is null or h.to_day >= '2018-06-12')`,
    )
    expect(holders).toEqual([{ person_id: 'kit' }])
    expect(await desk().duty('wes' as PersonId, duty)).toBeUndefined()
  })

  it.each(['handed over', 'the post filled'])(
    'what they wrote is theirs alone also when %s (decisions.md 21)',
    async (way) => {
      const [form8] = await rows<{ worker_post: PostId }>(
        store.running,
        sql`select worker_post from form where id = ${id}`,
      )
      const post = form8?.worker_post ?? ('none' as PostId)
      const from = day('2018-06-12')
      const moved =
        way === 'handed over'
          ? await run(store.running, request('bea'), handOver, {
              person: 'wes' as PersonId,
              from,
              to: { person: 'kit' as PersonId },
              others: [],
              posts: [post],
            })
          : await run(store.running, request('bea'), nameHolder, {
              post,
              from,
              who: { person: 'kit' as PersonId },
            })
      expect(moved).toMatchObject({ ok: true })
      expect(await form('kit')).toMatchObject({ row: { state: 'released' }, own: true, setAside: [] })
      for (const who of ['kit', 'ada', 'bea', 'sam'])
        expect(JSON.stringify(await form(who))).not.toContain(WRITTEN)
    },
  )

  it('named for a later day, reads nothing of it then, and nothing is lost when they write', async () => {
    const [{ worker_post: post } = { worker_post: 'none' as PostId }] = await rows<{ worker_post: PostId }>(
      store.running,
      sql`select worker_post from form where id = ${id}`,
    )
    const who = { person: 'kit' as PersonId }
    const moved = await run(store.running, request('bea'), nameHolder, { post, from: day('2018-06-14'), who })
    expect(moved).toMatchObject({ ok: true })
    await store.setClock(at('2018-06-14 10:00'))
    expect(JSON.stringify(await form('kit'))).not.toContain(WRITTEN)
    expect(await desk().duty('kit' as PersonId, await dutyOf('write-form'))).toMatchObject({
      item: { form: { written: [] } },
    })
    await done('kit', { deed: 'write', learning: 'Ask.' })
    expect((await form('kit'))?.part).toMatchObject({ reflections: '', learning: 'Ask.' })
    const kept = await rows<{ text: string; for_person: string }>(
      store.running,
      sql`select text, for_person from form_note where kind = 'set-aside'`,
    )
    expect(kept).toMatchObject([{ text: expect.stringContaining(WRITTEN), for_person: 'wes' }])
  })

  it('finds what they had written on their own page, and nobody else does', async () => {
    await named('kit')
    expect(await kept('wes')).toMatchObject({
      items: [{ reference: 'N-08', text: expect.stringContaining(WRITTEN) }],
    })
    for (const who of ['kit', 'ada', 'bea', 'sam']) expect(await kept(who)).toEqual({ items: [] })
  })

  it('after a time without one, keeps what they wrote for whoever wrote it', async () => {
    const [{ worker_post: post } = { worker_post: 'none' as PostId }] = await rows<{ worker_post: PostId }>(
      store.running,
      sql`select worker_post from form where id = ${id}`,
    )
    const from = day('2018-06-12')
    await run(store.running, request('bea'), endHolding, { post, as: 'holder', from })
    const again = { post, from, who: { person: 'wes' as PersonId } }
    expect(await run(store.running, request('bea'), nameHolder, again)).toMatchObject({ ok: true })
    expect((await form('wes'))?.part?.reflections).toBe(WRITTEN)
  })

  it('what was sent is read by whoever wrote it, not by whoever follows them', async () => {
    const whole = { metOn: day('2018-06-11'), present: 'Both.', background: 'A visit.', learning: 'Ring.' }
    await done('wes', { deed: 'write', ...whole })
    await done('wes', { deed: 'send' })
    await named('kit')
    expect((await form('kit'))?.part).toBeNull()
    expect((await form('ada'))?.part?.reflections).toBe(WRITTEN)
  })

  it('naming the same worker again leaves the form as it is', async () => {
    await named('wes')
    expect((await form('wes'))?.part?.reflections).toBe(WRITTEN)
    expect(await kinds()).toEqual(['write-form'])
  })
})

describe('the lead person’s log', () => {
  it('is read by lead person and partnership alone; a next check is a reminder of the lead person’s', async () => {
    const text = 'Rang at noon, was calm about it.'
    await done('ada', { deed: 'log', what: 'spoke', on: day('2018-06-12'), text })
    await done('ada', { deed: 'log', what: 'next-check', on: day('2018-06-15'), text: 'Look again.' })
    for (const who of ['ada', 'bea', 'quinn'])
      expect((await form(who))?.log).toMatchObject([{ what: 'next-check' }, { what: 'spoke', text }])
    for (const who of ['wes', 'sam']) {
      const view = await form(who)
      expect(view?.log).toBeNull()
      expect(view?.checkOn).toBeNull()
      expect(JSON.stringify(view)).not.toContain('calm')
    }
    expect(await kinds()).toEqual(['check-form', 'write-form'])
    expect(await answer('wes', { deed: 'log', what: 'told', on: day('2018-06-12'), text })).toBe(
      'not-yours-to-answer',
    )
  })
})

describe('recorded for the worker', () => {
  const part = {
    metOn: day('2018-06-11'),
    present: 'Worker and lead person.',
    background: 'The visit of March.',
    reflections: 'Should have rung.',
    learning: 'Ring.',
  }

  it('is marked so, sets aside what the worker had begun, and can be taken back by the worker', async () => {
    await store.setClock(at('2018-06-12 14:05'))
    await done('bea', { deed: 'record-for-worker', how: 'by-phone', ...part })
    for (const who of ['wes', 'ada', 'bea', 'sam'])
      expect((await form(who))?.recordedFor).toBe('For the worker, by phone, 14:05, 12 June')
    expect((await form('wes'))?.setAside[0]).toContain(WRITTEN)
    expect((await form('ada'))?.setAside).toEqual([])
    expect(JSON.stringify(await form('ada'))).not.toContain(WRITTEN)
    expect(await kinds()).toEqual(['sign-form'])
    await done('wes', { deed: 'take-back' })
    // They had read it before it was recorded for them.
    expect(await kinds()).toEqual(['write-form'])
    expect((await form('wes'))?.part?.reflections).toBe(part.reflections)
    expect((await form('ada'))?.part).toBeNull()
    expect(await rebuildDuties(store.running)).toMatchObject({ changed: 0 })
  })

  it('proves no reading of the worker’s', async () => {
    await released()
    await done('ada', { deed: 'record-for-worker', how: 'face-to-face', ...part })
    expect((await form('ada'))?.seenOn).toBeNull()
    await done('wes', { deed: 'take-back' })
    expect((await form('ada'))?.seenOn).toBeNull()
    expect(await kinds()).toEqual(['see-form'])
  })
})

describe('taken back', () => {
  it('a signature stands in the history beside its taking back, and the note stays', async () => {
    const whole = { metOn: day('2018-06-11'), present: 'Both.', background: 'A visit.', learning: 'Ring.' }
    await done('wes', { deed: 'write', ...whole })
    await done('wes', { deed: 'send' })
    await done('ada', { deed: 'sign', leadNote: 'Agreed.' })
    await done('ada', { deed: 'take-back-signature' })
    expect((await form('ada'))?.leadNote).toBe('Agreed.')
    expect((await form('wes'))?.leadNote).toBeNull()
    expect((await form('ada'))?.history.slice(0, 2).map(({ what }) => what)).toEqual([
      'Took back the signature',
      'Signed the form',
    ])
    await done('ada', { deed: 'sign', leadNote: 'Agreed.' })
    expect(await answer('wes', { deed: 'take-back' })).toBe('is-signed')
  })
})
