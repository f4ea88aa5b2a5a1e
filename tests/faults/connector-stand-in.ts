import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

import type { Ceilings } from '#bot/transport/pace.ts'
import { freePort } from '#tests/fixtures/a-server.ts'

/** One message that the stand-in took, as its reader would see it. */
export type Taken = {
  /** "Message 1234" in the card. */
  readonly number: number
  /** Says "You may already have this." */
  readonly isMarked: boolean
  readonly conversation: string
  /** Which process sent it: each has a token of its own. */
  readonly token: string
  /** By the clock of the stand-in, in milliseconds. */
  readonly at: number
  /** The duties that the card asks about. */
  readonly duties: readonly string[]
  /** The card as it was sent. */
  readonly body: string
}

/** Put in the place of a message that was sent before. */
export type Replaced = { readonly conversation: string; readonly activity: string; readonly body: string }

export type StandIn = {
  readonly url: string
  readonly taken: readonly Taken[]
  /** Those of them whose answer has not gone yet. */
  readonly waiting: readonly Taken[]
  readonly replaced: readonly Replaced[]
  /** Each time that more came than Teams allows; the call was answered with 429. */
  readonly tooFast: readonly string[]
  /** Calls so far, also those that wait for their answer. */
  readonly calls: number
  /** How long it takes its time for each answer from now on, in milliseconds. */
  answerAfter(ms: number): void
  close(): Promise<void>
}

type Wanted = {
  readonly now?: () => number
  /** With limits, what comes too fast is answered with 429, and kept in `tooFast`. */
  readonly limits?: Ceilings
  /** In which tenant a chat is: one for all unless told. */
  readonly tenantOf?: (conversation: string) => string
}

/** What Teams allows a bot, from its documentation and not from our code: the stand-in keeps it. */
export const TEAMS_LIMITS: Ceilings = {
  tenant: [{ calls: 50, ms: 1000 }],
  chat: [
    { calls: 7, ms: 1000 },
    { calls: 8, ms: 2000 },
    { calls: 60, ms: 30_000 },
    { calls: 1800, ms: 3_600_000 },
  ],
}

/** A Bot Connector in the test's own process: it outlives every server and remembers what it took. */
export async function aStandIn(wanted: Wanted = {}): Promise<StandIn> {
  const now = wanted.now ?? Date.now
  const taken: Taken[] = []
  const waiting: Taken[] = []
  const replaced: Replaced[] = []
  const tooFast: string[] = []
  const isTooFast = wanted.limits ? limited(wanted.limits, now, tooFast) : () => false
  let calls = 0
  let slowness = 0

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request)
    calls += 1
    const update = /^\/v3\/conversations\/([^/]+)\/activities\/([^/]+)/.exec(request.url ?? '')
    if (request.method === 'PUT' && update) {
      const [, conversation = '', activity = ''] = update
      replaced.push({ conversation, activity, body })
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ id: activity }))
      return
    }
    const message = messageOf(request, body, now())
    if (isTooFast(wanted.tenantOf?.(message.conversation) ?? 'all', message.conversation)) {
      response.writeHead(429, { 'content-type': 'application/json' }).end('{}')
      return
    }
    taken.push(message)
    const id = `sent-${calls}`
    if (slowness > 0) {
      waiting.push(message)
      await pause(slowness)
      waiting.splice(waiting.indexOf(message), 1)
    }
    response.writeHead(201, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ id }))
  }

  const port = await freePort()
  const server = createServer((request, response) => {
    answer(request, response).catch(() => request.socket.destroy())
  }).listen(port, '127.0.0.1')
  // A kept connection that ends just when it is used again would be a fault that nobody scripted.
  server.keepAliveTimeout = 0
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${port}`,
    taken,
    waiting,
    replaced,
    tooFast,
    get calls() {
      return calls
    },
    answerAfter: (ms) => void (slowness = ms),
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

/** Counts as Teams does: every call in each stretch of time, for the tenant and for the chat. */
function limited(limits: Ceilings, now: () => number, tooFast: string[]) {
  const times = new Map<string, number[]>()
  return (tenant: string, chat: string): boolean => {
    const at = now()
    const broken = [
      { key: `tenant ${tenant}`, under: limits.tenant },
      { key: `chat ${chat}`, under: limits.chat },
    ].flatMap(({ key, under }) => {
      const list = times.get(key) ?? []
      times.set(key, list)
      list.push(at)
      return under
        .filter(({ calls, ms }) => (list.at(-calls - 1) ?? -Infinity) > at - ms)
        .map(({ calls, ms }) => `${key}: more than ${calls} in ${ms} ms at ${at}`)
    })
    tooFast.push(...broken)
    return broken.length > 0
  }
}

function messageOf(request: IncomingMessage, body: string, at: number): Taken {
  const conversation = /^\/v3\/conversations\/([^/]+)\/activities/.exec(request.url ?? '')?.[1]
  const number = /Message (\d+)/.exec(body)?.[1]
  if (conversation === undefined || number === undefined) throw new Error('no message of a known kind')
  return {
    number: Number(number),
    isMarked: body.includes('You may already have this.'),
    conversation,
    token: request.headers.authorization ?? '',
    at,
    duties: [...new Set(Array.from(body.matchAll(/"duty":"([^"]+)"/g), ([, duty = '']) => duty))],
    body,
  }
}
