import { randomUUID } from 'node:crypto'

import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import { dayOf } from '#core/calendar/moment.ts'
import { answerForm } from '#core/close-the-loop/answer-form.ts'
import type { FormAnswer } from '#core/close-the-loop/commands.ts'
import { seeChildOfForm, seeForm } from '#core/close-the-loop/see-form.ts'
import type { FormView } from '#core/close-the-loop/views.ts'
import { formView, teamView } from '#core/close-the-loop/views.ts'
import type { DutyId, FormId, PersonId } from '#core/ids.ts'
import type { Booking, Meetings } from '#core/meetings/meetings.ts'
import { ok } from '#core/result.ts'
import { deskOf } from '#server/work/desk.ts'
import { storyNow } from '#store/clock.ts'
import { viewForms, viewTeam } from '#store/form-lists.ts'
import { viewForm } from '#store/form-views.ts'
import { findActor } from '#store/people.ts'
import { rebuildDuties } from '#store/rebuild-duties.ts'
import { run } from '#store/run.ts'
import type { Seen } from '#store/seen.ts'
import { viewMe } from '#store/views.ts'
import { aForm } from '#tests/fixtures/a-form.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { at, request, rows } from '#tests/fixtures/store-acts.ts'
import { before, committed, seatThePanel } from '#tests/fixtures/store-rounds.ts'

const id = 'form-n-08' as FormId
const released = { deed: 'release', good: 'The school kept asking.', asked: 'Ring back every time.' } as const
const part = {
  metOn: day('2018-06-11'),
  present: 'Worker and manager.',
  background: 'The visit of March.',
  reflections: 'I took the word that it was booked.',
  learning: 'Confirm, do not assume.',
} as const

let store: TestStore
beforeAll(async () => {
  store = await aStore()
})
afterAll(() => store.close())

/** Panel day was held; the form of N-08 lies before its lead person. */
beforeEach(async () => {
  await store.startAgain()
  await seatThePanel(store.running)
  await before(store.running, 'form')
  await committed(store.running, 'bea', { kind: 'form', form: aForm('drafted') })
  await store.setClock(at('2018-06-12 10:00'))
})

const answer = async (person: string, given: FormAnswer): Promise<string> => {
  const result = await run(store.running, request(person), answerForm, { form: id, answer: given })
  return result.ok ? 'done' : result.reason
}
const look = <T>(person: string, work: (seen: Seen) => Promise<T>): Promise<T> =>
  store.running.database.transact({ as: 'web', person: person as PersonId }, async (trx) => {
    const today = dayOf(await storyNow(trx, store.running.realNow))
    const actor = await findActor(trx, person as PersonId, today)
    if (!actor) throw new Error(`nobody is ${person}`)
    return work({ trx, actor, today })
  })
const form = (person: string): Promise<FormView | undefined> => look(person, (seen) => viewForm(seen, id))
const desk = () => deskOf(store.running, 'http://localhost', meetings)
/** A calendar that takes every meeting. */
const booked: Booking[] = []
const meetings: Meetings = {
  async book(booking) {
    booked.push(booking)
    return ok({ eventId: booking.id, joinUrl: `https://teams.example/${booking.id}` })
  },
  cancel: async () => ok(null),
}
const dutyOf = async (): Promise<string> => {
  const [duty] = await rows<{ id: DutyId }>(
    store.running,
    sql`select id from duty where subject_id = ${id} and closed_at is null`,
  )
  return duty?.id ?? ''
}

describe('before the lead person releases it', () => {
  it('nobody but the lead person and the partnership reads a word of it', async () => {
    const words = async (who: string) => (await form(who))?.words?.good
    expect(await words('ada')).toBe(aForm('drafted').good)
    expect(await words('bea')).toBe(aForm('drafted').good)
    expect(await form('wes')).toBeUndefined()
    expect((await form('sam'))?.words).toBeNull()
    for (const other of ['eve', 'dee', 'gil', 'kit', 'cy']) expect(await form(other)).toBeUndefined()
  })

  it('the manager knows that it is coming, and how it stands', async () => {
    expect((await form('sam'))?.row.stateWords).toBe('Not issued yet: the lead person reads the draft')
    const team = teamView.parse(await look('sam', viewTeam))
    expect(team.forms.map(({ reference, stateWords }) => [reference, stateWords])).toEqual([
      ['N-08', 'Not issued yet: the lead person reads the draft'],
    ])
    expect((await look('sam', (seen) => viewMe(seen, true, at('2018-06-06 14:00')))).may.seeTeam).toBe(true)
    expect((await look('wes', (seen) => viewMe(seen, true, at('2018-06-06 14:00')))).may.seeTeam).toBe(false)
  })

  it('words that name the child are not released', async () => {
    expect(await answer('ada', { ...released, asked: 'Visit Wren on Monday.' })).toBe('asked-names-the-child')
    expect((await form('ada'))?.row.state).toBe('drafted')
  })
})

describe('in the worker’s chat', () => {
  beforeEach(async () => void (await answer('ada', released)))

  it('the card goes on from reading to writing to the receipt, each press on the card before', async () => {
    const wes = 'wes' as PersonId
    const first = await dutyOf()
    expect(await desk().duty(wes, first)).toMatchObject({
      item: { kind: 'see-form', form: { good: released.good, seen: false, written: [] } },
    })
    await desk().answerForm(wes, first, { deed: 'see' }, randomUUID())
    const next = await desk().duty(wes, first)
    expect(next).toMatchObject({
      state: 'owed',
      item: { kind: 'write-form', yours: true, form: { seen: true } },
    })
    const duty = next?.state === 'owed' ? next.item.duty : ''
    await desk().answerForm(wes, duty, { deed: 'write', ...part }, randomUUID())
    expect(await desk().answerForm(wes, duty, { deed: 'send' }, randomUUID())).toMatchObject({ ok: true })
    for (const old of [first, duty]) {
      const receipt = await desk().duty(wes, old)
      expect(receipt).toMatchObject({ state: 'answered', path: '/forms/form-n-08' })
      expect(JSON.stringify(receipt)).not.toContain('booked')
    }
    expect(await desk().answerForm(wes, duty, { deed: 'send' }, randomUUID())).toMatchObject({
      reason: 'already-answered',
    })
  })

  it('the words are for the worker alone: nobody else’s card has them', async () => {
    const duty = await dutyOf()
    for (const other of ['ada', 'bea', 'sam'])
      expect(JSON.stringify(await desk().duty(other as PersonId, duty))).not.toContain(released.good)
    for (const other of ['eve', 'gil', 'kit'])
      expect(await desk().duty(other as PersonId, duty)).toBeUndefined()
  })

  it('and the login that sends cannot read them', async () => {
    const read = store.running.database.transact({ as: 'worker' }, (trx) =>
      sql`select good from form_words`.execute(trx),
    )
    await expect(read).rejects.toThrow(/permission denied/)
  })
})

describe('what the worker wrote', () => {
  beforeEach(async () => {
    await answer('ada', released)
    await answer('wes', { deed: 'write', ...part })
  })

  it('is the worker’s own until it is sent', async () => {
    expect((await form('wes'))?.part?.reflections).toBe(part.reflections)
    for (const other of ['ada', 'sam', 'bea']) expect((await form(other))?.part).toBeNull()
    expect((await form('sam'))?.row.stateWords).toBe('Meeting held on 11 June')
  })

  it.each([
    [false, undefined],
    [true, part.reflections],
  ])(
    'is read by lead person and partnership once it is sent; shared with the manager: %s',
    async (shared, reads) => {
      await answer('wes', { deed: 'write', shared })
      await answer('wes', { deed: 'send' })
      expect((await form('ada'))?.part?.reflections).toBe(part.reflections)
      expect((await form('bea'))?.part?.reflections).toBe(part.reflections)
      expect((await form('sam'))?.part?.reflections).toBe(reads)
      const seen = await run(store.running, request('sam', null), seeForm, { form: id })
      expect(seen.ok).toBe(shared)
    },
  )
})

describe('the whole loop', () => {
  it('is signed, sent back, signed again, closed; every duty derives alike, and the trail has no word of it', async () => {
    const acts: readonly (readonly [string, FormAnswer])[] = [
      ['ada', released],
      ['wes', { deed: 'see' }],
      ['wes', { deed: 'write', ...part }],
      ['wes', { deed: 'write', shared: true }],
      ['wes', { deed: 'send' }],
      ['ada', { deed: 'sign', leadNote: 'Read together.' }],
      ['bea', { deed: 'send-back', comment: 'Who rings?' }],
      ['ada', { deed: 'sign', leadNote: 'The duty team rings.' }],
      ['quinn', { deed: 'close' }],
    ]
    for (const [who, given] of acts) expect(await answer(who, given)).toBe('done')
    const closed = await form('bea')
    expect(formView.safeParse(closed).success).toBe(true)
    expect(closed).toMatchObject({
      row: { state: 'closed', stateWords: 'Closed' },
      reviewedOn: '2018-06-12',
      leadNote: 'The duty team rings.',
      comment: null,
    })
    expect(closed?.history.map(({ what }) => what)).toEqual([
      'Reviewed and closed the form',
      'Signed the form',
      'Sent the form back to the lead person',
      'Signed the form',
      'Sent the form to the lead person',
      'Wrote in the form',
      'Read what the panel found',
      'Released the form to the allocated worker',
    ])
    const duties = await rows<{ kind: string; closed_deed: string }>(
      store.running,
      sql`select kind, closed_deed from duty where subject_id = ${id} order by closed_at, opened_at, kind`,
    )
    expect(duties.map(({ kind }) => kind).toSorted()).toEqual(
      [
        'release-form',
        'see-form',
        'write-form',
        'sign-form',
        'sign-form',
        'review-form',
        'review-form',
      ].toSorted(),
    )
    expect(await rebuildDuties(store.running)).toMatchObject({ changed: 0 })
    const trail = JSON.stringify(await rows(store.running, sql`select * from audit_entry`))
    for (const word of [part.reflections, 'duty team', 'Who rings', released.asked])
      expect(trail).not.toContain(word)
  })
})

describe('who the child is', () => {
  it('is shown to those whom the form concerns, with the age today, and each view is recorded', async () => {
    await answer('ada', released)
    const see = (who: string) => run(store.running, request(who, null), seeChildOfForm, { form: id })
    expect(await see('wes')).toMatchObject({ ok: true, value: { name: 'Wren Ashby-Test', age: '4 years' } })
    expect(await see('eve')).toEqual({ ok: false, reason: 'no-such-form' })
    const [entry] = await rows(
      store.running,
      sql`select actor, subject from audit_entry where what = 'child-details-seen' order by id desc limit 1`,
    )
    expect(entry).toEqual({ actor: 'wes', subject: 'case-n-08' })
  })

  it('stands in no view of the form itself', async () => {
    for (const who of ['ada', 'bea', 'sam']) {
      const shown = JSON.stringify([await form(who), await look(who, (seen) => viewForms(seen))])
      expect(shown).toContain('N-08')
      expect(shown).not.toContain('Wren')
    }
  })
})
