import { randomUUID } from 'node:crypto'

import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { AccessView } from '#core/people/access/views.ts'
import type { Mailed } from '#core/people/invitation-mail.ts'
import { hashOfCode } from '#server/endpoints/people/access.ts'
import { CLIENT } from '#tests/fixtures/a-token-issuer.ts'
import { rows } from '#tests/fixtures/store-acts.ts'

import { ADDRESS, aJoiningDoor, BEA, codeOf, WES } from './a-joining-door.ts'
import type { JoiningDoor } from './a-joining-door.ts'

const MINUTE = 60_000

let door: JoiningDoor
beforeAll(async () => {
  door = await aJoiningDoor()
})
afterAll(() => door.close())
beforeEach(() => door.startAgain())

const send: JoiningDoor['send'] = (...said) => door.send(...said)
const comes = (came: Mailed): void => void (door.road.answer = async () => came)

describe('an invitation by mail', () => {
  it('goes to the person, says who asks and whom to ring, and its link is good', async () => {
    const { status, body } = await send('wes')
    expect([status, body.mailed]).toEqual([201, { came: 'sent', at: '6 June at 13:00' }])
    expect(door.road.sent).toHaveLength(1)
    const [{ to, mail }] = door.road.sent as [(typeof door.road.sent)[number]]
    expect(to).toBe('wes')
    expect(mail.link).toBe(`${ADDRESS}${body.path}`)
    expect(mail.text).toContain('Bea Officer-Test of Exampleshire')
    expect(mail.text).toContain('until Wednesday 20 June')
    expect(mail.text).toContain('01632 960123')
    expect(await door.seen('wes')).toMatchObject({
      invitedUntil: '20 June',
      mail: 'wes@example.org',
      mailed: { came: 'sent', at: '6 June at 13:00' },
    })
    expect(await door.join(codeOf(mail.link))).toMatchObject({ status: 200 })
    expect(await door.deeds('wes')).toEqual(['invited', 'invitation-sent', 'joined'])
  })

  it('goes to no address that somebody says with it', async () => {
    await send('wes', { mail: 'else@example.org', to: 'sam', person: 'sam' })
    expect(door.road.sent.map(({ to }) => to)).toEqual(['wes'])
  })

  it('that cannot be sent says so, and its link can be copied; the next one need not wait', async () => {
    comes('not-sent')
    const { status, body } = await send('wes')
    expect([status, body.mailed?.came]).toEqual([201, 'not-sent'])
    expect(await door.seen('wes')).toMatchObject({ mailed: { came: 'not-sent', at: '6 June at 13:00' } })
    comes('sent')
    expect((await send('wes')).body.mailed?.came).toBe('sent')
    expect(await door.deeds('wes')).toEqual(['invited', 'invitation-not-sent', 'invited', 'invitation-sent'])
    expect(await door.join(codeOf(body.path))).toMatchObject({ status: 404 })
  })

  it('that could not be sent leaves a link that is good', async () => {
    comes('not-sent')
    expect(await door.join(codeOf((await send('wes')).body.path))).toMatchObject({ status: 200 })
  })

  it.each([
    ['gives no clear answer', async () => 'in-doubt' as const],
    ['breaks', async () => Promise.reject(new Error('the journal is full'))],
  ])('is in doubt when the road %s, and is not said again by itself', async (_, answer) => {
    door.road.answer = answer
    const { status, body } = await send('wes')
    expect([status, body.mailed?.came]).toEqual([201, 'in-doubt'])
    expect((await send('wes')).status).toBe(409)
    expect(door.road.sent).toHaveLength(1)
    expect(await door.deeds('wes')).toEqual(['invited', 'invitation-in-doubt'])
    expect(await door.join(codeOf(body.path))).toMatchObject({ status: 200 })
  })

  it('is in doubt on the page for as long as nobody knows what came of it', async () => {
    let seen: AccessView | undefined
    door.road.answer = async () => {
      seen = await door.seen('wes')
      return 'sent'
    }
    await send('wes')
    expect(seen?.mailed?.came).toBe('in-doubt')
  })

  it('does not go out from a copy of the data that sends nothing', async () => {
    door.road.maySend = false
    expect((await send('wes')).body.mailed?.came).toBe('not-sent')
    expect(door.road.sent).toEqual([])
  })
})

describe('pressing twice', () => {
  it('sends one mail when the same request comes again, and shows no link the second time', async () => {
    const key = randomUUID()
    const first = await send('wes', {}, key)
    const second = await send('wes', {}, key)
    expect(door.road.sent).toHaveLength(1)
    expect(second).toEqual({ status: 201, body: { ...first.body, path: null } })
    expect(await door.join(codeOf(first.body.path))).toMatchObject({ status: 200 })
  })

  it('sends one mail when the same request comes twice at once', async () => {
    const key = randomUUID()
    const told = await Promise.all([send('wes', {}, key), send('wes', {}, key), send('wes', {}, key)])
    expect(told.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(told.filter(({ body }) => body.path !== null)).toHaveLength(1)
    expect(door.road.sent).toHaveLength(1)
  })

  it('sends one mail when two press at once, and the link in it is good', async () => {
    const told = await Promise.all([send('wes'), send('wes'), send('wes')])
    expect(told.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(told.filter(({ status }) => status === 409)).toHaveLength(2)
    expect(door.road.sent).toHaveLength(1)
    expect(await door.join(codeOf(door.road.sent[0]?.mail.link))).toMatchObject({ status: 200 })
  })

  it('makes a new invitation after a minute, which ends the older one', async () => {
    const first = await send('wes')
    door.clock.realNow += MINUTE - 1
    expect(await send('wes')).toMatchObject({
      status: 409,
      body: { title: 'A mail with an invitation went out a moment ago' },
    })
    door.clock.realNow += 1
    const second = await send('wes')
    expect(door.road.sent).toHaveLength(2)
    expect(await door.join(codeOf(first.body.path))).toMatchObject({ status: 404 })
    expect(await door.join(codeOf(second.body.path))).toMatchObject({ status: 200 })
  })

  it('is no way round the minute by a link to be copied, which is said to be one', async () => {
    await send('wes')
    const code = await door.invited('wes')
    expect((await door.seen('wes')).mailed).toBeNull()
    expect((await send('wes')).status).toBe(409)
    expect(door.road.sent).toHaveLength(1)
    expect(await door.join(code)).toMatchObject({ status: 200 })
  })

  it('does not hold up an invitation of somebody else', async () => {
    await send('wes')
    expect((await send('sam')).status).toBe(201)
    expect(door.road.sent.map(({ to }) => to)).toEqual(['wes', 'sam'])
  })
})

describe('an invitation by mail reaches', () => {
  it('a guest, who is one of the agency that it names', async () => {
    const { body } = await send('wes', { agency: 'csc' })
    expect(await door.join(codeOf(body.path), { oid: WES, acct: 1 })).toMatchObject({ status: 200 })
    expect(await door.seen('wes')).toMatchObject({ guest: { agency: 'csc' }, mailed: null })
  })

  it.each([
    ['a guest of an agency that is not theirs', 'wes', { agency: 'edu' }, BEA, 409],
    ['a guest of no agency that is known', 'wes', { agency: 'nowhere' }, BEA, 422],
    ['somebody who has an account', 'ada', {}, BEA, 409],
    ['somebody who is not here', 'nobody', {}, BEA, 404],
    ['anybody, when a lead person asks', 'wes', {}, CLIENT, 404],
  ])('not %s', async (_, person, over, oid, status) => {
    const told = await send(person, over, undefined, oid)
    expect([told.status, door.road.sent]).toEqual([status, []])
  })

  it('not somebody whose address nobody has said: nothing is made', async () => {
    await rows(door.store.running, sql`update person set mail = 'unknown' where id = 'wes'`)
    expect(await send('wes')).toMatchObject({
      status: 409,
      body: { title: 'Nobody has said their mail address' },
    })
    expect(await door.seen('wes')).toMatchObject({ mail: null, invitedUntil: null })
  })
})

it('the code of a mailed invitation stands in no table and in no line of the log', async () => {
  const codes: string[] = []
  for (const came of ['not-sent', 'in-doubt', 'sent'] as const) {
    comes(came)
    codes.push(codeOf((await send('wes')).body.path))
    door.clock.realNow += MINUTE
  }
  await send('wes', {}, randomUUID(), CLIENT)
  const kept = await everything()
  expect(kept).toContain(hashOfCode(codes[2] ?? ''))
  expect(kept).toContain('invitation-sent')
  expect(door.logged.length).toBeGreaterThan(0)
  for (const code of codes) {
    expect(code).toMatch(/^[\w-]{43}$/)
    expect(kept).not.toContain(code)
    expect(JSON.stringify(door.logged)).not.toContain(code)
  }
})

/** Every row of every table, outbox, audit trail and kept answers among them. */
async function everything(): Promise<string> {
  const { running } = door.store
  const tables = (await rows(
    running,
    sql`select tablename as name from pg_tables where schemaname = 'public'`,
  )) as unknown as readonly { readonly name: string }[]
  expect(tables.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['message', 'audit_entry', 'idempotency', 'invitation']),
  )
  const texts: string[] = []
  for (const { name } of tables)
    texts.push(JSON.stringify(await rows(running, sql`select * from ${sql.table(name)}`)))
  return texts.join('\n')
}
