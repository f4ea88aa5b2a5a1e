import * as z from 'zod/mini'

import { jsonOf } from './json.ts'

/** Why Graph, or Entra for it, did not do what was asked. */
export type GraphReason =
  /** It asked for silence, or our own limits do: again after `retryAfterMs`. Nothing took effect. */
  | 'throttled'
  | 'not-there'
  /** Somebody else changed it since it was read. */
  | 'changed'
  /** Somebody has it open. */
  | 'locked'
  | 'exists'
  | 'no-room'
  /** The product may do this kind of thing, but not here. */
  | 'not-allowed'
  /** An administrator has not agreed to this permission, or took it back. */
  | 'consent-missing'
  /** The person has to sign in again, perhaps with more proof (`claims`). */
  | 'signed-out'
  /** Nothing took effect; it can be tried again. */
  | 'not-reachable'
  /** It was sent, and nobody knows whether it took effect. */
  | 'in-doubt'
  /** Our request was wrong, or the answer was not what is documented. */
  | 'refused'

export type GraphFault = {
  readonly reason: GraphReason
  /** Absent when nobody answered. */
  readonly status?: number
  /** Microsoft's own code, such as nameAlreadyExists: never a message, for messages can name people. */
  readonly code?: string
  readonly retryAfterMs?: number
  /** What Entra wants to see at the next sign-in, to be handed to the tab as it is. */
  readonly claims?: string
}

export type Answered<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: GraphFault }

export function answered<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

export function faulted(
  reason: GraphReason,
  more: Omit<GraphFault, 'reason'> = {},
): { readonly ok: false; readonly fault: GraphFault } {
  return { ok: false, fault: { reason, ...more } }
}

/** An answer as it came. */
export type Reply = { readonly status: number; readonly headers: Headers; readonly text: string }

/** Nobody answered. `wasSent` is false only where nothing can have arrived. */
export type NoReply = { readonly wasSent: boolean }

/**
 * What an answer says against a call, or undefined when it is well. `isSafe`: the same call said twice is one, so
 * that a fault in the middle leaves no doubt that matters.
 */
export function faultOf(reply: Reply, isSafe: boolean, now: number): GraphFault | undefined {
  const { status, headers } = reply
  if (status >= 200 && status < 300) return undefined
  const code = codeIn(reply.text)
  const retryAfterMs = retryAfterOf(headers, now)
  const claims = claimsIn(headers)
  return {
    reason: reasonOf(status, code, isSafe),
    status,
    ...(code !== undefined && { code }),
    ...(claims !== undefined && { claims }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  }
}

/** The fault of a call that nobody answered. */
export function faultOfSilence({ wasSent }: NoReply, isSafe: boolean): GraphFault {
  return { reason: wasSent && !isSafe ? 'in-doubt' : 'not-reachable' }
}

const BY_STATUS: Readonly<Record<number, GraphReason>> = {
  401: 'signed-out',
  403: 'not-allowed',
  404: 'not-there',
  409: 'exists',
  410: 'not-there',
  412: 'changed',
  423: 'locked',
  429: 'throttled',
  507: 'no-room',
}

/** Codes that say more than the status with which they come. */
const BY_CODE: Readonly<Record<string, GraphReason>> = {
  Authorization_RequestDenied: 'consent-missing',
  activityLimitReached: 'throttled',
  quotaLimitReached: 'no-room',
  insufficientStorage: 'no-room',
  resourceLocked: 'locked',
  resourceModified: 'changed',
}

function reasonOf(status: number, code: string | undefined, isSafe: boolean): GraphReason {
  const known = (code === undefined ? undefined : BY_CODE[code]) ?? BY_STATUS[status]
  if (known) return known
  // A 503 may come after the effect as well: only what is safe is simply said again.
  if (status >= 500) return !isSafe ? 'in-doubt' : status === 503 ? 'throttled' : 'not-reachable'
  return 'refused'
}

/** Of Graph's `{ error: { code } }`; undefined when the body is something else. */
function codeIn(text: string): string | undefined {
  const read = z.safeParse(ERROR, jsonOf(text))
  return read.success ? read.data.error.code : undefined
}

const ERROR = z.object({ error: z.object({ code: z.string() }) })

/** What Graph wants to see in a token that was revoked early; in base64 on its way here. */
function claimsIn(headers: Headers): string | undefined {
  const found = /claims="([^"]+)"/.exec(headers.get('www-authenticate') ?? '')?.[1]
  return found === undefined ? undefined : Buffer.from(found, 'base64').toString()
}

/** Seconds or an HTTP date; undefined when it isn't said. */
export function retryAfterOf(headers: Headers, now: number): number | undefined {
  const said = headers.get('retry-after')
  if (said === null) return undefined
  const seconds = Number(said)
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000)
  const at = Date.parse(said)
  return Number.isNaN(at) ? undefined : Math.max(0, at - now)
}

/** System and undici codes of connections that were never made. */
const NEVER_SENT =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_.*|ERR_TLS_.*|DEPTH_ZERO_.*|SELF_SIGNED_.*|UNABLE_TO_.*)$/

/** Of what `fetch` threw: a refused connection took nothing along, a broken one may have. */
export function silenceOf(thrown: unknown): NoReply {
  for (let at: unknown = thrown; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && NEVER_SENT.test(at.code)) return { wasSent: false }
  }
  return { wasSent: true }
}
