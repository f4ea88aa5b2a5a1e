/**
 * Whether an error says that the database cannot be reached just now (restarted, failed over, no connection free):
 * nothing was acknowledged, and the same request may be sent again.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as { readonly code?: unknown }
  if (typeof code === 'string') return AWAY.has(code) || code.startsWith('08')
  // pg has no code for what its own pool and socket say.
  return /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable/.test(
    error.message,
  )
}

/** Shut down by its administrator, crashed, starting, too many connections, and what the socket says. */
const AWAY = new Set(['57P01', '57P02', '57P03', '53300', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'])

/** Seconds after which it is worth trying again. */
export const TRY_AGAIN_AFTER = '2'
