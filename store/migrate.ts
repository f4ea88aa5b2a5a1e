import { sql } from 'kysely'

import type { Database } from './database.ts'
import { theShapes } from './migrations/0001-the-shapes.ts'
import { theWalls } from './migrations/0002-the-walls.ts'
import { rounds } from './migrations/0003-rounds.ts'
import { wallsOfRounds } from './migrations/0004-the-walls-of-rounds.ts'
import { theClosing } from './migrations/0005-the-closing.ts'
import { escalations } from './migrations/0006-escalations.ts'
import { peopleAndMistakes } from './migrations/0007-people-and-mistakes.ts'
import { theTracker } from './migrations/0008-the-tracker.ts'
import { theWholeLoop } from './migrations/0009-the-whole-loop.ts'
import { aCaseRests } from './migrations/0010-a-case-rests.ts'
import { copies } from './migrations/0011-copies.ts'
import { promptPolicy } from './migrations/0012-prompt-policy.ts'
import { statusByRole } from './migrations/0013-status-by-role.ts'
import { theLadders } from './migrations/0014-the-ladders.ts'
import { theDetails } from './migrations/0015-the-details.ts'
import { whatDidNotArrive } from './migrations/0016-what-did-not-arrive.ts'
import { endedMeetings } from './migrations/0017-ended-meetings.ts'
import { whoseWords } from './migrations/0018-whose-words.ts'
import { whatCameOfIt } from './migrations/0019-what-came-of-it.ts'
import { signIn } from './migrations/0020-sign-in.ts'
import { whereOneJoins } from './migrations/0021-where-one-joins.ts'
import { firstRun } from './migrations/0022-first-run.ts'
import { panelCalledOff } from './migrations/0023-panel-called-off.ts'
import { begunMeetings } from './migrations/0024-begun-meetings.ts'
import { schoolHolidays } from './migrations/0025-school-holidays.ts'
import { mailedInvitations } from './migrations/0026-mailed-invitations.ts'
import { officesChangeHands } from './migrations/0027-offices-change-hands.ts'

/** Forward only; a migration that has shipped never changes. */
const migrations: Readonly<Record<string, readonly string[]>> = {
  '0001-the-shapes': theShapes,
  '0002-the-walls': theWalls,
  '0003-rounds': rounds,
  '0004-the-walls-of-rounds': wallsOfRounds,
  '0005-the-closing': theClosing,
  '0006-escalations': escalations,
  '0007-people-and-mistakes': peopleAndMistakes,
  '0008-the-tracker': theTracker,
  '0009-the-whole-loop': theWholeLoop,
  '0010-a-case-rests': aCaseRests,
  '0011-copies': copies,
  '0012-prompt-policy': promptPolicy,
  '0013-status-by-role': statusByRole,
  '0014-the-ladders': theLadders,
  '0015-the-details': theDetails,
  '0016-what-did-not-arrive': whatDidNotArrive,
  '0017-ended-meetings': endedMeetings,
  '0018-whose-words': whoseWords,
  '0019-what-came-of-it': whatCameOfIt,
  '0020-sign-in': signIn,
  '0021-where-one-joins': whereOneJoins,
  '0022-first-run': firstRun,
  '0023-panel-called-off': panelCalledOff,
  '0024-begun-meetings': begunMeetings,
  '0025-school-holidays': schoolHolidays,
  '0026-mailed-invitations': mailedInvitations,
  '0027-offices-change-hands': officesChangeHands,
}

/** Brings the database to this version: all of it in one transaction, one process at a time. */
export async function migrate(database: Database): Promise<readonly string[]> {
  return database.transact({ as: 'owner' }, async (trx) => {
    await sql`select pg_advisory_xact_lock(724001)`.execute(trx)
    await sql`create table if not exists migration (name text primary key, at timestamptz not null default now())`.execute(
      trx,
    )
    const { rows } = await sql<{ name: string }>`select name from migration`.execute(trx)
    const known = new Set(rows.map(({ name }) => name))
    const missing = Object.entries(migrations).filter(([name]) => !known.has(name))
    for (const [name, statements] of missing) {
      for (const statement of statements) await sql.raw(statement).execute(trx)
      await sql`insert into migration (name) values (${name})`.execute(trx)
    }
    await sql`grant select on migration to evaluation_worker`.execute(trx)
    return missing.map(([name]) => name)
  })
}

/**
 * Whether the database is at this version or a later one, asked by a process that may not change it. A later one is
 * good: migrations only add to what this version reads, so that two versions can run beside each other.
 */
export async function isMigrated(database: Database): Promise<boolean> {
  return database.transact({ as: 'worker' }, async (trx) => {
    const { rows } = await sql<{ readable: boolean }>`
      select coalesce(has_table_privilege(to_regclass('migration'), 'select'), false) as readable`.execute(
      trx,
    )
    if (rows[0]?.readable !== true) return false
    const { rows: done } = await sql<{ name: string }>`select name from migration`.execute(trx)
    const known = new Set(done.map(({ name }) => name))
    return Object.keys(migrations).every((name) => known.has(name))
  })
}
