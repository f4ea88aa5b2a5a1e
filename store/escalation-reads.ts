import { sql } from 'kysely'

import type { Day } from '#core/calendar/day.ts'
import type { AskedPost, EscalationReads } from '#core/escalation/reads.ts'
import { isPartnership } from '#core/people/post.ts'
import type { Actor } from '#core/people/post.ts'

import type { Trx } from './database.ts'
import { findDanger, findLadders } from './escalation-settings.ts'
import { findEscalation } from './escalations.ts'

export function escalationReads(trx: Trx, actor: Actor, today: Day): EscalationReads {
  return {
    find: (id) => findEscalation(trx, id),
    async nextNumber() {
      const { rows } = await sql<{ n: number }>`select nextval('escalation_number') as n`.execute(trx)
      return `X${rows[0]?.n ?? 0}`
    },
    async office() {
      const rows = await trx
        .selectFrom('post')
        .select(['id', 'kind'])
        .where('kind', 'in', ['business-manager', 'qa-manager'])
        .execute()
      const businessManager = rows.find(({ kind }) => kind === 'business-manager')?.id
      const qaManager = rows.find(({ kind }) => kind === 'qa-manager')?.id
      return businessManager && qaManager ? { businessManager, qaManager } : undefined
    },
    posts: () => askedPosts(trx, actor, today),
    ladders: () => findLadders(trx),
    danger: () => findDanger(trx),
  }
}

/**
 * The posts that can raise a concern or be asked about one: with somebody who holds them today, the lead persons
 * of an agency once (they have a post in each round: the newest), those of a case for whom the case concerns.
 */
export async function askedPosts(trx: Trx, actor: Actor, today: Day): Promise<readonly AskedPost[]> {
  const mine = [...actor.posts]
  const isHeld = sql<boolean>`post_holding.from_day <= ${today}::date
    and (post_holding.to_day is null or post_holding.to_day >= ${today}::date)`
  const rows = await trx
    .selectFrom('post')
    .innerJoin('post_holding', 'post_holding.post_id', 'post.id')
    .innerJoin('person', 'person.id', 'post_holding.person_id')
    .leftJoin('agency', 'agency.id', 'post.agency_id')
    .select(['post.id', 'post.kind', 'post.title', 'post.agency_id', 'person.name as holder'])
    .where('held_as', '=', 'holder')
    .where(isHeld)
    .where('post.kind', 'not in', ['contributor'])
    .where(
      sql<boolean>`(post.case_id is null or ${isPartnership(actor)}
        or exists (select 1 from concern c where c.subject_id = post.case_id and c.post_id = any(${mine}::text[]))
        or exists (select 1 from post own where own.case_id = post.case_id and own.id = any(${mine}::text[])))`,
    )
    .orderBy('agency.name')
    .orderBy('post.title')
    .orderBy('post_holding.from_day', 'desc')
    .orderBy('post.round_id', 'desc')
    .execute()
  const posts = rows.map((row) => ({
    id: row.id,
    title: row.title,
    agency: row.agency_id,
    holder: row.holder,
    own: actor.posts.has(row.id),
  }))
  return posts.filter(
    ({ title, agency, holder }, at) =>
      posts.findIndex(
        (other) => other.title === title && other.agency === agency && other.holder === holder,
      ) === at,
  )
}

const MOST_CASES = 40

/** The cases that somebody works with, or has an action of; the partnership all that are open. */
export async function referencesOf(trx: Trx, actor: Actor): Promise<string[]> {
  const mine = [...actor.posts]
  const isAll = isPartnership(actor)
  const { rows } = await sql<{ reference: string }>`
    select reference from (
      select f.reference from case_file f join round r on r.id = f.round_id
        where r.state <> 'complete' and (${isAll} or exists (
          select 1 from concern c where c.subject_id = f.id and c.post_id = any(${mine}::text[])))
      union select f.reference from form f join round r on r.id = f.round_id join concern c on c.subject_id = f.id
        where r.state <> 'complete' and c.post_id = any(${mine}::text[])
      union select a.reference from action a join concern c on c.subject_id = a.id
        where c.post_id = any(${mine}::text[]) and a.state not in ('confirmed', 'withdrawn')) known
    where reference <> '' order by reference limit ${MOST_CASES}`.execute(trx)
  return rows.map(({ reference }) => reference).toSorted()
}
