import { sql } from 'kysely'

import type { Day } from '#core/calendar/day.ts'
import { addMinutes, dayOf } from '#core/calendar/moment.ts'
import type { AgencyId, PersonId } from '#core/ids.ts'
import { MINUTES_BETWEEN_MAILS } from '#core/people/accounts.ts'
import type { Access, AccessReads } from '#core/people/accounts.ts'
import { hasEnded } from '#core/people/guests.ts'
import { isOffice, OFFICES } from '#core/people/post.ts'
import type { Newcomer } from '#core/people/sign-in.ts'
import { ok, refused } from '#core/result.ts'
import type { Result } from '#core/result.ts'
import type { Write } from '#core/writes.ts'

import { ChangedMeanwhile } from './actions.ts'
import type { Author } from './author.ts'
import type { Trx } from './database.ts'
import { findGuests } from './guests.ts'
import { findPersonByEntraId } from './people.ts'

/**
 * Who here has that account, and whether they are let in today. A guest of the tenant whom the partnership has not
 * confirmed as one is not.
 */
export async function findSignedIn(
  trx: Trx,
  { tenantId, aadId, isGuest }: Newcomer,
  today: Day,
): Promise<Result<PersonId, 'unknown-person' | 'access-ended'>> {
  const person = await findPersonByEntraId(trx, tenantId, aadId)
  if (!person) return refused('unknown-person')
  const guest = (await findGuests(trx, [person])).get(person)
  if (guest ? hasEnded(guest, today) : isGuest) return refused('access-ended')
  return ok(person)
}

/** How people come in, as use cases read it. */
export function accessReadsOf(trx: Trx, today: Day): AccessReads {
  return {
    of: (person) => findAccess(trx, person, today),
    personWith: ({ tenantId, aadId }) => findPersonByEntraId(trx, tenantId, aadId),
    isAgency: async (id) => (await nameOfAgency(trx, id)) !== undefined,
    guests: (people) => findGuests(trx, people),
  }
}

export async function findAccess(trx: Trx, person: PersonId, today: Day): Promise<Access | undefined> {
  const row = await trx
    .selectFrom('person')
    .select(['name', 'mail', 'tenant_id'])
    .where('id', '=', person)
    .executeTakeFirst()
  if (!row) return undefined
  const held = await trx
    .selectFrom('post_holding')
    .innerJoin('post', 'post.id', 'post_holding.post_id')
    .select(['kind', 'agency_id'])
    .where('person_id', '=', person)
    .where((e) => e.or([e('to_day', 'is', null), e('to_day', '>=', today)]))
    .execute()
  const invited = await trx
    .selectFrom('invitation')
    .select(['hash', 'mailed_at'])
    .where('person_id', '=', person)
    .executeTakeFirst()
  return {
    person,
    name: row.name,
    mail: row.mail.includes('@') ? row.mail : null,
    mailedAt: invited?.mailed_at ?? null,
    invitation: invited?.hash ?? null,
    isBound: row.tenant_id !== BY_MAIL,
    guest: (await findGuests(trx, [person])).get(person) ?? null,
    isInOffice: held.some(({ kind }) => isOffice(kind)),
    wasInOffice: await wasInOffice(trx, person),
    agencies: [...new Set(held.flatMap(({ agency_id: agency }) => (agency === null ? [] : [agency])))],
  }
}

/** Also whoever left no holding behind, because their time was taken back on its first day. */
async function wasInOffice(trx: Trx, person: PersonId): Promise<boolean> {
  const row = await trx
    .selectFrom('post')
    .select('id')
    .where('kind', 'in', [...OFFICES])
    .where((e) =>
      e.or([
        e('id', 'in', e.selectFrom('post_holding').select('post_id').where('person_id', '=', person)),
        e(
          'id',
          'in',
          e
            .selectFrom('post_change')
            .select('post_id')
            .where((its) => its.or([its('person_id', '=', person), its('before_person', '=', person)])),
        ),
      ]),
    )
    .executeTakeFirst()
  return row !== undefined
}

/** Stands in the place of a tenant for whoever is known by mail alone. */
export const BY_MAIL = 'by-mail'

export async function nameOfAgency(trx: Trx, id: AgencyId): Promise<string | undefined> {
  const row = await trx.selectFrom('agency').select('name').where('id', '=', id).executeTakeFirst()
  return row?.name
}

type WriteOf<K extends Write['kind']> = Extract<Write, { kind: K }>

/** By a function: whoever signs in writes no account. */
export async function keepAccount(
  trx: Trx,
  { now }: Author,
  { person, account }: WriteOf<'account'>,
): Promise<void> {
  const { rows } = await sql<{ done: boolean }>`
    select set_account(${person}, ${account.tenantId}, ${account.aadId}, ${dayOf(now)}::date) as done`.execute(
    trx,
  )
  if (rows[0]?.done !== true) throw new ChangedMeanwhile(`account of ${person}`)
}

export async function keepGuestAccess(
  trx: Trx,
  { person: by, now }: Author,
  { person, agency, until }: WriteOf<'guest-access'>,
): Promise<void> {
  if (by === null) throw new Error('nobody confirms a guest')
  const row = { agency_id: agency, until_day: until, renewed_by: by, renewed_at: now }
  await trx
    .insertInto('guest_access')
    .values({ person_id: person, ...row })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
    .execute()
}

/** They are no guest any more: of the organisation itself. */
export async function endGuest(trx: Trx, { person }: WriteOf<'no-guest'>): Promise<void> {
  await trx.deleteFrom('guest_access').where('person_id', '=', person).execute()
}

/** A new invitation takes the place of the one before. Of two that would be mailed at once, one is. */
export async function keepInvitation(
  trx: Trx,
  { person: by }: Author,
  { person, agency, byMail, hash, madeAt, until }: WriteOf<'invitation'>,
): Promise<void> {
  if (by === null) throw new Error('nobody invites')
  const row = {
    hash,
    agency_id: agency,
    made_by: by,
    made_at: madeAt,
    until,
    used_at: null,
    mailed: byMail ? ('in-doubt' as const) : null,
    ...(byMail && { mailed_at: madeAt }),
  }
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('invitation')
    .values({ person_id: person, ...row })
    .onConflict((conflict) => {
      const replaced = conflict.column('person_id').doUpdateSet(row)
      return byMail
        ? replaced.where((e) =>
            e.or([
              e('invitation.mailed_at', 'is', null),
              e('invitation.mailed_at', '<=', addMinutes(madeAt, -MINUTES_BETWEEN_MAILS)),
            ]),
          )
        : replaced
    })
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) throw new ChangedMeanwhile(`invitation of ${person}`)
}

/** After a mail that did not leave, the next one need not wait. */
export async function keepMailed(
  trx: Trx,
  { person, hash, came }: WriteOf<'invitation-mailed'>,
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('invitation')
    .set({ mailed: came, ...(came === 'not-sent' && { mailed_at: null }) })
    .where('person_id', '=', person)
    .where('hash', '=', hash)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new ChangedMeanwhile(`invitation of ${person}`)
}
