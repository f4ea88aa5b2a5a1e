import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

import { Hono } from 'hono'
import { SignJWT, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK } from 'jose'
import type { CryptoKey, JWK } from 'jose'

/** The issuer's name in Bot Framework tokens: Microsoft's own, so that the bot checks them as it does there. */
const channelIssuerName = 'https://api.botframework.com'

export type ChannelIssuer = {
  /** A token as the channel sends it to the bot, good for ten minutes. */
  token(claims: { readonly audience: string; readonly serviceUrl: string }): Promise<string>
  /** `/openid` and `/keys`; mount them at `/local/channel`. */
  readonly routes: Hono
}

/**
 * The local channel's issuer of tokens. Its RSA key is made once and kept in `keyFile` (readable by the owner
 * only). Throws when the file is there but holds no RSA key.
 */
export async function openChannelIssuer({ keyFile }: { readonly keyFile: string }): Promise<ChannelIssuer> {
  const jwk = readKey(keyFile) ?? (await makeKey(keyFile))
  const kid = await calculateJwkThumbprint(jwk)
  const key = await importJWK(jwk, 'RS256')

  return {
    token: ({ audience, serviceUrl }) =>
      new SignJWT({ serviceurl: serviceUrl })
        .setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
        .setIssuer(channelIssuerName)
        .setAudience(audience)
        .setIssuedAt()
        .setNotBefore('0s')
        .setExpirationTime('10m')
        .setJti(randomUUID())
        .sign(key),
    routes: issuerRoutes({ kty: 'RSA', n: jwk.n, e: jwk.e, kid, use: 'sig', endorsements: ['msteams'] }),
  }
}

function issuerRoutes(publicKey: Readonly<Record<string, unknown>>) {
  const app = new Hono()
  app.get('/openid', (c) =>
    c.json({
      issuer: channelIssuerName,
      jwks_uri: new URL('keys', c.req.url).href,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    }),
  )
  app.get('/keys', (c) => c.json({ keys: [publicKey] }))
  return app
}

type RsaKey = JWK & { readonly kty: 'RSA'; readonly n: string; readonly e: string }

function readKey(file: string): RsaKey | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
  return parseKey(JSON.parse(text))
}

/** Written beside and moved into place: a kill leaves a whole key or none. */
async function makeKey(file: string): Promise<RsaKey> {
  const pair: { readonly privateKey: CryptoKey } = await generateKeyPair('RS256', { extractable: true })
  const key = parseKey(await exportJWK(pair.privateKey))
  mkdirSync(dirname(file), { recursive: true })
  const beside = `${file}.${randomUUID()}`
  writeFileSync(beside, JSON.stringify(key), { mode: 0o600 })
  renameSync(beside, file)
  return key
}

function parseKey(value: unknown): RsaKey {
  const key = value as Partial<RsaKey>
  if (key.kty !== 'RSA' || key.n === undefined || key.e === undefined || key.d === undefined) {
    throw new Error('The file of the local channel issuer holds no RSA key')
  }
  return value as RsaKey
}
