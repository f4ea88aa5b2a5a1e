import type { IncomingMessage, ServerResponse } from 'node:http'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'

import { answered, faulted } from '#graph/client/fault.ts'
import { openGraph } from '#graph/client/graph.ts'
import type { Graph, GraphIncident, GraphSettings } from '#graph/client/graph.ts'
import { at } from '#graph/client/path.ts'

import { anHttpsService, bytesOf } from './https.ts'
import type { Service } from './https.ts'

/** What Microsoft's client was measured to do wrong, and what is ours instead. Each as a rule. */

type Seen = {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly bytes: Buffer
}

const THING = z.object({ id: z.string() })
const event = at`/users/${'panel'}/events`
const item = at`/drives/${'d'}/items/${'i'}`

let service: Service
let seen: Seen[]
let answers: ((response: ServerResponse, call: Seen) => void)[]
let waits: number[]
let incidents: GraphIncident[]

const well = (response: ServerResponse): void =>
  void response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"one"}')
const status =
  (code: number, headers: Record<string, string> = {}, body = '') =>
  (response: ServerResponse): void =>
    void response.writeHead(code, { 'content-type': 'application/json', ...headers }).end(body)

beforeEach(async () => {
  seen = []
  answers = []
  waits = []
  incidents = []
  service = await anHttpsService(async (incoming, response) => {
    const { method = '', url = '', headers } = incoming
    const call = { method, url, headers, bytes: await bytesOf(incoming) }
    seen.push(call)
    const answer = answers.shift() ?? well
    answer(response, call)
  })
})
afterEach(() => service.close())

const open = (settings: Partial<GraphSettings> = {}): Graph =>
  openGraph({
    baseUrl: service.origin,
    token: async () => answered('the-token'),
    userAgent: 'NONISV|CaseEvaluations|CaseEvaluations/1.0',
    pause: async (ms) => void waits.push(ms),
    report: (incident) => void incidents.push(incident),
    ...settings,
  })

describe('the token', () => {
  it('goes to Graph, on whatever port', async () => {
    await open().ask({ method: 'GET', path: item }, THING)
    expect(seen[0]?.headers.authorization).toBe('Bearer the-token')
    expect(seen[0]?.headers['user-agent']).toBe('NONISV|CaseEvaluations|CaseEvaluations/1.0')
  })

  it('never goes over http', () => {
    expect(() => open({ baseUrl: 'http://graph.microsoft.com' })).toThrow(TypeError)
  })

  it('never follows a next page to another host', async () => {
    const other = await anHttpsService(async (_, response) => well(response), { host: '127.0.0.1' })
    answers.push(status(200, {}, JSON.stringify({ value: [], '@odata.nextLink': `${other.origin}/v1.0/x` })))
    await expect(open().all({ method: 'GET', path: at`/sites/${'s'}/drives` }, THING)).rejects.toThrow(
      'Not the address of Graph',
    )
    await other.close()
  })

  it('never follows a redirect', async () => {
    answers.push(status(302, { location: `${service.origin}/v1.0/elsewhere` }))
    expect(await open().ask({ method: 'GET', path: item }, THING)).toMatchObject({
      fault: { reason: 'refused', status: 302 },
    })
    expect(seen).toHaveLength(1)
  })

  it('that can’t be had makes no call, and says why', async () => {
    const graph = open({ token: async () => faulted('signed-out', { claims: '{}' }) })
    expect(await graph.ask({ method: 'GET', path: item }, THING)).toEqual({
      ok: false,
      fault: { reason: 'signed-out', claims: '{}' },
    })
    expect(seen).toEqual([])
    expect(incidents).toMatchObject([{ what: '/drives/{}/items/{}', fault: { reason: 'signed-out' } }])
  })

  it('that was not taken any more is replaced once, in the middle of what is done', async () => {
    const asked: boolean[] = []
    const graph = open({
      token: async ({ fresh }) => {
        asked.push(fresh)
        return answered(fresh ? 'new' : 'old')
      },
    })
    answers.push(status(401))
    expect(await graph.tell({ method: 'POST', path: event, body: {} })).toMatchObject({ ok: true })
    expect(seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer old', 'Bearer new'])
    answers.push(status(401), status(401))
    expect(await graph.tell({ method: 'POST', path: event, body: {} })).toMatchObject({
      fault: { reason: 'signed-out' },
    })
    expect(asked).toEqual([false, true, false, true])
  })

  it('of a person stands in for the product’s, under the same limits', async () => {
    await open()
      .as(async () => answered('a-person'))
      .ask({ method: 'GET', path: item }, THING)
    expect(seen[0]?.headers.authorization).toBe('Bearer a-person')
  })
})

describe('a second try', () => {
  it('waits exactly as long as was asked for', async () => {
    answers.push(status(429, { 'retry-after': '7' }))
    expect(await open().tell({ method: 'POST', path: at`/chats/${'c'}/tabs`, body: {} })).toMatchObject({
      ok: true,
    })
    expect(seen).toHaveLength(2)
    expect(waits).toContain(7000)
  })

  it('is never made of a change that may have taken effect', async () => {
    for (const answer of [status(503, { 'retry-after': '1' }), status(500), cut]) {
      seen = []
      answers.push(answer)
      expect(await open().tell({ method: 'POST', path: event, body: {} })).toMatchObject({
        fault: { reason: 'in-doubt' },
      })
      expect(seen).toHaveLength(1)
    }
  })

  it('is made of one that is safe by its design', async () => {
    answers.push(status(503, { 'retry-after': '1' }), cut)
    const body = { transactionId: 'the-same' }
    expect(await open().tell({ method: 'POST', path: event, body, isSafe: true })).toMatchObject({ ok: true })
    expect(seen.map(({ bytes }) => bytes.toString())).toEqual(Array(3).fill('{"transactionId":"the-same"}'))
  })

  it('is made three times at the most', async () => {
    answers.push(...Array.from({ length: 9 }, () => status(500)))
    expect(await open().ask({ method: 'GET', path: item }, THING)).toMatchObject({
      fault: { reason: 'not-reachable', status: 500 },
    })
    expect(seen).toHaveLength(3)
  })

  it('is left to others when the wait is longer than anybody’s, and nobody else calls meanwhile', async () => {
    answers.push(status(429, { 'retry-after': '120' }))
    const graph = open({ realNow: () => 0 })
    const fault = { reason: 'throttled', retryAfterMs: 120_000 }
    expect(await graph.ask({ method: 'GET', path: item }, THING)).toMatchObject({ fault })
    expect(await graph.ask({ method: 'GET', path: item }, THING)).toMatchObject({ fault })
    expect(seen).toHaveLength(1)
  })
})

describe('an answer', () => {
  it('without a body is not read as a failure', async () => {
    answers.push(status(201))
    expect(await open().tell({ method: 'POST', path: at`/chats/${'c'}/installedApps`, body: {} })).toEqual({
      ok: true,
      value: null,
    })
  })

  it('that is not what is documented is refused, and after a change in doubt', async () => {
    answers.push(status(200, {}, '{"id":7}'), status(201, {}, '{"id":'))
    expect(await open().ask({ method: 'GET', path: item }, THING)).toMatchObject({
      fault: { reason: 'refused', code: 'unexpected-answer' },
    })
    expect(await open().ask({ method: 'POST', path: event, body: {} }, THING)).toMatchObject({
      fault: { reason: 'in-doubt', code: 'unexpected-answer' },
    })
  })

  it('that hangs, before it begins or in the middle, ends with the deadline', async () => {
    answers.push(() => {}, half)
    const graph = open({ deadlineMs: 150 })
    const change = { method: 'POST', path: event, body: {} } as const
    expect(await graph.ask(change, THING)).toMatchObject({ fault: { reason: 'in-doubt' } })
    expect(await graph.ask(change, THING)).toMatchObject({ fault: { reason: 'in-doubt' } })
  })

  it('that nobody gave, because nothing was sent, leaves no doubt', async () => {
    const { origin, close } = await anHttpsService(async (_, response) => well(response))
    await close()
    expect(await open({ baseUrl: origin }).tell({ method: 'POST', path: event, body: {} })).toMatchObject({
      fault: { reason: 'not-reachable' },
    })
  })
})

describe('what is sent', () => {
  it('is at the address that was meant, whatever a name holds', async () => {
    await open().ask({ method: 'GET', path: at`/drives/${'d'}/root:/${'Case A#1 50%?.pdf'}` }, THING)
    expect(seen[0]?.url).toBe('/v1.0/drives/d/root:/Case%20A%231%2050%25%3F.pdf')
  })

  it('is one value in each option of a query', async () => {
    const query = { $filter: "JoinWebUrl eq 'https://x/?a=1&b=2'" }
    await open().ask({ method: 'GET', path: at`/users/${'panel'}/onlineMeetings`, query }, THING)
    const address = new URL(seen[0]?.url ?? '', service.origin)
    expect([...address.searchParams]).toEqual([['$filter', query.$filter]])
  })

  it('is the bytes of the view, never what is behind it', async () => {
    const behind = new TextEncoder().encode('before|mine|after')
    await open().put(
      { path: at`/drives/${'d'}/root:/${'a.pdf'}:/content`, bytes: behind.subarray(7, 11) },
      THING,
    )
    expect(seen[0]?.bytes.toString()).toBe('mine')
    expect(seen[0]?.headers['content-length']).toBe('4')
  })
})

it('a mailbox never has more than four calls on their way', async () => {
  let onTheirWay = 0
  let most = 0
  answers.push(
    ...Array.from({ length: 20 }, () => (response: ServerResponse) => {
      onTheirWay += 1
      most = Math.max(most, onTheirWay)
      setTimeout(() => {
        onTheirWay -= 1
        well(response)
      }, 10)
    }),
  )
  const graph = open()
  await Promise.all(Array.from({ length: 20 }, () => graph.tell({ method: 'POST', path: event, body: {} })))
  expect(most).toBe(4)
})

it('what is told of a fault holds no id, no name and no token', async () => {
  answers.push(status(404, {}, '{"error":{"code":"ErrorItemNotFound","message":"Wren-Test"}}'))
  await open().tell({ method: 'DELETE', path: at`/users/${'Wren-Test@example.test'}/events/${'secret-id'}` })
  expect(incidents).toEqual([
    {
      method: 'DELETE',
      what: '/users/{}/events/{}',
      fault: { reason: 'not-there', status: 404, code: 'ErrorItemNotFound' },
    },
  ])
})

function half(response: ServerResponse): void {
  response.writeHead(200).write('{"id":')
}

function cut(response: ServerResponse): void {
  response.destroy()
}
