import { sql } from 'kysely'

import type { Database } from './database.ts'

/** How many processes of this cell are up, this one included: the worker's connections bear their process's name. */
export async function processesOf(database: Database): Promise<number> {
  if (database.engine === 'pglite') return 1
  return database.transact({ as: 'worker' }, async (trx) => {
    const { rows } = await sql<{
      n: number
    }>`select count(distinct application_name) as n from pg_stat_activity
      where datname = current_database() and usename = current_user and application_name like 'evaluation %'`.execute(
      trx,
    )
    return Math.max(1, rows[0]?.n ?? 1)
  })
}
