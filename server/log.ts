/** A line of the log: a word and ids, never a text that somebody typed, never a name. `at` and `what` are the log's own. */
export type LogLine = Readonly<Record<string, string | number | boolean | null | undefined>> & {
  readonly at?: never
  readonly what?: never
}

export interface Log {
  (what: string, line?: LogLine): void
}

/** One JSON object a line on standard output. */
export function jsonLog(write: (line: string) => void): Log {
  return (what, line = {}) => write(`${JSON.stringify({ at: new Date().toISOString(), what, ...line })}\n`)
}

/**
 * What may be said of a fault: its kind and the database's code and constraint. Messages and parameters may
 * hold what people typed, so they stay out.
 */
export function faultLine(error: unknown): LogLine {
  if (!(error instanceof Error)) return { fault: typeof error }
  const { code, constraint } = error as { code?: unknown; constraint?: unknown }
  const where = /\(?([\w./-]+\.ts:\d+):\d+\)?/.exec(error.stack ?? '')?.[1]
  return {
    fault: error.name,
    ...(typeof code === 'string' && { code }),
    ...(typeof constraint === 'string' && { constraint }),
    ...(where !== undefined && { where: where.slice(where.lastIndexOf('/') + 1) }),
  }
}
