import type { IncomingMessage, ServerResponse } from 'node:http'

import { contractFaults } from './contract.ts'
import { listen } from './http-server.ts'

type Call = {
  readonly method: string
  readonly path: string
  readonly authorization: string | undefined
  readonly body: unknown
}

/** What the connector does with a call. */
export type Answer =
  | {
      readonly status: number
      readonly body?: unknown
      readonly headers?: Readonly<Record<string, string>>
    }
  | 'hang'
  | 'hang in the body'
  | 'cut'
  | 'no json'

type FakeConnector = {
  readonly serviceUrl: string
  readonly calls: Call[]
  /** Requests that break Microsoft's description of the connector; empty where that isn't at hand. */
  readonly faults: string[]
  answerWith(answer: Answer): void
  readonly close: () => Promise<void>
}

const accepted: Answer = { status: 201, body: { id: 'activity-1' } }

/** A connector that keeps what it is sent and answers as it is told to; 201 until then. */
export async function startConnector(): Promise<FakeConnector> {
  const calls: Call[] = []
  const faults: string[] = []
  let answer = accepted
  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await read(request)
    const path = (request.url ?? '').replace('/connector', '')
    const method = request.method ?? ''
    calls.push({ method, path, authorization: request.headers.authorization, body })
    faults.push(...contractFaults(method, path, body))
    give(answer, response)
  }
  const server = await listen((request, response) => void take(request, response))
  return {
    serviceUrl: `${server.origin}/connector/`,
    calls,
    faults,
    answerWith: (next) => {
      answer = next
    },
    close: server.close,
  }
}

function give(answer: Answer, response: ServerResponse): void {
  if (answer === 'hang') return
  if (answer === 'cut') {
    response.destroy()
    return
  }
  if (answer === 'hang in the body' || answer === 'no json') {
    response.writeHead(201, { 'content-type': 'application/json' })
    if (answer === 'no json') response.end('{"id":')
    else response.write('{"id":')
    return
  }
  response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers })
  response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body))
}

async function read(request: IncomingMessage): Promise<unknown> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text === '' ? undefined : JSON.parse(text)
}
