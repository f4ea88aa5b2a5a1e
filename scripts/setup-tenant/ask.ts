/** What a service answered. `code` is the closed word of an error; its message is never kept, it may hold names. */
export type Answer =
  | { readonly kind: 'answer'; readonly status: number; readonly code: string; readonly body: unknown }
  | { readonly kind: 'none'; readonly why: string }

export type Request = {
  readonly method?: 'GET' | 'POST'
  readonly token?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly form?: Readonly<Record<string, string>>
  readonly json?: unknown
}

const LIMIT_MS = 10_000

/** One request, no redirect, at most ten seconds. Never throws: an administrator waits for a sentence. */
export async function ask(url: string, request: Request = {}): Promise<Answer> {
  const { method = 'GET', token, headers, form, json } = request
  try {
    const answer = await fetch(url, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(LIMIT_MS),
      headers: {
        accept: 'application/json',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(form && { body: new URLSearchParams(form) }),
      ...(json !== undefined && { body: JSON.stringify(json) }),
    })
    const body = parsed(await answer.text())
    return { kind: 'answer', status: answer.status, code: codeOf(body), body }
  } catch (error) {
    return { kind: 'none', why: whyNone(error) }
  }
}

/** The field of an answer, if the answer is an object that has it. */
export function field(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null && name in body
    ? (body as Record<string, unknown>)[name]
    : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Graph says `error.code`; Entra says `error` and, in its description, the number of the reason. */
function codeOf(body: unknown): string {
  const error = field(body, 'error')
  const said = field(body, 'error_description')
  const number = typeof said === 'string' ? /AADSTS\d+/.exec(said)?.[0] : undefined
  const code = number ?? (typeof error === 'string' ? error : field(error, 'code'))
  return typeof code === 'string' ? code.replaceAll(/[^\w.-]/g, '').slice(0, 60) : ''
}

function whyNone(error: unknown): string {
  if (error instanceof DOMException && error.name === 'TimeoutError') return 'no answer in ten seconds'
  const code = field(error instanceof Error ? error.cause : undefined, 'code')
  return typeof code === 'string' ? code : 'no connection'
}
