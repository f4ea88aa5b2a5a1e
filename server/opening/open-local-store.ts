import { join } from 'node:path'

import { openCopies } from '#store/copies.ts'
import type { Copies } from '#store/copies.ts'
import { openPglite, openPostgres } from '#store/database.ts'
import type { Database } from '#store/database.ts'
import { lockDirectory } from '#store/directory-lock.ts'
import { migrate } from '#store/migrate.ts'
import { releaseLeases } from '#store/outbox.ts'
import type { Running } from '#store/running.ts'

import type { LocalConfig } from '../config/config.ts'
import { CannotStart, reach, runningOn } from './open-store.ts'

/** Opens the cell's database, brings it to this version, with the directory for this process alone. */
export async function openLocalStore(config: LocalConfig, realNow: () => number): Promise<Running> {
  await ownDirectory(config.dataDir)
  const database = await openDatabase(config)
  if (database.engine === 'postgresql')
    await reach(database, {
      OWNER_DATABASE_URL: { as: 'owner' },
      DATABASE_URL: { as: 'web', person: null },
      WORKER_DATABASE_URL: { as: 'worker' },
    })
  await migrate(database)
  const running = await runningOn(database, { leaseMs: config.leaseMs, realNow })
  if (database.engine === 'pglite') await releaseLeases(running)
  return running
}

/** Says whether this copy of the data may send, after what the settings want of it. */
export async function copiesOf(
  { dataDir, sending }: Pick<LocalConfig, 'dataDir' | 'sending'>,
  running: Running,
): Promise<Copies> {
  const copies = await openCopies(running.database, dataDir)
  if (sending === 'hold') await copies.hold()
  if (sending === 'release') await copies.release(running)
  return copies
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

async function openDatabase(config: LocalConfig): Promise<Database> {
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
