import { sql } from 'kysely'

import type { Day } from '#core/calendar/day.ts'
import type { CaseId, PersonId, PostId } from '#core/ids.ts'
import type { ActionOfCase, Holder } from '#core/ports.ts'

import { BY_MAIL } from './access.ts'
import type { Trx } from './database.ts'

/** Who holds each of these posts on that day, deputies left out. */
export async function findHolders(
  trx: Trx,
  posts: readonly PostId[],
  today: Day,
): Promise<readonly Holder[]> {
  if (posts.length === 0) return []
  const rows = await trx
    .selectFrom('post_holding')
    .innerJoin('person', 'person.id', 'post_holding.person_id')
    .select(['post_id as post', 'person_id as person', 'name', 'mail', 'tenant_id', 'aad_id'])
    .where('post_id', 'in', [...posts])
    .where('held_as', '=', 'holder')
    .where('from_day', '<=', today)
    .where((e) => e.or([e('to_day', 'is', null), e('to_day', '>=', today)]))
    .orderBy('name')
    .orderBy('person_id')
    .execute()
  return rows.map(({ tenant_id: tenantId, aad_id: aadId, ...holder }) => ({
    ...holder,
    account: tenantId === BY_MAIL ? null : { tenantId, aadId },
  }))
}

export async function knowsPerson(trx: Trx, id: PersonId): Promise<boolean> {
  const row = await trx.selectFrom('person').select('id').where('id', '=', id).executeTakeFirst()
  return row !== undefined
}

/** People type an address in capitals and small letters. */
export async function findPersonWithMail(trx: Trx, mail: string): Promise<PersonId | undefined> {
  const row = await trx
    .selectFrom('person')
    .select('id')
    .where(sql<string>`lower(mail)`, '=', mail.trim().toLowerCase())
    .orderBy('id')
    .executeTakeFirst()
  return row?.id
}

/** The actions of a case that the person may see, A2 before A10. */
export async function findActionsOf(trx: Trx, of: CaseId): Promise<readonly ActionOfCase[]> {
  return trx
    .selectFrom('action')
    .select(['id', 'number', 'what', 'state'])
    .where('case_id', '=', of)
    .orderBy(sql`length(number)`)
    .orderBy('number')
    .execute()
}
