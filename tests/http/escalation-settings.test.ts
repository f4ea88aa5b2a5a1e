import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { EscalationOptions, EscalationSettings, InDanger } from '#core/escalation/views.ts'
import type { PersonId } from '#core/ids.ts'
import { aroundNow } from '#server/work/deliver.ts'
import { deskOf } from '#server/work/desk.ts'
import { asked, concernsOf, deny, inJanuary, raise } from '#tests/fixtures/in-january.ts'
import type { InJanuary } from '#tests/fixtures/in-january.ts'

let house: InJanuary
beforeAll(async () => {
  house = await inJanuary()
})
afterAll(() => house.store.close())
beforeEach(() => house.startAgain())

const { raised, said, view } = concernsOf(() => house)
const settings = async () =>
  (await house.call('bea', 'GET', '/api/escalation-settings')).body as EscalationSettings
const keep = (who: string, body: object, version?: number) =>
  house.call(who, 'POST', '/api/ladders', { body, ...(version !== undefined && { version }) })
const rung = (name: string, reply: unknown, says = '') => ({
  name,
  between: 'Manager to manager',
  reply,
  tellsOffice: true,
  says,
})
const leicester = {
  id: 'leicester',
  name: 'Leicester, Leicestershire and Rutland: procedure 3.7',
  source: 'Our procedure of 2018.',
  stepUpAfter: 3,
  rungs: [
    rung('Stage 1', 2, 'Write it down the same day.'),
    rung('Stage 2', { hours: 48 }),
    rung('Top', 'day-set'),
  ],
}

describe('a ladder whose times were not published', () => {
  it('is filled in by the business manager, and carries escalations from then on', async () => {
    const body = { ...raise, ladder: 'leicester' }
    expect((await house.call('eve', 'POST', '/api/escalations', { body })).status).toBe(409)
    expect((await settings()).ladders.find(({ id }) => id === 'leicester')).toMatchObject({
      version: 0,
      usable: false,
      rungs: Array.from({ length: 4 }, () => ({ reply: null })),
    })
    expect(await keep('bea', leicester, 0)).toMatchObject({ status: 200, body: { version: 1 } })
    const id = await raised({ ladder: 'leicester' })
    const { stages, ladder, next, further } = await view('eve', id)
    expect([ladder.name, stages[0]?.due]).toEqual([leicester.name, '2018-01-11'])
    expect([next.reply, further.map(({ name }) => name)]).toEqual(['within 48 hours', ['Top']])
    const options = (await house.call('eve', 'GET', '/api/escalation-options')).body as EscalationOptions
    expect(options.ladders.find((each) => each.id === 'leicester')).toMatchObject({
      usable: true,
      first: 'within 2 working days',
      rungs: [{ says: 'Write it down the same day.' }, {}, {}],
    })
    expect(await asked(house.store, '2018-01-09 10:05')).toEqual([
      'answer-escalation told: ada',
      'answer-escalation told: bea',
    ])
  })
})

const quicker = async () => {
  const generic = (await settings()).ladders.find(({ id }) => id === 'generic')
  if (!generic) throw new Error('no ladder')
  const { version, usable: _, ...ladder } = generic
  return { version, ladder: { ...ladder, rungs: ladder.rungs.map((each) => ({ ...each, reply: 1 })) } }
}
const inDanger = async (who: string) => (await house.call(who, 'GET', '/api/in-danger')).body as InDanger
const desk = () => deskOf(house.store.running, 'http://localhost', {} as never)

describe('another version of a ladder', () => {
  it('counts for what is raised from then on; what is under way goes on under its own', async () => {
    const before = await raised()
    const { version, ladder } = await quicker()
    expect((await keep('bea', ladder, version)).status).toBe(200)
    const after = await raised()
    expect((await view('eve', after)).stages[0]?.due).toBe('2018-01-10')
    await said('eve', before, { ...deny, deed: 'step-up' })
    expect((await view('eve', before)).stages.map(({ due }) => due)).toEqual(['2018-01-12', '2018-01-16'])
    await said('eve', after, { ...deny, deed: 'step-up' })
    expect((await view('eve', after)).stages.map(({ due }) => due)).toEqual(['2018-01-10', '2018-01-10'])
  })

  it('that somebody else overtook changes nothing, and each change is another version', async () => {
    const { ladder } = await quicker()
    expect((await keep('bea', ladder, 0)).status).toBe(200)
    expect((await keep('bea', { ...ladder, name: 'Another' }, 0)).status).toBe(412)
    expect(await keep('bea', { ...ladder, name: 'Another' }, 1)).toMatchObject({ body: { version: 2 } })
    expect((await settings()).ladders[0]).toMatchObject({ name: 'Another', version: 2 })
  })

  it('every problem is said at its place', async () => {
    const rungs = [rung('', 2), rung('Stage 2', 0), rung('Stage 3', { hours: 0 })]
    const answer = await keep('bea', { ...leicester, stepUpAfter: null, rungs })
    expect(answer.status).toBe(422)
    expect(Object.keys((answer.body as { fields: object }).fields)).toEqual([
      'stepUpAfter',
      'rungs.0.name',
      'rungs.1.reply',
      'rungs.2.reply',
    ])
    expect((await keep('bea', { ...leicester, id: 'elsewhere' })).status).toBe(422)
  })

  it('is nobody else’s to write or to read', async () => {
    for (const who of ['quinn', 'ada', 'eve', 'wes']) {
      expect([who, (await keep(who, leicester)).status]).toEqual([who, 403])
      const read = await house.call(who, 'GET', '/api/escalation-settings')
      const danger = await house.call(who, 'POST', '/api/escalation-settings/danger', {
        body: { areas: [{ name: 'A', phone: '', says: 'B' }] },
      })
      expect([who, read.status, danger.status]).toEqual([who, 403, 403])
    }
    expect((await settings()).ladders.every(({ version }) => version === 0)).toBe(true)
  })
})

describe('what to do in immediate danger', () => {
  const areas = [
    { name: 'Exampleshire, by day', phone: '01632 960999', says: 'Refer the child today.' },
    { name: 'Exampleshire, at night', phone: '01632 960998', says: 'The emergency duty team answers.' },
  ]

  it('is filled in for each area, and stands wherever a concern can be raised', async () => {
    expect((await inDanger('wes')).areas).toHaveLength(1)
    const kept = await house.call('bea', 'POST', '/api/escalation-settings/danger', {
      body: { areas },
      version: 0,
    })
    expect(kept).toMatchObject({ status: 200, body: { version: 1 } })
    const lines = [
      'Exampleshire, by day: ring 01632 960999. Refer the child today.',
      'Exampleshire, at night: ring 01632 960998. The emergency duty team answers.',
    ]
    for (const who of ['wes', 'eve', 'bea']) expect((await inDanger(who)).areas).toEqual(lines)
    expect((await inDanger('wes')).detail).toMatch(/^Ring 999/)
    expect((await aroundNow(house.store.running, 'http://localhost')).danger).toEqual(lines)
    const empty = { consult: '', link: '' }
    expect((await settings()).danger).toEqual({
      version: 1,
      areas: areas.map((area) => ({ ...area, ...empty })),
    })
  })
})

describe('the card that raises a concern', () => {
  const eve = 'eve' as PersonId
  const concern = { ...raise, raiser: 'lead-edu', addressee: 'lead-csc' } as never

  it('offers whom to ask and the cases that somebody works with', async () => {
    const raising = await desk().raising(eve)
    expect(raising?.mine.map(({ id }) => id)).toEqual(['lead-edu'])
    expect(raising?.others.map(({ id }) => id)).toContain('lead-csc')
    expect(await desk().raising('nobody' as PersonId)).toBeUndefined()
  })

  it('raises one concern: a second press gets the same answer, other words are refused', async () => {
    const first = await desk().raise(eve, concern, 'card-1')
    expect(first).toMatchObject({ ok: true, value: { number: 'X1' } })
    expect(await desk().raise(eve, concern, 'card-1')).toEqual(first)
    const other = await desk().raise(eve, { ...raise, concern: 'Another.' } as never, 'card-1')
    expect(other).toMatchObject({ ok: false, says: expect.stringMatching(/raised with this card already/) })
  })

  it('is refused with the sentence of the tab, and can be sent again', async () => {
    const wrong = await desk().raise(eve, { ...raise, addressee: 'never-there' } as never, 'card-2')
    expect(wrong).toMatchObject({ ok: false, says: expect.stringMatching(/Nobody can be asked there/) })
    expect(await desk().raise(eve, concern, 'card-2')).toMatchObject({ ok: true })
  })
})
