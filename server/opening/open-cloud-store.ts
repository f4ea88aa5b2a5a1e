import { hasStory } from '#store/clock.ts'
import { openPostgres } from '#store/database.ts'
import type { Database } from '#store/database.ts'
import { isMigrated } from '#store/migrate.ts'
import { rightsOf, wallless } from '#store/rights.ts'
import type { Wallless } from '#store/rights.ts'
import type { Running } from '#store/running.ts'

import type { CloudConfig } from '../config/config.ts'
import { databasePassword } from './database-password.ts'
import { CannotStart, reach, runningOn } from './open-store.ts'

/**
 * Opens the cell's database as a running process may: with two logins that own nothing. Bringing it to this version
 * is the migration's, before. Throws CannotStart when a wall would not hold.
 */
export async function openCloudStore(config: CloudConfig, realNow: () => number): Promise<Running> {
  const { web, worker } = config.database
  const database = openPostgres({ web, worker, ...databasePassword(config.database, identityOf(config)) })
  await reach(database, { DATABASE_URL: { as: 'web', person: null }, WORKER_DATABASE_URL: { as: 'worker' } })
  await behindWalls(database)
  if (!(await isMigrated(database)))
    throw new CannotStart(
      'The database is not at this version yet. Run the migration first: node server/migrate.ts with OWNER_DATABASE_URL; in Azure its job.',
    )
  if (config.mode === 'production' && (await hasStory(database)))
    throw new CannotStart(
      'This database holds the invented example, or its clock was moved. Production starts on a database of its own.',
    )
  return runningOn(database, { leaseMs: config.leaseMs, realNow })
}

async function behindWalls(database: Database): Promise<void> {
  for (const [setting, login, wanted] of [
    ['DATABASE_URL', { as: 'web', person: null }, 'evaluation_web'],
    ['WORKER_DATABASE_URL', { as: 'worker' }, 'evaluation_worker'],
  ] as const) {
    const fault = wallless(await rightsOf(database, login), wanted)
    if (fault) throw new CannotStart(`The login of ${setting} ${FAULTS[fault](wanted)} Use ${wanted}.`)
  }
}

const FAULTS: Readonly<Record<Wallless, (wanted: string) => string>> = {
  'above-walls': () => 'owns the tables or is above their rules: no wall would hold.',
  'not-this-role': (wanted) => `is not ${wanted} and would see nothing.`,
  'both-roles': () => 'can act as evaluation_web and as evaluation_worker: no wall stands between them.',
}

function identityOf({ credential }: CloudConfig): string | undefined {
  return credential.kind === 'managed-identity' ? credential.clientId : undefined
}
