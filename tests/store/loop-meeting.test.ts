import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import { momentAt } from '#core/calendar/moment.ts'
import type { FormId, PersonId } from '#core/ids.ts'
import { takeTime } from '#server/loop-meeting.ts'
import { aLoop } from '#tests/fixtures/a-loop.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { at, request } from '#tests/fixtures/store-acts.ts'

let store: TestStore
beforeAll(async () => {
  store = await aStore()
})
afterAll(() => store.close())

const { done, kinds, dutyOf, form, desk, begun, booked, meetings } = aLoop(() => store)
beforeEach(begun)

const slots = [
  { on: day('2018-06-14'), from: '10:00', to: '10:45' },
  { on: day('2018-06-15'), from: '14:00', to: '14:45' },
]
const from = momentAt(day('2018-06-15'), '14:00')
beforeEach(async () => {
  await done('ada', { deed: 'propose-times', slots })
})

it('one tap on the card books it for lead person, worker and manager, under no name', async () => {
  const duty = await dutyOf('choose-meeting')
  expect(await desk().duty('wes' as PersonId, duty)).toMatchObject({
    item: { kind: 'choose-meeting', slots: [{}, { from }] },
  })
  expect(await desk().takeTime('wes' as PersonId, duty, from, randomUUID())).toMatchObject({ ok: true })
  expect(booked).toMatchObject([
    { kind: 'close-the-loop', round: { code: 'N-2018-2' }, from, path: '/forms/form-n-08' },
  ])
  expect(booked[0]?.attendees.map(({ person }) => person).toSorted()).toEqual(['ada', 'sam', 'wes'])
  expect(await kinds()).toEqual(['write-form'])
  expect((await form('sam'))?.meeting).toMatchObject({
    state: 'booked',
    words: 'It is booked: Friday 15 June, 14:00 to 14:45.',
  })
  expect((await form('wes'))?.meeting.notInvited).toContain('The chair and the other members of the panel')
  const again = await desk().takeTime('wes' as PersonId, duty, from, randomUUID())
  expect(again).toEqual({ ok: false, reason: 'already-answered' })
  expect(booked).toHaveLength(1)
})

it('is taken by the worker alone', async () => {
  const duty = await dutyOf('choose-meeting')
  for (const other of ['ada', 'sam', 'bea'])
    expect(await desk().takeTime(other as PersonId, duty, from, randomUUID())).toMatchObject({ ok: false })
  expect(booked).toEqual([])
})

it('once its day has come it stands in the worker’s part and on the card', async () => {
  await desk().takeTime('wes' as PersonId, await dutyOf('choose-meeting'), from, randomUUID())
  await store.setClock(at('2018-06-18 10:00'))
  expect((await form('wes'))?.part?.metOn).toBe('2018-06-15')
  expect(await desk().duty('wes' as PersonId, await dutyOf('write-form'))).toMatchObject({
    item: { form: { metOn: '2018-06-15' } },
  })
  await done('ada', { deed: 'record-meeting', on: day('2018-06-15'), present: ['lead', 'worker'] })
  expect((await form('wes'))?.part?.present).toBe('Lead person and allocated worker.')
  expect((await form('sam'))?.row.stateWords).toBe('Meeting held on 15 June')
})

it('the same request again finds its own meeting, and another one that the form has changed', async () => {
  const said = { form: 'form-n-08' as FormId, from, version: 4 }
  const press = request('wes')
  const first = await takeTime(store.running, meetings, press, said)
  expect(first).toMatchObject({ ok: true })
  expect(await takeTime(store.running, meetings, press, said)).toEqual(first)
  const other = await takeTime(store.running, meetings, request('wes'), said)
  expect(other).toEqual({ ok: false, reason: 'changed-meanwhile' })
  expect(new Set(booked.map(({ id, from: begins }) => `${id} ${begins}`)).size).toBe(1)
})
