import { setTimeout as sleep } from 'node:timers/promises'

import * as z from 'zod/mini'

import type { Measure, OutsideCall } from '#core/measure.ts'

import { answered, faultOf, faultOfSilence, faulted, retryAfterOf, silenceOf } from './fault.ts'
import type { Answered, GraphFault, NoReply, Reply } from './fault.ts'
import { jsonOf } from './json.ts'
import { costOf, openLimits } from './limits.ts'
import { queryOf, withoutIds } from './path.ts'
import type { GraphPath } from './path.ts'
import { nextTry } from './retry.ts'
import { openWire } from './wire.ts'
import type { Message } from './wire.ts'

/** A bearer token for Graph. `fresh`: the one that was given before was not taken. */
export type TokenGiver = (how: { readonly fresh: boolean }) => Promise<Answered<string>>

export type GraphSettings = {
  /** https://graph.microsoft.com, or a stand-in's address; https alone. */
  readonly baseUrl: string
  readonly token: TokenGiver
  /** Microsoft asks for "NONISV|Company|App/Version". */
  readonly userAgent: string
  /** Longest wait for one answer, in milliseconds. */
  readonly deadlineMs?: number
  /** Longest time that one call may spend waiting for limits and for second tries, in milliseconds. */
  readonly patienceMs?: number
  /** How many processes of this cell share the limits of mailbox and site; one when left out. */
  readonly processes?: () => number
  readonly realNow?: () => number
  readonly pause?: (ms: number) => Promise<unknown>
  /** Told of each try that went wrong: a path without its ids, a reason and codes. For metrics and the log. */
  readonly report?: (incident: GraphIncident) => void
  /** Told of each try, for the metrics. */
  readonly measure?: Measure
}

export type GraphIncident = { readonly method: string; readonly what: string; readonly fault: GraphFault }

export type GraphCall = {
  readonly method: Message['method']
  readonly path: GraphPath
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: object
  /** The same call said twice is one, by its design (transactionId, an exact name that fails). GET and DELETE are. */
  readonly isSafe?: boolean
  /** Asked right before each try goes out; after a no nothing goes out any more, and the fault's code is `CALLED_OFF`. */
  readonly mayGo?: () => boolean
}

/** Of a call whose `mayGo` said no. */
export const CALLED_OFF = 'called-off'

export type BytesCall = Pick<GraphCall, 'path' | 'query' | 'headers' | 'isSafe'> & {
  readonly bytes: Uint8Array
}

export type Graph = {
  /** Refused (`refused`, after a change `in-doubt`) where the answer is not what the schema says. */
  ask<T>(call: GraphCall, answer: z.ZodMiniType<T>): Promise<Answered<T>>
  /** For what answers with nothing that can be relied on. */
  tell(call: GraphCall): Promise<Answered<null>>
  /** All pages of a list, up to `most` rows; the rest is left out. */
  all<T>(call: GraphCall, each: z.ZodMiniType<T>, most?: number): Promise<Answered<readonly T[]>>
  /** Sends bytes by PUT: exactly those of the view, and never what is behind it. */
  put<T>(call: BytesCall, answer: z.ZodMiniType<T>): Promise<Answered<T>>
  /** Where the bytes of an item can be had for some minutes without a token. The address is a secret. */
  whereabouts(path: GraphPath): Promise<Answered<string>>
  /** The same limits, on behalf of somebody else. */
  as(token: TokenGiver): Graph
}

const DEADLINE_MS = 15_000
const PATIENCE_MS = 20_000
/** For 4 MB over a slow line. */
const BYTES_DEADLINE_MS = 60_000
const MOST_ROWS = 5000

/** Microsoft Graph: JSON through Microsoft's client, bytes through fetch, one set of limits and reasons for both. */
export function openGraph(settings: GraphSettings): Graph {
  const base = new URL(settings.baseUrl)
  if (base.protocol !== 'https:') throw new TypeError('Graph is called over https alone')
  const { realNow = Date.now, pause = sleep, deadlineMs = DEADLINE_MS } = settings
  const wire = openWire(settings.baseUrl)
  const limits = openLimits(realNow, pause, settings.processes)

  const headersOf = (token: string, more: Readonly<Record<string, string>> = {}) => ({
    ...more,
    Authorization: `Bearer ${token}`,
    'User-Agent': settings.userAgent,
  })

  function withToken(giver: TokenGiver): Graph {
    /** Takes turns, has a token, tries, and tries again where the rules of retry.ts say so. */
    async function tried(
      {
        method,
        path,
        isSafe,
        mayGo,
      }: Pick<GraphCall, 'mayGo'> & Record<'method' | 'path', string> & { isSafe: boolean },
      once: (token: string) => Promise<Reply | NoReply>,
    ): Promise<Answered<Reply>> {
      const cost = costOf(method, path)
      const until = realNow() + (settings.patienceMs ?? PATIENCE_MS)
      let fresh = false
      for (let tries = 1; ; tries += 1) {
        const turn = await limits.turn(cost, Math.max(0, until - realNow()))
        if (!turn.go) return faulted('throttled', { retryAfterMs: turn.retryAfterMs })
        let reply: Reply | NoReply
        try {
          const token = await giver({ fresh })
          if (!token.ok) {
            settings.report?.({ method, what: withoutIds(path), fault: token.fault })
            return token
          }
          if (mayGo?.() === false) return faulted('not-reachable', { code: CALLED_OFF })
          reply = await once(token.value)
        } finally {
          turn.ended()
        }
        settings.measure?.(callOf(method, path, reply, realNow()))
        const fault = 'wasSent' in reply ? faultOfSilence(reply, isSafe) : faultOf(reply, isSafe, realNow())
        if (!fault) return answered(reply as Reply)
        settings.report?.({ method, what: withoutIds(path), fault })
        if (fault.reason === 'throttled') limits.silence(cost.lane, fault.retryAfterMs ?? 0)
        const next = nextTry(fault, { tries, leftMs: until - realNow(), hadFreshToken: fresh })
        if (!next.again) return { ok: false, fault }
        fresh = next.withFreshToken
        await pause(next.afterMs)
      }
    }

    function said(call: Omit<GraphCall, 'path'> & { readonly path: string }): Promise<Answered<Reply>> {
      const { method, path, query, headers, body, mayGo } = call
      const isSafe = call.isSafe ?? (method === 'GET' || method === 'DELETE')
      return tried({ method, path: belowBase(path), isSafe, ...(mayGo && { mayGo }) }, (token) =>
        wire({
          method,
          path,
          query,
          headers: headersOf(token, headers),
          body,
          signal: AbortSignal.timeout(deadlineMs),
        }),
      )
    }

    async function put<T>(
      { path, query, headers, bytes, isSafe = false }: BytesCall,
      answer: z.ZodMiniType<T>,
    ): Promise<Answered<T>> {
      const reply = await tried({ method: 'PUT', path, isSafe }, (token) =>
        fetched(`${base.origin}/v1.0${path}${queryOf(query)}`, {
          method: 'PUT',
          headers: headersOf(token, { 'Content-Type': 'application/octet-stream', ...headers }),
          body: bytes as Uint8Array<ArrayBuffer>,
          signal: AbortSignal.timeout(BYTES_DEADLINE_MS),
        }),
      )
      return reply.ok ? parsed(reply.value, answer, 'PUT') : reply
    }

    return {
      ask: async (call, answer) => {
        const reply = await said(call)
        return reply.ok ? parsed(reply.value, answer, call.method) : reply
      },
      tell: async (call) => {
        const reply = await said(call)
        return reply.ok ? answered(null) : reply
      },
      all: async (call, each, most = MOST_ROWS) => {
        const page = z.object({ value: z.array(each), '@odata.nextLink': z.optional(z.string()) })
        const rows: z.infer<typeof each>[] = []
        let next: Omit<GraphCall, 'path'> & { readonly path: string } = call
        for (;;) {
          const reply = await said(next)
          if (!reply.ok) return reply
          const read = parsed(reply.value, page, 'GET')
          if (!read.ok) return read
          rows.push(...read.value.value)
          const more = read.value['@odata.nextLink']
          if (more === undefined || rows.length >= most) return answered(rows.slice(0, most))
          const { query: _, ...same } = call
          next = { ...same, path: more }
        }
      },
      put,
      whereabouts: async (path) => {
        // A redirect is the answer here, so it is read as one that is well.
        const reply = await tried({ method: 'GET', path, isSafe: true }, async (token) => {
          const found = await fetched(`${base.origin}/v1.0${path}`, {
            headers: headersOf(token),
            signal: AbortSignal.timeout(deadlineMs),
          })
          return 'status' in found && found.status === 302 ? { ...found, status: 200 } : found
        })
        if (!reply.ok) return reply
        const where = reply.value.headers.get('location')
        return where !== null && URL.parse(where)?.protocol === 'https:'
          ? answered(where)
          : faulted('refused', { code: 'no-whereabouts' })
      },
      as: withToken,
    }
  }

  return withToken(settings.token)
}

/** A call with fetch that never throws for what the network does. Without `Authorization` it goes anywhere. */
export async function fetched(address: string, init: RequestInit): Promise<Reply | NoReply> {
  try {
    const response = await fetch(address, { ...init, redirect: 'manual' })
    return { status: response.status, headers: response.headers, text: await response.text() }
  } catch (thrown) {
    return silenceOf(thrown)
  }
}

/** After a change that Graph says it made, an answer that can't be read leaves a doubt, not a refusal. */
function parsed<T>(reply: Reply, answer: z.ZodMiniType<T>, method: string): Answered<T> {
  const read = z.safeParse(answer, jsonOf(reply.text))
  if (read.success) return answered(read.data)
  return faulted(method === 'GET' ? 'refused' : 'in-doubt', {
    status: reply.status,
    code: 'unexpected-answer',
  })
}

const belowBase = (path: string): string =>
  path.startsWith('https://') ? new URL(path).pathname.replace(/^\/v1\.0/, '') : path

function callOf(method: string, path: string, reply: Reply | NoReply, now: number): OutsideCall {
  const call = { service: 'graph', route: `${method} ${withoutIds(path)}` } as const
  if ('wasSent' in reply) return { ...call, status: undefined }
  const retryAfterMs = retryAfterOf(reply.headers, now)
  return { ...call, status: reply.status, ...(retryAfterMs !== undefined && { retryAfterMs }) }
}
