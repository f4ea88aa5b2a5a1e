import { sql } from 'kysely'

import type { Database } from './database.ts'

/** What a copy of the data is compared by: how many rows each table has, its version, its last seal. */
export type Fingerprint = {
  readonly rows: Readonly<Record<string, number>>
  readonly migrations: readonly string[]
  readonly lastSeal: { readonly seq: number; readonly hash: string } | null
}

/**
 * Takes the fingerprint in one statement, and calls `meanwhile` with that statement's snapshot, which lasts until
 * its promise is settled: a dump taken of it holds just what was counted, whatever is written meanwhile.
 */
export async function fingerprintOf(
  database: Database,
  meanwhile: (snapshot: string) => Promise<void> = async () => {},
): Promise<Fingerprint> {
  return database.transact({ as: 'owner' }, async (trx) => {
    const { rows: tables } = await sql<{ name: string }>`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' order by 1`.execute(trx)
    const counts = tables.map(
      ({ name }) => sql`select ${sql.lit(name)} as name, count(*) as n from ${sql.table(name)}`,
    )
    const { rows } = await sql<{
      snapshot: string
      rows: Fingerprint['rows']
      migrations: Fingerprint['migrations']
      seal: Fingerprint['lastSeal']
    }>`select pg_export_snapshot() as snapshot,
      (select json_object_agg(name, n) from (${sql.join(counts, sql` union all `)}) counted) as rows,
      (select json_agg(name order by name) from migration) as migrations,
      (select json_build_object('seq', seq, 'hash', hash) from audit_seal order by seq desc limit 1) as seal`.execute(
      trx,
    )
    const [found] = rows
    if (!found) throw new Error('the database gave no fingerprint')
    await meanwhile(found.snapshot)
    return { rows: found.rows, migrations: found.migrations, lastSeal: found.seal }
  })
}
