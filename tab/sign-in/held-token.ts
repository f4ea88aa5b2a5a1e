/** Renewed this long before its end: no request goes out with a token that ends on its way. */
const EARLY_MS = 5 * 60_000
/** Where renewing fails, the token in hand is good until shortly before its end. */
const LAST_MS = 15_000
/** As long as the token in hand is good, nobody waits longer for the next. */
const WAIT_MS = 2000
/** A token whose end cannot be read is asked for again this soon. */
const UNREAD_MS = 60_000

type Held = { readonly token: string; readonly until: number }

/** Keeps one token in memory, never in storage, and asks for the next when it is near its end. */
export function heldToken(fetchOne: () => Promise<string>, now: () => number) {
  let held: Held | undefined
  let asking: Promise<string> | undefined

  const keep = (token: string): string => {
    held = { token, until: endOf(token) ?? now() + UNREAD_MS + EARLY_MS }
    return token
  }
  const renew = (): Promise<string> => {
    asking ??= fetchOne()
      .then(keep)
      .finally(() => (asking = undefined))
    return asking
  }
  return {
    /** What was asked for with the person's help: asked for quietly, an older one could come. */
    keep: (token: string): void => void keep(token),
    async get(): Promise<string> {
      if (!held) return renew()
      const { token, until } = held
      if (now() < until - EARLY_MS) return token
      const next = renew()
      if (now() >= until - LAST_MS) return next
      return Promise.race([next, after(WAIT_MS, token)]).catch(() => token)
    },
    /** Another token than this one, if it is still the one in hand. */
    async anew(refused: string): Promise<string> {
      if (held && held.token !== refused) return held.token
      held = undefined
      return renew()
    },
    forget: (): void => void (held = undefined),
  }
}

function after<Value>(ms: number, value: Value): Promise<Value> {
  return new Promise((resolve) => setTimeout(() => resolve(value), ms))
}

/** When a token ends, in milliseconds; undefined for what is no JSON Web Token. */
function endOf(token: string): number | undefined {
  try {
    const part = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')
    const claims: unknown = JSON.parse(atob(part))
    if (typeof claims !== 'object' || claims === null || !('exp' in claims)) return undefined
    return typeof claims.exp === 'number' ? claims.exp * 1000 : undefined
  } catch {
    return undefined
  }
}
