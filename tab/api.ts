import { parseProblem, unreachable } from './problem.ts'
import type { Problem } from './problem.ts'
import { letIn, notLetIn, tokens } from './sign-in/tokens.ts'

type Sent = {
  readonly body: unknown
  /** The version that was read: goes back as If-Match. */
  readonly version?: number | undefined
  /** The same for each try of one submission. */
  readonly key?: string
}

/** Reads JSON, typed by core's view; throws a Problem. Who is not signed in is shown how to by the gate. */
export async function get<View>(path: string, signal?: AbortSignal): Promise<View> {
  return answerOf(await signedIn(path, signal ? { signal } : {}))
}

/** Sends a command; throws a Problem. The key makes a second try of the same submission harmless. */
export async function post<View>(path: string, { body, version, key }: Sent): Promise<View> {
  const headers = {
    'content-type': 'application/json',
    'idempotency-key': key ?? crypto.randomUUID(),
    ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
  }
  return answerOf(await signedIn(path, { method: 'POST', headers, body: JSON.stringify(body) }))
}

/** What is read or sent before anybody has signed in: how to, and local mode's personas. */
export const beforeSignIn = {
  async get<View>(path: string, signal?: AbortSignal): Promise<View> {
    return answerOf(await call(path, signal ? { signal } : {}))
  },
  async post<View>(path: string, body: unknown): Promise<View> {
    const headers = { 'content-type': 'application/json' }
    return answerOf(await call(path, { method: 'POST', headers, body: JSON.stringify(body) }))
  },
} as const

/** Opens a stream of server-sent events. */
export async function openStream(path: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  const response = await signedIn(path, { headers: { accept: 'text/event-stream' }, signal })
  if (!response.ok || !response.body) throw await problemOf(response)
  return response.body
}

/** A token that the server refuses is asked for anew, once: the same request goes out again, with the same key. */
async function signedIn(path: string, init: Sending): Promise<Response> {
  const token = await tokens.get()
  const response = await call(path, withToken(init, token))
  if (response.status !== 401) return taken(response)
  const fresh = await tokens.anew(token)
  const again = fresh === token ? response : await call(path, withToken(init, fresh))
  if (again.status !== 401) return taken(again)
  notLetIn({ why: 'token-refused' })
  return again
}

function taken(response: Response): Response {
  letIn()
  return response
}

type Sending = Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> }

function withToken(init: Sending, token: string): RequestInit {
  return { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } }
}

async function call(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { ...init, cache: 'no-store' })
  } catch (fault) {
    throw init.signal?.aborted ? fault : unreachable()
  }
}

async function answerOf<View>(response: Response): Promise<View> {
  if (!response.ok) throw await problemOf(response)
  return (await response.json()) as View
}

async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null)
  const problem = parseProblem(response.status, body)
  const why = AT_THE_DOOR.find((code) => code === problem.code)
  if (why) notLetIn({ why, detail: problem.detail })
  return problem
}

/** Of what the server says no to, that which concerns the person and not what they asked for. */
const AT_THE_DOOR = ['wrong-organisation', 'unknown-person', 'access-ended'] as const
