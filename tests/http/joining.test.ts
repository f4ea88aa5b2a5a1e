import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { CLIENT, FOREIGN, HOME } from '#tests/fixtures/a-token-issuer.ts'
import { rows } from '#tests/fixtures/store-acts.ts'

import { aJoiningDoor, BEA, DAY, SAM, WES } from './a-joining-door.ts'
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

  it('is good for 14 days, until the end of the last one in England', async () => {
    const [first, code] = [await invited('sam'), await invited('wes')]
    door.clock.realNow = Date.parse('2018-06-20T23:59:59+01:00')
    expect(await call('GET', '/api/people/wes/access', { oid: BEA })).toMatchObject({
      body: { invitedUntil: '20 June' },
    })
    expect(await join(first, { oid: SAM })).toMatchObject({ status: 200 })
    door.clock.realNow += 1000
    expect(await call('GET', '/api/people/wes/access', { oid: BEA })).toMatchObject({
      body: { invitedUntil: null },
    })
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
    const foreign = { oid: WES, tid: FOREIGN, iss: `${door.issuer.loginUrl}/${FOREIGN}/v2.0` }
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
    door.clock.realNow += 91 * DAY
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
    await rows(door.store.running, named)
    for (const _ of ['once', 'and ever'])
      expect(await join(code, { oid: WES, acct: 1 })).toMatchObject({
        status: 409,
        body: { title: 'This invitation fits no more' },
      })
    await rows(
      door.store.running,
      sql`delete from post_holding where person_id = 'wes' and post_id = 'lead-edu'`,
    )
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
      door.store.running,
      sql`select (select jsonb_agg(i) from invitation i)::text ||
      coalesce((select jsonb_agg(k) from idempotency k)::text, '') || (select jsonb_agg(a) from audit_entry a)::text as text`,
    )
    expect(JSON.stringify(kept)).toContain('joined')
    expect(JSON.stringify(kept)).not.toContain(code)
    expect(
      await rows(
        door.store.running,
        sql`select actor, what, reference from audit_entry where subject = 'wes' order by id`,
      ),
    ).toEqual([
      { actor: 'bea', what: 'invited', reference: null },
      { actor: 'wes', what: 'joined', reference: `${HOME}/${WES}` },
    ])
  })
})
