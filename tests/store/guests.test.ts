import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import type { AgencyId, PersonId, PostId } from '#core/ids.ts'
import { attestGuest, setAccount } from '#core/people/let-in.ts'
import { nameDeputy } from '#core/people/name-deputy.ts'
import { nameHolder } from '#core/people/name-holder.ts'
import { viewAccess, viewGuests } from '#store/access-view.ts'
import { findSignedIn } from '#store/access.ts'
import { itemsOf } from '#store/message-items.ts'
import { findActor } from '#store/people.ts'
import { run } from '#store/run.ts'
import type { Running } from '#store/running.ts'
import type { Seen } from '#store/seen.ts'
import { viewUndelivered } from '#store/undelivered.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { at, messages, recorded, request, rows, sweptAll } from '#tests/fixtures/store-acts.ts'
import { web } from '#tests/fixtures/store-rounds.ts'

const HOST = '5b1c9a10-0000-4000-8000-0000000000aa'
const WES = '5b1c9a10-0000-4000-8000-000000000005'

let store: TestStore
let running: Running
beforeAll(async () => {
  store = await aStore()
  running = store.running
})
afterAll(() => store.close())

/** Wes works for Social Care and is a guest of the council's tenant since 6 June: until 4 September. */
beforeEach(async () => {
  await store.startAgain()
  await store.setClock(at('2018-06-06 14:20'))
  const made = await bound('wes', 'csc')
  if (!made.ok) throw new Error(made.reason)
})

const bound = (person: string, agency: string | null, by = 'bea', aadId = WES) =>
  run(running, request(by), setAccount, {
    person: person as PersonId,
    tenantId: HOST,
    aadId,
    agency: agency as AgencyId | null,
  })

const attest = (stays: boolean, person = 'wes', by = 'bea') =>
  run(running, request(by), attestGuest, { person: person as PersonId, stays })

const signedIn = (today: string, aadId = WES) =>
  running.database.transact(web(null as never), (trx) =>
    findSignedIn(trx, { tenantId: HOST, aadId, isGuest: true }, day(today)),
  )

const asBea = <T>(today: string, work: (seen: Seen) => Promise<T>): Promise<T> =>
  running.database.transact(web('bea'), async (trx) => {
    const actor = await findActor(trx, 'bea' as PersonId, day(today))
    if (!actor) throw new Error('bea is not let in')
    return work({ trx, actor, today: day(today) })
  })

const heard = async () => (await messages(running)).map(({ person, steps }) => `${person}: ${steps.join()}`)
const ENDED = { ok: false, reason: 'access-ended' }

describe('a guest', () => {
  it('is let in for 90 days, and not on the day after', async () => {
    expect(await signedIn('2018-09-04')).toEqual({ ok: true, value: 'wes' })
    expect(await signedIn('2018-09-05')).toEqual(ENDED)
  })

  it('is let in for 90 more days when the partnership says that they still work on this', async () => {
    await store.setClock(at('2018-09-10 09:00'))
    expect(await signedIn('2018-09-10')).toEqual(ENDED)
    expect(await attest(true)).toMatchObject({ ok: true, value: { until: '2018-12-09' } })
    expect(await signedIn('2018-09-10')).toEqual({ ok: true, value: 'wes' })
  })

  it('whose access the partnership ends is out at once, in chat, too', async () => {
    expect(await attest(false)).toMatchObject({ ok: true })
    expect(await signedIn('2018-06-06')).toEqual(ENDED)
    const refused = await run(running, request('wes'), nameHolder, {
      post: 'bm' as PostId,
      who: { person: 'wes' as PersonId },
      from: day('2018-06-06'),
    })
    expect(refused).toEqual({ ok: false, reason: 'unknown-person' })
  })

  it('is none any more when the partnership says so with the account of the organisation itself', async () => {
    await attest(false)
    expect(await bound('wes', null)).toMatchObject({ ok: true })
    const asMember = running.database.transact(web(null as never), (trx) =>
      findSignedIn(trx, { tenantId: HOST, aadId: WES, isGuest: false }, day('2019-06-06')),
    )
    expect(await asMember).toEqual({ ok: true, value: 'wes' })
    expect(
      await rows(running, sql`select what from audit_entry where subject = 'wes' order by id desc limit 2`),
    ).toEqual([{ what: 'no-guest' }, { what: 'account-set' }])
  })

  it('who belongs to the organisation by now is none any more; whom the tenant has as a guest is not let in', async () => {
    const none = await run(running, request('bea'), attestGuest, {
      person: 'wes' as PersonId,
      stays: true,
      isGuest: false,
    })
    expect(none).toEqual({ ok: true, value: { until: null } })
    expect(await signedIn('2018-06-06')).toEqual(ENDED)
    expect(await attest(true)).toEqual({ ok: false, reason: 'is-no-guest' })
  })

  it.each(['wes', 'ada'])('does not stop being one by %s', async (by) => {
    const gone = sql`delete from guest_access where person_id = 'wes'`
    await running.database.transact(web(by), (trx) => gone.execute(trx))
    expect(await rows(running, sql`select 1 as one from guest_access`)).toEqual([{ one: 1 }])
  })

  it('of the tenant whom nobody here confirmed is not let in', async () => {
    expect(await bound('sam', null, 'bea', HOST)).toMatchObject({ ok: true })
    expect(await signedIn('2018-06-06', HOST)).toEqual(ENDED)
  })

  it('holds no office of the partnership, whoever names them', async () => {
    const seat = sql`insert into post_holding (post_id, person_id, from_day, held_as)
      values ('qa', 'wes', '2018-06-07', 'deputy')`
    await expect(running.database.transact({ as: 'owner' }, (trx) => seat.execute(trx))).rejects.toThrow(
      /own agency alone/,
    )
  })

  it('holds no post of another agency', async () => {
    const named = await run(running, request('bea'), nameHolder, {
      post: 'lead-edu' as PostId,
      who: { person: 'wes' as PersonId },
      from: day('2018-06-07'),
    })
    expect(named).toEqual({ ok: false, reason: 'guest-of-another-agency' })
    expect(
      await rows(running, sql`select 1 from post_holding where person_id = 'wes' and post_id = 'lead-edu'`),
    ).toEqual([])
  })

  it('holds another post of the own agency', async () => {
    const named = await run(running, request('bea'), nameHolder, {
      post: 'lead-csc' as PostId,
      who: { person: 'wes' as PersonId },
      from: day('2018-06-07'),
    })
    expect(named).toMatchObject({ ok: true })
  })

  it.each([
    ['whoever holds an office', 'quinn', 'csc', 'guest-in-office'],
    ['whoever holds a post of another agency', 'eve', 'csc', 'guest-holds-elsewhere'],
    ['somebody of an agency that is not known', 'eve', 'nothing', 'agency-not-known'],
  ])('is not: %s', async (_, person, agency, reason) => {
    await rows(running, sql`update person set tenant_id = 'by-mail' where id = ${person}`)
    expect(await bound(person, agency, 'bea', HOST)).toEqual({ ok: false, reason })
  })

  it('is not made of whoever holds an office by any other way', async () => {
    const guest = sql`insert into guest_access (person_id, agency_id, until_day, renewed_by, renewed_at)
      values ('quinn', 'csc', '2019-01-01', 'bea', '2018-06-06T12:00:00Z')`
    await expect(running.database.transact(web('bea'), (trx) => guest.execute(trx))).rejects.toThrow(
      /no guest/,
    )
  })

  it.each(['wes', 'ada', 'eve', 'sam'])('is confirmed by the partnership alone, not by %s', async (by) => {
    expect(await attest(true, 'wes', by)).toEqual({ ok: false, reason: 'no-such-person-here' })
    expect(await bound('sam', null, by, HOST)).toEqual({ ok: false, reason: 'no-such-person-here' })
    const renewed = sql`update guest_access set until_day = '2030-01-01', renewed_by = ${by}`
    await running.database.transact(web(by), (trx) => renewed.execute(trx))
    expect(await rows(running, sql`select until_day from guest_access`)).toEqual([
      { until_day: '2018-09-04' },
    ])
  })

  it('whose time ends first stands first among the guests', async () => {
    await store.setClock(at('2018-06-07 09:00'))
    expect(await bound('gil', 'gp', 'bea', HOST)).toMatchObject({ ok: true })
    const guests = await asBea('2018-09-05', viewGuests)
    expect(guests.map(({ name, agency, until, ended }) => [name, agency, until, ended])).toEqual([
      ['Wes Worker-Test', "Children's Social Care", '2018-09-04', true],
      [expect.stringMatching(/^Gil/), 'GPs', '2018-09-05', false],
    ])
  })
})

describe('when the access of a guest has ended', () => {
  it('nothing is sent to them, and the partnership sees it', async () => {
    await attest(false)
    await recorded(running)
    await sweptAll(running)
    expect(await heard()).toEqual([])
    const list = await asBea('2018-06-06', viewUndelivered)
    expect(list?.items.map(({ number, ended, who, why }) => [number, ended, who, why])).toEqual([
      ['A1', 'nobody', 'Allocated worker of N-08', expect.stringMatching(/guest whose access has ended/)],
    ])
  })

  it('what was about to be sent is not', async () => {
    await recorded(running)
    await sweptAll(running)
    const [message] = await rows<{ id: string }>(running, sql`select id from message where person_id = 'wes'`)
    expect(await itemsOf(running, message?.id as never)).toHaveLength(1)
    await attest(false)
    expect(await itemsOf(running, message?.id as never)).toEqual([])
  })

  it('the deputy of the post hears in their place', async () => {
    const deputy = sql`insert into post_holding (post_id, person_id, from_day, held_as)
      values ('worker-n08', 'ada', '2018-06-01', 'deputy')`
    await running.database.transact({ as: 'owner' }, (trx) => deputy.execute(trx))
    await attest(false)
    await recorded(running)
    await sweptAll(running)
    expect(await heard()).toEqual([expect.stringMatching(/^ada: A1 told/)])
  })
})

async function isRefused(who: string): Promise<void> {
  expect(await bound(who, null, 'bea', HOST)).toEqual({ ok: false, reason: 'not-yours-to-bind' })
  const other = sql<{ done: boolean }>`select set_account(${who}, ${HOST}, ${HOST}, '2018-06-06') as done`
  const { rows: done } = await running.database.transact(web('bea'), (trx) => other.execute(trx))
  expect(done).toEqual([{ done: false }])
  const access = await asBea('2018-06-06', (seen) =>
    viewAccess(seen, who as PersonId, at('2018-06-06 12:00')),
  )
  expect(access?.may.setAccount).toBe(false)
}

describe('an account', () => {
  it('is one person', async () => {
    expect(await bound('sam', 'csc')).toEqual({ ok: false, reason: 'account-is-anothers' })
  })

  it('of whoever holds an office is changed by an administrator alone', async () => {
    expect(await bound('quinn', null, 'bea', HOST)).toEqual({ ok: false, reason: 'not-yours-to-bind' })
    const other = sql<{ done: boolean }>`select set_account('quinn', ${HOST}, ${HOST}, '2018-06-06') as done`
    const { rows: done } = await running.database.transact(web('bea'), (trx) => other.execute(trx))
    expect(done).toEqual([{ done: false }])
  })

  it('is set by the partnership alone, past every use case, too', async () => {
    const other = sql<{ done: boolean }>`select set_account('sam', ${HOST}, ${HOST}, '2018-06-06') as done`
    const { rows: done } = await running.database.transact(web('ada'), (trx) => other.execute(trx))
    expect(done).toEqual([{ done: false }])
  })

  it('of whoever was ever in an office is an administrator’s, too: they may be named to it again', async () => {
    const asOwner = (statement: ReturnType<typeof sql>) =>
      running.database.transact({ as: 'owner' }, (trx) => statement.execute(trx))
    const before = await rows(running, sql`select aad_id from person where id = 'quinn'`)
    await asOwner(sql`update post_holding set to_day = '2018-06-05' where person_id = 'quinn'`)
    await isRefused('quinn')
    expect(await rows(running, sql`select aad_id from person where id = 'quinn'`)).toEqual(before)
    // Whoever was in it for less than a day left no holding behind, but their name in its history.
    const name = (who: string) =>
      run(running, request('bea'), nameDeputy, {
        post: 'qa' as PostId,
        from: day('2018-06-06'),
        who: { person: who as PersonId },
      })
    expect([await name('ada'), await name('eve')]).toMatchObject([{ ok: true }, { ok: true }])
    expect(
      await rows(running, sql`select 1 from post_holding where post_id = 'qa' and person_id = 'ada'`),
    ).toEqual([])
    await isRefused('ada')
  })

  it('is one person’s when it is set for two at once', async () => {
    const told = await Promise.all(['sam', 'ada', 'eve'].map((who) => bound(who, null, 'bea', HOST)))
    expect(told.filter(({ ok }) => ok)).toHaveLength(1)
    const refusedTo = told.flatMap((each) => (each.ok ? [] : [each.reason]))
    expect(refusedTo).toEqual(['account-is-anothers', 'account-is-anothers'])
  })

  it('is in the audit trail: who set which one for whom', async () => {
    await attest(true)
    await attest(false)
    const account = `${HOST}/${WES}`
    expect(
      await rows(
        running,
        sql`select actor, what, reference from audit_entry where subject = 'wes' order by id`,
      ),
    ).toEqual([
      { actor: 'bea', what: 'account-set', reference: account },
      { actor: 'bea', what: 'guest-confirmed', reference: null },
      { actor: 'bea', what: 'guest-ended', reference: null },
    ])
  })
})
