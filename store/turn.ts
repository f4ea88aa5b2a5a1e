import { sql } from 'kysely'

import type { Trx } from './database.ts'

/**
 * One sweep at a time in a cell. Nothing else is locked: a duty that somebody answers meanwhile keeps what they
 * wrote, one that somebody chases is due again at once, and each prompt is looked at again before it is sent.
 */
export async function isOurTurn(trx: Trx): Promise<boolean> {
  const { rows } = await sql<{ ours: boolean }>`select pg_try_advisory_xact_lock(724003) as ours`.execute(trx)
  return rows[0]?.ours ?? false
}
