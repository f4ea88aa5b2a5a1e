import {
  exportJWK,
  exportSPKI,
  generateKeyPair,
  importJWK,
  SignJWT,
  UnsecuredJWT,
  type CryptoKey,
} from 'jose'

import { listen } from './http-server.ts'

const channel = 'https://api.botframework.com'

type Claims = {
  readonly appId: string
  readonly serviceUrl: string
  readonly issuer?: string
  readonly kid?: 'teams' | 'other-channel' | 'for-all-channels' | 'next'
  readonly foreignKey?: boolean
  readonly expiresAt?: number
  readonly more?: Record<string, unknown>
}

/** Which keys are published at first, and for which channels; `next` comes when the channel rolls over. */
const ENDORSED = { teams: ['msteams'], 'other-channel': ['webchat'], 'for-all-channels': undefined }

/** Who the channel is, on this machine. */
export async function startIssuer() {
  const keys = {
    teams: await rsa(),
    'other-channel': await rsa(),
    'for-all-channels': await rsa(),
    next: await rsa(),
  }
  const foreign = await rsa()
  const published = Object.entries(ENDORSED).map(async ([kid, endorsements]) => {
    const { publicKey } = keys[kid as keyof typeof ENDORSED]
    return { ...(await exportJWK(publicKey)), kid, ...(endorsements && { endorsements }) }
  })
  let jwks: { keys: object[] } = { keys: await Promise.all(published) }
  let fetches = 0
  let away = false
  const server = await listen((request, response) => {
    if (request.url === '/openid') fetches += 1
    if (away) {
      response.writeHead(503).end()
      return
    }
    const document = request.url === '/openid' ? { issuer: channel, jwks_uri: `${server.origin}/keys` } : jwks
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(document))
  })

  async function token(claims: Claims): Promise<string> {
    const kid = claims.kid ?? 'teams'
    const key: CryptoKey = claims.foreignKey ? foreign.privateKey : keys[kid].privateKey
    return new SignJWT(payload(claims))
      .setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
      .setIssuer(claims.issuer ?? channel)
      .setAudience(claims.appId)
      .setExpirationTime(claims.expiresAt ?? now() + 3600)
      .sign(key)
  }

  return {
    openIdMetadataUrl: `${server.origin}/openid`,
    token,
    /** Publishes the next key, and no more the one before it. */
    async rollOver() {
      jwks = {
        keys: [{ ...(await exportJWK(keys.next.publicKey)), kid: 'next', endorsements: ['msteams'] }],
      }
    },
    /** Whether the channel's keys can be had just now. */
    goAway: (isAway: boolean) => void (away = isAway),
    /** How often the keys were asked for. */
    fetches: () => fetches,
    /** Signed as it should be under an invented key id. */
    withKeyId: (claims: Claims, kid: string | undefined) =>
      new SignJWT({ ...payload(claims), iss: channel, aud: claims.appId, exp: now() + 3600 })
        .setProtectedHeader({ alg: 'RS256', ...(kid !== undefined && { kid }), typ: 'JWT' })
        .sign(keys.teams.privateKey),
    /** It never runs out. */
    endless: (claims: Claims) =>
      new SignJWT({ ...payload(claims), iss: channel, aud: claims.appId })
        .setProtectedHeader({ alg: 'RS256', kid: 'teams', typ: 'JWT' })
        .sign(keys.teams.privateKey),
    /** By the right key, in a way in which the channel does not sign; or by the published key taken for a secret. */
    async signedBy(alg: 'RS512' | 'HS256', claims: Claims): Promise<string> {
      const key =
        alg === 'RS512'
          ? await importJWK(await exportJWK(keys.teams.privateKey), alg)
          : new TextEncoder().encode(await exportSPKI(keys.teams.publicKey))
      return new SignJWT({ ...payload(claims), iss: channel, aud: claims.appId, exp: now() + 3600 })
        .setProtectedHeader({ alg, kid: 'teams', typ: 'JWT' })
        .sign(key)
    },
    unsigned: (claims: Claims) =>
      new UnsecuredJWT({ ...payload(claims), iss: channel, aud: claims.appId, exp: now() + 3600 }).encode(),
    close: server.close,
  }
}

/** Now in seconds, as tokens count. */
export function now(): number {
  return Math.floor(Date.now() / 1000)
}

function payload({ serviceUrl, more }: Claims) {
  return { serviceurl: serviceUrl, nbf: now() - 3600, ...more }
}

function rsa() {
  return generateKeyPair('RS256', { extractable: true })
}
