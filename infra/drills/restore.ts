/**
 * `node infra/drills/restore.ts <file>`: brings a dump back into the empty database of OWNER_DATABASE_URL, then looks
 * at the copy from all sides: rows, version, audit chain (AUDIT_KEY), walls, and that it sends nothing. The end of a
 * drill is a list of findings; one that does not hold makes the status 1.
 */
import { readFile } from 'node:fs/promises'

import { readCopies } from '#store/copies.ts'
import { openPostgres } from '#store/database.ts'
import type { Database, PostgresUrls } from '#store/database.ts'
import { fingerprintOf } from '#store/fingerprint.ts'
import { isMigrated } from '#store/migrate.ts'
import { rightsOf, wallless } from '#store/rights.ts'
import type { Wallless } from '#store/rights.ts'
import { verify } from '#store/seal.ts'

import { addresses, say } from './addresses.ts'
import { hashOf } from './backup.ts'
import type { Backup } from './backup.ts'
import { runProgram } from './programs.ts'

export type Finding = { readonly holds: boolean; readonly says: string }

/** Restores and looks. Throws ProgramFailed when pg_restore stops; then the database is as empty as before. */
export async function restore(
  urls: PostgresUrls,
  file: string,
  auditKey: string,
): Promise<readonly Finding[]> {
  const backup = JSON.parse(await readFile(`${file}.json`, 'utf8')) as Backup
  const isWhole = (await hashOf(file)) === backup.sha256
  if (!isWhole) return [{ holds: false, says: 'The dump is not the one that was taken: its hash differs.' }]
  await runProgram('pg_restore', urls.owner, [
    '--no-owner',
    // The schema itself and its rights are infra/sql/roles.sql's: the owner of the tables does not own it.
    '--schema=public',
    '--single-transaction',
    '--exit-on-error',
    `--dbname=${new URL(urls.owner).pathname.slice(1)}`,
    file,
  ])
  const database = openPostgres(urls)
  try {
    return [
      { holds: true, says: 'The dump is the one that was taken.' },
      ...(await lookAt(database, backup, auditKey)),
    ]
  } finally {
    await database.close()
  }
}

/** What a restored copy has to be, whichever way it came. */
export async function lookAt(
  database: Database,
  backup: Backup,
  auditKey: string,
): Promise<readonly Finding[]> {
  const { rows, lastSeal } = await fingerprintOf(database)
  const wanted = backup.fingerprint
  const differing = Object.keys({ ...wanted.rows, ...rows }).filter(
    (name) => rows[name] !== wanted.rows[name],
  )
  const { seals, firstBad } = await verify(database, auditKey)
  const held = !(await (await readCopies(database)).maySend())
  const without = await loginsWithoutWalls(database)
  const seen = await seenByNobody(database)
  return [
    differing.length === 0
      ? { holds: true, says: `All ${Object.keys(rows).length} tables have the rows that were counted.` }
      : { holds: false, says: `The rows differ in ${differing.join(', ')}.` },
    (await isMigrated(database))
      ? { holds: true, says: 'The copy is at the version of this program.' }
      : { holds: false, says: 'The copy is at an older version: run the migration, then look again.' },
    firstBad === null && seals === (wanted.lastSeal?.seq ?? 0) && lastSeal?.hash === wanted.lastSeal?.hash
      ? {
          holds: true,
          says: `The audit chain verifies: ${seals} seals, and its last is the one that was backed up.`,
        }
      : { holds: false, says: `The audit chain breaks at ${firstBad ?? 'its end'}, or the key is another.` },
    without.length === 0 && !seen
      ? { holds: true, says: 'The walls stand: nobody sees a child’s name without being signed in.' }
      : {
          holds: false,
          says: `A wall is down: ${[...without, ...(seen ? ['a child’s name'] : [])].join(', ')}.`,
        },
    held
      ? { holds: true, says: 'Sending is held until somebody says SENDING=release.' }
      : {
          holds: false,
          says: 'This copy would send what its original has sent since. Run the migration with SENDING=hold before anything starts.',
        },
  ]
}

async function loginsWithoutWalls(database: Database): Promise<readonly string[]> {
  const faults = [
    ['evaluation_web', wallless(await rightsOf(database, { as: 'web', person: null }), 'evaluation_web')],
    ['evaluation_worker', wallless(await rightsOf(database, { as: 'worker' }), 'evaluation_worker')],
  ] as const
  return faults.flatMap(([login, fault]) => (fault ? [`the login ${login} ${FAULTS[fault]}`] : []))
}

const FAULTS: Readonly<Record<Wallless, string>> = {
  'above-walls': 'owns tables',
  'not-this-role': 'is another',
  'both-roles': 'can act as both',
}

/** Whether the web login, as nobody, reads who a child is. */
async function seenByNobody(database: Database): Promise<boolean> {
  return database.transact({ as: 'web', person: null }, async (trx) => {
    const row = await trx.selectFrom('child_identity').select('case_id').limit(1).executeTakeFirst()
    return row !== undefined
  })
}

if (import.meta.main) {
  const [file] = process.argv.slice(2)
  const key = process.env['AUDIT_KEY']
  if (file === undefined || key === undefined)
    throw new Error('Say which file, and set AUDIT_KEY: node infra/drills/restore.ts <file>')
  const findings = await restore(addresses(process.env), file, key)
  for (const { holds, says } of findings) say(`${holds ? 'holds ' : 'FAILS '} ${says}`)
  process.exitCode = findings.every(({ holds }) => holds) ? 0 : 1
}
