import type { Day } from '#core/calendar/day.ts'
import { daysBetween } from '#core/calendar/day.ts'
import type { FormList, FormRow, TeamView } from '#core/close-the-loop/views.ts'
import { formStateInWords, isFormOwing } from '#core/close-the-loop/words.ts'
import type { PostId, RoundId } from '#core/ids.ts'
import { may } from '#core/people/may.ts'

import { actionsOfTeam } from './form-actions.ts'
import { postNames } from './people.ts'
import type { FormTable } from './schema-of-rounds.ts'
import type { Seen } from './seen.ts'
import { viewWorkers } from './supervision-views.ts'
import { supervises } from './views.ts'

/** A round has five to seven cases: some years of them. */
const MOST_FORMS = 200

/** The forms that concern a person, of one round when it is given: how they stand, never a word of them. */
export async function viewForms(seen: Seen, round?: RoundId): Promise<FormList> {
  let query = seen.trx.selectFrom('form').selectAll().orderBy('due_day').orderBy('reference')
  if (round !== undefined) query = query.where('round_id', '=', round)
  const rows = await query.limit(MOST_FORMS).execute()
  return {
    items: await formRows(
      seen,
      rows.filter((row) => may.seeFormStatus(seen.actor, formPosts(row))),
    ),
  }
}

/** What the workers of a supervising manager owe: issued, opened, meeting held, sent, late. */
export async function viewTeam(seen: Seen): Promise<TeamView> {
  const mine = [...seen.actor.posts]
  if (mine.length === 0) return { manages: false, workers: [], forms: [], actions: [] }
  const rows = await seen.trx
    .selectFrom('form')
    .selectAll()
    .where('manager_post', 'in', mine)
    .orderBy('due_day')
    .orderBy('reference')
    .limit(MOST_FORMS)
    .execute()
  return {
    manages: await supervises(seen),
    workers: await viewWorkers(seen),
    forms: await formRows(seen, rows),
    actions: await actionsOfTeam(seen),
  }
}

export async function formRows({ trx, today }: Seen, rows: readonly FormTable[]): Promise<FormRow[]> {
  const posts = rows.flatMap(({ lead_post, worker_post, manager_post }) => [
    lead_post,
    worker_post,
    manager_post,
  ])
  const names = await postNames(trx, posts, today)
  const who = (post: PostId) => names.get(post) ?? { title: 'a post that nobody holds', holder: null }
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    state: row.state,
    stateWords: formStateInWords(row.state, row.met_on, today, row.question_at !== null),
    due: row.due_day,
    owing: isFormOwing(row.state),
    daysLate: daysLate(row, today),
    metOn: row.met_on,
    lead: who(row.lead_post),
    worker: who(row.worker_post),
    manager: who(row.manager_post),
  }))
}

/** The posts of a form, as the rulebook asks for them. */
export function formPosts(row: FormTable) {
  return { lead: row.lead_post, worker: row.worker_post, manager: row.manager_post, state: row.state }
}

function daysLate({ state, due_day }: FormTable, today: Day): number {
  return isFormOwing(state) ? Math.max(0, daysBetween(due_day, today)) : 0
}
