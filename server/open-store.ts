import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import type { Calendar } from '#core/calendar/working-days.ts'
import { openPglite, openPostgres } from '#store/database.ts'
import type { Database } from '#store/database.ts'
import { lockDirectory } from '#store/directory-lock.ts'
import { migrate } from '#store/migrate.ts'
import { releaseLeases } from '#store/outbox.ts'
import type { Running } from '#store/run.ts'

import type { Config } from './config.ts'

/** A start that cannot succeed, in a sentence for whoever started it. */
export class CannotStart extends Error {}

/** Opens the cell's database at this version, with the directory for this process alone. */
export async function openStore(config: Config, realNow: () => number): Promise<Running> {
  await ownDirectory(config.dataDir)
  const database = await openDatabase(config)
  await migrate(database)
  const running = { database, calendar: await loadCalendar(database), realNow, leaseMs: config.leaseMs }
  if (database.engine === 'pglite') await releaseLeases(running)
  return running
}

async function ownDirectory(dir: string): Promise<void> {
  try {
    mkdirSync(dir, { recursive: true })
  } catch {
    throw new CannotStart(
      `The data directory ${dir} cannot be made or written to. Set DATA_DIR to another one.`,
    )
  }
  const lock = await lockDirectory(dir)
  if (lock.kind === 'taken') {
    throw new CannotStart(
      `Another process is using the data directory ${dir}. Stop it first, or set DATA_DIR to another directory.`,
    )
  }
}

async function openDatabase(config: Config): Promise<Database> {
  try {
    return config.database.engine === 'pglite'
      ? await openPglite(join(config.dataDir, 'database'))
      : openPostgres(config.database.urls)
  } catch {
    throw new CannotStart(
      `The database in ${config.dataDir} cannot be opened. Restore a copy, or set DATA_DIR to another directory.`,
    )
  }
}

/** Bank holidays are data of the cell. */
export async function loadCalendar(database: Database): Promise<Calendar> {
  return database.transact({ as: 'worker' }, async (trx) => {
    const rows = await trx.selectFrom('bank_holiday').select('day').execute()
    return { bankHolidays: new Set(rows.map(({ day }) => day)) }
  })
}
