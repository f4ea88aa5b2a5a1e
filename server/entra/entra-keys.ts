import { createRemoteJWKSet, customFetch } from 'jose'
import type { JWTVerifyGetKey } from 'jose'
import * as z from 'zod/mini'

import { SignInAway } from '../http/sign-in-away.ts'

/** Times in milliseconds. */
type KeyRules = {
  readonly realNow: () => number
  /** How long Entra may take to answer. */
  readonly timeoutMs?: number
  /** After a fetch a key that is not known waits so long: a flood of made-up keys makes no flood of fetches. */
  readonly cooldownMs?: number
}

const TIMEOUT_MS = 5000
const COOLDOWN_MS = 30_000
/** Microsoft asks for a look once a day; a new key is fetched when it is first shown. */
const LOOK_MS = 24 * 3600 * 1000
/** While Entra is away people go on signing in with the keys that are known, but not for ever. */
const KEPT_MS = 72 * 3600 * 1000
/** Entra does not answer: whoever comes next is not made to wait for it, too. */
const AWAY_MS = 5000

/**
 * The signing keys of an address, fetched when first needed, and again when a token names one that is not known.
 * Throws SignInAway while they cannot be had; a token with a key that is not there stays jose's to refuse.
 */
export function entraKeys(
  address: URL,
  { realNow, timeoutMs = TIMEOUT_MS, cooldownMs = COOLDOWN_MS }: KeyRules,
): JWTVerifyGetKey {
  let awayUntil = 0
  let fetchedAt: number | undefined
  const keys = createRemoteJWKSet(address, {
    timeoutDuration: timeoutMs,
    cooldownDuration: cooldownMs,
    cacheMaxAge: Infinity,
    [customFetch]: async (url, init) => {
      if (realNow() < awayUntil) throw new SignInAway('the signing keys could not be had a moment ago')
      try {
        const answer = await fetched(url, init)
        fetchedAt = realNow()
        return answer
      } catch (cause) {
        awayUntil = realNow() + AWAY_MS
        throw new SignInAway('the signing keys cannot be had', { cause })
      }
    },
  })
  return async (header, token) => {
    const age = fetchedAt === undefined ? 0 : realNow() - fetchedAt
    if (age > KEPT_MS) await keys.reload()
    // Nobody waits for a look at keys that are good yet.
    else if (age > LOOK_MS) void keys.reload().catch(() => undefined)
    return keys(header, token)
  }
}

/** The answer, once all of it is there and is a set of keys. */
async function fetched(url: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(url, { ...init, redirect: 'error' })
  if (answer.status !== 200) throw new Error(`answered ${answer.status}`)
  return Response.json(keySet.parse(await answer.json()))
}

const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) })
