import { join } from 'node:path'

import type { Calendar } from '#core/calendar/working-days.ts'
import { openCopies } from '#store/copies.ts'
import type { Copies } from '#store/copies.ts'
import { openPglite, openPostgres } from '#store/database.ts'
import type { Database } from '#store/database.ts'
import { lockDirectory } from '#store/directory-lock.ts'
import { migrate } from '#store/migrate.ts'
import { releaseLeases } from '#store/outbox.ts'
import type { Running } from '#store/run.ts'

import type { Config } from './config.ts'
import { faultLine } from './log.ts'

/** A start that cannot succeed, in a sentence for whoever started it. */
export class CannotStart extends Error {}

/** Opens the cell's database at this version, with the directory for this process alone. */
export async function openStore(config: Config, realNow: () => number): Promise<Running> {
  await ownDirectory(config.dataDir)
  const database = await openDatabase(config)
  if (database.engine === 'postgresql') await reach(database)
  await migrate(database)
  let calendar = await loadCalendar(database)
  const running: Running = {
    database,
    get calendar() {
      return calendar
    },
    readCalendar: async () => void (calendar = await loadCalendar(database)),
    realNow,
    leaseMs: config.leaseMs,
  }
  if (database.engine === 'pglite') await releaseLeases(running)
  return running
}

async function ownDirectory(dir: string): Promise<void> {
  const lock = await lockOf(dir)
  if (lock.kind === 'taken') {
    throw new CannotStart(
      `Another process is using the data directory ${dir}. Stop it first, or set DATA_DIR to another directory.`,
    )
  }
}

async function lockOf(dir: string): ReturnType<typeof lockDirectory> {
  try {
    return await lockDirectory(dir)
  } catch {
    throw new CannotStart(
      `The data directory ${dir} cannot be made or written to. Set DATA_DIR to another one.`,
    )
  }
}

const LOGINS = [
  ['OWNER_DATABASE_URL', { as: 'owner' }],
  ['DATABASE_URL', { as: 'web', person: null }],
  ['WORKER_DATABASE_URL', { as: 'worker' }],
] as const

/** Every login once, so that a wrong address is named by its setting and not found by the first reader. */
async function reach(database: Database): Promise<void> {
  for (const [setting, login] of LOGINS) {
    try {
      await database.transact(login, async () => {})
    } catch (error) {
      const { code } = faultLine(error)
      throw new CannotStart(
        `The database does not let us in at ${setting} (${code ?? 'no answer'}). Start it, or correct the address.`,
        { cause: error },
      )
    }
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

/** Says whether this copy of the data may send, after what the settings want of it. */
export async function copiesOf(config: Config, running: Running): Promise<Copies> {
  const copies = await openCopies(running.database, config.dataDir)
  if (config.sending === 'hold') await copies.hold()
  if (config.sending === 'release') await copies.release(running)
  return copies
}

/** Bank holidays are data of the cell. */
export async function loadCalendar(database: Database): Promise<Calendar> {
  return database.transact({ as: 'worker' }, async (trx) => {
    const rows = await trx.selectFrom('bank_holiday').select('day').execute()
    return { bankHolidays: new Set(rows.map(({ day }) => day)) }
  })
}
