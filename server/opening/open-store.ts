import type { Calendar } from '#core/calendar/working-days.ts'
import type { Database, Login } from '#store/database.ts'
import type { Running } from '#store/running.ts'

import { faultLine } from '../log.ts'

/** A start that cannot succeed, in a sentence for whoever started it. */
export class CannotStart extends Error {}

/** The house on a database that is at its version. */
export async function runningOn(
  database: Database,
  { leaseMs, realNow }: Pick<Running, 'leaseMs' | 'realNow'>,
): Promise<Running> {
  let calendar = await loadCalendar(database)
  return {
    database,
    get calendar() {
      return calendar
    },
    readCalendar: async () => void (calendar = await loadCalendar(database)),
    realNow,
    leaseMs,
  }
}

/** Each login once, so that a wrong address is named by its setting and not found by the first reader. */
export async function reach(database: Database, logins: Readonly<Record<string, Login>>): Promise<void> {
  for (const [setting, login] of Object.entries(logins)) {
    try {
      await database.transact(login, async () => {})
    } catch (error) {
      const { code } = faultLine(error)
      throw new CannotStart(
        `The database does not let us in at ${setting} (${code ?? 'no answer'}). Start it, or correct the address.`,
        { cause: error },
      )
    }
  }
}

/** Bank holidays are data of the cell. */
export async function loadCalendar(database: Database): Promise<Calendar> {
  return database.transact({ as: 'worker' }, async (trx) => {
    const rows = await trx.selectFrom('bank_holiday').select('day').execute()
    return { bankHolidays: new Set(rows.map(({ day }) => day)) }
  })
}
