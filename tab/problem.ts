/** What went wrong, in the server's words for people; `fields` holds one sentence for each field. */
export class Problem extends Error {
  override readonly name = 'Problem'
  /** The HTTP status; 0 when the server could not be reached. */
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly fields: Readonly<Record<string, string>>
  /** A number to quote, or null. */
  readonly reference: string | null
  /** What a "no" at the door is, for the screen that says what to do; else null. */
  readonly code: string | null
  /** What Entra wants to see at the next sign-in, to be handed to it as it is; null when nothing more is wanted. */
  readonly claims: string | null

  constructor(status: number, said: Said) {
    super(said.title)
    this.status = status
    this.title = said.title
    this.detail = said.detail
    this.fields = said.fields ?? {}
    this.reference = said.reference ?? null
    this.code = said.code ?? null
    this.claims = said.claims ?? null
  }

  /** The state changed since it was read: what was typed is kept and the new state is shown. */
  get isConflict(): boolean {
    return this.status === 409 || this.status === 412
  }

  /** Worth trying again without a change. */
  get isPassing(): boolean {
    return this.status === 0 || this.status >= 500 || this.status === 429
  }
}

type Said = {
  readonly title: string
  readonly detail: string
  readonly fields?: Readonly<Record<string, string>>
  readonly reference?: string | null
  readonly code?: string | null
  readonly claims?: string | null
}

export const unreachable = () =>
  new Problem(0, {
    title: 'We could not reach the server',
    detail: 'Nothing was lost. Check the connection and try again.',
  })

/** Reads a problem+json body; a body that is none becomes a plain sentence. */
export function parseProblem(status: number, body: unknown): Problem {
  const said = asRecord(body)
  return new Problem(status, {
    title: text(said['title']) ?? 'Something went wrong',
    detail: text(said['detail']) ?? 'Nothing was lost. Try again in a minute.',
    fields: texts(said['fields']),
    reference: text(said['reference']) ?? null,
    code: text(said['code']) ?? null,
    claims: text(said['claims']) ?? null,
  })
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function texts(value: unknown): Record<string, string> {
  const entries = Object.entries(asRecord(value))
  return Object.fromEntries(
    entries.flatMap(([name, said]) => (typeof said === 'string' ? [[name, said]] : [])),
  )
}
