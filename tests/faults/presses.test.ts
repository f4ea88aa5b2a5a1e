import { setTimeout as wait } from 'node:timers/promises'

import { sql } from 'kysely'
import { afterEach, describe, expect, test } from 'vitest'

import type { ActionView } from '#core/actions/views.ts'

import type { Engine, House } from './a-house.ts'
import { aHouse } from './a-house.ts'
import { brokenIn, DONE, doneBy, recordFor, sendPress } from './acts.ts'
import type { Recorded } from './acts.ts'
import { CASES } from './chances.ts'
import { dutyOf } from './checker.ts'
import { withWorkers } from './many-workers.ts'
import { aFaultProxy } from './proxy.ts'

/** The fault matrix, the rows of presses (F7 to F10), and of a role that changes hands (I7). */

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of open.splice(0)) await each.close()
})

async function asked(engine: Engine, seed: number, more: { patienceMs?: number } = {}) {
  const house = await aHouse({ engine, seed, furniture: withWorkers(3), ...more })
  open.push(house)
  const recorded = await recordFor(house, 3, '2018-06-29')
  await house.settle()
  const chosen = recorded[Math.floor(house.chance() * 3)]
  if (!chosen) throw new Error('nothing was recorded')
  return { house, recorded, chosen }
}

async function changesOf(house: House, { action }: Recorded): Promise<readonly string[]> {
  const view = (await house.as('quinn').get(`/api/actions/${action}`)).body as ActionView
  return view.history.map(({ what }) => what)
}

/** What the audit trail says that a person did with the action, or with a duty of it, by a card. */
async function auditOf({ database }: House, subject: string): Promise<readonly string[]> {
  return database.transact({ as: 'owner' }, async (trx) => {
    const rows = await trx
      .selectFrom('audit_entry')
      .select('what')
      .where('subject', '=', subject)
      .where('channel', '=', 'card')
      .orderBy('id')
      .execute()
    return rows.map(({ what }) => what)
  })
}

const ONE_CHANGE = ['Said that it is done', 'Recorded the action']

describe.each(CASES)('on $engine, seed $seed', ({ engine, seed }) => {
  test('F7: one press that comes three times, two at once: one change, three equal answers', async () => {
    const { house, recorded, chosen } = await asked(engine, seed)
    const door = await aFaultProxy(house.origin)
    open.unshift(door)
    door.script({ fault: { kind: 'twice' } })
    const press = await house.press(chosen.owner, { message: 'card-1', data: await doneBy(house, chosen) })
    const answers = [await sendPress(door.url, press), await sendPress(door.url, press)]
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(answers[0]?.text).toContain('Nothing more to do.')
    expect(answers[1]?.text).toBe(answers[0]?.text)
    expect(Math.max(...answers.map(({ tookMs }) => tookMs))).toBeLessThan(2000)
    expect({ seed, changes: await changesOf(house, chosen) }).toEqual({ seed, changes: ONE_CHANGE })
    expect({ seed, audit: await auditOf(house, chosen.action) }).toEqual({ seed, audit: ['report-done'] })
    const changes = new Map([[chosen.action, 2]])
    expect(await brokenIn(house, recorded, { changes })).toEqual({ seed, broken: [] })
  })

  test('F8: the same answer from two devices: one change, the second hears when it was answered', async () => {
    const { house, chosen } = await asked(engine, seed)
    const card = { message: 'card-1', data: await doneBy(house, chosen) }
    const answers = await Promise.all(
      [1, 2].map(async () => sendPress(house.origin, await house.press(chosen.owner, card))),
    )
    for (const { text } of answers) expect(text).toMatch(/You answered this on 18 June at 10:\d\d/)
    expect({ seed, changes: await changesOf(house, chosen) }).toEqual({ seed, changes: ONE_CHANGE })
    expect({ seed, audit: await auditOf(house, chosen.action) }).toEqual({ seed, audit: ['report-done'] })
    expect({ seed, late: await auditOf(house, card.data.duty) }).toEqual({
      seed,
      late: ['press-too-late'],
    })
  })

  test('F9: a card whose action was withdrawn meanwhile changes nothing and shows what is so now', async () => {
    const { house, chosen } = await asked(engine, seed)
    const data = await doneBy(house, chosen)
    const worker = house.as(chosen.owner)
    const duty = await dutyOf(worker, chosen.action)
    await worker.post(`/api/duties/${duty}/answers`, {
      deed: 'question',
      question: 'not-right',
      reason: 'No.',
    })
    const eve = house.as('eve')
    const owed = await dutyOf(eve, chosen.action)
    const withdrawn = await eve.post(`/api/duties/${owed}/answers`, {
      deed: 'withdraw',
      reason: 'It is not.',
    })
    expect(withdrawn.status).toBe(200)
    const before = await changesOf(house, chosen)
    const answer = await sendPress(house.origin, await house.press(chosen.owner, { message: 'card-1', data }))
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('AdaptiveCard')
    expect(answer.text).not.toContain('It is done')
    expect({ seed, changes: await changesOf(house, chosen) }).toEqual({ seed, changes: before })
    expect({ seed, late: await auditOf(house, data.duty) }).toEqual({ seed, late: ['press-too-late'] })
  })

  test('F10: what takes longer than Teams waits is answered in words, and the card follows', async () => {
    const { house, recorded, chosen } = await asked(engine, seed, { patienceMs: 600 })
    const press = await house.press(chosen.owner, { message: 'card-1', data: await doneBy(house, chosen) })
    const slow = house.database.transact({ as: 'owner' }, async (trx) => {
      await sql`lock table action in access exclusive mode`.execute(trx)
      await wait(2500)
    })
    await wait(100)
    const first = sendPress(house.origin, press)
    await wait(300)
    const again = sendPress(house.origin, press)
    const answers = await Promise.all([first, again])
    for (const { status, text, tookMs } of answers) {
      expect(status).toBe(200)
      expect(text).toContain('Working on it.')
      expect(tookMs).toBeLessThan(2000)
    }
    await slow
    await expect.poll(() => house.standIn.replaced.length, { timeout: 10_000 }).toBe(1)
    expect(house.standIn.replaced[0]).toMatchObject({ activity: 'card-1' })
    expect(house.standIn.replaced[0]?.body).toContain('Nothing more to do.')
    expect({ seed, changes: await changesOf(house, chosen) }).toEqual({ seed, changes: ONE_CHANGE })
    const changes = new Map([[chosen.action, 2]])
    expect(await brokenIn(house, recorded, { changes })).toEqual({ seed, broken: [] })
  })

  test('I7: who lost the role before the message went hears nothing, the one who has it does', async () => {
    const house = await aHouse({ engine, seed, furniture: withWorkers(3) })
    open.push(house)
    const recorded = await recordFor(house, 3, '2018-06-29')
    house.proxy.script({ times: 3, fault: { kind: 'answer', status: 503 } })
    await house.settle()
    await house.database.transact({ as: 'owner' }, async (trx) => {
      await sql`update post_holding set to_day = '2018-06-17' where post_id = 'worker-x-0'`.execute(trx)
      await sql`insert into post_holding (post_id, person_id, from_day, held_as)
        values ('worker-x-0', 'wes', '2018-06-18', 'holder')`.execute(trx)
    })
    const duty = await dutyOf(house.as('wes'), recorded[0]?.action ?? '')
    await house.runFor(600_000)
    const mayHear = (chat: string, about: string) => about !== duty || chat === 'a:wes'
    expect(await brokenIn(house, recorded, { mayHear })).toEqual({ seed, broken: [] })
    expect(house.standIn.taken.filter(({ duties }) => duties.includes(duty))).toHaveLength(1)
  })
})

test('a press is answered within five seconds unless told otherwise', async () => {
  const { rulesFrom } = await import('#bot/transport/botbuilder/settings.ts')
  const { deadlineMs, patienceMs } = rulesFrom({
    appId: 'bot-Test',
    tenantId: 'tenant-Test',
    appType: 'SingleTenant',
    outgoing: { kind: 'fixed', token: 'token-Test' },
    allowedServiceUrls: ['http://127.0.0.1/'],
  })
  expect(patienceMs).toBeLessThan(5000)
  expect(deadlineMs).toBeLessThanOrEqual(15_000)
  expect(DONE.deed).toBe('report-done')
})
