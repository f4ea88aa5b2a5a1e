import type { PersonId } from '#core/ids.ts'

import type { Running } from './running.ts'

/** Whether an activity of this person has been handled, in whichever process. */
export async function wasHandled(
  { database }: Running,
  person: PersonId,
  activity: string,
): Promise<boolean> {
  return database.transact({ as: 'web', person }, async (trx) => {
    const row = await trx
      .selectFrom('idempotency')
      .select('key')
      .where('key', '=', keyOf(person, activity))
      .executeTakeFirst()
    return row !== undefined
  })
}

/** Writes down that an activity was handled; false when that stands there already. */
export async function isFirst({ database }: Running, person: PersonId, activity: string): Promise<boolean> {
  return database.transact({ as: 'web', person }, async (trx) => {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('idempotency')
      .values({
        key: keyOf(person, activity),
        person_id: person,
        fingerprint: 'activity',
        answer: JSON.stringify(null),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  })
}

/** Apart from the keys of presses, which begin with `card:` and `raise:`. */
function keyOf(person: PersonId, activity: string): string {
  return `activity:${person}:${activity}`
}
