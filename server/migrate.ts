import { openCopies } from '#store/copies.ts'
import { openPostgres } from '#store/database.ts'
import { firstRun } from '#store/first-run.ts'
import type { FirstRun } from '#store/first-run.ts'
import { migrate } from '#store/migrate.ts'

import { readMigrateConfig } from './config/cloud.ts'
import type { MigrateConfig } from './config/config.ts'
import { faultLine, jsonLog } from './log.ts'
import { databasePassword } from './opening/database-password.ts'
import { CannotStart, reach, runningOn } from './opening/open-store.ts'

const say = (words: string): void => void process.stdout.write(`${words}\n`)

const NAMED: Readonly<Record<FirstRun, string>> = {
  named: 'is the business manager from today.',
  held: 'changed nothing: the partnership has this business manager, or another one.',
  left: 'was the business manager before and left: name another person. Nothing was changed.',
  'is-a-guest': 'is a guest: name somebody of your own organisation. Nothing was changed.',
}

/**
 * `npm run migrate`, in the image `node server/migrate.ts`: brings the database to this version, before a version
 * starts. It alone is the owner of the tables; running it again does nothing. It also holds or releases a copy of the
 * data (SENDING).
 */
async function main(config: MigrateConfig): Promise<void> {
  const { owner, worker, sending } = config
  const database = openPostgres({ owner, worker, web: worker, ...databasePassword(config, config.identity) })
  try {
    await reach(database, { OWNER_DATABASE_URL: { as: 'owner' } })
    const done = await migrate(database)
    await reach(database, { WORKER_DATABASE_URL: { as: 'worker' } })
    const { firstBusinessManager: first, nextBusinessManager: next } = config
    if (first) say(`FIRST_BUSINESS_MANAGER ${NAMED[await firstRun(database, first, Date.now)]}`)
    if (next) say(`NEXT_BUSINESS_MANAGER ${NAMED[await firstRun(database, next, Date.now, true)]}`)
    const copies = await openCopies(database, '')
    if (sending === 'hold') await copies.hold()
    if (sending === 'release')
      await copies.release(await runningOn(database, { leaseMs: 0, realNow: Date.now }))
    say(
      done.length === 0
        ? 'The database was at this version.'
        : `Brought to this version: ${done.join(', ')}.`,
    )
    if (!(await copies.maySend()))
      say('Nothing is sent from this copy of the data until the migration is run with SENDING=release.')
  } finally {
    await database.close()
  }
}

const read = readMigrateConfig(process.env)
if (read.ok) {
  main(read.config).catch((error: unknown) => {
    say(error instanceof CannotStart ? error.message : 'The database could not be brought to this version.')
    if (!(error instanceof CannotStart))
      jsonLog((line) => void process.stderr.write(line))('migration-failed', faultLine(error))
    process.exitCode = 1
  })
} else {
  for (const sentence of read.problems) say(sentence)
  process.exitCode = 1
}
