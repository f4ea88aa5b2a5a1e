import { rebuildDuties } from '#store/rebuild-duties.ts'

import { readConfig } from './config/read-config.ts'
import { openLocalStore } from './opening/open-local-store.ts'
import { CannotStart } from './opening/open-store.ts'

/** `npm run duties -- rebuild`: derives every duty again from what it is about and says what differed. */
async function main(): Promise<string> {
  if (process.argv[2] !== 'rebuild') return 'Say what to do: npm run duties -- rebuild'
  const read = readConfig({ ...process.env, MODE: 'local' })
  if (!read.ok) throw new CannotStart(read.problems.join('\n'))
  if (read.config.mode !== 'local') throw new CannotStart('It is run with the three logins of the database.')
  const running = await openLocalStore(read.config, Date.now)
  const { subjects, changed } = await rebuildDuties(running)
  await running.database.close()
  return `${subjects} things derived, ${changed} duties differed and were put right.`
}

main().then(
  (words) => process.stdout.write(`${words}\n`),
  (error: unknown) => {
    process.stdout.write(
      `${error instanceof CannotStart ? error.message : 'The duties could not be derived.'}\n`,
    )
    process.exitCode = 1
  },
)
