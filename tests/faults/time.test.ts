import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { sql } from 'kysely'
import { Client } from 'pg'
import { afterEach, describe, expect, test } from 'vitest'

import { openCopies } from '#store/copies.ts'
import { openPglite, openPostgres } from '#store/database.ts'
import type { Database } from '#store/database.ts'
import { migrate } from '#store/migrate.ts'
import { verify } from '#store/seal.ts'
import type { PostgresCell } from '#tests/fixtures/postgres/cell.ts'
import { aPostgresCell } from '#tests/fixtures/postgres/cell.ts'

import type { Engine, House } from './a-house.ts'
import { aHouse, HOUR, MINUTE } from './a-house.ts'
import { brokenIn, recordFor } from './acts.ts'
import { CASES } from './chances.ts'
import { withWorkers } from './many-workers.ts'

/** The fault matrix, the rows of time: clocks that jump (F15), days that are odd (F16), a restored backup (F22). */

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of open.splice(0)) await each.close()
})

describe.each(CASES)('on $engine, seed $seed', ({ engine, seed }) => {
  test('F15: a clock that jumps: nothing twice, nothing left out, at most one reminder for what was missed', async () => {
    const house = await aHouse({ engine, seed, furniture: withWorkers(4) })
    open.push(house)
    const { clock, proxy, standIn, chance } = house
    const recorded = await recordFor(house, 4, '2018-06-29')
    // One is on its way to be tried again when the clock is set back.
    proxy.script({ nth: 1 + Math.floor(chance() * 4), fault: { kind: 'answer', status: 503 } })
    await house.settle()
    expect(standIn.taken).toHaveLength(3)
    clock.now += 3 * HOUR
    await house.settle()
    expect({ seed, told: standIn.taken.length }).toEqual({ seed, told: 4 })
    clock.now -= 6 * HOUR
    await house.runFor(10 * MINUTE, MINUTE)
    expect({ seed, told: standIn.taken.length }).toEqual({ seed, told: 4 })
    // A Monday morning: nothing goes out at seven, or on a Saturday.
    clock.now += 42 * 24 * HOUR + 3 * HOUR
    await house.settle()
    const after = standIn.taken.slice(4).filter(({ conversation }) => conversation.includes('worker'))
    expect(after.map(({ conversation }) => conversation)).toEqual([
      ...new Set(after.map((t) => t.conversation)),
    ])
    expect({ seed, reminded: after.length }).toEqual({ seed, reminded: 4 })
    const { firstBad } = await verify(house.database, 'key-Test')
    expect(firstBad).toBeNull()
    expect(await brokenIn(house, recorded)).toEqual({ seed, broken: [] })
  })

  test('F15: what waits for a time that only a clock running ahead can have meant goes out', async () => {
    const house = await aHouse({ engine, seed, furniture: withWorkers(2) })
    open.push(house)
    const { clock, proxy, standIn } = house
    const recorded = await recordFor(house, 2, '2018-06-29')
    clock.now += 3 * HOUR
    proxy.script({ times: 2, fault: { kind: 'answer', status: 503 } })
    await house.settle()
    expect(standIn.taken).toHaveLength(0)
    clock.now -= 3 * HOUR
    await house.settle()
    expect({ seed, told: standIn.taken.length }).toEqual({ seed, told: 2 })
    expect(await brokenIn(house, recorded, { slots: 1 })).toEqual({ seed, broken: [] })
  })

  test.each([
    {
      why: 'the hour that comes twice, 25 October 2026',
      startsAt: '2026-10-19T09:00:00Z',
      due: '2026-10-26',
      days: 17,
      at: ['2026-10-21T08:00Z', '2026-10-26T09:00Z', '2026-10-27T09:00Z', '2026-11-02T09:00Z'],
    },
    {
      why: 'the hour that is missing, and Easter, 28 March 2027',
      startsAt: '2027-03-22T10:00:00Z',
      due: '2027-03-30',
      days: 17,
      at: ['2027-03-23T09:00Z', '2027-03-30T08:00Z', '2027-03-31T08:00Z', '2027-04-06T08:00Z'],
    },
    {
      why: 'the 29th of February 2028',
      startsAt: '2028-02-21T10:00:00Z',
      due: '2028-02-29',
      days: 17,
      at: ['2028-02-24T09:00Z', '2028-02-29T09:00Z', '2028-03-01T09:00Z', '2028-03-07T09:00Z'],
    },
  ])('F16: nine o’clock stays nine o’clock over $why', async ({ startsAt, due, days, at }) => {
    const house = await aHouse({ engine, seed, furniture: withWorkers(1), startsAt })
    open.push(house)
    const { clock, standIn, chance } = house
    const recorded = await recordFor(house, 1, due)
    await house.settle()
    const steps = at.map((time) => Date.parse(time))
    // Around each time, and at moments drawn by chance: nothing a minute before, one at the time, none after.
    const moments = [
      ...steps.flatMap((time) => [time - MINUTE, time, time + MINUTE, time + HOUR]),
      ...Array.from({ length: 12 }, () => Date.parse(startsAt) + chance() * days * 24 * HOUR),
    ].toSorted((a, b) => a - b)
    for (const moment of moments) {
      clock.now = Math.max(clock.now, moment)
      await house.settle()
    }
    const heard = (who: RegExp) => standIn.taken.filter((t) => who.test(t.conversation)).map((t) => t.at)
    // Overviews have times of their own.
    const reminders = standIn.taken.filter(({ duties }) => duties.length > 0)
    const toldAll = reminders.filter(
      ({ number }, index, all) => all.findIndex((t) => t.number === number) === index,
    )
    const later = [...new Set(toldAll.map((t) => t.at))].slice(1)
    for (const [index, time] of steps.entries()) {
      const last = later[index] ?? NaN
      expect({ seed, step: index, late: last >= time && last <= time + MINUTE }).toEqual({
        seed,
        step: index,
        late: true,
      })
    }
    expect(heard(/worker/)).toHaveLength(4)
    expect(await brokenIn(house, recorded)).toEqual({ seed, broken: [] })
  })

  test('F22: a restored backup sends nothing until it is released; then what waited is marked', async () => {
    const { original, restore } = await aBackedUpHouse(engine, seed)
    const recorded = await recordFor(original, 5, '2018-06-29')
    original.proxy.script({ times: 5, fault: { kind: 'answer', status: 503 } })
    await original.settle()
    const counts = await countsOf(original.running.database)
    const { database, dataDir } = await restore()
    expect({ seed, counts: await countsOf(database) }).toEqual({ seed, counts })
    const copies = await openCopies(database, dataDir)
    const furniture = withWorkers(5)
    const copy = await aHouse({
      engine,
      seed,
      furniture,
      database,
      dataDir,
      maySend: () => copies.maySend(),
    })
    open.push(copy)
    await pointTo(copy)
    copy.clock.now += HOUR
    await copy.runFor(HOUR, 20 * MINUTE)
    expect({ seed, calls: copy.proxy.calls.length, mailed: copy.mailed.length }).toEqual({
      seed,
      calls: 0,
      mailed: 0,
    })
    const { firstBad } = await verify(database, 'key-Test')
    expect(firstBad).toBeNull()
    expect((await copy.as('quinn').get(`/api/actions/${recorded[0]?.action}`)).status).toBe(200)

    await copies.release(copy.running)
    await copy.settle()
    expect({ seed, marked: copy.standIn.taken.map(({ isMarked }) => isMarked) }).toEqual({
      seed,
      marked: recorded.map(() => true),
    })
    const again = await openCopies(database, dataDir)
    expect(await again.maySend()).toBe(true)
    await again.hold()
    expect(await again.maySend()).toBe(false)
  })
})

/** How many rows each table has. */
async function countsOf(database: Database): Promise<Readonly<Record<string, number>>> {
  return database.transact({ as: 'owner' }, async (trx) => {
    const { rows: tables } = await sql<{ name: string }>`select table_name as name
      from information_schema.tables where table_schema = 'public' order by table_name`.execute(trx)
    const counts: Record<string, number> = {}
    for (const { name } of tables) {
      const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)}`.execute(trx)
      counts[name] = rows[0]?.n ?? NaN
    }
    return counts
  })
}

/** A house, and a way to take a copy of its data to another place, as a backup is. */
async function aBackedUpHouse(engine: Engine, seed: number) {
  const furniture = withWorkers(5)
  const cell = engine === 'postgresql' ? await aPostgresCell() : undefined
  const dataDir = await mkdtemp(join(tmpdir(), 'case-evaluations-original-'))
  const database = cell ? openPostgres(cell.urls) : await openPglite(join(dataDir, 'database'))
  await migrate(database)
  const copies = await openCopies(database, dataDir)
  const original = await aHouse({
    engine,
    seed,
    furniture,
    database,
    dataDir,
    maySend: () => copies.maySend(),
  })
  await original.startAgain()
  let isOpen = true
  const end = async (): Promise<void> => {
    if (isOpen) await original.close()
    isOpen = false
  }
  open.push({
    close: async () => {
      await end()
      await cell?.drop()
    },
  })
  return {
    original,
    restore: async (): Promise<{ database: Database; dataDir: string }> => {
      const other = await mkdtemp(join(tmpdir(), 'case-evaluations-restored-'))
      if (cell) {
        await original.close()
        isOpen = false
        return { database: openPostgres(await copyOf(cell)), dataDir: other }
      }
      await original.running.database.close()
      await mkdir(other, { recursive: true })
      await cp(join(dataDir, 'database'), join(other, 'database'), { recursive: true })
      isOpen = false
      await rm(dataDir, { recursive: true, force: true })
      return { database: await openPglite(join(other, 'database')), dataDir: other }
    },
  }
}

/** A database restored from another: what it says of itself is the same, where it stands is not. */
async function copyOf(cell: PostgresCell): Promise<PostgresCell['urls']> {
  const copied = await aPostgresCell()
  open.push({ close: copied.drop })
  const server = new URL(cell.urls.owner)
  server.pathname = '/postgres'
  const client = new Client({ connectionString: server.href })
  await client.connect()
  await client.query(`drop database ${nameOf(copied.urls.owner)} with (force)`)
  await client.query(`create database ${nameOf(copied.urls.owner)} template ${nameOf(cell.urls.owner)}`)
  await client.end()
  return copied.urls
}

function nameOf(url: string): string {
  return new URL(url).pathname.slice(1)
}

/** The chats of the copy are where its own stand-in is. */
async function pointTo({ database, proxy }: House): Promise<void> {
  await database.transact({ as: 'owner' }, (trx) =>
    trx
      .updateTable('chat_address')
      .set({ service_url: `${proxy.url}/` })
      .execute(),
  )
}
