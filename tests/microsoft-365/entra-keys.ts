import { randomUUID } from 'node:crypto'

import { exportJWK, generateKeyPair } from 'jose'
import type { CryptoKey } from 'jose'

export type Key = { readonly kid: string; readonly privateKey: CryptoKey; readonly publicKey: CryptoKey }

let first: Promise<Key> | undefined

/** A key takes a while to make: the first one is the same for all tenants of a test's file. */
export function theFirstKey(): Promise<Key> {
  return (first ??= aKey())
}

export async function aKey(): Promise<Key> {
  return { kid: randomUUID(), ...(await generateKeyPair('RS256', { extractable: true })) }
}

export async function published({ kid, publicKey }: Key): Promise<object> {
  return { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' }
}
