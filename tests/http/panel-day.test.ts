import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { exampleshire } from '#local/story/thread/exampleshire.ts'
import { loadCalendar } from '#server/opening/open-store.ts'
import { openPglite } from '#store/database.ts'
import { finishFurnishing, furnish, moveStory } from '#store/furnish.ts'
import { migrate } from '#store/migrate.ts'
import type { Running } from '#store/running.ts'
import { aRoundBeforePanel } from '#tests/fixtures/a-panel.ts'
import { ofN08 } from '#tests/fixtures/a-round.ts'
import { aServer, forget } from '#tests/fixtures/a-server.ts'
import type { Api, ApiAnswer, TestServer } from '#tests/fixtures/a-server.ts'
import { at } from '#tests/fixtures/store-acts.ts'

let server: TestServer
let [bea, quinn, ada, eve, dee]: Api[] = []
const panel = `/api/rounds/${ofN08.round}/panel`
const n08 = `/api/cases/${ofN08.case}`

beforeAll(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'case-evaluations-'))
  await aRoundIn(dataDir)
  server = await aServer({ dataDir })
  ;[bea, quinn, ada, eve, dee] = await Promise.all(
    ['bea', 'quinn', 'ada', 'eve', 'dee'].map((who) => server.signIn(who)),
  )
})
afterAll(async () => {
  await server.stop()
  await forget(server)
})

/** N-08 is chosen and two agencies have sent their grades, in the week before panel day. */
async function aRoundIn(dataDir: string): Promise<void> {
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
  await aRoundBeforePanel(running)
  await moveStory(running, at('2018-06-04 09:00'))
  await finishFurnishing(running)
  await database.close()
}

const ics = () => readFile(join(server.dataDir, 'meetings', 'panel-day-N-2018-2.ics'), 'utf8')
const versionOf = async (api: Api | undefined, path: string) =>
  Number(/\d+/.exec((await api?.get(path))?.headers.get('etag') ?? '')?.[0])

const fieldsIn = (answer: ApiAnswer | undefined) =>
  Object.keys((answer?.body as { fields?: object } | undefined)?.fields ?? {})

describe('booking panel day', () => {
  it('books nothing while the calendar cannot be reached, and says so', async () => {
    await writeFile(join(server.dataDir, 'meetings'), '')
    const answer = await bea?.post(`${panel}/meeting`, { from: '09:30', to: '16:30' })
    expect(answer?.status).toBe(503)
    expect((await bea?.get(panel))?.body).toMatchObject({ meeting: null })
    await rm(join(server.dataDir, 'meetings'))
    await mkdir(join(server.dataDir, 'meetings'))
  })

  it('puts one appointment into the calendar; the same request again does nothing more', async () => {
    const version = await versionOf(bea, panel)
    const book = () =>
      bea?.post(`${panel}/meeting`, { from: '09:30', to: '16:30' }, { key: 'book it once', ifMatch: version })
    const first = await book()
    expect([first?.status, first?.body]).toEqual([200, { version: version + 1 }])
    const file = await ics()
    expect((await book())?.body).toEqual(first?.body)
    expect(await ics()).toBe(file)
    expect((await eve?.get(panel))?.body).toMatchObject({ meeting: { from: '09:30', to: '16:30' } })
  })

  it('is refused to a stale reader before the calendar hears of it', async () => {
    const file = await ics()
    const answer = await quinn?.post(`${panel}/meeting`, { from: '11:00', to: '12:00' }, { ifMatch: 1 })
    expect(answer?.status).toBe(412)
    expect(await ics()).toBe(file)
  })

  it.each([
    ['no time', { from: 'morning', to: '16:30' }, 'from'],
    ['its end first', { from: '16:30', to: '09:30' }, 'to'],
  ])('is refused with %s, with a sentence at its field', async (_, times, field) => {
    const answer = await bea?.post(`${panel}/meeting`, times)
    expect(answer?.status).toBe(422)
    expect(fieldsIn(answer)).toEqual([field])
  })
})

const callOff = async (api = bea) =>
  api?.post(`${panel}/meeting/call-off`, {}, { ifMatch: await versionOf(bea, panel) })

describe('calling panel day off', () => {
  it('is the partnership’s, and takes the meeting out of the calendars of all who were invited', async () => {
    expect((await callOff(eve))?.status).toBe(403)
    expect((await callOff())?.status).toBe(200)
    expect((await bea?.get(panel))?.body).toMatchObject({ meeting: null })
    await expect.poll(ics).toContain('METHOD:CANCEL')
    expect((await callOff())?.body).toMatchObject({ title: 'No meeting is booked' })
  })

  it('books another meeting afterwards, which no late cancellation takes out', async () => {
    const version = await versionOf(bea, panel)
    const again = await bea?.post(`${panel}/meeting`, { from: '10:00', to: '15:00' }, { ifMatch: version })
    expect(again?.status).toBe(200)
    expect((await bea?.get(panel))?.body).toMatchObject({ meeting: { from: '10:00', to: '15:00' } })
    expect(await ics()).not.toContain('METHOD:CANCEL')
  })
})

describe('over HTTP', () => {
  it('what does not concern somebody is not there', async () => {
    for (const path of [n08, '/api/cases/none', '/api/rounds/none/panel'])
      expect([path, (await dee?.get(path))?.status]).toEqual([path, 404])
    expect((await dee?.post(`${n08}/child`))?.status).toBe(404)
    expect((await eve?.get(n08))?.body).toMatchObject({ panel: null, may: { nameTeam: false } })
  })

  it('a lead person who is named as worker is refused at that field', async () => {
    const answer = await ada?.post(`${n08}/team`, {
      worker: { person: 'eve' },
      manager: { person: 'sam' },
      team: 'North',
    })
    expect(answer?.status).toBe(422)
    expect(fieldsIn(answer)).toEqual(['worker'])
  })

  it('somebody new without a mail address is refused in words at that field', async () => {
    const worker = { name: 'Noor Worker-Test', mail: '', jobTitle: '', road: 'mail' }
    const answer = await ada?.post(`${n08}/team`, { worker, manager: { person: 'sam' }, team: 'North' })
    expect(answer?.body).toMatchObject({
      fields: { worker: 'Give a mail address, for example sam@example.org.' },
    })
  })

  it('a changed grade without its reason says which agency is meant', async () => {
    const grades = [
      { agency: 'csc', panel: 'inadequate', rationale: '' },
      { agency: 'edu', panel: 'good', rationale: null },
    ]
    const said = { grades, judgement: 'good', good: 'They rang.' }
    const answer = await quinn?.post(`${n08}/panel`, said)
    expect(answer?.status).toBe(422)
    expect(answer?.text).toContain("This is about: Children's Social Care.")
  })

  it('closing waits for the chair, with the references of the cases', async () => {
    const answer = await bea?.post(`${panel}/close`, undefined, { ifMatch: await versionOf(bea, panel) })
    expect(answer?.status).toBe(409)
    expect(answer?.text).toContain('This is about: N-08.')
  })
})
