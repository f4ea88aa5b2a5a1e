import { stat } from 'node:fs/promises'
import { join } from 'node:path'

import { sql } from 'kysely'

import { itself } from './author.ts'
import { storyNow } from './clock.ts'
import { record } from './commit.ts'
import type { Database } from './database.ts'
import type { Running } from './running.ts'

/**
 * Whether this copy of the data may send. A restored backup holds prompts that the original has sent since: it
 * sends nothing until somebody releases it. It is known by what a copy never shares with its original: on PostgreSQL
 * the server's and the database's own numbers, on PGlite the file in its directory.
 */
export type Copies = {
  /** False in a restored copy that nobody has released, and in one that was told to hold. */
  maySend(): Promise<boolean>
  /** Nothing is sent from this copy, in any process, until it is released. */
  hold(): Promise<void>
  /** It may send. What waited until now says "You may already have this": the original may have sent it. */
  release(running: Running): Promise<void>
}

/**
 * Whether this copy may send, for a process that holds no owner's login: the migration has opened it, and holds or
 * releases it.
 */
export async function readCopies(database: Database): Promise<Pick<Copies, 'maySend'>> {
  const identity = await identityOf(database, '')
  return { maySend: () => knows(database, identity) }
}

/** A database that was never opened before, or by a version that knew no copies, is its own original. */
export async function openCopies(database: Database, dataDir: string): Promise<Copies> {
  const identity = await identityOf(database, dataDir)
  await database.transact({ as: 'owner' }, async (trx) => {
    await sql`select pg_advisory_xact_lock(724004)`.execute(trx)
    await sql`insert into opened_copy (identity) select ${identity}
      where not exists (select from opened_copy)`.execute(trx)
  })
  return {
    maySend: () => knows(database, identity),
    async hold() {
      await database.transact({ as: 'owner' }, async (trx) => {
        await sql`delete from opened_copy`.execute(trx)
        await sql`insert into opened_copy (identity) values (${HELD})`.execute(trx)
      })
    },
    async release(running) {
      if (await knows(database, identity)) return
      await database.transact({ as: 'owner' }, async (trx) => {
        await sql`update message set copies = 1 where state in ('intent', 'claimed') and copies = 0`.execute(
          trx,
        )
        await sql`insert into opened_copy (identity) values (${identity}) on conflict do nothing`.execute(trx)
        await record(trx, itself(await storyNow(trx, running.realNow)), [{ kind: 'sending-released' }])
      })
    },
  }
}

const HELD = 'held by whoever runs it'

async function knows(database: Database, identity: string): Promise<boolean> {
  return database.transact({ as: 'worker' }, async (trx) => {
    const { rows } = await sql`select from opened_copy where identity = ${identity}`.execute(trx)
    return rows.length > 0
  })
}

async function identityOf(database: Database, dataDir: string): Promise<string> {
  if (database.engine === 'pglite') {
    const { ino, birthtimeMs } = await stat(join(dataDir, 'database', 'PG_VERSION'))
    return `file ${ino} of ${Math.round(birthtimeMs)}`
  }
  return database.transact({ as: 'worker' }, async (trx) => {
    const { rows } = await sql<{ identity: string }>`
      select 'database ' || d.oid || ' of ' || s.system_identifier as identity
      from pg_control_system() s, pg_database d where d.datname = current_database()`.execute(trx)
    return rows[0]?.identity ?? 'unknown'
  })
}
