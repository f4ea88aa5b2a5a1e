import type { GraphFault } from './fault.ts'

/** The most times that one call goes out. */
export const MOST_TRIES = 3

export type NextTry =
  | { readonly again: true; readonly afterMs: number; readonly withFreshToken: boolean }
  | { readonly again: false }

/**
 * Whether a call goes out again, and when: exactly after what was asked for, and never when that is longer than
 * `leftMs`. A fault that leaves a doubt is not ours to repeat: `in-doubt` goes back to whoever knows how to look.
 */
export function nextTry(
  fault: GraphFault,
  { tries, leftMs, hadFreshToken }: { tries: number; leftMs: number; hadFreshToken: boolean },
): NextTry {
  if (tries >= MOST_TRIES) return { again: false }
  switch (fault.reason) {
    case 'signed-out': {
      const isOldToken = fault.status === 401 && !hadFreshToken
      return isOldToken ? { again: true, afterMs: 0, withFreshToken: true } : { again: false }
    }
    case 'throttled':
      return within(leftMs, Math.max(LEAST_MS, fault.retryAfterMs ?? backOff(THROTTLED_MS, tries)))
    case 'not-reachable':
      return within(leftMs, fault.retryAfterMs ?? backOff(AWAY_MS, tries))
    case 'not-there':
    case 'changed':
    case 'locked':
    case 'exists':
    case 'no-room':
    case 'not-allowed':
    case 'consent-missing':
    case 'in-doubt':
    case 'refused':
      return { again: false }
  }
}

/** "Retry-After: 0" is not taken for "as fast as you can". */
const LEAST_MS = 250
const THROTTLED_MS = 2000
const AWAY_MS = 500

const backOff = (firstMs: number, tries: number): number => firstMs * 2 ** (tries - 1)

function within(leftMs: number, afterMs: number): NextTry {
  return afterMs <= leftMs ? { again: true, afterMs, withFreshToken: false } : { again: false }
}
