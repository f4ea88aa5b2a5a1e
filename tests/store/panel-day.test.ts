import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import { seeChildOfCase } from '#core/cases/see-child-of-case.ts'
import type { AgencyId, CaseId } from '#core/ids.ts'
import { planPanelDay, recordMeeting } from '#core/panel-day/book-panel-day.ts'
import { closePanelDay } from '#core/panel-day/close-panel-day.ts'
import type { RecordPanel } from '#core/panel-day/commands.ts'
import { confirmPanel } from '#core/panel-day/confirm-panel.ts'
import { recordPanel } from '#core/panel-day/record-panel.ts'
import { viewCase } from '#store/case-view.ts'
import { viewPanel } from '#store/panel-views.ts'
import { run } from '#store/run.ts'
import type { Running } from '#store/running.ts'
import type { Seen } from '#store/seen.ts'
import { aPanelDay, lookAs, nameTeamAs, openDutiesOfCases } from '#tests/fixtures/a-panel.ts'
import { ofN08 } from '#tests/fixtures/a-round.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { at, recorded, request, rows } from '#tests/fixtures/store-acts.ts'

let store: TestStore
let running: Running
const { round, case: n08 } = ofN08

beforeAll(async () => {
  store = await aStore()
  running = store.running
})
afterAll(() => store.close())
beforeEach(() => aPanelDay(store))

const decided: RecordPanel = {
  grades: [
    { agency: 'csc' as AgencyId, panel: 'requires-improvement', rationale: 'Visits were late twice.' },
    { agency: 'edu' as AgencyId, panel: 'good', rationale: null },
  ],
  judgement: 'requires-improvement',
  good: 'The school kept asking until it had an answer.',
}
const record = (who: string, said: Partial<RecordPanel> & { version?: number } = {}) =>
  run(running, request(who), recordPanel, { ...decided, case: n08, ...said })
const confirm = (who: string, version?: number) =>
  run(running, request(who), confirmPanel, { case: n08, ...(version !== undefined && { version }) })
const close = (who: string) => run(running, request(who), closePanelDay, { round })

const name = (who: string) => nameTeamAs(running, who)
const look = <T>(who: string, work: (seen: Seen) => Promise<T>) => lookAs(running, who, work)
const openDuties = () => openDutiesOfCases(running)
const see = (who: string) => run(running, request(who, null), seeChildOfCase, { case: n08 })
const evesPanel = () => look('eve', (seen) => viewPanel(seen, round))
const conflict = async () =>
  (await look('quinn', (seen) => viewPanel(seen, round)))?.cases[0]?.panel?.chairConflict

describe('the panel’s work on a case', () => {
  it('is recorded by the partnership, then owed by the chair, whose confirmation ends it', async () => {
    expect(await record('quinn')).toEqual({ ok: true, value: { version: 2 } })
    expect(await openDuties()).toContainEqual({ kind: 'confirm-panel', owes: 'chair' })
    expect(await confirm('cy', 2)).toEqual({ ok: true, value: { version: 3 } })
    expect((await openDuties()).map(({ kind }) => kind)).toEqual(['name-team'])
  })

  it('may be recorded again until the chair confirms it, and then stands', async () => {
    await record('quinn')
    expect(await record('bea', { judgement: 'inadequate' })).toMatchObject({ ok: true })
    await confirm('cy')
    expect(await record('quinn')).toMatchObject({ reason: 'panel-is-confirmed' })
    const seen = await look('cy', (each) => viewPanel(each, round))
    expect(seen?.cases[0]?.panel).toMatchObject({ state: 'confirmed', judgement: 'inadequate' })
  })

  it.each([
    ['a lead person', 'eve', 'not-yours-to-record-panel'],
    ['the chair', 'cy', 'not-yours-to-record-panel'],
    ['a stranger', 'dee', 'no-such-case-file'],
  ])('is not recorded by %s', async (_, who, reason) => {
    expect(await record(who)).toMatchObject({ reason })
  })

  it('is refused where a changed grade has no reason, and names the agency', async () => {
    const grades = decided.grades.map((grade) => ({ ...grade, rationale: null }))
    expect(await record('quinn', { grades })).toEqual({
      ok: false,
      reason: 'rationale-missing',
      about: ["Children's Social Care"],
    })
  })

  it('is refused where what was good names the child', async () => {
    expect(await record('quinn', { good: 'Wren was seen alone.' })).toMatchObject({
      reason: 'good-names-the-child',
    })
  })

  it.each([
    ['the QA manager', 'quinn', 'not-yours-to-confirm'],
    ['a stranger', 'dee', 'no-such-case-file'],
  ])('is not confirmed by %s', async (_, who, reason) => {
    await record('quinn')
    expect(await confirm(who)).toMatchObject({ reason })
  })

  it('is not confirmed before it was recorded, nor twice', async () => {
    expect(await confirm('cy')).toMatchObject({ reason: 'nothing-is-recorded' })
    await record('quinn')
    await confirm('cy')
    expect(await confirm('cy')).toMatchObject({ reason: 'panel-is-confirmed' })
  })
})

describe('closing panel day', () => {
  beforeEach(async () => {
    await recorded(running, { due: day('2018-06-13') })
    await recorded(running, { what: 'Ring the school every Friday.', due: day('2018-06-13') })
  })

  it('puts a draft with all that was asked before the lead person, also when the chair closes it', async () => {
    await name('ada')
    await record('quinn')
    await confirm('cy')
    expect(await close('cy')).toEqual({ ok: true, value: { version: 2, forms: 1 } })
    const [form] = await rows<{ good: string; asked: string; due: string; state: string }>(
      running,
      sql`select good, asked, due_day as due, state from form join form_words on form_id = id`,
    )
    expect(form).toEqual({
      good: decided.good,
      asked:
        '1. Tell the referrer the outcome of every contact within two working days.\n2. Ring the school every Friday.',
      due: '2018-06-20',
      state: 'drafted',
    })
    expect(await openDuties()).toEqual([{ kind: 'release-form', owes: 'lead-csc' }])
    expect((await look('ada', (seen) => viewCase(seen, n08)))?.form).toMatchObject({ state: 'drafted' })
    expect((await look('eve', (seen) => viewCase(seen, n08)))?.form).toBe(null)
  })

  it('shows the panel’s members all grades from then on, and not before', async () => {
    await name('ada')
    await record('quinn')
    await confirm('cy')
    expect((await evesPanel())?.cases[0]?.panel).toBe(null)
    await close('bea')
    expect((await evesPanel())?.cases[0]?.panel?.grades.map(({ own, panel }) => [own, panel])).toEqual([
      ['good', 'requires-improvement'],
      ['good', 'good'],
    ])
  })

  it('waits for the chair and for the names of those who get a form', async () => {
    await record('quinn')
    expect(await close('bea')).toEqual({ ok: false, reason: 'not-all-confirmed', about: ['N-08'] })
    await confirm('cy')
    expect(await close('bea')).toEqual({ ok: false, reason: 'no-team-named', about: ['N-08'] })
  })

  it('drafts no form where the agencies worked well together, and needs no team there', async () => {
    await record('quinn', { judgement: 'good' })
    await confirm('cy')
    expect(await close('bea')).toMatchObject({ ok: true, value: { forms: 0 } })
  })

  it('is the partnership’s and the chair’s, and is done once', async () => {
    await record('quinn', { judgement: 'good' })
    await confirm('cy')
    expect(await close('ada')).toMatchObject({ reason: 'not-yours-to-close' })
    expect(await close('wes')).toMatchObject({ reason: 'no-such-round' })
    await close('bea')
    expect(await close('bea')).toMatchObject({ reason: 'panel-day-is-not-open' })
    expect(await record('quinn')).toMatchObject({ ok: false })
  })
})

describe('booking panel day', () => {
  const times = { round, from: '09:30', to: '16:30' }
  const plan = (who: string, said: Partial<typeof times> & { version?: number } = {}) =>
    run(running, request(who, null), planPanelDay, { ...times, ...said })

  it('invites those who have a seat: who is collated sits there through the collator', async () => {
    const planned = await plan('bea')
    expect(planned.ok && planned.value.attendees.map((each) => each.person).toSorted()).toEqual([
      'ada',
      'bea',
      'cy',
      'dee',
      'eve',
      'quinn',
    ])
    expect(planned).toMatchObject({
      value: { from: '2018-06-06T08:30:00.000Z', to: '2018-06-06T15:30:00.000Z' },
    })
    expect(planned.ok && planned.value.hosts.toSorted()).toEqual(['bea', 'cy', 'quinn'])
  })

  it('is recorded with the calendar’s own name for it, and the same request again is not stale', async () => {
    const key = 'the same request'
    const joinUrl = 'https://teams.example/join/1'
    const once = () =>
      run(running, request('bea', key), recordMeeting, { ...times, version: 1, eventId: 'event-1', joinUrl })
    expect(await once()).toEqual({ ok: true, value: { version: 2 } })
    expect(await plan('bea', { version: 1 })).toMatchObject({ ok: true })
    expect(await once()).toEqual({ ok: true, value: { version: 2 } })
    expect(await plan('bea', { version: 1, from: '10:00' })).toMatchObject({ reason: 'changed-meanwhile' })
    const seen = await look('eve', (each) => viewPanel(each, round))
    expect(seen?.meeting).toEqual({ from: '09:30', to: '16:30', joinUrl, lacks: null })
    // Collated, so without a seat.
    const uninvited = await look('gil', (each) => viewPanel(each, round))
    expect(uninvited?.meeting).toEqual({ from: '09:30', to: '16:30', joinUrl: null, lacks: null })
  })

  it.each([
    ['by a lead person', 'ada', {}, 'not-yours-to-book'],
    ['by somebody whom the round does not concern', 'wes', {}, 'no-such-round'],
    ['with its end before its beginning', 'bea', { to: '09:00' }, 'ends-before-it-begins'],
  ] as const)('is refused %s', async (_, who, said, reason) => {
    expect(await plan(who, said)).toMatchObject({ reason })
  })

  it('is refused once the day has passed', async () => {
    await store.setClock(at('2018-06-07 09:00'))
    expect(await plan('bea')).toMatchObject({ reason: 'panel-day-is-past' })
  })
})

describe('who the child of a case is', () => {
  it('is shown to the panel of the case, and each view is in the audit trail', async () => {
    expect(await see('eve')).toMatchObject({ value: { now: { name: 'Wren Ashby-Test' } } })
    expect(
      await rows(running, sql`select actor, subject from audit_entry where what = 'child-details-seen'`),
    ).toEqual([{ actor: 'eve', subject: n08 }])
  })

  it('is not shown to others', async () => {
    expect(await see('dee')).toMatchObject({ reason: 'no-such-case-file' })
    expect(await look('dee', (seen) => viewCase(seen, n08))).toBe(undefined)
    expect(await look('wes', (seen) => viewPanel(seen, round))).toBe(undefined)
    expect(await look('dee', (seen) => viewCase(seen, 'no-such-case' as CaseId))).toBe(undefined)
  })
})

describe('the running order', () => {
  it('shows the chair the agencies’ own grades once the panel has the papers, and counts them', async () => {
    const seen = await look('quinn', (each) => viewPanel(each, round))
    expect(seen?.counts).toMatchObject({ grades: 2, regrades: 0, own: { good: 2 } })
    expect(seen?.closing).toEqual({ unconfirmed: ['N-08'], withoutTeam: [], forms: 0 })
    await rows(running, sql`update round set released_to_qa = now(), released_to_panel = now()`)
    const chairs = await look('cy', (each) => viewPanel(each, round))
    expect(chairs?.cases[0]?.panel?.grades.map(({ own }) => own)).toEqual(['good', 'good'])
  })

  it('warns where the chair leads an agency that is graded', async () => {
    expect(await conflict()).toBe(false)
    await rows(
      running,
      sql`insert into post_holding (post_id, person_id, from_day, held_as)
      values ('chair', 'ada', '2018-06-01', 'holder')`,
    )
    expect(await conflict()).toBe(true)
  })
})
