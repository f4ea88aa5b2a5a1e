import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import { answerForm } from '#core/close-the-loop/answer-form.ts'
import { teamView } from '#core/close-the-loop/views.ts'
import type { FormId, PersonId } from '#core/ids.ts'
import { recordTalk } from '#core/people/supervision/record-talk.ts'
import { sheetView } from '#core/people/supervision/views.ts'
import { viewTeam } from '#store/form-lists.ts'
import { run } from '#store/run.ts'
import type { Running } from '#store/running.ts'
import { viewSheet, viewTalks } from '#store/supervision-views.ts'
import { viewMe } from '#store/views.ts'
import { aForm } from '#tests/fixtures/a-form.ts'
import { aHeldRound, seenBy } from '#tests/fixtures/a-held-round.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { answer, at, recorded, request, rows } from '#tests/fixtures/store-acts.ts'
import { asForm, committed, web } from '#tests/fixtures/store-rounds.ts'

const wes = 'wes' as PersonId
const AGREED = 'One afternoon a week for the log.'
const REFLECTED = 'I took the word that it was booked.'
const forbidden = expect.objectContaining({ code: '42501' })

let store: TestStore
let running: Running
beforeAll(async () => {
  store = await aStore()
  running = store.running
})
afterAll(() => store.close())
beforeEach(() => aHeldRound(store))

const sheet = async (who: string) => {
  const view = await seenBy(running, who, (seen) => viewSheet(seen, wes))
  return view && sheetView.parse(view)
}
const talk = async (who: string, said: { on?: string; agreed?: string; worker?: string } = {}) => {
  const { on = '2018-06-15', agreed = AGREED, worker = 'wes' } = said
  const given = { on: day(on), agreed, worker: worker as PersonId }
  const result = await run(running, request(who), recordTalk, given)
  return result.ok ? 'kept' : result.reason
}
const PEOPLE = ['bea', 'quinn', 'cy', 'sue', 'roz', 'ada', 'eve', 'dee', 'gil', 'kit', 'wes', 'sam'] as const
const insert = (manager: string, worker: string) =>
  sql`insert into supervision_talk values ('x', ${worker}, ${manager}, '2018-06-15', now())`
const whoSees = async (query: ReturnType<typeof sql>): Promise<readonly string[]> => {
  const found: string[] = []
  for (const who of PEOPLE) if ((await rows(running, query, web(who))).length > 0) found.push(who)
  return found
}

describe('the supervision sheet of a worker', () => {
  it('says what is stuck and what is owed, by reference', async () => {
    await recorded(running, { due: day('2018-06-27') })
    expect(await sheet('sam')).toMatchObject({
      name: 'Wes Worker-Test',
      says: '2 need help, 1 to do',
      good: [],
      toDo: [{ number: 'A4', reference: 'N-08', says: 'Due 27 June, in 9 days' }],
      help: [
        { number: 'A1', says: 'Due 13 June, 5 days late' },
        { kind: 'form', says: 'The meeting has no time yet; due 20 June, in 2 days' },
      ],
      may: { recordTalk: true },
    })
  })

  it('says what is done, and that the worker needs somebody', async () => {
    const [first] = await rows<{ id: never }>(running, sql`select id from action where number = 'A1'`)
    const done = { deed: 'report-done', whatWasDone: 'Rang back.', evidence: 'The log.' } as const
    await answer(running, 'wes', first?.id as never, done)
    const form = 'form-n-08' as FormId
    const asks = { deed: 'ask', about: 'cannot-do', text: 'There is no time.' } as const
    await run(running, request('wes'), answerForm, { form, answer: asks })
    const { good, help } = (await sheet('sam')) ?? {}
    expect(good).toMatchObject([{ says: 'Reported done on 18 June. It waits for Schools (lead person)' }])
    expect(help).toMatchObject([{ says: 'Says: “I can’t do this”. The lead person answers' }])
  })

  it('never holds a word of what the worker writes, nor what an action asks', async () => {
    const form = 'form-n-08' as FormId
    const writes = { deed: 'write', reflections: REFLECTED } as const
    await run(running, request('wes'), answerForm, { form, answer: writes })
    const text = JSON.stringify([await sheet('sam'), await sheet('ada'), await sheet('bea')])
    for (const word of [REFLECTED, 'Tell the referrer', 'kept asking', 'Wren'])
      expect(text).not.toContain(word)
  })

  it('is for who supervises, who leads for the agency and the partnership; not for the worker or whoever asked', async () => {
    const found: string[] = []
    for (const who of PEOPLE) if (await sheet(who)) found.push(who)
    expect(found).toEqual(['bea', 'quinn', 'ada', 'sam'])
    expect((await sheet('ada'))?.may.recordTalk).toBe(false)
  })

  it('does not hold a form that was not issued', async () => {
    await rows(running, sql`delete from form_words`)
    await rows(running, sql`delete from form`)
    await committed(running, 'bea', asForm(aForm('drafted')))
    expect((await sheet('sam'))?.help).toMatchObject([{ number: 'A1' }])
  })

  it('stands in the team’s list, who needs help first', async () => {
    const { workers, manages } = teamView.parse(await seenBy(running, 'sam', viewTeam))
    expect(manages).toBe(true)
    expect(workers).toEqual([
      { id: 'wes', name: 'Wes Worker-Test', says: '2 need help', needsHelp: true, talkedOn: null },
    ])
    expect((await seenBy(running, 'eve', viewTeam)).workers).toEqual([])
    expect(await seenBy(running, 'ada', viewTeam)).toMatchObject({ manages: false, workers: [{ id: 'wes' }] })
  })
})

describe('"talked through"', () => {
  it('is said by the manager, and read by the two', async () => {
    expect(await talk('sam')).toBe('kept')
    expect((await sheet('sam'))?.talks).toMatchObject([{ on: '2018-06-15', agreed: AGREED }])
    const own = await seenBy(running, 'wes', viewTalks)
    expect(own.items).toMatchObject([{ on: '2018-06-15', manager: 'Sam Manager-Test', agreed: AGREED }])
    const me = await seenBy(running, 'wes', (seen) => viewMe(seen, true, at('2018-06-18 10:00')))
    expect(me.talked).toEqual({ on: '2018-06-15', manager: 'Sam Manager-Test' })
  })

  it('the partnership sees the day alone, the lead person nothing of it', async () => {
    await talk('sam')
    expect((await sheet('bea'))?.talks).toMatchObject([{ on: '2018-06-15', agreed: null }])
    expect((await sheet('ada'))?.talks).toEqual([])
  })

  it.each([
    ['ada', {}, 'not-yours-to-talk'],
    ['bea', {}, 'not-yours-to-talk'],
    ['eve', {}, 'no-such-worker'],
    ['wes', {}, 'no-such-worker'],
    ['sam', { worker: 'eve' }, 'no-such-worker'],
    ['sam', { worker: 'never-there' }, 'no-such-worker'],
    ['sam', { on: '2018-06-19' }, 'talk-is-to-come'],
    ['sam', { agreed: 'Ring about Wren.' }, 'agreed-names-a-child'],
  ] as const)('of %s saying %o: %s', async (who, said, reason) => {
    expect(await talk(who, said)).toBe(reason)
    expect(await rows(running, sql`select 1 from supervision_talk`)).toEqual([])
  })

  it('stands behind a wall: its day is the two’s and the partnership’s, its words the two’s', async () => {
    await talk('sam')
    expect(await whoSees(sql`select 1 from supervision_talk`)).toEqual(['bea', 'quinn', 'wes', 'sam'])
    expect(await whoSees(sql`select 1 from supervision_talk_words`)).toEqual(['wes', 'sam'])
  })

  it('is written by no one in another’s name, and about nobody whom one does not supervise', async () => {
    await expect(rows(running, insert('sam', 'wes'), web('eve'))).rejects.toEqual(forbidden)
    await expect(rows(running, insert('eve', 'wes'), web('eve'))).rejects.toEqual(forbidden)
    await expect(rows(running, insert('bea', 'wes'), web('bea'))).rejects.toEqual(forbidden)
    await expect(rows(running, insert('sam', 'ada'), web('sam'))).rejects.toEqual(forbidden)
    await talk('sam', { agreed: '' })
    const words = sql`insert into supervision_talk_words select id, 'x' from supervision_talk`
    await expect(rows(running, words, web('wes'))).rejects.toEqual(forbidden)
  })

  it('is never changed, stands in the audit trail without its words, and the login that sends reads none of it', async () => {
    await talk('sam')
    for (const table of ['supervision_talk', 'supervision_talk_words'])
      await expect(rows(running, sql`delete from ${sql.table(table)}`)).rejects.toThrow(/append-only/)
    const audit = await rows(running, sql`select actor, what from audit_entry where what = 'talked-through'`)
    expect(audit).toEqual([{ actor: 'sam', what: 'talked-through' }])
    expect(JSON.stringify(await rows(running, sql`select * from audit_entry`))).not.toContain('afternoon')
    const sends = rows(running, sql`select 1 from supervision_talk`, { as: 'worker' })
    await expect(sends).rejects.toEqual(forbidden)
  })

  it('stays between the two when somebody else supervises', async () => {
    await talk('sam')
    await rows(
      running,
      sql`update post_holding set to_day = '2018-06-17' where post_id = 'manager-n08' and person_id = 'sam'`,
    )
    await rows(
      running,
      sql`insert into post_holding (post_id, person_id, from_day, held_as)
        values ('manager-n08', 'gil', '2018-06-18', 'holder')`,
    )
    expect(await sheet('gil')).toMatchObject({ talks: [], may: { recordTalk: true } })
    expect(await sheet('sam')).toBeUndefined()
  })
})
