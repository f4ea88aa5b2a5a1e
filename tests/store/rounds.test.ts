import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import type { PersonId, ReplyId, RoundId } from '#core/ids.ts'
import { confirmReceipt } from '#core/involvement/confirm-receipt.ts'
import { approveTheme } from '#core/round/approve-theme.ts'
import { changeRound } from '#core/round/change-round.ts'
import { copyRound } from '#core/round/copy-round.ts'
import { seeLongList } from '#core/round/see-long-list.ts'
import { sendLongList } from '#core/round/send-long-list.ts'
import { setBankHoliday } from '#core/round/set-bank-holiday.ts'
import { setUpRound } from '#core/round/set-up-round.ts'
import { writeLongList } from '#core/round/write-long-list.ts'
import { findActor } from '#store/people.ts'
import { rebuildDuties } from '#store/rebuild-duties.ts'
import { viewRound } from '#store/round-view.ts'
import { viewRounds } from '#store/round-views.ts'
import { run } from '#store/run.ts'
import type { Running } from '#store/running.ts'
import type { Seen } from '#store/seen.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { aRoundThatIs, aRoundToSetUp, children, fourAgencies } from '#tests/fixtures/round-acts.ts'
import { at, request, rows } from '#tests/fixtures/store-acts.ts'
import { seatThePanel } from '#tests/fixtures/store-rounds.ts'

let store: TestStore
let running: Running
beforeAll(async () => {
  store = await aStore()
  running = store.running
})
afterAll(() => store.close())
beforeEach(async () => {
  await store.startAgain()
  await seatThePanel(running)
  await store.setClock(at('2018-05-08 09:30'))
})

/** Looks as somebody, today. */
async function seenBy<T>(person: string, look: (seen: Seen) => Promise<T>): Promise<T> {
  return running.database.transact({ as: 'web', person: person as PersonId }, async (trx) => {
    const today = day('2018-05-08')
    const actor = await findActor(trx, person as PersonId, today)
    if (!actor) throw new Error(`nobody is ${person}`)
    return look({ trx, actor, today })
  })
}

const view = (person: string, id: RoundId) => seenBy(person, (seen) => viewRound(seen, id, running.calendar))
const openDuties = () =>
  rows<{ kind: string; owes_post: string; due_day: string }>(
    running,
    sql`select kind, owes_post, due_day from duty where closed_at is null order by kind, owes_post`,
  )

describe('a round', () => {
  it('has a code and letters of its own for ever', async () => {
    const first = await aRoundThatIs(running, 'draft')
    const second = await aRoundThatIs(running, 'draft')
    const other = await aRoundThatIs(running, 'draft', { theme: 'Neglect' })
    // Cases of a round N-2018-2 were there before the rounds were.
    expect([first.code, second.code, other.code]).toEqual(['D-2018-3', 'DA-2018-4', 'NE-2018-5'])
    const taken = { prefix: 'D', number: 9 }
    expect(await run(running, request('bea'), setUpRound, aRoundToSetUp(taken))).toMatchObject({
      reason: 'prefix-is-taken',
    })
    const twice = { prefix: 'X', number: 3 }
    expect(await run(running, request('bea'), setUpRound, aRoundToSetUp(twice))).toMatchObject({
      reason: 'code-is-taken',
    })
  })

  it('is set up by the partnership alone', async () => {
    expect(await run(running, request('ada'), setUpRound, aRoundToSetUp())).toMatchObject({
      reason: 'not-yours-to-set-up',
    })
  })

  it('is seen by its lead persons, and not there for anybody else', async () => {
    const { id } = await aRoundThatIs(running, 'draft')
    expect((await view('ada', id))?.code).toBe('D-2018-3')
    expect(await view('wes', id)).toBeUndefined()
    expect((await seenBy('wes', viewRounds)).items).toEqual([])
    expect((await seenBy('gil', viewRounds)).items).toMatchObject([
      { id, stateWords: 'Being set up', panelDay: '2018-06-06' },
    ])
    expect(
      await run(running, request('wes'), approveTheme, {
        round: id,
        said: { by: 'We', on: day('2018-04-17') },
      }),
    ).toMatchObject({
      reason: 'no-such-round',
    })
  })

  it('keeps the posts of its lead persons while their holders change, on the same day too', async () => {
    const { id } = await aRoundThatIs(running, 'draft')
    const before = await view('bea', id)
    const [csc, ...others] = fourAgencies
    if (!csc) throw new Error('no agency')
    const { method: _, ...facts } = aRoundToSetUp()
    const lead = { name: 'Ali Lead-Test', mail: 'ali@example.org', jobTitle: 'Head', road: 'mail' } as const
    await run(running, request('bea'), changeRound, {
      round: id,
      said: { ...facts, members: [{ ...csc, lead }, ...others] },
    })
    expect((await view('bea', id))?.members[0]?.lead?.name).toBe('Ali Lead-Test')
    expect(await view('ada', id)).toBeUndefined()
    await run(running, request('bea'), changeRound, {
      round: id,
      said: { ...facts, members: [{ ...csc, lead: null }, ...others] },
    })
    const after = await view('bea', id)
    expect(after?.members[0]?.lead).toBeNull()
    expect(after?.lacking.leadPerson).toEqual(["Children's Social Care"])
    expect(after?.version).toBe((before?.version ?? 0) + 2)
  })

  it('waits for its approval again when its theme changed', async () => {
    const { id } = await aRoundThatIs(running, 'approved')
    const { method: _, ...facts } = aRoundToSetUp({ theme: 'Exploitation' })
    await run(running, request('bea'), changeRound, { round: id, said: facts })
    expect(await view('bea', id)).toMatchObject({
      state: 'draft',
      approval: null,
      next: 'record-approval',
      code: 'D-2018-3',
    })
  })

  it('is not changed over what somebody else saved meanwhile', async () => {
    const { id, version } = await aRoundThatIs(running, 'approved')
    const { method: _, ...facts } = aRoundToSetUp()
    const old = { round: id, version: version - 1 }
    const answers = [
      await run(running, request('bea'), changeRound, { ...old, said: facts }),
      await run(running, request('bea'), writeLongList, { ...old, said: { cases: children(1) } }),
      await run(running, request('bea'), sendLongList, { ...old, said: { reason: null } }),
    ]
    for (const answer of answers) expect(answer).toMatchObject({ reason: 'changed-meanwhile' })
  })

  it('was approved on a day that has come', async () => {
    const { id } = await aRoundThatIs(running, 'draft')
    const later = { by: 'The subgroup', on: day('2018-05-09') }
    expect(await run(running, request('bea'), approveTheme, { round: id, said: later })).toMatchObject({
      reason: 'approved-in-the-future',
    })
  })

  it('is copied with its agencies, lead persons and collators, and nothing else', async () => {
    const { id } = await aRoundThatIs(running, 'sent')
    const said = { theme: 'Neglect', sources: ['emergent' as const], start: day('2018-11-05'), leftOut: [] }
    const copy = await run(running, request('quinn'), copyRound, { round: id, said })
    if (!copy.ok) throw new Error(copy.reason)
    const [one, other] = [await view('bea', id), await view('bea', copy.value.id)]
    expect(other?.members).toEqual(one?.members.map((member) => ({ ...member, reply: null })))
    expect(other).toMatchObject({ state: 'draft', counts: { listed: 0, asked: 0 }, approval: null })
  })
})

describe('a long list', () => {
  it('keeps each case with its reference when it is written again', async () => {
    const { id } = await aRoundThatIs(running, 'listed')
    const seen = await run(running, request('bea', null), seeLongList, { round: id })
    if (!seen.ok) throw new Error(seen.reason)
    const references = seen.value.cases.map(({ reference }) => reference)
    expect(references.slice(0, 2)).toEqual(['D-01', 'D-02'])
    const cases = seen.value.cases.slice(1).map(({ reference, name, born, threshold, adults }) => ({
      reference,
      name,
      born,
      threshold,
      adults: [...adults],
    }))
    const answer = await run(running, request('bea'), writeLongList, {
      round: id,
      said: { cases: [...cases, ...children(1)] },
    })
    expect(answer.ok).toBe(true)
    const again = await run(running, request('bea', null), seeLongList, { round: id })
    expect(again.ok && again.value.cases.slice(1)).toEqual(seen.value.cases.slice(1))
    expect(again.ok && again.value.cases.map(({ reference }) => reference)).toEqual(references)
  })

  it('is seen by the partnership alone until it is sent, then by the lead persons who have its receipt confirmed; each view is written down', async () => {
    const { id } = await aRoundThatIs(running, 'listed')
    expect(await run(running, request('ada', null), seeLongList, { round: id })).toMatchObject({
      reason: 'no-such-round',
    })
    await run(running, request('bea'), sendLongList, { round: id, said: { reason: null } })
    expect(await run(running, request('ada', null), seeLongList, { round: id })).toMatchObject({
      reason: 'receipt-comes-first',
    })
    const [owed] = await rows<{ id: ReplyId }>(
      running,
      sql`select id from reply where round_id = ${id} and agency_id = 'csc'`,
    )
    if (owed) await run(running, request('ada'), confirmReceipt, { reply: owed.id })
    const seen = await run(running, request('ada', null), seeLongList, { round: id })
    expect(seen.ok && seen.value.cases.map(({ name }) => name).toSorted()[0]).toBe('Child1 Example-Test')
    const [views] = await rows<{ n: number }>(
      running,
      sql`select count(*) as n from audit_entry where what = 'long-list-seen' and actor = 'ada'`,
    )
    expect(views?.n).toBe(20)
    expect(await run(running, request('wes', null), seeLongList, { round: id })).toMatchObject({
      reason: 'no-such-round',
    })
  })

  it('is sent to every agency, which owes its receipt and its involvement', async () => {
    const { id } = await aRoundThatIs(running, 'sent')
    const members = await rows<{ lead_post: string }>(
      running,
      sql`select lead_post from round_member order by lead_post`,
    )
    const leads = members.map(({ lead_post }) => lead_post)
    const owed = (kind: string, due: string) => leads.map((post) => ({ kind, owes_post: post, due_day: due }))
    expect(await openDuties()).toEqual([
      ...owed('confirm-receipt', '2018-05-08'),
      ...owed('say-involvement', '2018-05-09'),
      { kind: 'select-cases', owes_post: 'bm', due_day: '2018-05-10' },
    ])
    expect(await view('bea', id)).toMatchObject({
      state: 'list-sent',
      next: 'choose-cases',
      counts: { listed: 20, asked: 4, given: 0 },
      says: '0 of 4 agencies have said which children they know. Panel day is on Wednesday 6 June.',
    })
    // Each agency sees what it owes itself, and what the round waits for.
    const ofAda = (await view('ada', id))?.duties.map(({ kind, owes }) => `${kind}: ${owes}`)
    expect(ofAda?.toSorted()).toEqual([
      "confirm-receipt: Children's Social Care (lead person)",
      "say-involvement: Children's Social Care (lead person)",
      'select-cases: Business manager',
    ])
    expect((await rebuildDuties(running)).changed).toBe(0)
  })

  it('is not sent before the theme was approved', async () => {
    const { id } = await aRoundThatIs(running, 'draft')
    const answer = await run(running, request('bea'), sendLongList, { round: id, said: { reason: null } })
    expect(answer).toMatchObject({ reason: 'theme-is-not-approved' })
  })

  it.each([
    ['a lead person', { lead: null }, 'no-lead-person'],
    ['the declaration that the lead person decides', { senior: false }, 'lead-person-not-senior'],
  ] as const)('is not sent while an agency lacks %s, which is named', async (_, lack, reason) => {
    const members = fourAgencies.map((member, place) => (place === 1 ? { ...member, ...lack } : member))
    const { id } = await aRoundThatIs(running, 'listed', { members })
    const answer = await run(running, request('bea'), sendLongList, { round: id, said: { reason: null } })
    expect(answer).toEqual({ ok: false, reason, about: ['Schools'] })
    expect(await view('bea', id)).toMatchObject({ next: 'name-lead-persons' })
    expect(await openDuties()).toMatchObject([{ kind: 'send-long-list' }])
  })

  it('that is shorter than the method asks is sent with a reason, which is kept', async () => {
    const { id } = await aRoundThatIs(running, 'approved')
    const send = (reason: string | null) =>
      run(running, request('bea'), sendLongList, { round: id, said: { reason } })
    expect(await send('why')).toMatchObject({ reason: 'no-long-list' })
    await run(running, request('bea'), writeLongList, { round: id, said: { cases: children(12) } })
    expect(await send(null)).toMatchObject({ reason: 'long-list-is-short' })
    expect(await send('')).toMatchObject({ reason: 'long-list-is-short' })
    expect((await send('Only twelve fit the theme.')).ok).toBe(true)
    expect(await rows(running, sql`select list_reason from round where id = ${id}`)).toEqual([
      { list_reason: 'Only twelve fit the theme.' },
    ])
  })

  it('is sent once', async () => {
    const { id } = await aRoundThatIs(running, 'sent')
    const again = await run(running, request('quinn'), sendLongList, { round: id, said: { reason: null } })
    expect(again).toMatchObject({ reason: 'list-was-sent' })
    const written = await run(running, request('quinn'), writeLongList, { round: id, said: { cases: [] } })
    expect(written).toMatchObject({ reason: 'list-was-sent' })
  })
})

describe('the calendar', () => {
  it('is the business manager’s to change, and the change is written down', async () => {
    const said = { day: day('2018-05-14'), is: true }
    expect(await run(running, request('quinn'), setBankHoliday, said)).toMatchObject({
      reason: 'not-yours-to-edit-calendar',
    })
    expect((await run(running, request('bea'), setBankHoliday, said)).ok).toBe(true)
    expect(await rows(running, sql`select day from bank_holiday where day = '2018-05-14'`)).toHaveLength(1)
    expect(await rows(running, sql`select what, subject from audit_entry order by id desc limit 1`)).toEqual([
      { what: 'bank-holiday-added', subject: '2018-05-14' },
    ])
    await run(running, request('bea'), setBankHoliday, { ...said, is: false })
    expect(await rows(running, sql`select day from bank_holiday where day = '2018-05-14'`)).toHaveLength(0)
  })
})
