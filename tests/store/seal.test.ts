import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { Running } from '#store/running.ts'
import { seal, verify } from '#store/seal.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { answer, chase, count, recorded, rows } from '#tests/fixtures/store-acts.ts'

const KEY = 'a key that only tests have'
let store: TestStore
let running: Running

beforeAll(async () => {
  store = await aStore()
  running = store.running
})
afterAll(() => store.close())

/** Four entries, sealed: recorded, reported, disputed, chased. */
beforeEach(async () => {
  await store.startAgain()
  await triggers('enable')
  const action = await recorded(running)
  await answer(running, 'wes', action, { deed: 'report-done', whatWasDone: 'x', evidence: 'x' })
  await answer(running, 'eve', action, { deed: 'dispute', reason: 'x' })
  await chase(running, [action])
  await seal(running.database, KEY)
})

const verified = (key = KEY) => verify(running.database, key)
const sound = { seals: 4, unsealed: 0, firstBad: null }

/** What somebody with every right in the database could do: the triggers are off. */
async function tamper(...statements: readonly RawBuilder<unknown>[]): Promise<void> {
  await triggers('disable')
  await running.database.transact({ as: 'owner' }, async (trx) => {
    for (const statement of statements) await statement.execute(trx)
  })
}

async function triggers(how: 'enable' | 'disable'): Promise<void> {
  await rows(running, sql`alter table audit_entry ${sql.raw(how)} trigger all`)
  await rows(running, sql`alter table audit_seal ${sql.raw(how)} trigger all`)
}

describe('the audit trail', () => {
  it('holds', async () => {
    expect(await verified()).toEqual(sound)
  })

  it('is sealed once: a second sealer finds nothing', async () => {
    expect(await seal(running.database, KEY)).toBe(0)
    await recorded(running)
    const sealed = await Promise.all([1, 2, 3].map(() => seal(running.database, KEY)))
    expect(sealed.toSorted((a, b) => a - b)).toEqual([0, 0, 1])
    expect(await verified()).toEqual({ ...sound, seals: 5 })
  })

  it('says how much is not sealed yet', async () => {
    await recorded(running)
    expect(await verified()).toEqual({ ...sound, unsealed: 1 })
  })

  it('holds when an entry with a smaller number arrives after its neighbours were sealed', async () => {
    await tamper(
      sql`insert into audit_entry (id, story_at, channel, what, subject) overriding system value
        values (-1, now(), 'system', 'late', 'late')`,
    )
    await seal(running.database, KEY)
    expect(await verified()).toEqual({ ...sound, seals: 5 })
  })

  it('holds only under its key', async () => {
    expect(await verified('another key')).toEqual({ seals: 0, unsealed: 0, firstBad: 1 })
  })
})

describe('a changed trail is found', () => {
  it.each([
    ['at', sql`at + interval '1 second'`],
    ['story_at', sql`story_at - interval '1 day'`],
    ['actor', sql`'sam'`],
    ['actor', sql`null`],
    ['channel', sql`'card'`],
    ['what', sql`'confirm'`],
    ['subject', sql`'another'`],
    ['reference', sql`'N-02 A2 v2'`],
    ['request', sql`null`],
  ])('when somebody changes %s of an entry', async (column, value) => {
    await tamper(sql`update audit_entry set ${sql.ref(column)} = ${value} where id = 2`)
    expect(await verified()).toEqual({ seals: 1, unsealed: 0, firstBad: 2 })
  })

  it.each([
    ['hash', sql`repeat('0', 64)`],
    ['previous', sql`repeat('0', 64)`],
    ['seq', sql`9`],
  ])('when somebody changes %s of a seal', async (column, value) => {
    await tamper(sql`update audit_seal set ${sql.ref(column)} = ${value} where seq = 2`)
    expect(await verified()).toMatchObject({ seals: 1, firstBad: 2 })
  })

  it('when an entry and its seal are removed', async () => {
    await tamper(sql`delete from audit_seal where seq = 2`, sql`delete from audit_entry where id = 2`)
    expect(await verified()).toMatchObject({ seals: 1, firstBad: 2 })
  })

  it('when an entry is removed under its seal', async () => {
    await tamper(sql`delete from audit_entry where id = 4`)
    expect(await verified()).toMatchObject({ seals: 3, firstBad: 4 })
  })

  it('when the first is removed', async () => {
    await tamper(sql`delete from audit_seal where seq = 1`, sql`delete from audit_entry where id = 1`)
    expect(await verified()).toMatchObject({ seals: 0, firstBad: 1 })
  })

  it('when the rest is numbered anew after a removal', async () => {
    await tamper(
      sql`delete from audit_seal where seq = 2`,
      sql`update audit_seal set seq = 2 where seq = 3`,
      sql`update audit_seal set seq = 3 where seq = 4`,
    )
    expect(await verified()).toMatchObject({ seals: 1, firstBad: 2 })
  })

  it('when two entries change places', async () => {
    await tamper(
      sql`update audit_seal set entry_id = case seq when 2 then -3 else -2 end where seq in (2, 3)`,
      sql`update audit_seal set entry_id = -entry_id where seq in (2, 3)`,
    )
    expect(await verified()).toMatchObject({ seals: 1, firstBad: 2 })
  })

  it('when all seals are thrown away, as entries that have none', async () => {
    await tamper(sql`truncate audit_seal`)
    expect(await verified()).toEqual({ seals: 0, unsealed: 4, firstBad: null })
  })

  it('when its end is cut off, by the number of seals alone', async () => {
    await tamper(sql`delete from audit_seal where seq = 4`, sql`delete from audit_entry where id = 4`)
    expect(await verified()).toEqual({ seals: 3, unsealed: 0, firstBad: null })
  })
})

describe('what is append-only', () => {
  it.each(['audit_entry', 'audit_seal', 'action_event', 'action_event_text'])(
    '%s is not changed or emptied even by the owner',
    async (table) => {
      const before = await count(running, table)
      expect(before).toBeGreaterThan(0)
      const [column = ''] = await columnsOf(table)
      const name = sql.table(table)
      const update = sql`update ${name} set ${sql.ref(column)} = ${sql.ref(column)}`
      await expect(rows(running, update)).rejects.toThrow('this table is append-only')
      await expect(rows(running, sql`delete from ${name}`)).rejects.toThrow('this table is append-only')
      expect(await count(running, table)).toBe(before)
    },
  )
})

async function columnsOf(table: string): Promise<readonly string[]> {
  const found = await rows<{ name: string }>(
    running,
    sql`select column_name::text as name from information_schema.columns
      where table_name = ${table} and is_identity = 'NO' order by ordinal_position`,
  )
  return found.map(({ name }) => name)
}
