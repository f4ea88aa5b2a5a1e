import { parseProblem } from './page-data.ts'
import type { Outcome } from './page-data.ts'

export type Loaded<T> =
  | { readonly kind: 'fresh'; readonly value: T; readonly tag: string }
  | { readonly kind: 'same' | 'signed-out' | 'unreachable' }

/** Fetches what this person sees at `path`, unless it is still the version of `tag`. Never throws. */
export async function load<T>(
  path: string,
  parse: (json: unknown) => T,
  tag: string | undefined,
): Promise<Loaded<T>> {
  const token = tokenOf()
  if (token === null) return { kind: 'signed-out' }
  try {
    const response = await fetch(path, {
      cache: 'no-store',
      headers: { authorization: `Bearer ${token}`, ...(tag !== undefined && { 'if-none-match': tag }) },
      signal: AbortSignal.timeout(10_000),
    })
    if (response.status === 304) return { kind: 'same' }
    if (response.status === 401) return { kind: 'signed-out' }
    if (!response.ok) return { kind: 'unreachable' }
    return { kind: 'fresh', value: parse(await response.json()), tag: response.headers.get('etag') ?? '' }
  } catch {
    return { kind: 'unreachable' }
  }
}

/** Sends what this person did. Never throws: what went wrong comes back as a sentence. */
export async function send(path: string, body: object, parse: (json: unknown) => Outcome): Promise<Outcome> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { authorization: `Bearer ${tokenOf() ?? ''}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    })
    const json: unknown = await response.json()
    return response.ok ? parse(json) : parseProblem(json)
  } catch {
    return { kind: 'error', message: lost }
  }
}

const lost = 'Case Evaluations could not be reached. What you typed is still here. Try again.'

/** Put there by the sign-in page; gone with the browser tab. */
const tokenOf = () => sessionStorage.getItem('case-evaluations.token')
