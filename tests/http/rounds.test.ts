import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { RoundId } from '#core/ids.ts'
import { CLOSE_THE_LOOP } from '#core/round/standing.ts'
import { roundView, timetableProposal } from '#core/round/views.ts'
import type { TimetableView } from '#core/round/views.ts'
import { exampleshire } from '#local/story/thread/exampleshire.ts'
import { loadCalendar } from '#server/opening/open-store.ts'
import { openPglite } from '#store/database.ts'
import { finishFurnishing, furnish, moveStory } from '#store/furnish.ts'
import { migrate } from '#store/migrate.ts'
import type { Running } from '#store/running.ts'
import { aServer, forget } from '#tests/fixtures/a-server.ts'
import type { Api, ApiAnswer, TestServer } from '#tests/fixtures/a-server.ts'
import { aRoundThatIs, aRoundToSetUp, children } from '#tests/fixtures/round-acts.ts'
import { at } from '#tests/fixtures/store-acts.ts'
import { seatThePanel } from '#tests/fixtures/store-rounds.ts'

let server: TestServer
let bea: Api
let ada: Api
let wes: Api
/** A round whose long list is written and not sent. */
let listed: RoundId

beforeAll(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'case-evaluations-'))
  const database = await openPglite(join(dataDir, 'database'))
  await migrate(database)
  const calendar = await loadCalendar(database)
  const running: Running = {
    database,
    calendar,
    readCalendar: async () => {},
    realNow: Date.now,
    leaseMs: 60_000,
  }
  await furnish(running, exampleshire)
  await seatThePanel(running)
  await moveStory(running, at('2018-05-07 10:00'))
  listed = (await aRoundThatIs(running, 'listed')).id
  await finishFurnishing(running)
  await database.close()
  server = await aServer({ dataDir, env: { STORY: 'no' } })
  ;[bea, ada, wes] = (await Promise.all(['bea', 'ada', 'wes'].map((who) => server.signIn(who)))) as [
    Api,
    Api,
    Api,
  ]
})
afterAll(async () => {
  await server.stop()
  await forget(server)
})

const path = (rest = '') => `/api/rounds/${listed}${rest}`
const ask = (query: string) => bea.get(`/api/round-timetable?method=oldham-full&theme=&${query}`)
const seen = ({ body }: ApiAnswer) => roundView.parse(body)
const formsDueIn = ({ stages }: TimetableView) =>
  stages.flatMap(({ days }) => days).find(({ id }) => id === CLOSE_THE_LOOP)?.to

describe('a round over the API', () => {
  it('is not there for those whom it does not concern, whatever they ask', async () => {
    const nowhere = await wes.get('/api/rounds/no-such-round')
    for (const rest of ['', '/long-list', '/calendar']) {
      const answer = await wes.get(path(rest))
      expect([answer.status, answer.body]).toEqual([
        404,
        { ...(nowhere.body as object), reference: expect.any(String) as string },
      ])
    }
    expect((await wes.post(path('/long-list/send'), { reason: null })).status).toBe(404)
    expect((await wes.get('/api/rounds')).body).toMatchObject({ items: [], may: { setUp: false } })
    expect((await wes.get('/api/round-options')).status).toBe(403)
  })

  it('is seen and not changed by its lead persons', async () => {
    expect(seen(await ada.get(path()))).toMatchObject({
      code: 'D-2018-3',
      next: null,
      may: { change: false, send: false },
    })
    const { method: _, ...facts } = aRoundToSetUp()
    for (const [rest, body] of [
      ['', facts],
      ['/approval', { by: 'We', on: '2018-04-17' }],
      ['/long-list', { cases: [] }],
      ['/long-list/send', { reason: null }],
    ] as const)
      expect((await ada.post(path(rest), body)).status).toBe(403)
    expect((await ada.get(path('/long-list'))).status).toBe(404)
  })

  it('says what is wrong with what was sent, field by field', async () => {
    const wrong = { ...aRoundToSetUp(), theme: ' ', sources: [], start: '2018-02-30', members: [] }
    const answer = await bea.post('/api/rounds', wrong)
    expect(answer.status).toBe(422)
    expect(Object.keys((answer.body as { fields: object }).fields).toSorted()).toEqual([
      'members',
      'sources',
      'start',
      'theme',
    ])
    const tuesday = await bea.post('/api/rounds', { ...aRoundToSetUp(), start: '2018-05-08' })
    expect(tuesday.body).toMatchObject({
      status: 422,
      title: 'A round starts on a Monday',
      fields: { start: expect.any(String) as string },
    })
  })

  it('gives its days as a calendar file that names nobody', async () => {
    const { text, name } = (await ada.get(path('/calendar'))).body as { text: string; name: string }
    expect(name).toBe('D-2018-3.ics')
    expect(text).toContain('SUMMARY:Panel day\\, round D-2018-3')
    expect(text).not.toMatch(/-Test/)
  })

  it('has its timetable proposed while its days are being chosen', async () => {
    expect((await ask('start=2018-05-08&leftOut=')).body).toMatchObject({
      problems: [{ says: 'A round starts on a Monday. The next one is 14 May.', proposed: '2018-05-14' }],
      timetable: null,
    })
    const { warnings, timetable } = timetableProposal.parse(
      (await ask('start=2018-05-07&leftOut=2018-05-28')).body,
    )
    expect(warnings).toEqual([
      'The first day is a bank holiday. It keeps its place; the days after it do not move.',
    ])
    expect(timetable && formsDueIn(timetable)).toBe('2018-06-20')
    expect((await ask('start=soon&leftOut=')).status).toBe(422)
  })

  it('is not changed over what somebody else saved meanwhile', async () => {
    const { version } = seen(await bea.get(path()))
    const cases = ((await bea.get(path('/long-list'))).body as { cases: object[] }).cases
    const first = await bea.post(path('/long-list'), { cases }, { ifMatch: version })
    expect(first.body).toMatchObject({ version: version + 1 })
    expect((await bea.post(path('/long-list'), { cases: children(1) }, { ifMatch: version })).status).toBe(
      412,
    )
    expect(seen(await bea.get(path())).counts.listed).toBe(20)
  })

  it('marks a bank holiday at once when the business manager adds one', async () => {
    const marked = async () =>
      seen(await bea.get(path())).timetable.stages.flatMap(({ days }) =>
        days.filter(({ bankHoliday }) => bankHoliday).map(({ id }) => id),
      )
    expect(await marked()).toEqual(['cohort'])
    const day = '2018-06-14'
    expect((await ada.post('/api/bank-holidays', { day, is: true })).status).toBe(403)
    expect((await bea.post('/api/bank-holidays', { day, is: true })).status).toBe(200)
    expect(await marked()).toEqual(['cohort', 'independent-overview'])
    // Ten working days after panel day are a day later then.
    expect(formsDueIn(seen(await bea.get(path())).timetable)).toBe('2018-06-21')
    await bea.post('/api/bank-holidays', { day, is: false })
    expect(await marked()).toEqual(['cohort'])
  })

  it('has the school holidays that the business manager entered with its weeks', async () => {
    const half = { name: 'May half-term', first: '2018-05-28', last: '2018-06-01' }
    const notes = async () =>
      timetableProposal
        .parse((await ask('start=2018-05-07&leftOut=')).body)
        .weeks.find(({ monday }) => monday === half.first)?.notes
    expect(await notes()).toContain('often half-term')
    const text = 'May half-term: Monday 28 May to Friday 1 June 2018\nSummer, 23 July, 1 September'
    const { body } = await bea.post('/api/school-holidays/read', { text })
    expect(body).toMatchObject({ holidays: [half], problems: [{ line: 2, says: 'The year is missing.' }] })
    expect(await notes()).toContain('often half-term')
    expect((await bea.post('/api/school-holidays', { holidays: [half], is: true })).status).toBe(200)
    expect(await notes()).toContain('May half-term')
    const seen = (await wes.get('/api/school-holidays')).body
    expect(seen).toMatchObject({ years: [{ holidays: [half] }], may: { edit: false } })
    await bea.post('/api/school-holidays', { holidays: [half], is: false })
    expect(await notes()).toContain('often half-term')
  })

  it.each([
    [{ name: 'Half-term', first: '2018-10-26', last: '2018-10-22' }, 'last', /comes before the first/],
    [{ name: 'Half-term', first: '2018-07-01', last: '2018-09-30' }, 'last', /longer than 60 days/],
    [{ name: ' ', first: '2018-10-22', last: '2018-10-26' }, 'name', /what the holiday is called/],
    [{ name: 'Half-term', first: '2018-10-32', last: '2018-10-26' }, 'first', /not a day/],
    [{ name: 'Half-term', first: '2018-10-30', last: '2018-11-31' }, 'last', /not a day/],
  ])('a school holiday that is wrong says so under its field: %j', async (holiday, field, says) => {
    const right = { name: 'Half-term', first: '2018-05-28', last: '2018-06-01' }
    const answer = await bea.post('/api/school-holidays', { holidays: [right, holiday], is: true })
    expect(answer).toMatchObject({
      status: 422,
      body: { fields: { [`holidays.1.${field}`]: expect.stringMatching(says) as string } },
    })
  })

  it.each([
    [
      { name: 'Half-term', first: '2081-10-22', last: '2081-10-26' },
      /too far away.*This is about: Half-term\./,
    ],
    [
      { name: 'Polling', first: '2018-05-30', last: '2018-05-30' },
      /a day in common.*Polling from Wednesday 30 May, Half-term from Monday 28 May\./,
    ],
  ])('a school holiday that cannot be entered is named: %j', async (holiday, says) => {
    const right = { name: 'Half-term', first: '2018-05-28', last: '2018-06-01' }
    const { status, body } = await bea.post('/api/school-holidays', { holidays: [right, holiday], is: true })
    expect(status).toBe(422)
    expect(body).toMatchObject({ detail: expect.stringMatching(says) as string })
    expect(body).not.toHaveProperty('fields')
  })

  it('goes out with one press, and then the agencies owe their receipt and their involvement', async () => {
    expect((await bea.post(path('/long-list/send'), { reason: null })).status).toBe(200)
    const waiting = (await ada.get('/api/waiting')).body as { items: { kind: string }[] }
    expect(waiting.items.map(({ kind }) => kind)).toEqual(['confirm-receipt', 'say-involvement'])
    expect(seen(await bea.get(path()))).toMatchObject({ state: 'list-sent', next: 'choose-cases' })
  })
})
