import { randomUUID } from 'node:crypto'

import { SignJWT, decodeJwt, decodeProtectedHeader, importX509, jwtVerify } from 'jose'
import type { JWTPayload } from 'jose'

import { thumbprintOf } from './certificates.ts'
import { befallen, clientInfo, discovery, give, json, refusal, scopesIn, to } from './entra-answers.ts'
import type { Answer, EntraFault } from './entra-answers.ts'
import { faultOfCode } from './entra-codes.ts'
import type { Code } from './entra-codes.ts'
import { aKey, published, theFirstKey } from './entra-keys.ts'
import type { Key } from './entra-keys.ts'
import { anHttpsService, bytesOf } from './https.ts'

/** An application registration, as far as tokens depend on it. */
export type Registration = {
  readonly clientId: string
  /** PEM certificates whose keys prove the application. */
  readonly certificates?: readonly string[]
  /** Whose assertions prove the application instead: a managed identity. */
  readonly federated?: readonly { readonly issuer?: string; readonly subject: string }[]
  /** Application permissions that an administrator agreed to. */
  readonly roles: readonly string[]
  /** Delegated permissions that somebody agreed to. */
  readonly scopes: readonly string[]
  /** Where the browser may be sent back to. */
  readonly redirects?: readonly string[]
}

export type EntraUser = {
  readonly oid: string
  readonly tid: string
  readonly name: string
  readonly mail: string
  readonly isGuest?: boolean
}

export type EntraCall = { readonly path: string; readonly grant: string | null; readonly status: number }

export type Entra = {
  readonly authority: string
  readonly tenantId: string
  readonly calls: readonly EntraCall[]
  readonly jwksUri: string
  /** The token that Teams hands to the tab, with whatever a test wants to be wrong about it. */
  userToken(user: EntraUser, clientId: string, otherwise?: JWTPayload): Promise<string>
  /** A token of a managed identity, for federated credentials. */
  identityToken(subject: string): Promise<string>
  /** Reads a token of ours; undefined when it is not. */
  read(token: string, audience: string): Promise<JWTPayload | undefined>
  /** Changes what was agreed to, or what proves the application, from the next token on. */
  consent(clientId: string, to: Partial<Pick<Registration, 'roles' | 'scopes' | 'certificates'>>): void
  /** Who sits at the browser; undefined: nobody is signed in. */
  signedIn(user: EntraUser | undefined): void
  fail(fault: EntraFault, times?: number): void
  /** New signing keys; the old ones stay published when `keepOld`. */
  rollKeys(options?: { readonly keepOld?: boolean }): Promise<void>
  close(): Promise<void>
}

export const GRAPH_AUDIENCE = 'https://graph.microsoft.com'
export const CONNECTOR_AUDIENCE = 'https://api.botframework.com'

/** Entra of one tenant on this machine: the calls that MSAL, the tab and key sets make, with its error numbers. */
export async function anEntra(options: {
  readonly tenantId: string
  readonly apps: readonly Registration[]
  readonly users?: readonly EntraUser[]
  readonly port?: number
}): Promise<Entra> {
  const { tenantId } = options
  const apps = new Map(options.apps.map((app) => [app.clientId, app]))
  let keys: readonly Key[] = [await theFirstKey()]
  let atBrowser: EntraUser | undefined
  let faults: EntraFault[] = []
  const calls: EntraCall[] = []
  const codes = new Map<string, Code>()

  const service = await anHttpsService(
    async (incoming, response) => {
      const url = new URL(incoming.url ?? '/', service.origin)
      const body = new URLSearchParams((await bytesOf(incoming)).toString())
      const answer = await answerTo(incoming.method ?? 'GET', url, body)
      calls.push({ path: url.pathname, grant: body.get('grant_type'), status: answer.status })
      give(answer, incoming, response)
    },
    { ...(options.port !== undefined && { port: options.port }) },
  )
  const tenant = `${service.origin}/${tenantId}`
  const issuer = `${tenant}/v2.0`

  async function answerTo(method: string, url: URL, body: URLSearchParams): Promise<Answer> {
    const path = url.pathname.replace(`/${tenantId}`, '').replace(/^\/(?:organizations|common)/, '')
    if (method === 'OPTIONS') return { status: 204 }
    if (path === '/v2.0/.well-known/openid-configuration') return json(200, discovery(tenant))
    if (path === '/discovery/v2.0/keys') return json(200, { keys: await Promise.all(keys.map(published)) })
    if (path === '/oauth2/v2.0/authorize') return authorize(url.searchParams)
    if (path === '/oauth2/v2.0/logout') return { status: 200, text: 'Signed out' }
    if (path === '/oauth2/v2.0/token' && method === 'POST') return token(body)
    return json(404, { error: 'not_found' })
  }

  async function token(body: URLSearchParams): Promise<Answer> {
    const fault = faults.shift()
    if (fault) return befallen(fault)
    const app = apps.get(body.get('client_id') ?? '')
    if (!app) return refusal(400, 'unauthorized_client', 700016, 'Application was not found in the directory')
    const grant = body.get('grant_type')
    if (grant === 'authorization_code') return forCode(app, body)
    if (!(await isProved(app, body)))
      return refusal(401, 'invalid_client', 700027, 'Client assertion failed signature validation')
    if (grant === 'client_credentials') return forApp(app, body)
    if (grant === 'urn:ietf:params:oauth:grant-type:jwt-bearer') return forPerson(app, body)
    return refusal(400, 'unsupported_grant_type', 70003, 'The grant is not supported')
  }

  async function forApp(app: Registration, body: URLSearchParams): Promise<Answer> {
    const audience = (body.get('scope') ?? '').replace(/\/\.default$/, '')
    const access = await signed({
      aud: audience,
      iss: issuer,
      tid: tenantId,
      appid: app.clientId,
      azp: app.clientId,
      idtyp: 'app',
      ver: '2.0',
      ...(audience === GRAPH_AUDIENCE && { roles: [...app.roles] }),
    })
    return json(200, { token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token: access })
  }

  async function forPerson(app: Registration, body: URLSearchParams): Promise<Answer> {
    const said = await read(body.get('assertion') ?? '', app.clientId)
    if (!said) return refusal(400, 'invalid_grant', 50013, 'Assertion failed signature validation')
    const wanted = scopesIn(body)
    const missing = wanted.filter((scope) => !app.scopes.includes(scope))
    if (missing.length > 0)
      return refusal(400, 'invalid_grant', 65001, 'The user or administrator has not consented', {
        suberror: 'consent_required',
      })
    const access = await signed({
      aud: GRAPH_AUDIENCE,
      iss: issuer,
      tid: tenantId,
      oid: said['oid'],
      appid: app.clientId,
      idtyp: 'user',
      scp: wanted.join(' '),
      ver: '2.0',
    })
    return json(200, {
      token_type: 'Bearer',
      scope: wanted.map((scope) => `${GRAPH_AUDIENCE}/${scope}`).join(' '),
      expires_in: 3599,
      access_token: access,
      refresh_token: randomUUID(),
      id_token: await signed({ aud: app.clientId, iss: issuer, tid: tenantId, oid: said['oid'], ver: '2.0' }),
      client_info: clientInfo(String(said['oid']), tenantId),
    })
  }

  async function forCode(app: Registration, body: URLSearchParams): Promise<Answer> {
    const found = codes.get(body.get('code') ?? '')
    codes.delete(body.get('code') ?? '')
    if (!found || found.clientId !== app.clientId)
      return refusal(400, 'invalid_grant', 70008, 'The code is expired or was used')
    const fault = faultOfCode(found, body)
    if (fault) return fault
    const { user, scope, nonce } = found
    return json(200, {
      token_type: 'Bearer',
      scope,
      expires_in: 3599,
      access_token: await userToken(user, app.clientId, { azp: app.clientId }),
      refresh_token: randomUUID(),
      id_token: await signed({
        aud: app.clientId,
        iss: issuer,
        tid: user.tid,
        oid: user.oid,
        sub: user.oid,
        name: user.name,
        preferred_username: user.mail,
        ver: '2.0',
        ...(nonce !== null && { nonce }),
      }),
      client_info: clientInfo(user.oid, user.tid),
    })
  }

  function authorize(query: URLSearchParams): Answer {
    const app = apps.get(query.get('client_id') ?? '')
    const back = query.get('redirect_uri') ?? ''
    const isKnown = app?.redirects?.some((allowed) => back === allowed) ?? false
    if (!app || !isKnown) return { status: 400, text: 'AADSTS50011: The redirect URI does not match' }
    const state = query.get('state') ?? ''
    const mode = query.get('response_mode') === 'query' ? '?' : '#'
    if (!atBrowser) {
      const error = query.get('prompt') === 'none' ? 'login_required' : 'access_denied'
      return to(
        `${back}${mode}${new URLSearchParams({ error, error_description: 'AADSTS50058: nobody is signed in', state })}`,
      )
    }
    const code = randomUUID()
    codes.set(code, {
      user: atBrowser,
      clientId: app.clientId,
      scope: query.get('scope') ?? '',
      nonce: query.get('nonce'),
      redirect: back,
      challenge: query.get('code_challenge_method') === 'S256' ? query.get('code_challenge') : null,
    })
    return to(
      `${back}${mode}${new URLSearchParams({ code, state, client_info: clientInfo(atBrowser.oid, atBrowser.tid) })}`,
    )
  }

  async function isProved(app: Registration, body: URLSearchParams): Promise<boolean> {
    const assertion = body.get('client_assertion')
    if (assertion === null) return false
    const tokenEndpoint = `${tenant}/oauth2/v2.0/token`
    try {
      const said = decodeJwt(assertion)
      const isFederated = app.federated?.some(
        (each) => (each.issuer ?? issuer) === said.iss && each.subject === said.sub,
      )
      if (isFederated) return (await read(assertion, 'api://AzureADTokenExchange')) !== undefined
      const thumbprint = decodeProtectedHeader(assertion)['x5t#S256']
      const cert = app.certificates?.find(
        (each) => Buffer.from(thumbprintOf(each), 'hex').toString('base64url') === thumbprint,
      )
      if (cert === undefined || said.iss !== app.clientId || said.sub !== app.clientId) return false
      await jwtVerify(assertion, await importX509(cert, 'PS256'), {
        audience: tokenEndpoint,
        clockTolerance: 5,
        algorithms: ['PS256'],
      })
      return true
    } catch {
      return false
    }
  }

  function signed(payload: JWTPayload): Promise<string> {
    const [key] = keys
    if (!key) throw new Error('No key')
    const now = Math.floor(Date.now() / 1000)
    return new SignJWT({ iat: now, nbf: now, exp: now + 3600, uti: randomUUID(), ...payload })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid })
      .sign(key.privateKey)
  }

  async function read(text: string, audience: string): Promise<JWTPayload | undefined> {
    try {
      const { kid } = decodeProtectedHeader(text)
      const key = keys.find((each) => each.kid === kid)
      if (!key) return undefined
      return (await jwtVerify(text, key.publicKey, { audience, issuer, algorithms: ['RS256'] })).payload
    } catch {
      return undefined
    }
  }

  const userToken = (user: EntraUser, clientId: string, otherwise: JWTPayload = {}): Promise<string> =>
    signed({
      aud: clientId,
      iss: `${service.origin}/${user.tid}/v2.0`,
      tid: user.tid,
      oid: user.oid,
      sub: user.oid,
      azp: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
      scp: 'access_as_user',
      ver: '2.0',
      name: user.name,
      preferred_username: user.mail,
      acct: user.isGuest ? 1 : 0,
      ...otherwise,
    })

  return {
    authority: service.origin,
    tenantId,
    calls,
    jwksUri: `${tenant}/discovery/v2.0/keys`,
    userToken,
    identityToken: (subject) => signed({ aud: 'api://AzureADTokenExchange', iss: issuer, sub: subject }),
    read,
    consent: (clientId, to) => {
      const app = apps.get(clientId)
      if (!app) throw new Error('No such application')
      apps.set(clientId, { ...app, ...to })
    },
    signedIn: (user) => void (atBrowser = user),
    fail: (fault, times = 1) => void (faults = [...faults, ...Array.from({ length: times }, () => fault)]),
    rollKeys: async ({ keepOld = true } = {}) => {
      keys = [await aKey(), ...(keepOld ? keys : [])]
    },
    close: service.close,
  }
}
