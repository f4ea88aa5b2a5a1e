import { openPostgres } from '#store/database.ts'
import { verify } from '#store/seal.ts'

import type { AuditConfig } from './config/config.ts'
import { readAuditConfig } from './config/database.ts'
import { faultLine, jsonLog } from './log.ts'
import { databasePassword } from './opening/database-password.ts'
import { CannotStart, reach } from './opening/open-store.ts'

const say = (words: string): void => void process.stdout.write(`${words}\n`)

/**
 * `node server/verify-audit.ts`, with the settings of a running process: whether the audit trail holds under
 * AUDIT_KEY, from its first entry to its last; else the number of the first seal that does not. It changes nothing.
 */
async function main(config: AuditConfig): Promise<void> {
  const { worker, auditKey } = config
  const database = openPostgres({ worker, web: worker, ...databasePassword(config, undefined) })
  try {
    await reach(database, { WORKER_DATABASE_URL: { as: 'worker' } })
    const { seals, unsealed, firstBad } = await verify(database, auditKey)
    say(
      firstBad === null
        ? `The audit trail holds: ${seals} seals; ${unsealed} entries wait for theirs.`
        : `The audit trail breaks at seal ${firstBad}; the ${seals} before it hold. Was it another key?`,
    )
    process.exitCode = firstBad === null ? 0 : 1
  } finally {
    await database.close()
  }
}

const read = readAuditConfig(process.env)
if (read.ok) {
  main(read.config).catch((error: unknown) => {
    say(error instanceof CannotStart ? error.message : 'The audit trail could not be read.')
    if (!(error instanceof CannotStart))
      jsonLog((line) => void process.stderr.write(line))('audit-not-read', faultLine(error))
    process.exitCode = 1
  })
} else {
  for (const sentence of read.problems) say(sentence)
  process.exitCode = 1
}
