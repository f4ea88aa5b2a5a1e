import type { Calendar } from '#core/calendar/working-days.ts'

import type { RealNow } from './clock.ts'
import type { Database } from './database.ts'

/** What every use case runs on. */
export type Running = {
  readonly database: Database
  /** As it is now: bank holidays are data, and it is another one after they changed. */
  readonly calendar: Calendar
  /** Reads the bank holidays again. */
  readonly readCalendar: () => Promise<void>
  readonly realNow: RealNow
  /** For how long a claimed message belongs to the process that claimed it, in milliseconds. */
  readonly leaseMs: number
}
