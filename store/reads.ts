import { sql } from 'kysely'

import type { Climb } from '#core/actions/action.ts'
import type { Day } from '#core/calendar/day.ts'
import type { CaseId, DutyId, PostId } from '#core/ids.ts'
import type { Actor } from '#core/people/post.ts'
import type { ChoosablePost, OwedDuty, Reads } from '#core/ports.ts'

import { findAction } from './actions.ts'
import type { Trx } from './database.ts'
import { readText } from './free-text.ts'
import { postNames } from './people.ts'

/** What use cases read: queries only. Each joins on what the actor holds today; the policies stand behind. */
export function readsOf(trx: Trx, actor: Actor, today: Day): Reads {
  const mine = [...actor.posts]
  return {
    action: (id) => findAction(trx, id),
    duty: (id) => findDuty(trx, id, mine),
    async case(id) {
      return trx.selectFrom('evaluation_case').selectAll().where('id', '=', id).executeTakeFirst()
    },
    async childOf(id) {
      const row = await trx
        .selectFrom('child_identity')
        .select(['name', 'born'])
        .where('case_id', '=', id)
        .executeTakeFirst()
      return row && { name: readText(row.name), born: row.born }
    },
    posts: (of) => choosablePosts(trx, of, today),
    climbOf: (owner, of) => climbOf(trx, owner, of),
    async nextActionNumber() {
      const { rows } = await sql<{ n: number }>`select nextval('action_number') as n`.execute(trx)
      return `A${rows[0]?.n ?? 0}`
    },
    async holders(posts) {
      const { n } = await trx
        .selectFrom('post_holding')
        .select((e) => e.fn.count<number>('person_id').distinct().as('n'))
        .where('post_id', 'in', [...posts])
        .where('held_as', '=', 'holder')
        .where('from_day', '<=', today)
        .where((e) => e.or([e('to_day', 'is', null), e('to_day', '>=', today)]))
        .executeTakeFirstOrThrow()
      return n
    },
    async lateActions(day) {
      const rows = await trx
        .selectFrom('action')
        .select('id')
        .where('due_day', '<', day)
        .where('state', 'in', ['open', 'more-time-asked', 'questioned'])
        .orderBy('due_day')
        .execute()
      return rows.map(({ id }) => id)
    },
  }
}

async function findDuty(trx: Trx, id: DutyId, mine: readonly PostId[]): Promise<OwedDuty | undefined> {
  if (mine.length === 0) return undefined
  const row = await trx
    .selectFrom('duty')
    .select(['action_id as action', 'owes_post as owes', 'closed_at'])
    .where('duty.id', '=', id)
    .where((e) =>
      e.exists(
        e
          .selectFrom('action_post')
          .select('post_id')
          .whereRef('action_post.action_id', '=', 'duty.action_id')
          .where('post_id', 'in', mine),
      ),
    )
    .executeTakeFirst()
  return row && { action: row.action, owes: row.owes, closed: row.closed_at !== null }
}

/** Lead persons, the case's own worker, and the QA manager, who raises what the panel raised. */
export async function choosablePosts(trx: Trx, of: CaseId, today: Day): Promise<readonly ChoosablePost[]> {
  const rows = await trx
    .selectFrom('post')
    .select(['id', 'agency_id'])
    .where((e) =>
      e.or([
        e('kind', 'in', ['lead-person', 'qa-manager']),
        e.and([e('kind', '=', 'allocated-worker'), e('case_id', '=', of)]),
      ]),
    )
    .orderBy('title')
    .execute()
  const names = await postNames(
    trx,
    rows.map(({ id }) => id),
    today,
  )
  return rows.map(({ id, agency_id }) => ({
    id,
    agency: agency_id,
    title: names.get(id)?.title ?? '',
    holder: names.get(id)?.holder ?? null,
  }))
}

/** To whom lateness climbs: the lead person of the owner's agency, the manager of the case's worker. */
async function climbOf(trx: Trx, owner: PostId, of: CaseId): Promise<Climb | undefined> {
  const post = await trx.selectFrom('post').selectAll().where('id', '=', owner).executeTakeFirst()
  if (!post?.agency_id) return undefined
  const posts = await trx
    .selectFrom('post')
    .select(['id', 'kind'])
    .where((e) =>
      e.or([
        e('kind', 'in', ['qa-manager', 'business-manager']),
        e.and([e('kind', '=', 'lead-person'), e('agency_id', '=', post.agency_id)]),
        e.and([
          e('kind', '=', 'supervising-manager'),
          e('agency_id', '=', post.agency_id),
          e('case_id', '=', of),
        ]),
      ]),
    )
    .execute()
  const the = (kind: string): PostId | undefined => posts.find((row) => row.kind === kind)?.id
  const [leadPerson, qaManager, businessManager] = [
    the('lead-person'),
    the('qa-manager'),
    the('business-manager'),
  ]
  if (!leadPerson || !qaManager || !businessManager) return undefined
  const manager = post.kind === 'allocated-worker' ? (the('supervising-manager') ?? null) : null
  return { leadPerson, manager, qaManager, businessManager }
}
