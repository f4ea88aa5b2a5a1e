import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { decodeJwt } from 'jose'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { managedIdentityAssertion } from '#graph/tokens/managed-identity.ts'
import { tokenSource } from '#graph/tokens/token-source.ts'
import type { Proof, TokenSettings } from '#graph/tokens/token-source.ts'

import { GRAPH_SCOPE } from './a-tenant.ts'
import { anAppCertificate } from './certificates.ts'
import { anEntra } from './entra.ts'
import type { Entra, EntraUser } from './entra.ts'

const tenantId = randomUUID()
const clientId = randomUUID()
const identity = 'principal-of-the-identity'
const now = { fresh: false }
const people = ['User.ReadBasic.All']

let entra: Entra
let ours: ReturnType<typeof anAppCertificate>
let certificate: Proof

beforeAll(() => {
  ours = anAppCertificate()
  certificate = proofOf(ours)
})

beforeEach(async () => {
  const apps = { clientId, certificates: [ours.cert], roles: ['Sites.Selected'], scopes: people }
  entra = await anEntra({ tenantId, apps: [apps] })
})
afterEach(() => entra.close())

const source = (more: Partial<TokenSettings> = {}) =>
  tokenSource({ authority: entra.authority, tenantId, clientId, proof: certificate, ...more })

const tokenCalls = () => entra.calls.filter(({ path }) => path.endsWith('/token')).length
const aPerson = (name: string): EntraUser => ({
  oid: randomUUID(),
  tid: tenantId,
  name,
  mail: `${name}@example.test`,
})

describe('as the product', () => {
  it('a certificate proves it, and nothing is asked before the token', async () => {
    const token = await source().application(GRAPH_SCOPE)(now)
    expect(token.ok && decodeJwt(token.value)).toMatchObject({ idtyp: 'app', roles: ['Sites.Selected'] })
    expect(entra.calls.map(({ path }) => path)).toEqual([`/${tenantId}/oauth2/v2.0/token`])
  })

  it('another certificate does not', async () => {
    const token = await source({ proof: proofOf(anAppCertificate()) }).application(GRAPH_SCOPE)(now)
    expect(token).toMatchObject({ ok: false, fault: { reason: 'refused', code: 'AADSTS700027' } })
  })

  it('two hundred who ask at once, when nothing is known yet, are one call', async () => {
    const giver = source().application(GRAPH_SCOPE)
    const tokens = await Promise.all(Array.from({ length: 200 }, () => giver(now)))
    expect(tokens.every(({ ok }) => ok)).toBe(true)
    expect(entra.calls).toHaveLength(1)
  })

  it('is asked once for an hour, but anew when the token was not taken', async () => {
    const giver = source().application(GRAPH_SCOPE)
    const first = await giver(now)
    expect(await giver(now)).toEqual(first)
    expect(tokenCalls()).toBe(1)
    const fresh = await giver({ fresh: true })
    expect(fresh).not.toEqual(first)
    expect(await giver(now)).toEqual(fresh)
  })

  it('several replicas each have their own, with nothing shared between them', async () => {
    const replicas = [source(), source()]
    const tokens = await Promise.all(replicas.map((each) => each.application(GRAPH_SCOPE)(now)))
    expect(tokens.every(({ ok }) => ok)).toBe(true)
    expect(tokenCalls()).toBe(2)
  })

  it('the bot has the same application for its own calls', async () => {
    const result = await source().msal.acquireTokenByClientCredential({
      scopes: ['https://api.botframework.com/.default'],
    })
    expect(decodeJwt(result?.accessToken ?? '')).toMatchObject({ aud: 'https://api.botframework.com' })
  })

  it('is never asked for over http', () => {
    expect(() => source({ authority: entra.authority.replace('https', 'http') })).toThrow(TypeError)
  })
})

describe('with the federated credential of a managed identity', () => {
  beforeEach(async () => {
    await entra.close()
    const apps = { clientId, federated: [{ subject: identity }], roles: ['Sites.Selected'], scopes: people }
    entra = await anEntra({ tenantId, apps: [apps] })
  })

  it('each token has an assertion of its own, as the application and for a person', async () => {
    let asked = 0
    const tokens = source({
      proof: {
        kind: 'federated',
        assertion: () => {
          asked += 1
          return entra.identityToken(identity)
        },
      },
    })
    expect(await tokens.application(GRAPH_SCOPE)(now)).toMatchObject({ ok: true })
    const bearer = await entra.userToken(aPerson('Sam-Test'), clientId)
    expect(await tokens.onBehalfOf(bearer, people)(now)).toMatchObject({ ok: true })
    expect(asked).toBe(2)
  })

  it('another identity proves nothing', async () => {
    const proof: Proof = { kind: 'federated', assertion: () => entra.identityToken('somebody-else') }
    const token = await source({ proof }).application(GRAPH_SCOPE)(now)
    expect(token).toMatchObject({ ok: false, fault: { reason: 'refused' } })
  })

  it('the identity’s token comes from the platform, and one that can’t be had is not our refusal', async () => {
    const seen: string[] = []
    const platform = createServer((request, response) => {
      seen.push(request.url ?? '')
      void entra.identityToken(identity).then((token) =>
        response.writeHead(200, { 'content-type': 'application/json' }).end(
          JSON.stringify({
            access_token: token,
            expires_on: String(Math.floor(Date.now() / 1000) + 86_400),
            resource: 'api://AzureADTokenExchange',
            token_type: 'Bearer',
            client_id: 'identity-client',
          }),
        ),
      )
    }).listen(0, '127.0.0.1')
    await once(platform, 'listening')
    process.env['IDENTITY_ENDPOINT'] =
      `http://127.0.0.1:${(platform.address() as AddressInfo).port}/msi/token`
    process.env['IDENTITY_HEADER'] = 'header'
    try {
      const assertion = managedIdentityAssertion('identity-client')
      const token = await source({ proof: { kind: 'federated', assertion } }).application(GRAPH_SCOPE)(now)
      expect(token).toMatchObject({ ok: true })
      expect(seen[0]).toContain('resource=api%3A%2F%2FAzureADTokenExchange')
      expect(seen[0]).toContain('client_id=identity-client')
    } finally {
      delete process.env['IDENTITY_ENDPOINT']
      delete process.env['IDENTITY_HEADER']
      platform.close()
    }
    const away = source({ proof: { kind: 'federated', assertion: () => Promise.reject(new Error('away')) } })
    expect(await away.application(GRAPH_SCOPE)(now)).toMatchObject({ fault: { reason: 'not-reachable' } })
  })
})

describe('as the person who is signed in', () => {
  it('the token is that person’s, with what was asked for, and is kept', async () => {
    const sam = aPerson('Sam-Test')
    const giver = source().onBehalfOf(await entra.userToken(sam, clientId), people)
    const token = await giver(now)
    expect(token.ok && decodeJwt(token.value)).toMatchObject({ oid: sam.oid, scp: 'User.ReadBasic.All' })
    expect(await giver(now)).toEqual(token)
    expect(tokenCalls()).toBe(1)
  })

  it('nobody gets another’s, also when they ask at once', async () => {
    const tokens = source()
    const both = [aPerson('Sam-Test'), aPerson('Ash-Test')]
    const bearers = await Promise.all(both.map((each) => entra.userToken(each, clientId)))
    const given = await Promise.all(bearers.map((bearer) => tokens.onBehalfOf(bearer, people)(now)))
    expect(given.map((token) => token.ok && decodeJwt(token.value)['oid'])).toEqual(
      both.map(({ oid }) => oid),
    )
  })

  it('no more people are kept than said, and whoever had to go is fetched anew', async () => {
    const tokens = source({ mostPeople: 2 })
    const bearers = await Promise.all(
      ['Ash', 'Bo', 'Cy'].map((each) => entra.userToken(aPerson(`${each}-Test`), clientId)),
    )
    const ask = async (index: number) => tokens.onBehalfOf(bearers[index] ?? '', people)(now)
    for (const index of [0, 1, 2, 2, 1]) await ask(index)
    expect(tokenCalls()).toBe(3)
    await ask(0)
    expect(tokenCalls()).toBe(4)
  })

  it('more proof is wanted: its claims are there for the tab', async () => {
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}'
    entra.fail({ kind: 'mfa', claims })
    const giver = source().onBehalfOf(await entra.userToken(aPerson('Sam-Test'), clientId), people)
    expect(await giver(now)).toEqual({
      ok: false,
      fault: { reason: 'signed-out', code: 'AADSTS50076', claims },
    })
    expect(await giver(now)).toMatchObject({ ok: true })
  })

  it('consent that was taken back is said as that', async () => {
    const bearer = await entra.userToken(aPerson('Sam-Test'), clientId)
    entra.consent(clientId, { scopes: [] })
    expect(await source().onBehalfOf(bearer, people)(now)).toMatchObject({
      fault: { reason: 'consent-missing', code: 'AADSTS65001' },
    })
  })

  it('a token for another application is worth nothing here', async () => {
    const bearer = await entra.userToken(aPerson('Sam-Test'), randomUUID())
    expect(await source().onBehalfOf(bearer, people)(now)).toMatchObject({
      fault: { reason: 'signed-out', code: 'AADSTS50013' },
    })
  })
})

describe('Entra is away', () => {
  it('asked for silence, it is left alone exactly so long', async () => {
    let at = Date.now()
    const giver = source({ realNow: () => at }).application(GRAPH_SCOPE)
    entra.fail({ kind: 'status', status: 429, retryAfter: 30 })
    expect(await giver(now)).toMatchObject({ fault: { reason: 'throttled', retryAfterMs: 30_000 } })
    at += 29_000
    expect(await giver(now)).toMatchObject({ fault: { reason: 'throttled', retryAfterMs: 1000 } })
    expect(tokenCalls()).toBe(1)
    at += 1000
    expect(await giver(now)).toMatchObject({ ok: true })
  })

  it('what it gave before that still holds meanwhile', async () => {
    const tokens = source()
    const kept = await tokens.application(GRAPH_SCOPE)(now)
    entra.fail({ kind: 'status', status: 429, retryAfter: 30 })
    expect(await tokens.application('api://other/.default')(now)).toMatchObject({
      fault: { reason: 'throttled' },
    })
    expect(await tokens.application(GRAPH_SCOPE)(now)).toEqual(kept)
  })

  it('a single 500 is not taken for a minute’s silence', async () => {
    const giver = source().application(GRAPH_SCOPE)
    entra.fail({ kind: 'status', status: 500 })
    expect(await giver(now)).toMatchObject({ fault: { reason: 'not-reachable' } })
    expect(await giver(now)).toMatchObject({ ok: true })
  })

  it('nobody waits longer than the deadline', async () => {
    entra.fail({ kind: 'hang' })
    const asked = source({ deadlineMs: 200 }).application(GRAPH_SCOPE)(now)
    expect(await asked).toMatchObject({ fault: { reason: 'not-reachable' } })
  })

  it('what went wrong names nobody', async () => {
    const bearer = await entra.userToken(aPerson('Sam-Test'), clientId)
    entra.fail({ kind: 'consent-missing' })
    const token = await source().onBehalfOf(bearer, people)(now)
    expect(JSON.stringify(token)).not.toMatch(/Sam|example|Trace|consented/)
  })
})

function proofOf(own: ReturnType<typeof anAppCertificate>): Proof {
  const { thumbprintSha256, key, cert } = own
  return { kind: 'certificate', thumbprintSha256, privateKey: key, x5c: cert }
}
