/**
 * `node infra/drills/verify-audit.ts`: whether the audit trail of the database at WORKER_DATABASE_URL holds under
 * AUDIT_KEY, from its first entry to its last; else the number of the first seal that does not. It changes nothing.
 */
import { openPostgres } from '#store/database.ts'
import { verify } from '#store/seal.ts'

import { say } from './addresses.ts'

const worker = process.env['WORKER_DATABASE_URL']
const key = process.env['AUDIT_KEY']
if (worker === undefined || key === undefined) throw new Error('Set WORKER_DATABASE_URL and AUDIT_KEY.')
const database = openPostgres({ worker, web: worker })
try {
  const { seals, unsealed, firstBad } = await verify(database, key)
  say(
    firstBad === null
      ? `The audit trail holds: ${seals} seals; ${unsealed} entries wait for theirs.`
      : `The audit trail breaks at seal ${firstBad}; the ${seals} before it hold. Was it another key?`,
  )
  process.exitCode = firstBad === null ? 0 : 1
} finally {
  await database.close()
}
