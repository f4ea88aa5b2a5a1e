import type { Day } from '#core/calendar/day.ts'
import { dayOf } from '#core/calendar/moment.ts'
import type { Moment } from '#core/calendar/moment.ts'
import { momentInWords, shortWords } from '#core/calendar/words.ts'
import type { PersonId } from '#core/ids.ts'
import type { AccessView, InvitedView } from '#core/people/access/views.ts'
import { hasEnded } from '#core/people/guests.ts'
import { may } from '#core/people/may.ts'
import type { GuestView } from '#core/people/views.ts'

import { findAccess } from './access.ts'
import type { Seen } from './seen.ts'

/** How somebody comes in; undefined for everyone but the partnership, and for nobody. */
export async function viewAccess(
  { trx, actor, today }: Seen,
  person: PersonId,
  real: Moment,
): Promise<AccessView | undefined> {
  if (!may.letIn(actor)) return undefined
  const access = await findAccess(trx, person, today)
  if (!access) return undefined
  const { name, isBound, guest, isInOffice, wasInOffice } = access
  const agencies = await trx.selectFrom('agency').select(['id', 'name']).orderBy('name').execute()
  const invited = await trx
    .selectFrom('invitation')
    .select(['until', 'made_at', 'mailed'])
    .where('person_id', '=', person)
    .where('used_at', 'is', null)
    .where('until', '>', real)
    .executeTakeFirst()
  const theirs = isInOffice ? [] : agencies.filter(({ id }) => access.agencies.every((each) => each === id))
  const open = isBound ? undefined : invited
  return {
    person,
    name,
    mail: access.mail,
    bound: isBound,
    invitedUntil: open ? shortWords(dayOf(open.until), today) : null,
    mailed: open?.mailed ? { came: open.mailed, at: momentInWords(open.made_at, today) } : null,
    guest: guest && {
      agency: guest.agency,
      name: agencies.find(({ id }) => id === guest.agency)?.name ?? '',
      until: shortWords(guest.until, today),
      ended: hasEnded(guest, today),
    },
    agencies: theirs,
    may: { invite: !isBound, setAccount: !(wasInOffice && isBound), attest: guest !== null },
  }
}

/**
 * What came of the mail of that invitation, for whoever asks for it again: null while its link was only shown, undefined
 * when another invitation took its place.
 */
export async function viewMailed(
  { trx }: Seen,
  { person, hash, today }: { readonly person: PersonId; readonly hash: string; readonly today: Day },
): Promise<InvitedView['mailed'] | undefined> {
  const row = await trx
    .selectFrom('invitation')
    .select(['made_at', 'mailed'])
    .where('person_id', '=', person)
    .where('hash', '=', hash)
    .executeTakeFirst()
  return row && row.mailed && { came: row.mailed, at: momentInWords(row.made_at, today) }
}

/** Every guest, whose time ends first comes first; none for whoever may not confirm them. */
export async function viewGuests({ trx, actor, today }: Seen): Promise<readonly GuestView[]> {
  if (!may.letIn(actor)) return []
  const rows = await trx
    .selectFrom('guest_access')
    .innerJoin('person', 'person.id', 'guest_access.person_id')
    .innerJoin('agency', 'agency.id', 'guest_access.agency_id')
    .select(['person.id', 'person.name', 'agency.name as agency', 'agency_id', 'until_day as until'])
    .orderBy('until_day')
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
  return rows.map(({ id, name, agency, agency_id, until }) => ({
    person: id,
    name,
    agency,
    until,
    ended: hasEnded({ agency: agency_id, until }, today),
  }))
}
