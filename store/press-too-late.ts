import type { DutyId, PersonId } from '#core/ids.ts'

import { storyNow } from './clock.ts'
import { record } from './commit.ts'
import type { Running } from './running.ts'

/** Writes down that a card was pressed whose duty had been answered by then: it changed nothing. */
export async function pressTooLate(
  { database, realNow }: Running,
  { person, id }: { readonly person: PersonId; readonly id: string },
  duty: DutyId,
): Promise<void> {
  await database.transact({ as: 'web', person }, async (trx) => {
    const author = { person, channel: 'card', request: id, now: await storyNow(trx, realNow) } as const
    await record(trx, author, [{ kind: 'press-too-late', duty }])
  })
}
