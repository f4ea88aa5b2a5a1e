import { writeSync } from 'node:fs'

import { CompiledQuery, PGliteDriver, PostgresDriver } from 'kysely'
import type { DatabaseConnection } from 'kysely'

/**
 * Loaded into the server by `--import`: kills its own process at the n-th commit that writes something, counted
 * from SIGUSR2 on, right before the commit or right after it. `KILL_AT_COMMIT` is `7:before` or `7:after`.
 */
const [at, side] = (process.env['KILL_AT_COMMIT'] ?? '').split(':')
const n = Number(at)
if (!(n > 0) || (side !== 'before' && side !== 'after')) throw new Error('KILL_AT_COMMIT is no place to die')

let isArmed = false
let commits = 0
process.on('SIGUSR2', () => {
  isArmed = true
  writeSync(1, 'armed\n')
})

for (const driver of [PGliteDriver.prototype, PostgresDriver.prototype]) {
  const commit = driver.commitTransaction
  driver.commitTransaction = async function (connection: never) {
    const dies = isArmed && (await wrote(connection)) && (commits += 1) === n
    if (dies && side === 'before') process.kill(process.pid, 'SIGKILL')
    await commit.call(this, connection)
    if (dies) process.kill(process.pid, 'SIGKILL')
  }
}

/** A transaction gets its number with its first write. */
async function wrote(connection: DatabaseConnection): Promise<boolean> {
  const asks = CompiledQuery.raw('select pg_current_xact_id_if_assigned() is not null as wrote')
  const { rows } = await connection.executeQuery<{ wrote: boolean }>(asks)
  return rows[0]?.wrote === true
}
