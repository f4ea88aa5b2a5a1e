import type { BrowserContext } from 'playwright-core'

import { AUTHORITY, ENTRA } from './through.ts'

type Asked = Readonly<Record<string, string>>

/** Entra as far as a browser sees it; each page that it would show is one answer. */
export type FakeEntra = {
  /** What the authorisation page was asked for, in order. */
  readonly pages: readonly Asked[]
  /** What the token endpoint was asked for, in order. */
  readonly tokens: readonly Asked[]
  readonly signedOut: number
  /** The next authorisation ends so: AADSTS65001. */
  refuseNext(error: string, description: string): void
  /** From now on no token is renewed. */
  forget(error: string, description: string): void
}

type Rules = {
  /** The access token that is handed out, and how long it lasts. */
  readonly token: () => string
  readonly lastsS?: number
}

/** Stands where Entra is: authorisation code with PKCE, renewal, sign-out. What the browser sends is kept. */
export async function fakeEntra(
  context: BrowserContext,
  { token, lastsS = 3600 }: Rules,
): Promise<FakeEntra> {
  const pages: Asked[] = []
  const tokens: Asked[] = []
  let signedOut = 0
  let refusal: { error: string; error_description: string } | undefined
  let gone: { error: string; error_description: string } | undefined
  const nonces = new Map<string, string>()

  await context.route('https://login.microsoftonline.com/**', async (route, request) => {
    const url = new URL(request.url())
    const asked = Object.fromEntries(
      request.method() === 'POST' ? bodyOf(request.postData()) : url.searchParams,
    )
    // A page, not a 302: the browser would follow that past what is intercepted here.
    const to = (location: string) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<script>location.replace(${JSON.stringify(location)})</script>`,
      })
    if (url.pathname.endsWith('/oauth2/v2.0/authorize')) {
      pages.push(asked)
      const code = `code-${pages.length}`
      nonces.set(code, asked['nonce'] ?? '')
      const said = refusal ?? { code, client_info: CLIENT_INFO }
      refusal = undefined
      return to(`${asked['redirect_uri']}#${new URLSearchParams({ ...said, state: asked['state'] ?? '' })}`)
    }
    if (url.pathname.endsWith('/oauth2/v2.0/logout')) {
      signedOut += 1
      return to(asked['post_logout_redirect_uri'] ?? '')
    }
    if (!url.pathname.endsWith('/oauth2/v2.0/token')) return route.fulfill({ status: 404, body: '' })
    tokens.push(asked)
    const headers = { 'access-control-allow-origin': '*' }
    if (gone) return route.fulfill({ status: 400, headers, json: gone })
    const nonce = nonces.get(asked['code'] ?? '')
    return route.fulfill({
      headers,
      json: {
        token_type: 'Bearer',
        scope: ENTRA.scope,
        expires_in: lastsS,
        ext_expires_in: lastsS,
        access_token: token(),
        refresh_token: `refresh-${tokens.length}`,
        client_info: CLIENT_INFO,
        id_token: idToken(nonce),
      },
    })
  })
  return {
    pages,
    tokens,
    get signedOut() {
      return signedOut
    },
    refuseNext: (error, description) => void (refusal = { error, error_description: description }),
    forget: (error, description) => void (gone = { error, error_description: description }),
  }
}

const OID = '5b0f8a52-0000-4000-8000-000000000001'
const CLIENT_INFO = encoded({ uid: OID, utid: ENTRA.tenantId })

function idToken(nonce: string | undefined): string {
  const now = Math.floor(Date.now() / 1000)
  const claims = {
    ver: '2.0',
    iss: `${AUTHORITY}/v2.0`,
    aud: ENTRA.clientId,
    sub: 'somebody',
    oid: OID,
    tid: ENTRA.tenantId,
    name: 'Bea Officer-Test',
    preferred_username: 'bea.officer-test@example.org',
    iat: now,
    nbf: now,
    exp: now + 3600,
    ...(nonce !== undefined && { nonce }),
  }
  return `${encoded({ alg: 'RS256', typ: 'JWT', kid: 'k' })}.${encoded(claims)}.c2lnbmVk`
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function bodyOf(body: string | null): URLSearchParams {
  return new URLSearchParams(body ?? '')
}
