import type { InboundResponse } from '../bot-transport.ts'

/** What a turn came to. `final` is false after a fault: the same activity may be tried again. */
export type Outcome = { readonly response: InboundResponse; readonly final: boolean }

/**
 * Handles an activity once: Teams sends again when we are slow, and a caught request can be sent by others.
 * The second gets the first one's answer, even while that is still being made. Remembers at most `limit`
 * activities for `keepMs`; what is older must be recognised by the domain, which keeps activity ids itself.
 */
export function createReplay(limit = 10_000, keepMs = 600_000, now: () => number = () => Date.now()) {
  const seen = new Map<string, { readonly at: number; readonly outcome: Promise<Outcome> }>()

  function forgetOld() {
    for (const [key, { at }] of seen) {
      if (seen.size <= limit && now() - at < keepMs) return
      seen.delete(key)
    }
  }

  return {
    async once(key: string, work: () => Promise<Outcome>): Promise<InboundResponse> {
      forgetOld()
      const before = seen.get(key)
      if (before !== undefined) return (await before.outcome).response
      const entry = { at: now(), outcome: work() }
      seen.set(key, entry)
      forgetOld()
      try {
        const { response, final } = await entry.outcome
        if (!final && seen.get(key) === entry) seen.delete(key)
        return response
      } catch (error) {
        if (seen.get(key) === entry) seen.delete(key)
        throw error
      }
    },
  }
}
