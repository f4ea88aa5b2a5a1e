import { Client, GraphClientError, ResponseType } from '@microsoft/microsoft-graph-client'
import type { Context, Middleware } from '@microsoft/microsoft-graph-client'

import { silenceOf } from './fault.ts'
import type { NoReply, Reply } from './fault.ts'
import { queryOf } from './path.ts'

export type Message = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Below the base URL's version; or a whole address of the same host, as a next page has. */
  readonly path: string
  readonly query?: Readonly<Record<string, string>> | undefined
  readonly headers: Readonly<Record<string, string>>
  readonly body?: object | undefined
  readonly signal: AbortSignal
}

/** Sends one message to Graph, once. */
export type Wire = (message: Message) => Promise<Reply | NoReply>

/**
 * The one user of Microsoft's client: it builds addresses and bodies. Its own handlers for tokens, retries and
 * redirects are left out. They drop the token silently for a host that they do not know, and send again what must
 * not be sent twice. Here a foreign host is a fault, and whoever calls decides about a second try.
 */
export function openWire(baseUrl: string): Wire {
  const client = Client.initWithMiddleware({
    baseUrl: `${new URL(baseUrl).origin}/`,
    defaultVersion: 'v1.0',
    middleware: new Once(new URL(baseUrl).origin),
  })
  return async ({ method, path, query, headers, body, signal }) => {
    const request = client
      .api(`${path}${queryOf(query)}`)
      .headers({ ...headers })
      .option('signal', signal)
      .responseType(ResponseType.RAW)
    try {
      const response = (await sent(request, method, body)) as Response
      return { status: response.status, headers: response.headers, text: await response.text() }
    } catch (thrown) {
      const origin = originOf(thrown)
      if (origin instanceof ForeignHost) throw origin
      return silenceOf(origin)
    }
  }
}

function sent(
  request: ReturnType<Client['api']>,
  method: Message['method'],
  body: object | undefined,
): Promise<unknown> {
  switch (method) {
    case 'GET':
      return request.get()
    case 'DELETE':
      return request.delete()
    case 'POST':
      return request.post(body)
    case 'PATCH':
      return request.patch(body)
  }
}

/** A fault of ours: a token would have gone to somebody else. */
export class ForeignHost extends Error {
  override readonly name = 'ForeignHost'
}

/** The whole chain of handlers: to this host alone, no redirects, no second try. */
class Once implements Middleware {
  readonly #origin: string

  constructor(origin: string) {
    this.#origin = origin
  }

  async execute(context: Context): Promise<void> {
    const address = typeof context.request === 'string' ? context.request : context.request.url
    try {
      if (new URL(address).origin !== this.#origin) throw new ForeignHost('Not the address of Graph')
      context.response = await fetch(address, { ...(context.options as RequestInit), redirect: 'manual' })
    } catch (fault) {
      // The client keeps nothing of another error but its text; this way the cause comes through.
      throw GraphClientError.setGraphClientError({ fault })
    }
  }
}

function originOf(thrown: unknown): unknown {
  if (!(thrown instanceof GraphClientError)) return thrown
  const kept: unknown = thrown.customError
  return typeof kept === 'object' && kept !== null && 'fault' in kept ? kept.fault : thrown
}
