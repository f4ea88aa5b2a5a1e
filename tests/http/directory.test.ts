import { randomUUID } from 'node:crypto'

import type { Hono } from 'hono'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { PersonId } from '#core/ids.ts'
import type { Directory, FoundAccount, GuestToBe, NotSearched } from '#core/people/directory.ts'
import { ok, refused } from '#core/result.ts'
import { accessEndpoints } from '#server/endpoints/people/access.ts'
import { directoryEndpoints } from '#server/endpoints/people/directory.ts'
import { api } from '#server/http/api.ts'
import { endpoints } from '#server/http/serve-http.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { rows } from '#tests/fixtures/store-acts.ts'

const TENANT = '5b1c9a10-0000-4000-8000-000000000001'
const GUEST = '5b1c9a10-0000-4000-8000-0000000000e1'
const MEMBER = '5b1c9a10-0000-4000-8000-0000000000e2'
const account = (aadId: string, name: string): FoundAccount => ({
  tenantId: TENANT,
  aadId,
  name,
  mail: `${aadId}@council.example`,
  title: null,
  isGuest: false,
})

let store: TestStore
let app: Hono
let searched: { bearer: string; words: string }[]
let refusal: NotSearched | undefined
let claims: string | undefined
let invited: GuestToBe[]
let takesGuests: boolean
const logged: unknown[] = []

beforeAll(async () => {
  store = await aStore()
  const { running } = store
  const directory: Directory = {
    async search(bearer, words) {
      searched.push({ bearer, words })
      return refusal
        ? { ...refused(refusal), ...(claims !== undefined && { claims }) }
        : ok([account('aad-1', 'Ada Lead-Test'), account('aad-2', 'New Person-Test')])
    },
    async find(_, aadId) {
      return refusal ? refused(refusal) : ok([{ ...account(aadId, 'Somebody'), isGuest: aadId === GUEST }])
    },
    async invite(guest) {
      invited.push(guest)
      return takesGuests
        ? ok({ tenantId: TENANT, aadId: `guest ${guest.mail}` })
        : refused('guest-not-invited')
    },
  }
  const doors = {
    running,
    // The token is the name of who comes.
    signIn: async (said: string | undefined) => ok((said ?? '').replace('Bearer ', '') as PersonId),
    log: (...line: unknown[]) => void logged.push(line),
  }
  app = api({ ...doors, outside: { directory } as never }, [...directoryEndpoints, ...accessEndpoints])
  await rows(running, sql`update person set tenant_id = ${TENANT}, aad_id = 'aad-1' where id = 'ada'`)
})
afterAll(() => store.close())
beforeEach(() => {
  searched = []
  refusal = undefined
  claims = undefined
  invited = []
  takesGuests = true
})

async function invite(who: string, person: string, agency = 'edu', key: string = randomUUID()) {
  const answer = await app.request(`/api/people/${person}/guest-account`, {
    method: 'POST',
    headers: { authorization: `Bearer ${who}`, 'idempotency-key': key },
    body: JSON.stringify({ agency }),
  })
  return { status: answer.status, body: (await answer.json()) as { title?: string } }
}

async function search(who: string, q: string) {
  const answer = await app.request(`/api/directory?q=${encodeURIComponent(q)}`, {
    headers: { authorization: `Bearer ${who}` },
  })
  return {
    status: answer.status,
    body: (await answer.json()) as { items?: unknown; title?: string; claims?: string },
  }
}

describe('the directory', () => {
  it('is searched by the partnership, each with their own token; who has an account here is marked', async () => {
    for (const who of ['bea', 'quinn']) {
      const { status, body } = await search(who, 'test')
      expect(status).toBe(200)
      expect(body.items).toMatchObject([
        { aadId: 'aad-1', name: 'Ada Lead-Test', taken: true },
        { aadId: 'aad-2', name: 'New Person-Test', taken: false },
      ])
    }
    expect(searched.map(({ bearer }) => bearer)).toEqual(['bea', 'quinn'])
  })

  it.each(['ada', 'eve', 'wes', 'sam', 'dee', 'gil', 'dot'])(
    'is not searched for anybody else: %s',
    async (who) => {
      expect((await search(who, 'test')).status).toBe(403)
      expect(searched).toEqual([])
    },
  )

  it('is not asked for a letter or nothing', async () => {
    expect((await search('bea', ' a ')).body.items).toEqual([])
    expect((await search('bea', '')).body.items).toEqual([])
    expect(searched).toEqual([])
  })

  it.each([
    ['directory-not-reachable', 503],
    ['directory-not-allowed', 403],
    ['directory-needs-sign-in', 403],
  ] as const)('says in words what to do: %s', async (reason, status) => {
    refusal = reason
    const answer = await search('bea', 'test')
    expect(answer.status).toBe(status)
    expect(answer.body.title).toMatch(/directory|organisation/)
  })

  it('hands on what Entra wants to see at the next sign-in, as it said it; the log does not have it', async () => {
    refusal = 'directory-needs-sign-in'
    claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}'
    expect(await search('bea', 'test')).toMatchObject({ status: 403, body: { claims } })
    claims = undefined
    expect((await search('bea', 'test')).body).not.toHaveProperty('claims')
    expect(JSON.stringify(logged)).toContain('directory-needs-sign-in')
    expect(JSON.stringify(logged)).not.toContain('acrs')
  })

  it('is not there in local mode', () => {
    expect(endpoints(false).map(({ path }) => path)).toContain('/api/directory')
    expect(endpoints(true).map(({ path }) => path)).not.toContain('/api/directory')
  })
})

const dee = async () =>
  (await rows<{ aad_id: string }>(store.running, sql`select aad_id from person where id = 'dee'`))[0]

describe('somebody of another organisation', () => {
  beforeEach(async () => {
    await rows(store.running, sql`delete from guest_access`)
    await rows(store.running, sql`update person set tenant_id = 'by-mail', aad_id = id where id = 'dee'`)
  })

  it('becomes a guest, invited at the address that we have, and is bound to their agency', async () => {
    expect(await invite('bea', 'dee', 'ccg')).toMatchObject({ status: 201, body: { person: 'dee' } })
    expect(invited).toMatchObject([{ mail: expect.stringContaining('@') }])
    expect((await dee())?.aad_id).toBe(`guest ${invited[0]?.mail}`)
    const agencies = await rows(store.running, sql`select person_id, agency_id from guest_access`)
    expect(agencies).toEqual([{ person_id: 'dee', agency_id: 'ccg' }])
  })

  it('is invited once: a second try of the same request gets its answer, and no mail goes out', async () => {
    const key = randomUUID()
    const first = await invite('bea', 'dee', 'ccg', key)
    expect(await invite('bea', 'dee', 'ccg', key)).toEqual(first)
    expect(invited).toHaveLength(1)
    expect((await invite('bea', 'dee', 'csc', key)).body.title).toBe('This was sent before with other words')
  })

  it.each(['ada', 'eve', 'wes', 'gil'])('is invited by nobody else: %s', async (who) => {
    expect((await invite(who, 'dee', 'ccg')).status).toBe(404)
    expect(invited).toEqual([])
  })

  it.each([
    ['an office of the partnership', 'quinn', 'ccg', 409],
    ['an agency that there is not', 'dee', 'nowhere', 422],
    ['an agency that is not theirs', 'dee', 'edu', 409],
    ['an account already', 'ada', 'csc', 409],
    ['no place here', 'nobody', 'ccg', 404],
  ])('is not asked with %s', async (_, person, agency, status) => {
    expect((await invite('bea', person, agency)).status).toBe(status)
    expect(invited).toEqual([])
  })

  it('keeps no account while the directory does not take them, and is told what to do', async () => {
    takesGuests = false
    const answer = await invite('bea', 'dee', 'ccg')
    expect([answer.status, answer.body.title]).toEqual([503, 'They could not be made a guest'])
    expect((await dee())?.aad_id).toBe('dee')
  })
})

async function choose(who: string, aadId: string, agency: string | null) {
  const answer = await app.request('/api/people/dee/account', {
    method: 'POST',
    headers: { authorization: `Bearer ${who}`, 'idempotency-key': randomUUID() },
    body: JSON.stringify({ tenantId: TENANT, aadId, agency }),
  })
  return { status: answer.status, body: (await answer.json()) as { title?: string } }
}

describe('an account that is chosen', () => {
  beforeEach(async () => {
    await rows(store.running, sql`delete from guest_access`)
    await rows(store.running, sql`update person set tenant_id = 'by-mail', aad_id = id where id = 'dee'`)
  })

  it('and is a guest by the directory is refused without an agency, whatever the page says', async () => {
    expect(await choose('bea', GUEST, null)).toMatchObject({
      status: 422,
      body: { title: 'This account is a guest of your organisation' },
    })
    expect(await choose('bea', GUEST, 'ccg')).toMatchObject({ status: 200 })
  })

  it('and is a member’s needs none; while the directory is away nothing is set', async () => {
    refusal = 'directory-not-reachable'
    expect((await choose('bea', MEMBER, null)).status).toBe(503)
    refusal = undefined
    expect((await choose('ada', MEMBER, null)).status).toBe(404)
    expect((await choose('bea', MEMBER, null)).status).toBe(200)
  })
})
