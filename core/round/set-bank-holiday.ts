import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { BankHoliday } from './commands.ts'

/** Puts a bank holiday into the partnership's calendar, or takes one out: closures and one-off days are theirs. */
export async function setBankHoliday(
  { actor }: Deps,
  { day, is }: BankHoliday,
): Outcome<BankHoliday, 'not-yours-to-edit-calendar'> {
  if (!may.editCalendar(actor)) return refused('not-yours-to-edit-calendar')
  return ok({
    value: { day, is },
    writes: [{ kind: 'bank-holiday', day, is }],
    changes: [],
    happened: [{ kind: 'bank-holiday-set', day, is }],
  })
}
