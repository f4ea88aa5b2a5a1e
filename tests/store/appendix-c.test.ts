import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import { seeChildOfForm } from '#core/close-the-loop/see-form.ts'
import type { FormView } from '#core/close-the-loop/views.ts'
import type { PersonId } from '#core/ids.ts'
import { viewForm } from '#store/form-views.ts'
import { findActor } from '#store/people.ts'
import { run } from '#store/run.ts'
import { aForm } from '#tests/fixtures/a-form.ts'
import { aCaseFile } from '#tests/fixtures/a-round.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { at, recorded, request } from '#tests/fixtures/store-acts.ts'
import { asFile, asForm, before, committed, seatThePanel, web } from '#tests/fixtures/store-rounds.ts'

/** The form of N-08, closed, as the business manager reads it. */
let store: TestStore
let shown: FormView
beforeAll(async () => {
  store = await aStore()
  await store.startAgain()
  await seatThePanel(store.running)
  await before(store.running, 'form')
  await committed(store.running, 'bea', asFile(aCaseFile('confirmed', { version: 1 })))
  await committed(store.running, 'bea', asForm(aForm('closed')))
  await recorded(store.running)
  await store.setClock(at('2018-06-19 10:00'))
  const view = await store.running.database.transact(web('bea'), async (trx) => {
    const today = day('2018-06-19')
    const actor = await findActor(trx, 'bea' as PersonId, today)
    return actor && viewForm({ trx, actor, today }, aForm('closed').id)
  })
  if (!view) throw new Error('no form')
  shown = view
})
afterAll(() => store.close())

const AUDITORS = "Children's Social Care (lead person), Schools (lead person)"

describe('the close-the-loop form', () => {
  const fields: readonly (readonly [string, (form: FormView) => unknown, unknown])[] = [
    ['the lead person', ({ row }) => row.lead.holder, 'Ada Lead-Test'],
    ['the date completed', ({ sentOn }) => sentOn, '2018-06-12'],
    ['the service', ({ service }) => service, "Children's Social Care"],
    ['the date reviewed', ({ reviewedOn }) => reviewedOn, '2018-06-18'],
    ['the case ID', ({ row }) => row.reference, 'N-08'],
    ['the case worker', ({ row }) => row.worker.holder, 'Wes Worker-Test'],
    ['the supervising manager', ({ row }) => row.manager.holder, 'Sam Manager-Test'],
    ['the team', ({ team }) => team, 'Family safeguarding north'],
    ['the overall grade of the audit', ({ grade }) => grade, 'Requires improvement'],
    ['who the auditors were', ({ panel }) => panel.join(', '), AUDITORS],
    ['when the audit was completed', ({ panelDay }) => panelDay, '2018-06-06'],
    ['when the worker read the findings', ({ seenOn }) => seenOn, '2018-06-07'],
    ['the day of the meeting', ({ part }) => part?.metOn, '2018-06-11'],
    ['who was present at the meeting', ({ part }) => part?.present, 'Worker and manager.'],
    ['the background', ({ part }) => part?.background, 'The visit of March.'],
    ['the reflections', ({ part }) => part?.reflections, 'We did not ring back.'],
    ['the learning opportunity', ({ part }) => part?.learning, 'Answer every contact.'],
    ['the actions', ({ actions }) => actions.map(({ number }) => number), ['A1']],
  ]
  it.each(fields)('shows %s', (_, field, text) => {
    expect(field(shown)).toEqual(text)
  })

  it('shows the child’s name, date of birth and age today only when they are asked for', async () => {
    const asked = await run(store.running, request('bea', null), seeChildOfForm, { form: aForm('closed').id })
    const child = asked.ok ? asked.value : undefined
    expect(child).toMatchObject({ name: 'Wren Ashby-Test' })
    expect(child?.born).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(child?.age).toMatch(/^\d+ years?$/)
    expect(JSON.stringify(shown)).not.toContain(child?.born)
    expect(JSON.stringify(shown)).not.toContain('Wren')
  })
})
