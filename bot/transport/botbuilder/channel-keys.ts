import { createPublicKey } from 'node:crypto'

import * as z from 'zod/mini'

/** A key by which the channel signs, as botbuilder asks for it. */
type ChannelKey = { readonly key: string; readonly endorsements: string[] }

export type ChannelKeys = { getKey(keyId: unknown): Promise<ChannelKey | null> }

/** Known keys are read again after a day, and believed for another one while they cannot be. */
const FRESH_MS = 24 * 3_600_000
const OLDEST_MS = 2 * FRESH_MS
/** An unknown key, or many invented ones, lead to one fetch in this time: no storm, and no long wait for a new key. */
const COOL_DOWN_MS = 30_000

/**
 * The keys that the channel publishes for Teams. botbuilder's own store would refuse a key that was published since
 * its last look for up to an hour, has no time-out, and lets a key without endorsements sign for any channel.
 */
export function channelKeys(
  metadataUrl: string,
  deadlineMs: number,
  now: () => number = () => Date.now(),
): ChannelKeys {
  let known = new Map<string, ChannelKey>()
  let knownAt = -Infinity
  let triedAt = -Infinity
  let fetching: Promise<void> | undefined

  async function look(): Promise<void> {
    known = await fetchKeys(metadataUrl, deadlineMs)
    knownAt = now()
  }

  /** One fetch for all who ask meanwhile; what cannot be fetched leaves what is known. */
  async function lookAgain(): Promise<void> {
    if (fetching === undefined) {
      if (now() - triedAt < COOL_DOWN_MS) return
      triedAt = now()
      fetching = look()
        .catch(() => undefined)
        .finally(() => (fetching = undefined))
    }
    await fetching
  }

  return {
    async getKey(keyId) {
      if (typeof keyId !== 'string') return null
      if (now() - knownAt >= FRESH_MS || !known.has(keyId)) await lookAgain()
      return now() - knownAt < OLDEST_MS ? (known.get(keyId) ?? null) : null
    },
  }
}

const Metadata = z.object({ jwks_uri: z.url() })
const Published = z.object({ keys: z.array(z.looseObject({ kid: z.optional(z.string()) })) })
const ForTeams = z.object({
  kty: z.literal('RSA'),
  kid: z.string().check(z.minLength(1)),
  n: z.string(),
  e: z.string(),
  endorsements: z.array(z.string()),
})

async function fetchKeys(metadataUrl: string, deadlineMs: number): Promise<Map<string, ChannelKey>> {
  const signal = AbortSignal.timeout(deadlineMs)
  const metadata = Metadata.parse(await fetchJson(metadataUrl, signal))
  const published = Published.parse(await fetchJson(metadata.jwks_uri, signal))
  return new Map(published.keys.flatMap(keyForTeams))
}

function keyForTeams(published: unknown): readonly (readonly [string, ChannelKey])[] {
  const parsed = ForTeams.safeParse(published)
  if (!parsed.success || !parsed.data.endorsements.includes('msteams')) return []
  const { kty, kid, n, e, endorsements } = parsed.data
  const key = createPublicKey({ key: { kty, n, e }, format: 'jwk' })
  return [[kid, { key: key.export({ type: 'spki', format: 'pem' }).toString(), endorsements }]]
}

/** The addresses come from configuration and from what stands there; a redirect would lead elsewhere. */
async function fetchJson(url: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(url, { signal, redirect: 'error' })
  if (!response.ok) throw new Error(`The channel's keys: ${response.status}`)
  return response.json()
}
