import * as z from 'zod/mini'

import type { SendFailure } from '../bot-transport.ts'
import { NoToken } from './credentials.ts'
import { DidNotLeave } from './one-attempt.ts'
import { whereReadable } from './where-readable.ts'

/**
 * What an error of an outgoing call says about the message. Where it can't say whether Teams took the message
 * (502, 504, a deadline, a cut connection, an answer that can't be read), the failure is `unknown`.
 */
export function sendFailure(error: unknown): SendFailure {
  if (error instanceof NoToken || error instanceof DidNotLeave) return { ok: false, kind: 'transient' }
  const { statusCode: status, code, response } = parseConnectorError(error)
  if (status === undefined) return { ok: false, kind: neverLeft.has(code ?? '') ? 'transient' : 'unknown' }
  const kind = kindOf(status, code)
  if (kind !== 'throttled') return { ok: false, kind, status }
  const retryAfterMs = parseRetryAfter(response?.headers.get('retry-after'), Date.now())
  return retryAfterMs === undefined ? { ok: false, kind, status } : { ok: false, kind, status, retryAfterMs }
}

/** No connection was made, so no message was sent. */
const neverLeft = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'])

function kindOf(status: number, code: string | undefined): SendFailure['kind'] {
  if (status === 403) return forbidden(code)
  if (status === 404) return 'gone'
  if (status === 412) return 'transient'
  if (status === 413) return 'too-large'
  if (status === 429) return 'throttled'
  if (status === 500 || status === 503) return 'transient'
  return status >= 300 && status < 500 ? 'rejected' : 'unknown'
}

function forbidden(code: string | undefined): SendFailure['kind'] {
  if (code === 'MessageWritesBlocked') return 'blocked'
  if (code === 'ForbiddenOperationException') return 'not-installed'
  return 'rejected'
}

type Headers = { get(name: string): string | null | undefined }

const ConnectorError = z.object({
  statusCode: whereReadable(z.number()),
  code: whereReadable(z.string()),
  response: whereReadable(z.object({ headers: z.custom<Headers>(hasGet) })),
})

function parseConnectorError(error: unknown): z.infer<typeof ConnectorError> {
  const parsed = ConnectorError.safeParse(error)
  return parsed.success ? parsed.data : { statusCode: undefined, code: undefined, response: undefined }
}

function hasGet(value: unknown): boolean {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'get') === 'function'
}

/** Retry-After in milliseconds from now: seconds, or a date. */
export function parseRetryAfter(header: string | null | undefined, now: number): number | undefined {
  if (header === null || header === undefined || header.trim() === '') return undefined
  const seconds = Number(header)
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000)
  const date = Date.parse(header)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}
