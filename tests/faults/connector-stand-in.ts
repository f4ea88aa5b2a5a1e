import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

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
}

export type Outbound = 'before-it-is-taken' | 'after-it-is-taken'

export type StandIn = {
  readonly url: string
  readonly taken: readonly Taken[]
  /** Calls so far, also those that were cut off. */
  readonly calls: number
  /** At the n-th call from now on, `die` is called and the caller gets no answer. */
  cutAt(n: number, when: Outbound, die: () => void): void
  neverCut(): void
  /** How long it takes its time for each answer from now on, in milliseconds. */
  answerAfter(ms: number): void
  close(): Promise<void>
}

/** A Bot Connector in the test's own process: it outlives every server and remembers what it took. */
export async function aStandIn(): Promise<StandIn> {
  const taken: Taken[] = []
  let calls = 0
  let cut: { at: number; when: Outbound; die: () => void } | undefined
  let slowness = 0

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const message = messageOf(request, await bodyOf(request))
    calls += 1
    const now = cut !== undefined && calls === cut.at ? cut : undefined
    if (now) cut = undefined
    if (now?.when !== 'before-it-is-taken') taken.push(message)
    if (now) {
      now.die()
      request.socket.destroy()
      return
    }
    if (slowness > 0) await pause(slowness)
    response.writeHead(201, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ id: `sent-${calls}` }))
  }

  const port = await freePort()
  const server = createServer((request, response) => {
    answer(request, response).catch(() => request.socket.destroy())
  }).listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${port}`,
    taken,
    get calls() {
      return calls
    },
    cutAt: (n, when, die) => void (cut = { at: calls + n, when, die }),
    neverCut: () => void (cut = undefined),
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

function messageOf(request: IncomingMessage, body: string): Taken {
  const conversation = /^\/v3\/conversations\/([^/]+)\/activities/.exec(request.url ?? '')?.[1]
  const number = /Message (\d+)/.exec(body)?.[1]
  if (conversation === undefined || number === undefined) throw new Error('no message of a known kind')
  return {
    number: Number(number),
    isMarked: body.includes('You may already have this.'),
    conversation,
    token: request.headers.authorization ?? '',
  }
}
