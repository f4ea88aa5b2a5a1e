import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { liveUpdates } from '#server/http/live.ts'
import type { Live } from '#server/http/live.ts'
import { signInRoutes } from '#server/http/sign-in-routes.ts'
import { HOME } from '#tests/fixtures/a-token-issuer.ts'

import { aJoiningDoor, AS, BEA, SAM, WES } from './a-joining-door.ts'
import type { JoiningDoor } from './a-joining-door.ts'

let door: JoiningDoor
const call: JoiningDoor['call'] = (...said) => door.call(...said)
const invited: JoiningDoor['invited'] = (...said) => door.invited(...said)
const join: JoiningDoor['join'] = (...said) => door.join(...said)
const me: JoiningDoor['me'] = (...said) => door.me(...said)
beforeAll(async () => {
  door = await aJoiningDoor()
})
afterAll(() => door.close())
beforeEach(() => door.startAgain())

describe('how to sign in', () => {
  it('is told to whoever asks', async () => {
    expect(await call('GET', '/api/sign-in', null)).toEqual({ status: 200, body: AS })
  })

  it('is with personas where nothing else is said, and nobody joins there', async () => {
    const local = signInRoutes({ running: door.store.running, log: () => {} })
    expect(await (await local.request('/api/sign-in')).json()).toEqual({ kind: 'local' })
    expect((await local.request('/api/join', { method: 'POST' })).status).toBe(404)
  })
})

const screen = async (live: Live, who: Readonly<Record<string, unknown>>): Promise<Response> =>
  live.routes.request('/api/live', { headers: { authorization: `Bearer ${await door.issuer.token(who)}` } })

describe('an open screen', () => {
  it('hears of changes only while its person is let in', async () => {
    const live = await liveUpdates(door.store.running.database, door.signIn)
    const [known, unknown] = [await screen(live, { oid: BEA }), await screen(live, { oid: WES })]
    expect([known.status, known.headers.get('content-type')]).toEqual([200, 'text/event-stream'])
    expect([unknown.status, unknown.headers.get('content-type')]).toEqual([403, 'application/problem+json'])
    await known.body?.cancel()
    await live.close()
  })

  it('is asked again after some minutes who it is: an access that ended meanwhile is over', async () => {
    const asGuest = { oid: WES, acct: 1 }
    await join(await invited('wes', 'csc'), asGuest)
    const live = await liveUpdates(door.store.running.database, door.signIn, 300)
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
