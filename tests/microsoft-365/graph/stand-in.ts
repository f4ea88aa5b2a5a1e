import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'

import { GRAPH_USES, GRAPH_USES_IF_WANTED } from '#graph/permissions.ts'

import { GRAPH_AUDIENCE } from '../entra.ts'
import type { Entra } from '../entra.ts'
import { anHttpsService, bytesOf } from '../https.ts'
import { readContract } from './contract.ts'
import type { Beyond, Contract, Described } from './contract.ts'

/** Whose token came with a request. */
export type Caller =
  | { readonly kind: 'application'; readonly appId: string; readonly permissions: readonly string[] }
  | {
      readonly kind: 'delegated'
      readonly appId: string
      readonly oid: string
      readonly permissions: readonly string[]
    }

export type GraphRequest = {
  readonly operation: string
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  /** Parsed and held to the contract; undefined without one, and for bytes. */
  readonly body: unknown
  readonly bytes: Buffer
  readonly caller: Caller
  /** Where addresses of further pages begin. */
  readonly origin: string
}

export type GraphAnswer = {
  readonly status: number
  readonly body?: object
  readonly headers?: Readonly<Record<string, string>>
}

/** What a part of Graph does, by operationId. It is a closure over its own state, which a test may look at. */
export type Area = {
  readonly operations: Readonly<Record<string, (request: GraphRequest) => GraphAnswer | Promise<GraphAnswer>>>
  /** Operations that the contract leaves out, with the page that describes them. */
  readonly beyond?: Beyond
}

/** One call, as it was answered. */
export type GraphEntry = {
  readonly operation: string
  readonly method: string
  readonly path: string
  readonly kind: Caller['kind']
  readonly status: number
}

export type GraphStandIn = {
  readonly origin: string
  readonly log: readonly GraphEntry[]
  /** What no product may do: calls outside the contract or the list of permissions, tokens where none belong. */
  readonly wrongs: readonly string[]
  /** Addresses in answers lead there from now on: to the proxy before this. */
  publishAt(origin: string): void
  wrong(what: string): void
  close(): Promise<void>
}

/** Graph says no: a status, its code, and for how long to be silent. */
export function no(
  status: number,
  code: string,
  headers: Readonly<Record<string, string>> = {},
): GraphAnswer {
  return { status, body: { error: { code, message: `Stand-in: ${code}` } }, headers }
}

export const yes = (
  body: object,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): GraphAnswer => ({
  status,
  body,
  headers,
})

/**
 * Microsoft Graph on this machine: the contract's own paths, request and answer held to it, a token of our Entra on
 * every call, and nothing outside graph/permissions.ts.
 */
export async function aGraph(entra: Pick<Entra, 'read'>, areas: readonly Area[]): Promise<GraphStandIn> {
  const beyond: Beyond = Object.assign({}, ...areas.map((area) => area.beyond ?? {}))
  const contract: Contract = readContract(beyond)
  const operations = Object.assign({}, ...areas.map((area) => area.operations)) as Area['operations']
  for (const name of Object.keys(operations)) {
    if (!contract.operations.some(({ operation }) => operation.operationId === name))
      throw new Error(`${name} is no operation of the contract`)
  }
  const log: GraphEntry[] = []
  const wrongs: string[] = []

  const service = await anHttpsService(async (incoming, response) => {
    const bytes = await bytesOf(incoming)
    give(await answerTo(incoming, bytes), response)
  })
  let published = service.origin

  async function answerTo(incoming: IncomingMessage, bytes: Buffer): Promise<GraphAnswer> {
    const method = incoming.method ?? 'GET'
    const url = new URL(incoming.url ?? '/', service.origin)
    const call = `${method} ${url.pathname}`
    if (!url.pathname.startsWith('/v1.0/')) return wrong(`${call}: not version 1.0`)
    const match = contract.find(method, url.pathname.slice('/v1.0'.length))
    if (!match) return wrong(`${call}: no operation of the contract`)
    const { found, params } = match
    const name = found.operation.operationId

    const caller = await callerOf(incoming.headers.authorization)
    if (caller === 'none') return wrong(`${call}: no token`, 401)
    if (caller === 'bad') {
      return no(401, 'InvalidAuthenticationToken', { 'www-authenticate': 'Bearer error="invalid_token"' })
    }
    const keep = (answer: GraphAnswer): GraphAnswer => {
      log.push({ operation: name, method, path: url.pathname, kind: caller.kind, status: answer.status })
      return answer
    }
    const uses = [...GRAPH_USES, ...GRAPH_USES_IF_WANTED].filter(
      ({ operation, kind }) => operation === name && kind === caller.kind,
    )
    if (uses.length === 0) return keep(wrong(`${name}: not in graph/permissions.ts as ${caller.kind}`))
    const isAgreed = uses.some(
      ({ by, permission }) => by !== 'entra' || caller.permissions.includes(permission),
    )
    if (!isAgreed) return keep(no(403, 'Authorization_RequestDenied'))

    const body = bodyIn(incoming.headers['content-type'], bytes)
    if (body === 'not-json') return keep(wrong(`${name}: the body is no JSON`))
    const inRequest = [
      ...contract.faultsInBody(found.operation, body),
      ...faultsInQuery(found, url.searchParams),
    ]
    if (inRequest.length > 0) return keep(wrong(`${name}: ${inRequest.join('; ')}`))

    const operation = operations[name]
    if (!operation) return keep(wrong(`${name}: no stand-in has this`, 501))
    const answer = await operation({
      operation: name,
      params,
      query: url.searchParams,
      headers: incoming.headers,
      body,
      bytes,
      caller,
      origin: published,
    })
    const inAnswer = contract.faultsInAnswer(found.operation, answer.status, answer.body)
    if (inAnswer.length > 0) return keep(wrong(`${name}: the stand-in's own answer: ${inAnswer.join('; ')}`))
    return keep(selected(answer, url.searchParams.get('$select')))
  }

  function wrong(what: string, status = 400): GraphAnswer {
    wrongs.push(what)
    return no(status, 'BadRequest')
  }

  async function callerOf(authorization: string | undefined): Promise<Caller | 'none' | 'bad'> {
    if (!authorization?.startsWith('Bearer ')) return 'none'
    const said = await entra.read(authorization.slice('Bearer '.length), GRAPH_AUDIENCE)
    if (!said) return 'bad'
    const appId = String(said['appid'])
    if (said['idtyp'] === 'app')
      return { kind: 'application', appId, permissions: (said['roles'] ?? []) as readonly string[] }
    return {
      kind: 'delegated',
      appId,
      oid: String(said['oid']),
      permissions: ((said['scp'] ?? '') as string).split(' '),
    }
  }

  return {
    origin: service.origin,
    log,
    wrongs,
    publishAt: (origin) => void (published = origin),
    wrong: (what) => void wrongs.push(what),
    close: service.close,
  }
}

function bodyIn(type: string | undefined, bytes: Buffer): unknown {
  if (bytes.length === 0 || type === 'application/octet-stream') return undefined
  try {
    return JSON.parse(bytes.toString())
  } catch {
    return 'not-json'
  }
}

/** Query options that the operation does not describe; instance annotations belong to PUT of bytes. */
function faultsInQuery({ operation }: Described, query: URLSearchParams): readonly string[] {
  const known = new Set(
    (operation.parameters ?? []).filter((each) => each.in === 'query').map(({ name }) => name),
  )
  return [...query.keys()]
    .filter((name) => !known.has(name) && !/^@microsoft\.graph\.|^\$skiptoken$/.test(name))
    .map((name) => `no query option ${name}`)
}

/** Only what was asked for goes out, so that a field which was not asked for can't be used by chance. */
function selected(answer: GraphAnswer, select: string | null): GraphAnswer {
  if (select === null || !answer.body || answer.status >= 300) return answer
  const wanted = new Set(select.split(','))
  const cut = (row: object): object =>
    Object.fromEntries(Object.entries(row).filter(([name]) => wanted.has(name) || name.startsWith('@')))
  const { body } = answer
  if ('value' in body && Array.isArray(body.value))
    return { ...answer, body: { ...body, value: (body.value as object[]).map(cut) } }
  return { ...answer, body: cut(body) }
}

function give({ status, body, headers }: GraphAnswer, response: ServerResponse): void {
  response.writeHead(status, { ...(body && { 'content-type': 'application/json' }), ...headers })
  response.end(body && JSON.stringify(body))
}
