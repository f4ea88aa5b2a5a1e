import type { ActionRow } from '#core/actions/views.ts'
import type { CaseId } from '#core/ids.ts'
import { may } from '#core/people/may.ts'

import type { ActionTable } from './schema.ts'
import type { Seen } from './seen.ts'
import { actionRowView, namesOf } from './views.ts'

const MOST = 200

/** The actions of a case that concern the person (OLD-163, 164). */
export async function actionsOfCase(seen: Seen, of: CaseId): Promise<ActionRow[]> {
  const rows = await seen.trx
    .selectFrom('action')
    .selectAll()
    .where('case_id', '=', of)
    .orderBy('due_day')
    .orderBy('number')
    .limit(MOST)
    .execute()
  return shown(seen, rows)
}

/** The actions that climb to the posts that a supervising manager holds: those of their workers. */
export async function actionsOfTeam(seen: Seen): Promise<ActionRow[]> {
  const rows = await seen.trx
    .selectFrom('action')
    .selectAll()
    .where('manager_post', 'in', [...seen.actor.posts])
    .orderBy('due_day')
    .orderBy('number')
    .limit(MOST)
    .execute()
  return shown(seen, rows)
}

async function shown(seen: Seen, rows: readonly ActionTable[]): Promise<ActionRow[]> {
  const mine = rows.filter((row) => may.seeAction(seen.actor, concernedBy(row)))
  const names = await namesOf(
    seen,
    mine.flatMap(({ owner_post, raiser_post }) => [owner_post, raiser_post]),
  )
  return mine.map((row) => actionRowView(row, names, seen))
}

function concernedBy(row: ActionTable) {
  const { owner_post: owner, raiser_post: raiser, lead_post, manager_post, qa_post, business_post } = row
  return {
    owner,
    raiser,
    climb: {
      leadPerson: lead_post,
      manager: manager_post,
      qaManager: qa_post,
      businessManager: business_post,
    },
  }
}
