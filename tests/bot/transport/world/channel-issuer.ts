import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey } from 'jose'

import { listen } from './http-server.ts'

const channel = 'https://api.botframework.com'

type Claims = {
  readonly appId: string
  readonly serviceUrl: string
  readonly issuer?: string
  readonly kid?: 'teams' | 'other-channel'
  readonly foreignKey?: boolean
  readonly expiresAt?: number
  readonly more?: Record<string, unknown>
}

/** Who the channel is, on this machine: publishes two keys, one endorsed for Teams and one for another channel. */
export async function startIssuer() {
  const keys = { teams: await rsa(), 'other-channel': await rsa() }
  const foreign = await rsa()
  const jwks = {
    keys: [
      { ...(await exportJWK(keys.teams.publicKey)), kid: 'teams', endorsements: ['msteams'] },
      {
        ...(await exportJWK(keys['other-channel'].publicKey)),
        kid: 'other-channel',
        endorsements: ['webchat'],
      },
    ],
  }
  const server = await listen((request, response) => {
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
