import { sql } from 'kysely'

import { dayOf } from '#core/calendar/moment.ts'
import type { Moment } from '#core/calendar/moment.ts'
import type { AgencyId, PersonId } from '#core/ids.ts'
import type { Invitation } from '#core/people/accounts.ts'
import { guestUntil } from '#core/people/guests.ts'
import { join } from '#core/people/join.ts'
import type { JoinRefused } from '#core/people/join.ts'
import type { Newcomer } from '#core/people/sign-in.ts'
import { ok, refused } from '#core/result.ts'
import type { Result } from '#core/result.ts'

import { momentOf, storyNow } from './clock.ts'
import { record } from './commit.ts'
import type { Trx } from './database.ts'
import { seatsElsewhere } from './guests.ts'
import { findPersonByEntraId, isTakenAccount } from './people.ts'
import type { Running } from './running.ts'

/**
 * Whoever is signed in with an account that is nobody's here becomes the person whom the invitation names. Of two who
 * show one code at once, one does. It is in the audit trail as that person's own deed.
 */
export async function joinWith(
  { database, realNow }: Running,
  newcomer: Newcomer,
  hash: string,
  request: string,
): Promise<Result<PersonId, JoinRefused>> {
  const joined = database.transact({ as: 'web', person: null }, async (trx) => {
    const real = momentOf(realNow())
    const now = await storyNow(trx, realNow)
    const knownAs = await findPersonByEntraId(trx, newcomer.tenantId, newcomer.aadId)
    const found = join(await invitationOf(trx, hash), newcomer, knownAs, real)
    if (!found.ok) return found
    const { person } = found.value
    const { rows } = await sql<{ done: boolean }>`select use_invitation(${hash}, ${newcomer.tenantId},
      ${newcomer.aadId}, ${real}::timestamptz, ${now}::timestamptz, ${guestUntil(dayOf(now))}::date) as done`.execute(
      trx,
    )
    if (rows[0]?.done !== true) return refused('invitation-used')
    const { tenantId, aadId } = newcomer
    await record(trx, { person, channel: 'tab', request, now }, [
      { kind: 'let-in', person, what: 'joined', account: { tenantId, aadId } },
    ])
    return ok(person)
  })
  return joined.catch((error: unknown) => {
    if (seatsElsewhere(error)) return refused('invitation-fits-no-more')
    if (isTakenAccount(error)) return refused('known-already')
    throw error
  })
}

async function invitationOf(trx: Trx, hash: string): Promise<Invitation | undefined> {
  const { rows } = await sql<{
    person: PersonId
    agency: AgencyId | null
    until: Moment
    used: boolean
    bound: boolean
  }>`select person, agency, until, used, bound from invitation_of(${hash})`.execute(trx)
  const row = rows[0]
  return (
    row && {
      person: row.person,
      agency: row.agency,
      until: row.until,
      isUsed: row.used,
      isBound: row.bound,
    }
  )
}
