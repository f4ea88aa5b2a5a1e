import { randomUUID } from 'node:crypto'

import type { Moment } from '#core/calendar/moment.ts'
import type { Calendar } from '#core/calendar/working-days.ts'
import type { DutyFacts } from '#core/duties/duty.ts'
import type { ActionId, DutyId, PersonId } from '#core/ids.ts'
import { nextPromptAt } from '#core/prompts/next-step.ts'
import type { Progress } from '#core/prompts/next-step.ts'
import { defaultPolicy } from '#core/prompts/policy.ts'

import type { Trx } from './database.ts'
import type { DutyTable } from './schema.ts'

/** Who closed what, when, with which answer: written beside a duty that is owed no longer. */
export type Closing = { readonly at: Moment; readonly by: PersonId | null; readonly deed: string | null }

/**
 * Writes the difference between what is owed now and the open rows of one action. Nobody else edits these
 * rows' facts; the sweep only moves the prompts on, and waits meanwhile. Gives back the number of rows that it
 * touched.
 */
export async function saveDuties(
  trx: Trx,
  action: ActionId,
  owed: readonly DutyFacts[],
  calendar: Calendar,
  closing: Closing,
): Promise<number> {
  const rows = await trx
    .selectFrom('duty')
    .selectAll()
    .where('action_id', '=', action)
    .where('closed_at', 'is', null)
    .forUpdate()
    .execute()
  let touched = 0
  for (const row of rows) {
    const still = owed.find((duty) => duty.kind === row.kind && duty.opening === row.opening)
    if (!still) {
      touched += 1
      await trx
        .updateTable('duty')
        .set({
          closed_at: closing.at,
          closed_by: closing.by,
          closed_deed: closing.deed,
          next_prompt_at: null,
        })
        .where('id', '=', row.id)
        .execute()
    } else if (differs(row, still, calendar)) {
      touched += 1
      await trx
        .updateTable('duty')
        .set(columns(still, progressFor(row, still), calendar))
        .where('id', '=', row.id)
        .execute()
    }
  }
  for (const duty of owed) {
    if (rows.some((row) => row.kind === duty.kind && row.opening === duty.opening)) continue
    touched += 1
    const progress = { last: null, chasesSent: duty.chases }
    await trx
      .insertInto('duty')
      .values({
        id: randomUUID() as string as DutyId,
        ...columns(duty, progress, calendar),
        closed_at: null,
        closed_by: null,
        closed_deed: null,
      })
      .execute()
  }
  return touched
}

/** How far the prompts of a row have come. */
export function progressOf(row: Pick<DutyTable, 'last_step' | 'last_step_at' | 'chases_sent'>): Progress {
  const { last_step: step, last_step_at: at, chases_sent: chasesSent } = row
  return { last: step !== null && at !== null ? { step, at } : null, chasesSent }
}

export function toDutyFacts(row: DutyTable): DutyFacts {
  return {
    kind: row.kind,
    action: row.action_id,
    opening: row.opening,
    owes: row.owes_post,
    owed: row.owed_post,
    climb: {
      leadPerson: row.lead_post,
      manager: row.manager_post,
      qaManager: row.qa_post,
      businessManager: row.business_post,
    },
    reference: row.reference,
    due: row.due_day,
    openedAt: row.opened_at,
    chases: row.chases,
  }
}

/** A moved day makes new steps (decisions.md 11). */
function progressFor(row: DutyTable, duty: DutyFacts): Progress {
  const progress = progressOf(row)
  return row.due_day === duty.due ? progress : { ...progress, last: null }
}

type Columns = Omit<DutyTable, 'id' | 'closed_at' | 'closed_by' | 'closed_deed'>

function columns(duty: DutyFacts, progress: Progress, calendar: Calendar): Columns {
  return {
    kind: duty.kind,
    action_id: duty.action,
    opening: duty.opening,
    owes_post: duty.owes,
    owed_post: duty.owed,
    lead_post: duty.climb.leadPerson,
    manager_post: duty.climb.manager,
    qa_post: duty.climb.qaManager,
    business_post: duty.climb.businessManager,
    reference: duty.reference,
    due_day: duty.due,
    opened_at: duty.openedAt,
    chases: duty.chases,
    chases_sent: progress.chasesSent,
    last_step: progress.last?.step ?? null,
    last_step_at: progress.last?.at ?? null,
    next_prompt_at: nextPromptAt(duty, progress, { policy: defaultPolicy, calendar }),
  }
}

function differs(row: DutyTable, duty: DutyFacts, calendar: Calendar): boolean {
  const now = columns(duty, progressFor(row, duty), calendar)
  return (Object.keys(now) as (keyof Columns)[]).some((name) => row[name] !== now[name])
}
