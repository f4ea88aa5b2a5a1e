import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

import type { Day } from '#core/calendar/day.ts'
import type { AgencyId, PersonId, PostId } from '#core/ids.ts'
import { mayGuestHold, seatedBy } from '#core/people/guests.ts'
import type { Guest } from '#core/people/guests.ts'
import type { Write } from '#core/writes.ts'

import type { Trx } from './database.ts'
import { GUEST_ELSEWHERE } from './migrations/0020-sign-in.ts'

/** Which of these are guests. */
export async function findGuests(
  trx: Trx,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, Guest>> {
  if (people.length === 0) return new Map()
  const rows = await trx
    .selectFrom('guest_access')
    .select(['person_id', 'agency_id as agency', 'until_day as until'])
    .where('person_id', 'in', [...people])
    .execute()
  return new Map(rows.map(({ person_id: person, ...guest }) => [person, guest]))
}

/** The access of the person of that column has not ended: nothing is sent to whoever is let in no more. */
export function isLetIn(person: string, today: Day): RawBuilder<boolean> {
  return sql`not exists (select 1 from guest_access g where g.person_id = ${sql.ref(person)}
    and g.until_day < ${today})`
}

/**
 * Whether these writes seat a guest in a post that is not of their agency: asked before each commit, whichever use
 * case names people. The database refuses it, too.
 */
export async function seatsGuestElsewhere(trx: Trx, writes: readonly Write[]): Promise<boolean> {
  const seated = seatedBy(writes)
  if (seated.length === 0) return false
  const guests = await findGuests(
    trx,
    seated.map(({ person }) => person),
  )
  const theirs = seated.flatMap(({ person, ...seat }) => {
    const guest = guests.get(person)
    return guest ? [{ guest, ...seat }] : []
  })
  if (theirs.length === 0) return false
  const known = await agenciesOf(
    trx,
    theirs.map(({ post }) => post),
  )
  return theirs.some(
    ({ guest, post, agency }) => !mayGuestHold(guest, { agency: agency ?? known.get(post) ?? null }),
  )
}

/** The database's own word for it: somebody was named, or made a guest, meanwhile. */
export function seatsElsewhere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === GUEST_ELSEWHERE
}

async function agenciesOf(trx: Trx, posts: readonly PostId[]): Promise<ReadonlyMap<PostId, AgencyId | null>> {
  const rows = await trx
    .selectFrom('post')
    .select(['id', 'agency_id'])
    .where('id', 'in', [...posts])
    .execute()
  return new Map(rows.map(({ id, agency_id: agency }) => [id, agency]))
}
