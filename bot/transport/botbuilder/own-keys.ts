import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor.js'

import type { ChannelKeys } from './channel-keys.ts'

/**
 * Puts our keys in the place of botbuilder's own for this address: it keeps one store an address for the whole
 * process, and has no other door for it. Throws when that store has moved.
 */
export function useOwnKeys(metadataUrl: string, keys: ChannelKeys): void {
  const stores = (JwtTokenExtractor as unknown as { openIdMetadataCache?: unknown }).openIdMetadataCache
  if (!(stores instanceof Map)) throw new Error('botbuilder keeps the keys of the channel elsewhere now')
  stores.set(metadataUrl, keys)
}
