import type { Day } from '#core/calendar/day.ts'
import type { PersonId, PostId } from '#core/ids.ts'
import { isOffice } from '#core/people/post.ts'
import type { Actor } from '#core/people/post.ts'

import type { Trx } from './database.ts'
import { isLetIn } from './guests.ts'

/** The person with the posts that they hold or deputise for on that day; undefined when unknown, or let in no more. */
export async function findActor(trx: Trx, person: PersonId, today: Day): Promise<Actor | undefined> {
  const known = await trx
    .selectFrom('person')
    .select('name')
    .where('id', '=', person)
    .where(isLetIn('person.id', today))
    .executeTakeFirst()
  if (!known) return undefined
  const held = await trx
    .selectFrom('post_holding')
    .innerJoin('post', 'post.id', 'post_holding.post_id')
    .select(['post.id', 'post.kind'])
    .where('person_id', '=', person)
    .where('from_day', '<=', today)
    .where((e) => e.or([e('to_day', 'is', null), e('to_day', '>=', today)]))
    .execute()
  return {
    person,
    name: known.name,
    posts: new Set(held.map(({ id }) => id)),
    offices: new Set(held.map(({ kind }) => kind).filter(isOffice)),
  }
}

/** People are found by tenant and object id, never by e-mail address. */
export async function findPersonByEntraId(
  trx: Trx,
  tenantId: string,
  aadId: string,
): Promise<PersonId | undefined> {
  const row = await trx
    .selectFrom('person')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('aad_id', '=', aadId)
    .executeTakeFirst()
  return row?.id
}

/** One account is one person: somebody else got it meanwhile. */
export function isTakenAccount(error: unknown): boolean {
  return error instanceof Error && 'constraint' in error && error.constraint === 'person_tenant_id_aad_id_key'
}

/** The titles of posts with the name of the person who holds each today, for sentences. */
export async function postNames(
  trx: Trx,
  posts: readonly PostId[],
  today: Day,
): Promise<ReadonlyMap<PostId, { readonly title: string; readonly holder: string | null }>> {
  if (posts.length === 0) return new Map()
  const rows = await trx
    .selectFrom('post')
    .leftJoin('post_holding', (join) =>
      join
        .onRef('post_holding.post_id', '=', 'post.id')
        .on('held_as', '=', 'holder')
        .on('from_day', '<=', today)
        .on((e) => e.or([e('to_day', 'is', null), e('to_day', '>=', today)])),
    )
    .leftJoin('person', 'person.id', 'post_holding.person_id')
    .select(['post.id', 'post.title', 'person.name as holder'])
    .where('post.id', 'in', [...new Set(posts)])
    .execute()
  return new Map(rows.map(({ id, title, holder }) => [id, { title, holder }]))
}
