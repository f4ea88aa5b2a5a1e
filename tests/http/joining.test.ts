import { randomUUID } from 'node:crypto'

import { Hono } from 'hono'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { InvitedView } from '#core/people/access/views.ts'
import type { SignIn } from '#core/people/sign-in.ts'
import { peopleEndpoints } from '#server/endpoints/people.ts'
import { accessEndpoints } from '#server/endpoints/people/access.ts'
import { entraSignIn } from '#server/entra/entra-sign-in.ts'
import { findPersonIn } from '#server/entra/find-person.ts'
import { api } from '#server/http/api.ts'
import { liveUpdates } from '#server/http/live.ts'
import type { Live } from '#server/http/live.ts'
import { signInRoutes } from '#server/http/sign-in-routes.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { aTokenIssuer, CLIENT, FOREIGN, HOME } from '#tests/fixtures/a-token-issuer.ts'
import type { TokenIssuer } from '#tests/fixtures/a-token-issuer.ts'
import { at, rows } from '#tests/fixtures/store-acts.ts'

const BEA = '5b1c9a10-0000-4000-8000-00000000000b'
const WES = '5b1c9a10-0000-4000-8000-000000000005'
const SAM = '5b1c9a10-0000-4000-8000-000000000006'
const DAY = 24 * 3600 * 1000
const AS = {
  kind: 'entra',
  clientId: CLIENT,
  tenantId: HOME,
  authority: 'https://login',
  scope: 'api://x',
} as const

let store: TestStore
let issuer: TokenIssuer
let app: Hono
let signIn: SignIn
const clock = { realNow: Date.parse('2018-06-06T12:00:00Z') }
const log = (): void => {}
beforeAll(async () => {
  store = await aStore(clock)
  issuer = await aTokenIssuer(() => clock.realNow)
  const { running } = store
  const rules = {
    clientId: CLIENT,
    tenants: [HOME] as const,
    loginUrl: issuer.loginUrl,
    realNow: () => clock.realNow,
  }
  const entra = entraSignIn(rules, findPersonIn(running))
  const { identify } = entra
  signIn = entra.signIn
  app = new Hono()
    .route('/', signInRoutes({ running, signInAs: AS, identify, log }))
    .route(
      '/',
      api({ running, outside: {} as never, signIn, log }, [...peopleEndpoints(false), ...accessEndpoints]),
    )
})
afterAll(async () => {
  await issuer.close()
  await store.close()
})

/** Bea and Ada have accounts; Wes and Sam are known by mail alone. */
beforeEach(async () => {
  clock.realNow = Date.parse('2018-06-06T12:00:00Z')
  await store.startAgain()
  await store.setClock(at('2018-06-06 12:00'))
  await rows(store.running, sql`update person set tenant_id = ${HOME}, aad_id = ${BEA} where id = 'bea'`)
  await rows(store.running, sql`update person set tenant_id = ${HOME}, aad_id = ${CLIENT} where id = 'ada'`)
  await rows(
    store.running,
    sql`update person set tenant_id = 'by-mail', aad_id = id where id in ('wes', 'sam')`,
  )
})

type Told = { readonly status: number; readonly body: { readonly title?: string; readonly name?: string } }

async function call(
  method: string,
  path: string,
  who: Readonly<Record<string, unknown>> | null,
  body?: unknown,
): Promise<Told> {
  const answer = await app.request(path, {
    method,
    headers: {
      ...(who && { authorization: `Bearer ${await issuer.token(who)}` }),
      ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: (await answer.json()) as Told['body'] }
}

/** Bea makes an invitation; its code is what stands at the end of the link. */
async function invited(person: string, agency: string | null = null): Promise<string> {
  const told = await call('POST', `/api/people/${person}/invitation`, { oid: BEA }, { agency })
  if (told.status !== 201) throw new Error(JSON.stringify(told.body))
  return (told.body as unknown as InvitedView).path.replace('/join/', '')
}

const join = (code: string, who: Readonly<Record<string, unknown>> | null = { oid: WES }): Promise<Told> =>
  call('POST', '/api/join', who, { code })
const me = (oid: string, over = {}): Promise<Told> => call('GET', '/api/me', { oid, ...over })

describe('how to sign in', () => {
  it('is told to whoever asks', async () => {
    expect(await call('GET', '/api/sign-in', null)).toEqual({ status: 200, body: AS })
  })

  it('is with personas where nothing else is said, and nobody joins there', async () => {
    const local = signInRoutes({ running: store.running, log })
    expect(await (await local.request('/api/sign-in')).json()).toEqual({ kind: 'local' })
    expect((await local.request('/api/join', { method: 'POST' })).status).toBe(404)
  })
})

describe('an invitation', () => {
  it('makes the account of whoever opens it theirs', async () => {
    expect(await me(WES)).toMatchObject({ status: 403, body: { title: 'We do not know you here' } })
    expect(await join(await invited('wes'))).toEqual({ status: 200, body: { joined: true } })
    expect(await me(WES)).toMatchObject({ status: 200, body: { name: 'Wes Worker-Test' } })
  })

  it('is good once', async () => {
    const code = await invited('wes')
    await join(code)
    expect(await join(code, { oid: SAM })).toMatchObject({
      status: 409,
      body: { title: 'This invitation was used' },
    })
    expect(await me(SAM)).toMatchObject({ status: 403 })
  })

  it('binds one account when two open it at once', async () => {
    const code = await invited('wes')
    const told = await Promise.all([WES, SAM, FOREIGN].map((oid) => join(code, { oid })))
    expect(told.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(told.filter(({ status }) => status === 409)).toHaveLength(2)
  })

  it('is good for 14 days', async () => {
    const [first, code] = [await invited('sam'), await invited('wes')]
    clock.realNow += 14 * DAY - 1000
    expect(await join(first, { oid: SAM })).toMatchObject({ status: 200 })
    clock.realNow += 1000
    expect(await join(code)).toMatchObject({ status: 409, body: { title: 'This invitation is too old' } })
  })

  it('is no more good when a newer one was made', async () => {
    const first = await invited('wes')
    const second = await invited('wes')
    expect(await join(first)).toMatchObject({ status: 404 })
    expect(await join(second)).toMatchObject({ status: 200 })
  })

  it.each([
    ['made up', 'x'.repeat(43)],
    ['cut', 'x'],
    ['nothing', ''],
  ])('that is %s is nobody’s', async (_, code) => {
    expect(await join(code)).toMatchObject({ status: 404, body: { title: 'There is no such invitation' } })
  })

  it('is not for somebody who is here already', async () => {
    expect(await join(await invited('wes'), { oid: BEA })).toMatchObject({ status: 409 })
    expect(await me(BEA)).toMatchObject({ body: { name: 'Bea Officer-Test' } })
  })

  it('is not made for somebody who has an account', async () => {
    const told = await call('POST', '/api/people/ada/invitation', { oid: BEA }, { agency: null })
    expect(told).toMatchObject({ status: 409, body: { title: 'This person has an account here' } })
  })

  it('is not for another organisation, nor for a token that is not good', async () => {
    const code = await invited('wes')
    const foreign = { oid: WES, tid: FOREIGN, iss: `${issuer.loginUrl}/${FOREIGN}/v2.0` }
    expect(await join(code, foreign)).toMatchObject({ status: 403 })
    expect(await join(code, { oid: WES, aud: FOREIGN })).toMatchObject({ status: 401 })
    expect(await join(code, null)).toMatchObject({ status: 401 })
    expect(await join(code)).toMatchObject({ status: 200 })
  })

  it('of an agency makes a guest of whoever uses it, for 90 days', async () => {
    const asGuest = { oid: WES, acct: 1 }
    expect(await join(await invited('wes'), asGuest)).toMatchObject({
      status: 409,
      body: { title: 'This invitation does not say for whom you work' },
    })
    expect(await join(await invited('wes', 'csc'), asGuest)).toMatchObject({ status: 200 })
    expect(await me(WES, { acct: 1 })).toMatchObject({ status: 200 })
    clock.realNow += 91 * DAY
    expect(await me(WES, { acct: 1 })).toMatchObject({
      status: 403,
      body: { title: 'Your access has ended' },
    })
    expect(await me(WES)).toMatchObject({ status: 403 })
    expect(await call('POST', '/api/people/wes/guest', { oid: BEA }, { stays: true })).toMatchObject({
      status: 200,
    })
    expect(await me(WES)).toMatchObject({ status: 200 })
    expect(await call('POST', '/api/people/wes/guest', { oid: BEA }, { stays: false })).toMatchObject({
      status: 200,
    })
    expect(await me(WES)).toMatchObject({ status: 403 })
  })

  it('of an agency is refused in words when they were named for another one meanwhile', async () => {
    const code = await invited('wes', 'csc')
    const named = sql`insert into post_holding (post_id, person_id, from_day, held_as)
      values ('lead-edu', 'wes', '2018-06-06', 'deputy')`
    await rows(store.running, named)
    for (const _ of ['once', 'and ever'])
      expect(await join(code, { oid: WES, acct: 1 })).toMatchObject({
        status: 409,
        body: { title: 'This invitation fits no more' },
      })
    await rows(store.running, sql`delete from post_holding where person_id = 'wes' and post_id = 'lead-edu'`)
    expect(await join(code, { oid: WES, acct: 1 })).toMatchObject({ status: 200 })
  })

  it('is made by the partnership alone, and nobody else sees who has one', async () => {
    const asAda = { oid: CLIENT }
    expect(await call('POST', '/api/people/wes/invitation', asAda, { agency: null })).toMatchObject({
      status: 404,
    })
    expect(await call('GET', '/api/people/wes/access', asAda)).toMatchObject({ status: 404 })
    expect(await call('GET', '/api/people/wes/access', { oid: BEA })).toMatchObject({
      status: 200,
      body: { bound: false, invitedUntil: null, agencies: [{ id: 'csc' }] },
    })
    await invited('wes')
    expect(await call('GET', '/api/people/wes/access', { oid: BEA })).toMatchObject({
      body: { invitedUntil: '20 June' },
    })
  })

  it('stands nowhere in the database, and its use is in the audit trail', async () => {
    const code = await invited('wes')
    await join(code)
    const kept = await rows(
      store.running,
      sql`select (select jsonb_agg(i) from invitation i)::text ||
      coalesce((select jsonb_agg(k) from idempotency k)::text, '') || (select jsonb_agg(a) from audit_entry a)::text as text`,
    )
    expect(JSON.stringify(kept)).toContain('joined')
    expect(JSON.stringify(kept)).not.toContain(code)
    expect(
      await rows(
        store.running,
        sql`select actor, what, reference from audit_entry where subject = 'wes' order by id`,
      ),
    ).toEqual([
      { actor: 'bea', what: 'invited', reference: null },
      { actor: 'wes', what: 'joined', reference: `${HOME}/${WES}` },
    ])
  })
})

const screen = async (live: Live, who: Readonly<Record<string, unknown>>): Promise<Response> =>
  live.routes.request('/api/live', { headers: { authorization: `Bearer ${await issuer.token(who)}` } })

describe('an open screen', () => {
  it('hears of changes only while its person is let in', async () => {
    const live = await liveUpdates(store.running.database, signIn)
    const [known, unknown] = [await screen(live, { oid: BEA }), await screen(live, { oid: WES })]
    expect([known.status, known.headers.get('content-type')]).toEqual([200, 'text/event-stream'])
    expect([unknown.status, unknown.headers.get('content-type')]).toEqual([403, 'application/problem+json'])
    await known.body?.cancel()
    await live.close()
  })

  it('is asked again after some minutes who it is: an access that ended meanwhile is over', async () => {
    const asGuest = { oid: WES, acct: 1 }
    await join(await invited('wes', 'csc'), asGuest)
    const live = await liveUpdates(store.running.database, signIn, 300)
    const open = await screen(live, asGuest)
    expect(open.status).toBe(200)
    const heard = open.text()
    await call('POST', '/api/people/wes/guest', { oid: BEA }, { stays: false })
    expect(await heard).toContain('topics')
    expect((await screen(live, asGuest)).status).toBe(403)
    await live.close()
  })
})

describe('the account of a person', () => {
  it('is said by the partnership', async () => {
    const account = { tenantId: HOME.toUpperCase(), aadId: SAM, agency: null }
    expect(await call('POST', '/api/people/sam/account', { oid: BEA }, account)).toMatchObject({
      status: 200,
    })
    expect(await me(SAM)).toMatchObject({ status: 200 })
  })

  it('is an id of the directory, never an address', async () => {
    const account = { tenantId: HOME, aadId: 'sam@exampleshire.example', agency: null }
    expect(await call('POST', '/api/people/sam/account', { oid: BEA }, account)).toMatchObject({
      status: 422,
    })
  })
})
