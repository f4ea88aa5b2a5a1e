import { dayOf } from '#core/calendar/moment.ts'
import { findSignedIn } from '#store/access.ts'
import { storyNow } from '#store/clock.ts'
import type { Running } from '#store/running.ts'

import type { FindPerson } from './entra-sign-in.ts'

/** Asks the records at each request, nothing is remembered: an access that has ended has ended everywhere. */
export function findPersonIn({ database, realNow }: Running): FindPerson {
  return (newcomer) =>
    database.transact({ as: 'web', person: null }, async (trx) =>
      findSignedIn(trx, newcomer, dayOf(await storyNow(trx, realNow))),
    )
}
