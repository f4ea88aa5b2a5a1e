import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { WANTED } from '#server/endpoints/actions/wanted.ts'
import { endpoints } from '#server/http/serve-http.ts'
import type { ApiAnswer } from '#tests/fixtures/a-server.ts'

import { accessRoundsTable } from './access-rounds-table.ts'
import { ANSWERS, DEEDS, STATES, actionAs, actionIn, everybody, recordOne, served } from './served.ts'
import type { Served, Signed } from './served.ts'

type Operation = {
  readonly summary: string
  readonly parameters: readonly { readonly name: string; readonly in: string }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> }
  readonly responses: Readonly<
    Record<string, { readonly content: Readonly<Record<string, { readonly schema: object }>> }>
  >
}
type Document = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> }

let house: Served
let signed: Signed
let document: Document
beforeAll(async () => {
  house = await served('pglite')
  signed = await everybody(house.server)
  document = (await signed.wes.get('/api/openapi.json')).body as Document
})
afterAll(() => house.close())

const ajv = new Ajv2020({ strict: false, validateFormats: false })

/** What the document promises for an answer of this kind; an answer that it doesn't mention is a defect. */
function complaints(operation: Operation | undefined, { status, body }: ApiAnswer): unknown {
  const content = (
    operation?.responses[String(status)] ?? operation?.responses[`${Math.floor(status / 100)}XX`]
  )?.content
  const schema = content?.['application/json']?.schema
  if (!schema) return `no schema for ${status}`
  return ajv.validate(schema, body) ? null : ajv.errors
}

describe('the API in its own description', () => {
  it('lists exactly the routes of the table', () => {
    const listed = Object.entries(document.paths).flatMap(([path, verbs]) =>
      Object.keys(verbs).map((verb) => `${verb.toUpperCase()} ${path}`),
    )
    const table = endpoints(true).map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
    expect(listed.toSorted()).toEqual(table.toSorted())
    expect(new Set(table).size).toBe(table.length)
  })

  const wanted = WANTED.map((name) => `query ${name}`)
  const QUERIES: Readonly<Record<string, readonly string[]>> = {
    'get /api/waiting': ['query after'],
    'get /api/asked': ['query after'],
    'get /api/actions': ['query group', 'query after', ...wanted],
    'get /api/tracker': ['query from', 'query until', ...wanted],
    'post /api/rounds/{id}/actions/paper': ['query group', ...wanted],
    'get /api/escalations': ['query cut', 'query theme'],
    'get /api/find': ['query q'],
    'get /api/round-timetable': ['query method', 'query theme', 'query start', 'query leftOut'],
    'get /api/forms': ['query round'],
  }
  /** The changes on which a version that was read is taken: those on which the access tables know a 412. */
  const VERSIONED = [
    'post /api/duties/{id}/answers',
    'post /api/actions/{id}/end',
    'post /api/forms/{id}/meeting',
    'post /api/escalation-settings/danger',
    'post /api/ladders',
    // A hand-over says which posts were shown, in place of a version.
    ...accessRoundsTable
      .filter(({ gets, endpoint }) => 412 in gets && !endpoint.endsWith('/hand-over'))
      .map(({ endpoint }) => endpoint.replace('POST', 'post').replaceAll(/:(\w+)/g, '{$1}')),
  ]

  it('names every part of a path, what may be asked in the query, and the key of every change', () => {
    for (const [path, verbs] of Object.entries(document.paths)) {
      for (const [verb, { parameters }] of Object.entries(verbs)) {
        const named = parameters.map((parameter) => `${parameter.in} ${parameter.name}`)
        const parts = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => `path ${name}`)
        expect(named).toEqual([
          ...parts,
          ...(QUERIES[`${verb} ${path}`] ?? []),
          ...(verb === 'post' ? ['header Idempotency-Key'] : []),
          ...(VERSIONED.includes(`${verb} ${path}`) ? ['header If-Match'] : []),
        ])
      }
    }
  })

  it('is right about every list and view that a person gets', async () => {
    const { id, duty } = await actionIn(signed, 'more-time-asked')
    await signed.bea.post('/api/actions/chase', { actions: [id] })
    for (const api of Object.values(signed)) {
      for (const path of ['/api/me', '/api/waiting', '/api/asked', '/api/actions'])
        expect(complaints(document.paths[path]?.['get'], await api.get(path))).toBeNull()
    }
    for (const group of ['very-late', 'late', 'due-soon', 'later', 'waiting-for-check', 'done']) {
      const answer = await signed.bea.get(`/api/actions?group=${group}`)
      expect(complaints(document.paths['/api/actions']?.['get'], answer)).toBeNull()
    }
    const options = await signed.quinn.get('/api/record-options')
    expect(complaints(document.paths['/api/record-options']?.['get'], options)).toBeNull()
    const view = document.paths['/api/actions/{id}']?.['get']
    const page = document.paths['/api/duties/{id}']?.['get']
    for (const api of [signed.wes, signed.eve, signed.sam]) {
      expect(complaints(view, await api.get(`/api/actions/${id}`))).toBeNull()
      expect(complaints(page, await api.get(`/api/duties/${duty}`))).toBeNull()
    }
    const child = await signed.wes.post(`/api/actions/${id}/child`)
    expect(complaints(document.paths['/api/actions/{id}/child']?.['post'], child)).toBeNull()
  })

  it.each(STATES)('is right about an action and its duty: %s', async (state) => {
    const { id, duty } = await actionIn(signed, state)
    const seen = await signed.eve.get(`/api/actions/${id}`)
    expect(complaints(document.paths['/api/actions/{id}']?.['get'], seen)).toBeNull()
    const asked = await signed.eve.get(`/api/duties/${duty}`)
    expect(complaints(document.paths['/api/duties/{id}']?.['get'], asked)).toBeNull()
  })

  it('is right about what is sent, and what a change gives back', async () => {
    const record = document.paths['/api/actions']?.['post']
    const sent = {
      case: 'case-n-08',
      owner: 'worker-n08',
      raiser: 'lead-edu',
      what: 'Write to the school.',
      help: 'The letter is there.',
      due: '2018-06-29',
    }
    expect(ajv.validate(bodyOf(record), sent)).toBe(true)
    expect(complaints(record, await signed.quinn.post('/api/actions', sent))).toBeNull()

    const { id } = await recordOne(signed)
    const { duty } = await actionAs(signed.wes, id)
    const answer = document.paths['/api/duties/{id}/answers']?.['post']
    for (const deed of DEEDS) expect(ajv.validate(bodyOf(answer), ANSWERS[deed])).toBe(true)
    expect(ajv.validate(bodyOf(answer), { deed: 'report-done' })).toBe(false)
    const given = await signed.wes.post(`/api/duties/${duty?.id}/answers`, ANSWERS['report-done'])
    expect(complaints(answer, given)).toBeNull()

    const chase = document.paths['/api/actions/chase']?.['post']
    expect(ajv.validate(bodyOf(chase), { actions: 'late' })).toBe(true)
    expect(complaints(chase, await signed.bea.post('/api/actions/chase', { actions: 'late' }))).toBeNull()
  })
})

function bodyOf(operation: Operation | undefined): object | false {
  return operation?.requestBody?.content['application/json']?.schema ?? false
}
