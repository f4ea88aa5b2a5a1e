import { parseProblem, Problem, unreachable } from './problem.ts'
import { goToSignIn } from './routes.ts'
import { session } from './session.ts'

type Sent = {
  readonly body: unknown
  /** The version that was read: goes back as If-Match. */
  readonly version?: number | undefined
  /** The same for each try of one submission. */
  readonly key?: string
}

/** Reads JSON, typed by core's view; throws a Problem. Without a token, or with an old one, goes to sign-in. */
export async function get<View>(path: string, signal?: AbortSignal): Promise<View> {
  return answerOf(await call(path, { headers: signedIn(), ...(signal ? { signal } : {}) }))
}

/** Sends a command; throws a Problem. The key makes a second try of the same submission harmless. */
export async function post<View>(path: string, { body, version, key }: Sent): Promise<View> {
  const headers = {
    ...signedIn(),
    'content-type': 'application/json',
    'idempotency-key': key ?? crypto.randomUUID(),
    ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
  }
  return answerOf(await call(path, { method: 'POST', headers, body: JSON.stringify(body) }))
}

/** What is read or sent before anybody has signed in (local mode's personas). */
export const beforeSignIn = {
  async get<View>(path: string, signal: AbortSignal): Promise<View> {
    return answerOf(await call(path, { signal }))
  },
  async post<View>(path: string, body: unknown): Promise<View> {
    const headers = { 'content-type': 'application/json' }
    return answerOf(await call(path, { method: 'POST', headers, body: JSON.stringify(body) }))
  },
} as const

/** Opens a stream of server-sent events. */
export async function openStream(path: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  const response = await call(path, { headers: { ...signedIn(), accept: 'text/event-stream' }, signal })
  if (!response.ok || !response.body) throw await problemOf(response)
  return response.body
}

function signedIn(): Record<string, string> {
  const token = session.token()
  if (token) return { authorization: `Bearer ${token}` }
  goToSignIn()
  throw new Problem(401, { title: 'You are not signed in', detail: 'Sign in to go on.' })
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
  if (response.status === 401) {
    session.end()
    goToSignIn()
  }
  const body: unknown = await response.json().catch(() => null)
  return parseProblem(response.status, body)
}
