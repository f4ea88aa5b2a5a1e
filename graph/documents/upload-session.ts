import { setTimeout as sleep } from 'node:timers/promises'

import * as z from 'zod/mini'

import { answered, faultOf, faulted } from '../client/fault.ts'
import type { Answered, NoReply, Reply } from '../client/fault.ts'
import { fetched } from '../client/graph.ts'
import type { Graph } from '../client/graph.ts'
import { jsonOf } from '../client/json.ts'
import { at } from '../client/path.ts'
import { ITEM } from './item.ts'
import type { Item } from './item.ts'
import type { QuickXorHash } from './quick-xor-hash.ts'

/** Bytes that can be read more than once, part by part: a file, or what is in memory. */
export type Source = {
  readonly size: number
  /** The bytes from `from` up to but not including `to`; rejects when they can't be had. */
  read(from: number, to: number): Promise<Uint8Array>
}

export type SessionSettings = {
  readonly pause?: (ms: number) => Promise<unknown>
  readonly realNow?: () => number
  /** For one range, in milliseconds. */
  readonly rangeDeadlineMs?: number
}

/** The session is gone before all was sent: it may be begun anew. */
export const EXPIRED = 'session-expired'
/** The session is gone after the last range: that may have been its end, or its expiry. */
export const ENDED = 'session-ended'

/** SharePoint wants multiples of 320 KiB, each under 60 MiB. */
const UNIT = 320 * 1024
const RANGE = 16 * UNIT
/** In a row, without a byte more: then it is given up. */
const MOST_SILENCES = 5
const RANGE_DEADLINE_MS = 60_000
/** Whoever asks for a longer silence has it, and nobody waits for its end. */
const LONGEST_WAIT_MS = 60_000

const SESSION = z.object({ uploadUrl: z.string() })
const EXPECTED = z.object({ nextExpectedRanges: z.array(z.string()) })

/**
 * Sends bytes in ranges, one in memory at a time, and goes on where SharePoint says that it stands. The session's
 * address is a key to the file: it stands in no log, and no token goes to it. A session that failed is ended.
 */
export async function inRanges(
  graph: Graph,
  where: { readonly drive: string; readonly name: string },
  source: Source,
  hash: QuickXorHash,
  settings: SessionSettings,
): Promise<Answered<Item>> {
  const { rangeDeadlineMs = RANGE_DEADLINE_MS } = settings
  const session = await graph.ask(
    {
      method: 'POST',
      path: at`/drives/${where.drive}/root:/${where.name}:/createUploadSession`,
      body: { item: { '@microsoft.graph.conflictBehavior': 'fail', name: where.name } },
      isSafe: true,
    },
    SESSION,
  )
  if (!session.ok) return session
  const address = session.value.uploadUrl
  if (URL.parse(address)?.protocol !== 'https:') return faulted('refused', { code: 'no-upload-address' })
  const call: Call = (init) => fetched(address, { ...init, signal: AbortSignal.timeout(rangeDeadlineMs) })
  let sent: Answered<Item> | undefined
  try {
    sent = await allRanges(call, source, hash, settings)
    return sent
  } finally {
    // Who asked for silence is not asked to forget it either: the session ends by itself.
    if (!sent?.ok && sent?.fault.reason !== 'throttled') await call({ method: 'DELETE' })
  }
}

type Call = (init: RequestInit) => Promise<Reply | NoReply>

async function allRanges(
  call: Call,
  source: Source,
  hash: QuickXorHash,
  { pause = sleep, realNow = Date.now }: SessionSettings,
): Promise<Answered<Item>> {
  let from = 0
  let silences = 0
  while (silences < MOST_SILENCES) {
    const to = Math.min(from + RANGE, source.size)
    const bytes = await source.read(from, to)
    // What is sent a second time was counted before.
    if (to > hash.length) hash.update(bytes.subarray(hash.length - from))
    const reply = await call({
      method: 'PUT',
      headers: {
        'Content-Range': `bytes ${from}-${to - 1}/${source.size}`,
        'Content-Length': String(to - from),
      },
      body: ReadableStream.from(piecesOf(bytes)),
      duplex: 'half',
    })
    let step = stepAfter(reply, to, realNow())
    if (step.kind === 'unknown') {
      const waitMs = step.waitMs ?? 250 * 2 ** silences
      if (waitMs > LONGEST_WAIT_MS) return faulted('throttled', { retryAfterMs: waitMs })
      await pause(waitMs)
      step = standing(await call({ method: 'GET' }), from)
    }
    if (step.kind === 'end') return step.answer
    if (step.kind === 'gone')
      return to === source.size
        ? faulted('in-doubt', { code: ENDED })
        : faulted('not-there', { code: EXPIRED })
    silences = step.next > from ? 0 : silences + 1
    from = step.next
  }
  return faulted('not-reachable', { code: 'upload-given-up' })
}

/** Views, not copies: `fetch` copies a body that it gets as a whole, and five megabytes a range were left over. */
function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += UNIT) yield bytes.subarray(at, at + UNIT)
}

type Step =
  | { readonly kind: 'on'; readonly next: number }
  | { readonly kind: 'gone' }
  | { readonly kind: 'end'; readonly answer: Answered<Item> }

/** `unknown`: the session has to be asked how far it came. */
function stepAfter(
  reply: Reply | NoReply,
  to: number,
  now: number,
): Step | { readonly kind: 'unknown'; readonly waitMs?: number | undefined } {
  if ('wasSent' in reply || reply.status === 416) return { kind: 'unknown' }
  const { status } = reply
  if (status === 202) return { kind: 'on', next: nextIn(reply) ?? to }
  if (status === 404 || status === 410) return { kind: 'gone' }
  const fault = faultOf(reply, true, now)
  if (!fault) return { kind: 'end', answer: itemIn(reply) }
  if (fault.reason === 'throttled' || fault.reason === 'not-reachable')
    return { kind: 'unknown', waitMs: fault.retryAfterMs }
  return { kind: 'end', answer: { ok: false, fault } }
}

/** Where the session says that it stands; where it says nothing, all is as it was. */
function standing(reply: Reply | NoReply, from: number): Step {
  if ('wasSent' in reply) return { kind: 'on', next: from }
  if (reply.status === 404 || reply.status === 410) return { kind: 'gone' }
  return { kind: 'on', next: nextIn(reply) ?? from }
}

function nextIn({ text }: Reply): number | undefined {
  const read = z.safeParse(EXPECTED, jsonOf(text))
  const next = read.success ? Number.parseInt(read.data.nextExpectedRanges[0] ?? '', 10) : Number.NaN
  return Number.isNaN(next) ? undefined : next
}

function itemIn({ text, status }: Reply): Answered<Item> {
  const read = z.safeParse(ITEM, jsonOf(text))
  return read.success ? answered(read.data) : faulted('in-doubt', { status, code: 'unexpected-answer' })
}
