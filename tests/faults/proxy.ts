import { once } from 'node:events'
import { createServer, request as ask } from 'node:http'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { createServer as createTlsServer, request as askOverTls } from 'node:https'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'

/** What goes wrong with one call. "After" means: it was forwarded, and took effect. */
export type Fault =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly retryAfter?: number
      /** The connector's error code, such as MessageWritesBlocked. */
      readonly code?: string
    }
  | {
      readonly kind: 'cut-before' | 'cut-after'
      /** What ends with the connection, such as the process that called. */
      readonly die?: () => void
    }
  | { readonly kind: 'hang' | 'hang-in-body' | 'wrong-json' }
  /** It comes two times at once; the caller gets an answer if both are the same. */
  | { readonly kind: 'twice' }
  | { readonly kind: 'late'; readonly ms: number }

/** One call that came to the proxy, by the test's clock. */
export type Call = {
  readonly at: number
  readonly method: string
  readonly path: string
  readonly body: string
  readonly fault: Fault['kind'] | null
}

export type Rule = {
  readonly match?: (call: Omit<Call, 'fault'>) => boolean
  /** From the n-th call that matches on; the first is 1. */
  readonly nth?: number
  /** For so many calls; once unless told. */
  readonly times?: number
  readonly fault: Fault
}

export type FaultProxy = {
  readonly url: string
  readonly calls: readonly Call[]
  script(...rules: readonly Rule[]): void
  /** Each fault befalls its share of the calls, drawn by chance. */
  random(chance: () => number, faults: readonly { readonly share: number; readonly fault: Fault }[]): void
  /** Nothing goes wrong any more; what hangs is cut. */
  heal(): void
  close(): Promise<void>
}

/** With a certificate the proxy is an https server under this name. */
export type Tls = { readonly key: string; readonly cert: string; readonly host: 'localhost' | '127.0.0.1' }

/** Stands before any HTTP service and lets happen what the test wants: nothing, until it is scripted. */
export async function aFaultProxy(
  target: string,
  now: () => number = Date.now,
  tls?: Tls,
): Promise<FaultProxy> {
  const calls: Call[] = []
  const hanging = new Set<ServerResponse>()
  let choose = well

  async function take(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = now()
    const body = await bytesOf(incoming)
    const isText =
      incoming.headers['content-type'] !== 'application/octet-stream' && !incoming.headers['content-range']
    const call = {
      at,
      method: incoming.method ?? '',
      path: incoming.url ?? '',
      body: isText ? body.toString() : '',
    }
    const fault = choose(call)
    calls.push({ ...call, fault: fault?.kind ?? null })
    await befall(fault, incoming, body, response)
  }

  async function befall(
    fault: Fault | undefined,
    incoming: IncomingMessage,
    body: Buffer,
    response: ServerResponse,
  ): Promise<void> {
    const forward = () => forwarded(target, incoming, body)
    switch (fault?.kind) {
      case 'answer':
        response.writeHead(fault.status, {
          'content-type': 'application/json',
          ...(fault.retryAfter !== undefined && { 'retry-after': String(fault.retryAfter) }),
        })
        response.end(JSON.stringify({ error: { code: fault.code ?? 'Fault', message: 'as scripted' } }))
        return
      case 'cut-before':
        fault.die?.()
        response.destroy()
        return
      case 'cut-after':
        await forward()
        fault.die?.()
        response.destroy()
        return
      case 'hang':
        hanging.add(response)
        return
      case 'hang-in-body':
        await forward()
        hanging.add(response)
        response.writeHead(201, { 'content-type': 'application/json' })
        response.write('{"id":')
        return
      case 'wrong-json':
        await forward()
        response.writeHead(201, { 'content-type': 'application/json' }).end('{"id":')
        return
      case 'twice': {
        const [first, second] = await Promise.all([forward(), forward()])
        if (isDeepStrictEqual(first, second)) give(second, response)
        else response.writeHead(500).end('the two answers differ')
        return
      }
      case 'late': {
        const answer = await forward()
        await pause(fault.ms)
        give(answer, response)
        return
      }
      case undefined:
        give(await forward(), response)
    }
  }

  const listener = (incoming: IncomingMessage, response: ServerResponse): void => {
    take(incoming, response).catch(() => response.destroy())
  }
  const server = (tls ? createTlsServer(tls, listener) : createServer(listener)).listen(0, '127.0.0.1')
  server.keepAliveTimeout = 0
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const heal = (): void => {
    choose = well
    for (const response of hanging) response.destroy()
    hanging.clear()
  }
  return {
    url: tls ? `https://${tls.host}:${port}` : `http://127.0.0.1:${port}`,
    calls,
    script: (...rules) => void (choose = scripted(rules)),
    random: (chance, faults) => void (choose = () => drawn(chance(), faults)),
    heal,
    close: async () => {
      heal()
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

/** Nothing goes wrong. */
const well: (call: Omit<Call, 'fault'>) => Fault | undefined = () => undefined

/** The first rule whose turn it is. */
function scripted(rules: readonly Rule[]) {
  const met = rules.map(() => 0)
  return (call: Omit<Call, 'fault'>): Fault | undefined => {
    let chosen: Fault | undefined
    for (const [index, { match, nth = 1, times = 1, fault }] of rules.entries()) {
      if (match && !match(call)) continue
      const n = (met[index] = (met[index] ?? 0) + 1)
      if (n >= nth && n < nth + times) chosen ??= fault
    }
    return chosen
  }
}

function drawn(
  dice: number,
  faults: readonly { readonly share: number; readonly fault: Fault }[],
): Fault | undefined {
  let upTo = 0
  for (const { share, fault } of faults) {
    upTo += share
    if (dice < upTo) return fault
  }
  return undefined
}

type Answer = {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** Headers of one connection, and the hour. */
const OF_THE_WAY = ['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'date']

function forwarded(target: string, incoming: IncomingMessage, body: Buffer): Promise<Answer> {
  // How long a body is, or that it does not say so, goes on as it came: a service may ask for it.
  const { host: _, connection: __, ...headers } = incoming.headers
  return new Promise((resolve, reject) => {
    const out = (target.startsWith('https:') ? askOverTls : ask)(
      `${target}${incoming.url ?? ''}`,
      {
        method: incoming.method ?? 'GET',
        headers,
      },
      (answer) => {
        bytesOf(answer).then(
          (bytes) =>
            resolve({
              status: answer.statusCode ?? 502,
              headers: Object.fromEntries(
                Object.entries(answer.headers).filter(([name]) => !OF_THE_WAY.includes(name)),
              ),
              body: bytes,
            }),
          reject,
        )
      },
    )
    out.on('error', reject)
    out.end(body)
  })
}

function give({ status, headers, body }: Answer, response: ServerResponse): void {
  response.writeHead(status, headers).end(body)
}

async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
