import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { day } from '#core/calendar/day.ts'
import { momentAt } from '#core/calendar/moment.ts'
import type { Moment } from '#core/calendar/moment.ts'
import type { Furniture } from '#local/house.ts'
import { exampleshire } from '#local/story/thread/exampleshire.ts'
import { loadCalendar } from '#server/opening/open-store.ts'
import { openPglite, openPostgres } from '#store/database.ts'
import type { Database } from '#store/database.ts'
import { finishFurnishing, furnish, moveStory } from '#store/furnish.ts'
import { migrate } from '#store/migrate.ts'
import { rebuildDuties } from '#store/rebuild-duties.ts'
import type { Running } from '#store/running.ts'
import { verify } from '#store/seal.ts'
import type { PostgresCell } from '#tests/fixtures/postgres/cell.ts'
import { copyPglite } from '#tests/fixtures/templates.ts'

/** Where a server keeps everything: a directory, and with PostgreSQL a cell beside it. */
export type Place = { readonly dataDir: string; readonly cell?: PostgresCell }

/** A directory of a server-to-be in which Exampleshire stands on a Monday, with nothing recorded yet. */
export async function aPartnership(
  cell?: PostgresCell,
  furniture: Furniture = exampleshire,
  now: Moment = momentAt(day('2018-06-18'), '10:00'),
): Promise<Place> {
  const dataDir = await mkdtemp(join(tmpdir(), 'case-evaluations-'))
  const place = { dataDir, ...(cell && { cell }) }
  if (!cell) await copyPglite(dataDir)
  await inStore(place, async (running) => {
    await migrate(running.database)
    await furnish(running, furniture)
    await finishFurnishing(running)
    await moveStory(running, now)
  })
  return place
}

export async function forgetPlace({ dataDir, cell }: Place): Promise<void> {
  await rm(dataDir, { recursive: true, force: true })
  await cell?.drop()
}

/** The store of a place from outside the product; with PGlite no server may be running on it. */
export async function inStore<T>(place: Place, work: (running: Running) => Promise<T>): Promise<T> {
  const database = place.cell
    ? openPostgres(place.cell.urls)
    : await openPglite(join(place.dataDir, 'database'))
  try {
    const calendar = await calendarOf(database)
    return await work({
      database,
      calendar,
      readCalendar: async () => {},
      realNow: Date.now,
      leaseMs: 60_000,
    })
  } finally {
    await database.close()
  }
}

/** Before the first migration there is no calendar yet. */
async function calendarOf(database: Database) {
  await migrate(database)
  return loadCalendar(database)
}

export type Message = {
  readonly number: number
  readonly state: string
  readonly road: string
  readonly copies: number
}

/** The part of what was found that has to be so at every moment. */
export const SOUND = { brokenSeal: null, lostEntries: 0, wrongDuties: 0 } as const

export type Found = {
  readonly brokenSeal: number | null
  /** Audit entries that are neither sealed nor waiting for it. */
  readonly lostEntries: number
  readonly wrongDuties: number
  readonly messages: readonly Message[]
  readonly actions: number
}

/** What stands in the store: whether the chain holds, whether the duties follow, how each message stands. */
export async function inspect(place: Place, auditKey?: string): Promise<Found> {
  const key = auditKey ?? (await readFile(join(place.dataDir, 'audit.key'), 'utf8'))
  return inStore(place, async (running) => {
    const { firstBad, seals, unsealed } = await verify(running.database, key)
    const { changed } = await rebuildDuties(running)
    const { entries, actions, messages } = await running.database.transact({ as: 'owner' }, async (trx) => ({
      entries: await trx
        .selectFrom('audit_entry')
        .select((e) => e.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow(),
      actions: await trx
        .selectFrom('action')
        .select((e) => e.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow(),
      messages: await trx
        .selectFrom('message')
        .select(['number', 'state', 'road', 'copies'])
        .orderBy('number')
        .execute(),
    }))
    return {
      brokenSeal: firstBad,
      lostEntries: entries.n - seals - unsealed,
      wrongDuties: changed,
      messages,
      actions: actions.n,
    }
  })
}

/** The end of every journey: the chain of the audit trail holds, and deriving the duties again changes none. */
export async function expectSound(place: Place): Promise<void> {
  const { brokenSeal, lostEntries, wrongDuties } = await inspect(place)
  if (brokenSeal !== null || lostEntries !== 0 || wrongDuties !== 0) {
    throw new Error(`not sound: seal ${brokenSeal}, ${lostEntries} entries lost, ${wrongDuties} wrong duties`)
  }
}
