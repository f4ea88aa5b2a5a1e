import { afterAll, beforeAll, expect, it } from 'vitest'

import type { ForecastView, PromptsView, SettingsView } from '#core/prompts/views.ts'

import { everybody, recordOne, served } from './served.ts'
import type { Served, Signed } from './served.ts'

let house: Served
let signed: Signed
beforeAll(async () => {
  house = await served('pglite')
  signed = await everybody(house.server)
})
afterAll(() => house.close())

const PATH = '/api/prompt-policy'
const policy = async () => (await signed.bea.get(PATH)).body as PromptsView

const asIs = {
  hours: { from: '08:30', to: '17:30' },
  quiet: [],
  overviews: { morning: '08:30', weekly: '08:30' },
  steps: [],
}

it('the page has every kind of reminder in plain words, and those that are fixed without a number', async () => {
  const { groups, version, changed } = await policy()
  expect([version, changed]).toEqual([0, null])
  const actions = groups.find(({ name }) => name === 'Actions')?.kinds[0]
  expect(actions?.steps.map(({ days, when, to }) => [days, when, to].join(' '))).toEqual([
    ' At once whoever owes it',
    '3 working days before the due day whoever owes it',
    ' On the due day whoever owes it',
    '1 working days after the due day whoever owes it and the lead person',
    '5 working days after the due day the manager and the business manager',
  ])
  const concern = groups.find(({ name }) => name === 'Escalations')?.kinds[0]?.steps[0]
  expect(concern).toMatchObject({ when: 'At once, at any hour of any day', days: null })
})

it('what would be sent by other rules is counted before anything is kept', async () => {
  await recordOne(signed)
  const before = await policy()
  expect(before.forecast.total).toBeGreaterThan(0)
  const quiet = [{ from: '2018-06-18', to: '2018-06-29' }]
  const answer = await signed.bea.post(`${PATH}/forecast`, { ...asIs, quiet })
  expect(answer.body as ForecastView).toEqual({ until: before.forecast.until, total: 0, kinds: [] })
  expect(await policy()).toEqual(before)
})

it('a change is kept under its version, an old version is refused, and the page says who changed it', async () => {
  const steps = [
    { kind: 'do-action', step: 'due-soon', days: 2 },
    { kind: 'do-action', step: 'late', days: 1 },
  ]
  const saved = await signed.bea.post(PATH, { ...asIs, steps }, { ifMatch: 0 })
  expect([saved.status, saved.body]).toEqual([200, { version: 1 }])
  expect((await signed.bea.post(PATH, asIs, { ifMatch: 0 })).status).toBe(412)
  const { groups, changed } = await policy()
  expect(groups[0]?.kinds[0]?.steps[1]).toMatchObject({ days: 2, usual: 3 })
  expect(changed).toMatch(/^Bea .* changed this on today at|^Bea .* changed this on /)
})

it('every problem stands under its place', async () => {
  const wrong = {
    hours: { from: '17:00', to: '09:00' },
    quiet: [
      { from: '2018-12-24', to: '2018-12-24' },
      { from: '2018-12-31', to: '2018-12-27' },
    ],
    overviews: { morning: 'early', weekly: '08:30' },
    steps: [{ kind: 'do-action', step: 'late', days: 0 }],
  }
  const { status, body } = await signed.bea.post(PATH, wrong, { ifMatch: 1 })
  expect(status).toBe(422)
  expect(Object.keys((body as { fields: object }).fields).toSorted()).toEqual([
    'hours.to',
    'overviews.morning',
    'quiet.1.to',
    'steps.0.days',
  ])
})

it('a person sets for themselves what they hear; the partnership says when they are away', async () => {
  const away = { from: '2018-06-18', to: '2018-06-20' }
  const own = await signed.wes.post(
    '/api/settings',
    { away: null, muteEarly: true, muteOverviews: false },
    { ifMatch: 0 },
  )
  expect(own.body).toEqual({ version: 1 })
  expect((await signed.bea.post('/api/people/wes/away', { away }, { ifMatch: 1 })).status).toBe(200)
  expect((await signed.ada.post('/api/people/wes/away', { away }, { ifMatch: 2 })).status).toBe(404)
  const seen = (await signed.wes.get('/api/settings')).body as SettingsView
  expect(seen).toMatchObject({ version: 2, away, mute: { early: true, overviews: false, has: false } })
  const byOffice = (await signed.bea.get('/api/people/wes/away')).body as SettingsView
  expect(byOffice).toMatchObject({ away, mute: null })
})
