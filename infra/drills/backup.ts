/**
 * `node infra/drills/backup.ts <file>`: a dump of the database at OWNER_DATABASE_URL, and beside it `<file>.json`: the
 * fingerprint of just what the dump holds, with the hash of its bytes. The product may run meanwhile.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'

import type { PostgresUrls } from '#store/database.ts'
import { openPostgres } from '#store/database.ts'
import { fingerprintOf } from '#store/fingerprint.ts'
import type { Fingerprint } from '#store/fingerprint.ts'

import { addresses, say } from './addresses.ts'
import { runProgram } from './programs.ts'

export type Backup = { readonly fingerprint: Fingerprint; readonly sha256: string }

/** Throws ProgramFailed with what pg_dump said. */
export async function backUp(urls: PostgresUrls, file: string): Promise<Backup> {
  const database = openPostgres(urls)
  try {
    const fingerprint = await fingerprintOf(database, (snapshot) =>
      // The owner's own rows are behind row-level security, too; its policies let the owner through.
      runProgram('pg_dump', urls.owner, [
        '--format=custom',
        '--enable-row-security',
        '--no-owner',
        `--snapshot=${snapshot}`,
        `--file=${file}`,
      ]),
    )
    const backup = { fingerprint, sha256: await hashOf(file) }
    await writeFile(`${file}.json`, `${JSON.stringify(backup, null, 2)}\n`)
    return backup
  } finally {
    await database.close()
  }
}

export async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

if (import.meta.main) {
  const [file] = process.argv.slice(2)
  if (file === undefined) throw new Error('Say into which file: node infra/drills/backup.ts <file>')
  const { fingerprint } = await backUp(addresses(process.env), file)
  const rows = Object.values(fingerprint.rows).reduce((sum, count) => sum + count, 0)
  say(
    `${rows} rows of ${Object.keys(fingerprint.rows).length} tables are in ${file}; keep ${file}.json with it.`,
  )
}
