import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import type { AgencyId, ReturnId } from '#core/ids.ts'
import type { UseCase } from '#core/ports.ts'
import { inviteContributor } from '#core/returns/invite-contributor.ts'
import { removeEntry } from '#core/returns/remove-entry.ts'
import { saveAnswer } from '#core/returns/save-answer.ts'
import { saveEntry } from '#core/returns/save-entry.ts'
import { seeWritten } from '#core/returns/see-written.ts'
import { aReturn } from '#tests/fixtures/a-return.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { csc, does, done, kit, openReturn, seenBy, words } from '#tests/fixtures/return-acts.ts'
import { at, rows } from '#tests/fixtures/store-acts.ts'
import { asReturn, committed, web } from '#tests/fixtures/store-rounds.ts'

/** On 6 June at 13:00 in England: the chronology was due on 21 May. */
let store: TestStore
beforeAll(async () => {
  store = await aStore()
})
afterAll(() => store.close())

beforeEach(async () => {
  await store.startAgain()
  await openReturn(store.running)
})

const as = <I, T, R extends string>(person: string, useCase: UseCase<I, T, R>, input: I) =>
  does(store.running, person, useCase, input)

describe('writing in a return', () => {
  it('the first word makes a draft, and its history names the writer once an hour', async () => {
    const first = await done(as('ada', saveEntry, { ...csc, entry: null, words }))
    expect(first).toMatchObject({ version: 1, at: '13:00' })
    await done(as('ada', saveEntry, { ...csc, entry: null, words: { ...words, event: 'Visit.' } }))
    expect(await seenBy(store.running, 'ada')).toMatchObject({
      version: 2,
      chronology: { state: 'draft', words: 'Being written' },
      evaluation: { state: 'not-started' },
    })
    const history = await rows(store.running, sql`select deed, person_id from deed_event`)
    expect(history).toEqual([{ deed: 'changed-entries', person_id: 'ada' }])
  })

  it('two people who change one answer: the second is told, and neither text is lost', async () => {
    await done(as('ada', inviteContributor, { ...csc, who: { person: kit } }))
    const field = { ...csc, field: 'strengths' }
    await done(as('ada', saveAnswer, { ...field, text: 'First.', version: 0 }))
    const theirs = await as('kit', saveAnswer, { ...field, text: 'Kit changed this.', version: 1 })
    expect(theirs).toMatchObject({ ok: true, value: { version: 2 } })
    const mine = await as('ada', saveAnswer, { ...field, text: 'Ada changed this.', version: 1 })
    expect(mine).toEqual({ ok: false, reason: 'changed-meanwhile' })
    const { answers } = await done(as('ada', seeWritten, csc))
    expect(answers).toEqual([
      {
        field: 'strengths',
        text: 'Kit changed this.',
        version: 2,
        by: 'Kit Contributor-Test',
        at: '6 June at 13:00',
      },
    ])
    expect(await as('ada', saveAnswer, { ...field, text: 'Ada changed this.', version: 2 })).toMatchObject({
      ok: true,
    })
  })

  it('two people who write a first answer at once: one is told', async () => {
    const field = { ...csc, field: 'improvements', version: 0 }
    const both = await Promise.all([
      as('ada', saveAnswer, { ...field, text: 'One.' }),
      as('ada', saveAnswer, { ...field, text: 'Two.' }),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both).toContainEqual({ ok: false, reason: 'changed-meanwhile' })
  })

  it('an entry is changed at its version only, and one that was taken out is gone from the page', async () => {
    const { entry } = await done(as('ada', saveEntry, { ...csc, entry: null, words }))
    const change = { ...csc, entry, words: { ...words, event: 'School rang twice.' } }
    expect(await as('ada', saveEntry, { ...change, version: 1 })).toMatchObject({ value: { version: 2 } })
    expect(await as('ada', saveEntry, { ...change, version: 1 })).toEqual({
      ok: false,
      reason: 'changed-meanwhile',
    })
    expect(await as('ada', removeEntry, { ...csc, entry, version: 1 })).toMatchObject({ ok: false })
    await done(as('ada', removeEntry, { ...csc, entry, version: 2 }))
    expect((await done(as('ada', seeWritten, csc))).entries).toEqual([])
    expect(await as('ada', saveEntry, { ...change, version: 3 })).toEqual({
      ok: false,
      reason: 'no-such-entry',
    })
  })

  it('an entry from before the six months is taken and marked; one of tomorrow is refused', async () => {
    await done(as('ada', saveEntry, { ...csc, entry: null, words: { ...words, on: day('2017-11-06') } }))
    await done(as('ada', saveEntry, { ...csc, entry: null, words: { ...words, on: day('2017-11-07') } }))
    const { entries } = await done(as('ada', seeWritten, csc))
    expect(entries?.map(({ beforeLookBack }) => beforeLookBack)).toEqual([true, false])
    expect(
      await as('ada', saveEntry, { ...csc, entry: null, words: { ...words, on: day('2018-06-07') } }),
    ).toEqual({
      ok: false,
      reason: 'day-is-to-come',
    })
  })

  it.each([
    ['a field that the method does not have', 'aspect.made-up.text', 'x', 'no-such-field'],
    ['a grade that is none', 'aspect.history.grade', 'RI', 'not-an-answer'],
  ])('%s is refused', async (_, field, text, reason) => {
    expect(await as('ada', saveAnswer, { ...csc, field, text, version: 0 })).toEqual({ ok: false, reason })
  })

  it('nobody of another agency writes: to most it is not there, who asked for it may not', async () => {
    const input = { ...csc, entry: null, words }
    expect(await as('eve', saveEntry, input)).toEqual({ ok: false, reason: 'no-such-return' })
    expect(await as('wes', saveEntry, input)).toEqual({ ok: false, reason: 'no-such-return' })
    expect(await as('bea', saveEntry, input)).toEqual({ ok: false, reason: 'not-yours-to-write' })
  })

  it('opens on its day, not before', async () => {
    const soon = aReturn('in', {
      id: 'return-soon' as ReturnId,
      agency: 'edu' as AgencyId,
      opensAt: at('2018-06-08 09:00'),
    })
    await committed(store.running, 'bea', asReturn(soon))
    expect(await as('ada', saveEntry, { return: soon.id, entry: null, words })).toEqual({
      ok: false,
      reason: 'not-open-yet',
    })
    expect((await seenBy(store.running, 'ada', soon.id))?.opens).toBe('Friday 8 June at 09:00')
  })
})

describe('inviting', () => {
  const who = { name: 'Lou Teacher-Test', mail: 'lou@example.org', jobTitle: 'Class teacher' }

  it('somebody new by mail sees this return with its questions, and nothing else of the round', async () => {
    const { person } = await done(as('ada', inviteContributor, { ...csc, who }))
    expect(await seenBy(store.running, person)).toMatchObject({
      may: { own: true, write: { chronology: true }, send: { chronology: false }, invite: false },
      aspects: expect.arrayContaining([expect.objectContaining({ id: 'history' })]),
      contributors: [{ holder: 'Lou Teacher-Test' }],
    })
    const seen = await store.running.database.transact(web(person), async (trx) => [
      await trx.selectFrom('round_member').select('agency_id').execute(),
      await trx.selectFrom('case_file').select('id').execute(),
      await trx.selectFrom('agency_return').select('id').execute(),
    ])
    expect(seen).toEqual([[], [], [{ id: 'return-csc' }]])
  })

  it('somebody known by the address is the same person, and is invited once', async () => {
    const known = await done(
      as('ada', inviteContributor, { ...csc, who: { ...who, mail: 'KIT@example.org' } }),
    )
    expect(known.person).toBe('kit')
    expect(await as('ada', inviteContributor, { ...csc, who: { person: kit } })).toEqual({
      ok: false,
      reason: 'already-invited',
    })
  })

  it('is the lead person’s', async () => {
    expect(await as('bea', inviteContributor, { ...csc, who })).toEqual({
      ok: false,
      reason: 'not-yours-to-invite',
    })
  })
})
