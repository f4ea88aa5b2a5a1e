import type { DutyId, PersonId } from '#core/ids.ts'

import { storyNow } from './clock.ts'
import { record } from './commit.ts'
import type { Running } from './running.ts'

/**
 * Writes down that somebody pressed a card which is none of theirs. What the card named is kept when it looks like
 * a duty: an edited card can carry any text, and no text that somebody typed reaches the audit trail.
 */
export async function cardNotTheirs(
  { database, realNow }: Running,
  { person, id }: { readonly person: PersonId | null; readonly id: string },
  duty: string,
): Promise<void> {
  await database.transact({ as: 'web', person }, async (trx) => {
    const author = { person, channel: 'card', request: id, now: await storyNow(trx, realNow) } as const
    await record(trx, author, [{ kind: 'card-not-theirs', duty: isDutyId(duty) ? duty : null }])
  })
}

function isDutyId(text: string): text is DutyId {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}
