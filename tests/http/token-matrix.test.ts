import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { peopleEndpoints } from '#server/endpoints/people.ts'
import { entraSignIn, TEAMS_CLIENTS } from '#server/entra/entra-sign-in.ts'
import { findPersonIn } from '#server/entra/find-person.ts'
import { api } from '#server/http/api.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { aKey, aTokenIssuer, CLIENT, FOREIGN, HOME, signed } from '#tests/fixtures/a-token-issuer.ts'
import type { Key, TokenIssuer } from '#tests/fixtures/a-token-issuer.ts'
import {
  byPassword,
  changed,
  critical,
  elliptic,
  of,
  otherAlgorithm,
  ownAddress,
  ownKey,
  publicText,
  unsigned,
  versionOne,
} from '#tests/fixtures/bad-tokens.ts'

const OID = '5b1c9a10-0000-4000-8000-00000000000b'
const REFUSED = { status: 401, title: 'Please sign in again' }
const NOT_SIGNED_IN = { status: 401, title: 'Please sign in' }
const WRONG = { status: 403, title: 'You are signed in with another organisation' }
const UNKNOWN = { status: 403, title: 'We do not know you here' }

type Said = { readonly status: number; readonly title?: string; readonly name?: string }
type Case = readonly [name: string, make: (issuer: TokenIssuer) => Promise<string>, gets: Said]

let store: TestStore
let issuer: TokenIssuer
let stolen: Key
let app: Hono
beforeAll(async () => {
  store = await aStore()
  issuer = await aTokenIssuer()
  stolen = await aKey('key-1')
  await store.running.database.transact({ as: 'owner' }, (trx) =>
    trx
      .updateTable('person')
      .set({ tenant_id: HOME, aad_id: OID })
      .where('id', '=', 'bea' as never)
      .execute(),
  )
  app = doors()
})
afterAll(async () => {
  await issuer.close()
  await store.close()
})

function doors(over: Partial<Parameters<typeof entraSignIn>[0]> = {}): Hono {
  const rules = {
    clientId: CLIENT,
    tenants: [HOME] as const,
    loginUrl: issuer.loginUrl,
    realNow: Date.now,
    ...over,
  }
  const { signIn } = entraSignIn(rules, findPersonIn(store.running))
  return api({ running: store.running, outside: {} as never, signIn, log: () => {} }, peopleEndpoints(false))
}

async function me(authorization: string | undefined, at = app): Promise<Said> {
  const answer = await at.request('/api/me', {
    headers: authorization === undefined ? {} : { authorization },
  })
  const { title, name } = (await answer.json()) as { title?: string; name?: string }
  return { status: answer.status, ...(title && { title }), ...(name && { name }) }
}

const seconds = (away: number): number => Math.floor(Date.now() / 1000) + away
const claimed =
  (over: Readonly<Record<string, unknown>>) =>
  (from: TokenIssuer): Promise<string> =>
    from.token(over)

/** Only the first is let in. Each of the others is the first but for one thing. */
const TOKENS: readonly Case[] = [
  [
    'the token of Teams for a person who is known here',
    claimed({}),
    { status: 200, name: 'Bea Officer-Test' },
  ],

  ['signed by a foreign key under the name of a known one', (from) => from.token({}, stolen), REFUSED],
  ['signed by a key that nobody published', async (from) => from.token({}, await aKey('key-x')), REFUSED],
  ['without a signature (alg none)', async (from) => unsigned(from.claims()), REFUSED],
  [
    'signed with the public key as a password (alg HS256)',
    async (from) => byPassword(from.claims(), await publicText(from.first)),
    REFUSED,
  ],
  ['signed by PS256 with the right key', (from) => otherAlgorithm(from, 'PS256'), REFUSED],
  ['signed by RS512 with the right key', (from) => otherAlgorithm(from, 'RS512'), REFUSED],
  ['signed by ES256', elliptic, REFUSED],
  ['with a key of its own in the header', ownKey, REFUSED],
  ['with the address of its own keys in the header', ownAddress, REFUSED],
  ['with an extension that has to be understood', critical, REFUSED],
  ['whose claims were changed after it was signed', changed, REFUSED],
  ['cut in the middle', async (from) => (await from.token()).slice(0, -20), REFUSED],
  ['of which nothing but dots is left', async () => 'a.b.c', REFUSED],
  ['too long', claimed({ more: 'x'.repeat(9000) }), REFUSED],

  ['for another app', claimed({ aud: FOREIGN }), REFUSED],
  ['for Graph', claimed({ aud: 'https://graph.microsoft.com' }), REFUSED],
  ['for several apps, ours among them', claimed({ aud: [FOREIGN, CLIENT] }), REFUSED],
  ['for nobody', claimed({ aud: undefined }), REFUSED],
  [
    'for our address in place of our id, as version 1 has it',
    claimed({ aud: `api://host/${CLIENT}` }),
    REFUSED,
  ],

  ['that ran out two minutes ago', claimed({ exp: seconds(-120) }), REFUSED],
  ['that never runs out', claimed({ exp: undefined }), REFUSED],
  ['that is good from in two minutes on', claimed({ nbf: seconds(120) }), REFUSED],
  ['without its beginning', claimed({ nbf: undefined }), REFUSED],
  ['whose end is no number', claimed({ exp: '2099-01-01' }), REFUSED],

  ['of version 1', claimed({ ver: '1.0' }), REFUSED],
  ['of version 1, with its issuer', (from) => versionOne(from), REFUSED],
  ['without a version', claimed({ ver: undefined }), REFUSED],

  ['of another organisation, with the keys that all have', (from) => from.token(of(from, FOREIGN)), WRONG],
  ['of another organisation, which says it is ours', claimed({ tid: FOREIGN }), REFUSED],
  ['of ours, issued by another organisation', (from) => from.token({ iss: of(from, FOREIGN).iss }), REFUSED],
  [
    'issued by a host that looks like it',
    claimed({ iss: `https://login.example.org/${HOME}/v2.0` }),
    REFUSED,
  ],
  ['without an issuer', claimed({ iss: undefined }), REFUSED],
  ['without an organisation', claimed({ tid: undefined }), REFUSED],
  ['of an organisation by name', claimed({ tid: 'exampleshire.example' }), REFUSED],

  ['without a scope', claimed({ scp: undefined }), REFUSED],
  ['with another scope', claimed({ scp: 'User.Read' }), REFUSED],
  ['with a scope that begins like ours', claimed({ scp: 'access_as_user_too' }), REFUSED],
  ['of an app with a role of that name', claimed({ scp: undefined, roles: ['access_as_user'] }), REFUSED],
  ['of an app that acts for itself', claimed({ idtyp: 'app' }), REFUSED],
  ['asked for by an app that is not Teams', claimed({ azp: FOREIGN }), REFUSED],
  ['asked for by nobody', claimed({ azp: undefined }), REFUSED],

  ['without the person’s id', claimed({ oid: undefined }), REFUSED],
  [
    'of somebody else with the same address',
    claimed({ oid: CLIENT, upn: 'bea@exampleshire.example' }),
    UNKNOWN,
  ],
  [
    'of a guest whom nobody here confirmed',
    claimed({ acct: 1 }),
    { status: 403, title: 'Your access has ended' },
  ],
]

describe('of all tokens exactly one is let in:', () => {
  it.each(TOKENS)('%s', async (_, make, gets) => {
    expect(await me(`Bearer ${await make(issuer)}`)).toEqual(gets)
  })

  it('one', () => {
    expect(TOKENS.filter(([, , { status }]) => status === 200)).toHaveLength(1)
    expect(TOKENS.length).toBeGreaterThanOrEqual(40)
  })

  it.each([
    ['no header', () => undefined],
    ['a name and a password', () => 'Basic YmVhOnRlc3Q='],
    ['a token without saying what it is', (token: string) => token],
    ['two tokens', (token: string) => `Bearer ${token} ${token}`],
  ])('nobody is signed in by %s', async (_, header) => {
    expect(await me(header(await issuer.token()))).toEqual(NOT_SIGNED_IN)
  })

  it('nobody is signed in by a cookie', async () => {
    const token = await issuer.token()
    const cookie = `token=${token}; authorization=Bearer ${token}; Authorization="Bearer ${token}"`
    const answer = await app.request('/api/me', { headers: { cookie } })
    expect([answer.status, await answer.json()]).toMatchObject([401, { title: NOT_SIGNED_IN.title }])
  })

  it.each([
    ['desktop and phone', TEAMS_CLIENTS[0]],
    ['the web', TEAMS_CLIENTS[1]],
    ['our own page', CLIENT],
  ])('a token is asked for by Teams or by us: %s', async (_, azp) => {
    expect(await me(`Bearer ${await issuer.token({ azp })}`)).toMatchObject({ status: 200 })
  })

  it.each([
    ['half a minute after its end', () => ({ exp: seconds(-30) })],
    ['half a minute before its beginning', () => ({ nbf: seconds(30) })],
    ['with several scopes', () => ({ scp: 'openid access_as_user' })],
    ['of a member of the organisation', () => ({ acct: 0 })],
  ])('a token is good, too: %s', async (_, over) => {
    expect(await me(`Bearer ${await issuer.token(over())}`)).toMatchObject({ status: 200 })
  })

  it('two organisations may be named; each is asked for its own keys', async () => {
    const both = doors({ tenants: [HOME, FOREIGN] })
    const from = issuer.asked.length
    expect(await me(`Bearer ${await issuer.token(of(issuer, FOREIGN))}`, both)).toEqual(UNKNOWN)
    expect(issuer.asked.slice(from)).toEqual([`/${FOREIGN}/discovery/v2.0/keys`])
  })
})

describe('the keys of Entra', () => {
  it('are asked for once, however many sign in', async () => {
    const fresh = doors()
    const from = issuer.asked.length
    const tokens = await Promise.all(Array.from({ length: 40 }, (_, at) => issuer.token({ jti: String(at) })))
    const all = await Promise.all(tokens.map((token) => me(`Bearer ${token}`, fresh)))
    expect(all.every(({ status }) => status === 200)).toBe(true)
    expect(issuer.asked.slice(from)).toEqual([`/${HOME}/discovery/v2.0/keys`])
  })

  it('are asked for again when a new one is shown, and the old ones stay good', async () => {
    const fresh = doors({ keyCooldownMs: 0 })
    const next = await aKey('key-2')
    expect(await me(`Bearer ${await issuer.token()}`, fresh)).toMatchObject({ status: 200 })
    const from = issuer.asked.length
    issuer.publish(issuer.first, next)
    expect(await me(`Bearer ${await issuer.token({}, next)}`, fresh)).toMatchObject({ status: 200 })
    expect(await me(`Bearer ${await issuer.token()}`, fresh)).toMatchObject({ status: 200 })
    expect(issuer.asked.length - from).toBe(1)
    issuer.publish(issuer.first)
  })

  it('that are a day old are looked at again while people go on: nobody waits for Entra', async () => {
    let now = Date.now()
    const fresh = doors({ realNow: () => now })
    expect(await me(`Bearer ${await issuer.token()}`, fresh)).toMatchObject({ status: 200 })
    now += 25 * 3600 * 1000
    const at = Math.floor(now / 1000)
    const token = `Bearer ${await issuer.token({ nbf: at, exp: at + 3600 })}`
    const from = issuer.asked.length
    issuer.answers('nothing')
    const before = performance.now()
    expect(await me(token, fresh)).toMatchObject({ status: 200 })
    expect(performance.now() - before).toBeLessThan(2000)
    await expect.poll(() => issuer.asked.length - from).toBe(1)
    issuer.answers('keys')
  })

  it('are not asked for by a flood of keys that nobody published', async () => {
    const fresh = doors()
    expect(await me(`Bearer ${await issuer.token()}`, fresh)).toMatchObject({ status: 200 })
    const from = issuer.asked.length
    for (let at = 0; at < 30; at += 1) {
      const made = await signed(issuer.claims(), { kid: `made-up-${at}`, secret: stolen.secret })
      expect(await me(`Bearer ${made}`, fresh)).toEqual(REFUSED)
    }
    expect(issuer.asked.length - from).toBe(0)
  })

  const AWAY = { status: 503, title: 'We cannot check your sign-in for a moment' }

  it.each(['fault', 'rubbish', 'nothing'] as const)(
    'that cannot be had (%s) refuse nobody: it is said that it passes, and Entra is left in peace for a while',
    async (how) => {
      let now = Date.now()
      const fresh = doors({ keyTimeoutMs: 200, realNow: () => now })
      const token = `Bearer ${await issuer.token()}`
      const from = issuer.asked.length
      issuer.answers(how)
      for (let at = 0; at < 10; at += 1) expect(await me(token, fresh)).toEqual(AWAY)
      expect(issuer.asked.length - from).toBe(1)
      issuer.answers('keys')
      now += 6000
      expect(await me(token, fresh)).toMatchObject({ status: 200 })
    },
  )

  it('that are known stay good while Entra is away, for three days and no longer', async () => {
    let now = Date.now()
    const fresh = doors({ realNow: () => now, keyTimeoutMs: 200 })
    const day = 24 * 3600 * 1000
    const token = async () => {
      const at = Math.floor(now / 1000)
      return `Bearer ${await issuer.token({ nbf: at, exp: at + 3600 })}`
    }
    expect(await me(await token(), fresh)).toMatchObject({ status: 200 })
    issuer.answers('fault')
    now += day + 60_000
    expect(await me(await token(), fresh)).toMatchObject({ status: 200 })
    now += 2 * day
    expect(await me(await token(), fresh)).toEqual(AWAY)
    issuer.answers('keys')
    now += 6000
    expect(await me(await token(), fresh)).toMatchObject({ status: 200 })
  })
})
