import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Hono } from 'hono'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { Documents } from '#core/documents/documents.ts'
import type { PersonId } from '#core/ids.ts'
import { ok, refused } from '#core/result.ts'
import { openDocumentsFolder } from '#local/documents/folder.ts'
import { api } from '#server/http/api.ts'
import type { Outside } from '#server/http/outside.ts'
import { endpoints } from '#server/http/serve-http.ts'
import { openTickets, ticketRoute } from '#server/http/tickets.ts'
import { aForm } from '#tests/fixtures/a-form.ts'
import { everyChronology } from '#tests/fixtures/a-return.ts'
import { aCaseFile, aRound } from '#tests/fixtures/a-round.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { anEvaluation, returnOf, wrote } from '#tests/fixtures/an-evaluation.ts'
import { at, recorded, rows } from '#tests/fixtures/store-acts.ts'
import { asFile, asForm, asReturn, asRound, committed } from '#tests/fixtures/store-rounds.ts'
import { unzip } from '#tests/papers/unzip.ts'

let store: TestStore
let dir: string
let documents: Documents
let app: Hono
let keep: Documents['keep']
beforeAll(async () => {
  store = await aStore()
  dir = await mkdtemp(join(tmpdir(), 'papers-'))
  documents = await openDocumentsFolder({ dir, storyNow: () => at('2018-05-24 12:00') })
  const tickets = openTickets(store.running.database, Date.now)
  const outside = {
    documents: {
      ...documents,
      keep: (folder: string, name: string, bytes: Uint8Array) => keep(folder, name, bytes),
    },
    tickets,
    meetings: {},
  } as unknown as Outside
  app = new Hono().route('/', ticketRoute(outside)).route(
    '/',
    api(
      {
        running: store.running,
        outside,
        signIn: async (authorization) => ok((authorization ?? '') as PersonId),
        log: () => {},
      },
      endpoints(true),
    ),
  )
})
afterAll(async () => {
  await store.close()
  await rm(dir, { recursive: true })
})

const { submitted } = everyChronology

/** Social Care sent its chronology, Schools are writing theirs. */
beforeEach(async () => {
  await store.startAgain()
  keep = documents.keep
  await anEvaluation(store.running)
  await store.setClock(at('2018-05-24 12:00'))
  await wrote(store.running, 'csc', '2018-02-02', 'Visit; *bold* =1+1')
  await wrote(store.running, 'csc', '2017-11-14', 'Contact, no further action', { seen: 'none' })
  await wrote(store.running, 'edu', '2018-01-09', 'SECRET draft of the school')
  await committed(store.running, 'ada', asReturn(returnOf('csc', { chronology: submitted, version: 1 })))
})

/** All that stands in a Word or Excel file, without its marks. */
const textOf = async (file: Response) =>
  [...unzip(new Uint8Array(await file.arrayBuffer())).values()].join('\n').replaceAll(/<[^>]*>/g, ' ')
const get = (person: string, path: string) => app.request(path, { headers: { authorization: person } })
const post = (person: string, path: string, body?: object) =>
  app.request(path, {
    method: 'POST',
    headers: { authorization: person, 'idempotency-key': crypto.randomUUID() },
    ...(body && { body: JSON.stringify(body) }),
  })
const chronology = '/api/cases/case-n-08/chronology'
const release = async (to: string) => {
  expect((await post('bea', '/api/rounds/round-2/release', { to })).status).toBe(200)
}
const audited = () =>
  rows<{ what: string; actor: string }>(
    store.running,
    sql`select what, actor from audit_entry where what like 'chronology%' or what like 'tracker%' order by id`,
  )

/** What each hears who asks for the chronology. */
const statuses = async () => {
  const all: Record<string, number> = {}
  for (const person of ['bea', 'quinn', 'cy', 'ada', 'eve', 'gil', 'wes', 'sam'])
    all[person] = (await get(person, chronology)).status
  return all
}

/** Panel day was closed, and one form drafted. */
const held = async () => {
  await committed(store.running, 'bea', asFile(aCaseFile('confirmed', { version: 1 })))
  await committed(store.running, 'bea', asRound(aRound('panel-held', { version: 1 })))
  await committed(store.running, 'bea', asForm(aForm('drafted')))
  await store.setClock(at('2018-06-25 10:00'))
}

describe('the merged chronology', () => {
  it('holds what was sent, by day, and no word of what is being written', async () => {
    const answer = await get('bea', chronology)
    expect(answer.status).toBe(200)
    const text = await answer.text()
    expect(text).not.toContain('SECRET')
    expect(JSON.parse(text)).toMatchObject({
      reference: 'N-08',
      says: '2 entries from 1 agency. Not in yet: Schools, GPs. No response seen: 1 time.',
      entries: [
        { agencyName: "Children's Social Care", when: '14 November 2017', gap: 'response' },
        { when: '2 February 2018', event: 'Visit; *bold* =1+1', gap: null },
      ],
      quiet: [{ words: expect.stringContaining('for 80 days') as string }],
    })
  })

  it('is written down before it is seen, each time', async () => {
    await get('bea', chronology)
    await get('bea', chronology)
    const seen = { what: 'chronology-seen', actor: 'bea' }
    expect(await audited()).toEqual([seen, seen])
    expect(await rows(store.running, sql`select 1 from idempotency`)).toEqual([])
  })

  it('is there for each from the release on, and never for those outside the case', async () => {
    const before = { bea: 200, quinn: 403, cy: 403, ada: 403, eve: 403, gil: 403, wes: 404, sam: 404 }
    expect(await statuses()).toEqual(before)
    await release('qa')
    expect(await statuses()).toEqual({ ...before, quinn: 200 })
    await release('panel')
    expect(await statuses()).toEqual({ ...before, quinn: 200, cy: 200, ada: 200, eve: 200, gil: 200 })
  })

  it('is the same for the panel as for the partnership', async () => {
    await release('qa')
    await release('panel')
    const [bea, eve] = await Promise.all(
      ['bea', 'eve'].map(async (person) => (await get(person, chronology)).json() as Promise<object>),
    )
    expect(eve).toEqual({ ...bea, may: { makePaper: false } })
  })
})

describe('the chronology as a Word document', () => {
  const paper = `${chronology}/paper`

  it('stands in the round’s folder, and is handed out once', async () => {
    const made = (await (await post('bea', paper)).json()) as { name: string; ticket: string }
    expect(made.name).toBe('N-08 chronology.docx')
    expect(await readdir(join(dir, 'N-2018-2'))).toContain('N-08 chronology.docx')
    const file = await app.request(`/api/papers/${made.ticket}`)
    const text = await textOf(file)
    expect(text).toContain('Visit; *bold* =1+1')
    expect(text).toContain('Not in yet')
    expect(text).not.toContain('SECRET')
    expect((await app.request(`/api/papers/${made.ticket}`)).status).toBe(404)
    expect((await audited()).map(({ what }) => what)).toEqual(['chronology-seen', 'chronology-made'])
  })

  it('made again is the next version', async () => {
    const again = (await (await post('bea', paper)).json()) as { name: string }
    expect(again.name).toMatch(/^N-08 chronology v\d+\.docx$/)
  })

  it('is the partnership’s, also after the release', async () => {
    await release('qa')
    await release('panel')
    expect((await post('eve', paper)).status).toBe(403)
    expect((await post('wes', paper)).status).toBe(404)
    expect(await audited()).toEqual([])
  })

  it('that could not be kept was not made, and nothing is handed out', async () => {
    keep = async () => refused('not-reachable')
    const answer = await post('bea', paper)
    expect(answer.status).toBe(503)
    expect(await answer.text()).not.toContain('ticket')
    expect((await audited()).map(({ what }) => what)).toEqual(['chronology-seen'])
  })
})

describe('after panel day', () => {
  const pack = '/api/rounds/round-2/pack'
  beforeEach(async () => {
    await recorded(store.running)
    await rows(
      store.running,
      sql`insert into person (id, name, road, mail, tenant_id, aad_id) values
        ('sue', 'Sue Subgroup-Test', 'teams', 'sue@example.org', 'by-mail', 'sue')`,
    )
    await rows(
      store.running,
      sql`insert into post (id, kind, title, agency_id, case_id) values ('sub', 'subgroup-chair', 'Subgroup chair', null, null)`,
    )
    await rows(
      store.running,
      sql`insert into post_holding (post_id, person_id, from_day, held_as) values ('sub', 'sue', '2018-04-17', 'holder')`,
    )
  })
  it('the subgroup’s chair sees the pack, and before it that there is none', async () => {
    expect(await (await get('sue', pack)).json()).toMatchObject({ heldOn: null, says: '', rows: [] })
    await held()
    const answer = await get('sue', pack)
    expect(await answer.json()).toMatchObject({
      heldOn: 'Wednesday 6 June',
      says: '0 of 1 forms are returned. 1 is missing. 1 action is late.',
      rows: [
        {
          reference: 'N-08',
          form: { standing: 'missing', words: 'Missing, due 20 June, 5 days late' },
          actions: { all: 1, open: 0, late: 1, waiting: 0, confirmed: 0 },
          returnsLate: 5,
        },
      ],
      may: { tracker: false },
    })
  })

  it('and nothing else of a case', async () => {
    await held()
    for (const path of [
      '/api/cases/case-n-08',
      chronology,
      '/api/rounds/round-2/grid',
      '/api/returns/return-csc',
    ])
      expect((await get('sue', path)).status).toBe(404)
    expect((await post('sue', '/api/rounds/round-2/tracker/paper')).status).toBe(404)
    const hidden = [
      'case_file',
      'form',
      'agency_return',
      'action',
      'panel_grade',
      'chronology_entry',
      'child_identity',
    ]
    const sue = { as: 'web', person: 'sue' as PersonId } as const
    for (const table of hidden.filter((name) => name !== 'panel_grade'))
      expect([table, await rows(store.running, sql`select 1 from ${sql.table(table)}`, sue)]).toEqual([
        table,
        [],
      ])
  })

  it('nobody else reads the pack', async () => {
    await held()
    for (const person of ['ada', 'wes', 'gil']) {
      expect((await get(person, pack)).status).toBe(404)
      const login = { as: 'web', person: person as PersonId } as const
      for (const view of ['pack_case', 'pack_form', 'pack_action', 'pack_part'])
        expect(await rows(store.running, sql`select 1 from ${sql.table(view)}`, login)).toEqual([])
    }
  })

  it('the tracker is made as an Excel workbook by the partnership', async () => {
    await held()
    const made = (await (await post('bea', '/api/rounds/round-2/tracker/paper')).json()) as {
      name: string
      ticket: string
    }
    expect(made.name).toBe('N-2018-2 tracker.xlsx')
    const file = await app.request(`/api/papers/${made.ticket}`)
    expect(file.headers.get('content-type')).toContain('spreadsheetml')
    const text = await textOf(file)
    expect(text).toContain('Tell the referrer the outcome of every contact')
    expect(text).not.toContain('Wren')
    expect((await audited()).map(({ what }) => what)).toEqual(['tracker-made'])
    expect((await post('ada', '/api/rounds/round-2/tracker/paper')).status).toBe(404)
  })
})
