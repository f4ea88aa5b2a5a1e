import { randomUUID } from 'node:crypto'

import type { Moment } from '#core/calendar/moment.ts'
import type { DutyFacts } from '#core/duties/duty.ts'
import type { DutyId, PersonId } from '#core/ids.ts'
import type { Planned } from '#core/prompts/forecast.ts'
import { nextPromptAt } from '#core/prompts/next-step.ts'
import type { Progress, Rules } from '#core/prompts/next-step.ts'
import type { Subject } from '#core/subject.ts'

import type { Trx } from './database.ts'
import type { DutyPromptTable, DutyTable } from './schema.ts'

/** Who closed what, when, with which answer: written beside a duty that is owed no longer. */
export type Closing = { readonly at: Moment; readonly by: PersonId | null; readonly deed: string | null }

/**
 * Writes the difference between what is owed now and the open rows of one subject. Nobody else edits these
 * rows' facts; the sweep only moves the prompts on, and waits meanwhile. Gives back the number of rows that it
 * touched.
 */
export async function saveDuties(
  trx: Trx,
  subject: Subject,
  owed: readonly DutyFacts[],
  rules: Rules,
  closing: Closing,
): Promise<number> {
  const rows = await trx
    .selectFrom('duty')
    .innerJoin('duty_prompt', 'duty_id', 'duty.id')
    .selectAll()
    .where('subject_id', '=', subject.id)
    .where('closed_at', 'is', null)
    .forUpdate()
    .execute()
  let touched = 0
  for (const row of rows) {
    const still = owed.find((duty) => isOf(row, duty))
    if (still && !differs(row, still, rules)) continue
    touched += 1
    if (still) await change(trx, row, still, rules)
    else await close(trx, row.id, closing)
  }
  for (const duty of owed.filter((each) => !rows.some((row) => isOf(row, each)))) {
    touched += 1
    await open(trx, duty, rules)
  }
  return touched
}

/** A duty is known by its subject, its kind and the opening of the subject. */
function isOf(row: DutyRow, duty: DutyFacts): boolean {
  return row.kind === duty.kind && row.opening === duty.opening
}

async function open(trx: Trx, duty: DutyFacts, rules: Rules): Promise<void> {
  const id = randomUUID() as string as DutyId
  const progress = { last: null, chasesSent: duty.chases }
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('duty')
    .values({ id, ...columns(duty), closed_at: null, closed_by: null, closed_deed: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return openAgain(trx, duty, rules)
  await trx
    .insertInto('duty_prompt')
    .values({ duty_id: id, ...promptColumns(duty, progress, rules) })
    .execute()
}

/** What was done and is undone is owed again, in the row that it had: a release that was withdrawn. */
async function openAgain(trx: Trx, duty: DutyFacts, rules: Rules): Promise<void> {
  const { id } = await trx
    .updateTable('duty')
    .set({ ...columns(duty), closed_at: null, closed_by: null, closed_deed: null })
    .where('subject_id', '=', duty.subject.id)
    .where('kind', '=', duty.kind)
    .where('opening', '=', duty.opening)
    .where('closed_at', 'is not', null)
    .returning('id')
    .executeTakeFirstOrThrow()
  const progress = { last: null, chasesSent: duty.chases }
  await trx
    .updateTable('duty_prompt')
    .set(promptColumns(duty, progress, rules))
    .where('duty_id', '=', id)
    .execute()
}

async function change(trx: Trx, row: DutyRow, duty: DutyFacts, rules: Rules): Promise<void> {
  await trx.updateTable('duty').set(columns(duty)).where('id', '=', row.id).execute()
  await trx
    .updateTable('duty_prompt')
    .set(promptColumns(duty, progressFor(row, duty), rules))
    .where('duty_id', '=', row.id)
    .execute()
}

async function close(trx: Trx, id: DutyId, { at, by, deed }: Closing): Promise<void> {
  await trx
    .updateTable('duty')
    .set({ closed_at: at, closed_by: by, closed_deed: deed })
    .where('id', '=', id)
    .execute()
  await trx.updateTable('duty_prompt').set({ next_prompt_at: null }).where('duty_id', '=', id).execute()
}

type DutyRow = DutyTable & DutyPromptTable

/** What a decision about the next prompt of a duty needs; a sweep may read thousands of rows. */
export const PROMPTED = [
  'id',
  'kind',
  'due_day',
  'opened_at',
  'chases',
  'chases_sent',
  'last_step',
  'last_step_at',
  'rests_until',
] as const satisfies readonly (keyof DutyTable | keyof DutyPromptTable)[]

type Prompted = Pick<DutyTable & DutyPromptTable, (typeof PROMPTED)[number]>

/** What is owed, as far as its prompts are concerned. */
export function owedOf(row: Prompted): Planned['duty'] {
  return {
    kind: row.kind,
    due: row.due_day,
    openedAt: row.opened_at,
    chases: row.chases,
    restsUntil: row.rests_until,
  }
}

/** How far the prompts of a row have come. */
export function progressOf(
  row: Pick<DutyPromptTable, 'last_step' | 'last_step_at' | 'chases_sent'>,
): Progress {
  const { last_step: step, last_step_at: at, chases_sent: chasesSent } = row
  return { last: step !== null && at !== null ? { step, at } : null, chasesSent }
}

/** A moved day makes new steps (decisions.md 11). */
function progressFor(row: DutyRow, duty: DutyFacts): Progress {
  const progress = progressOf(row)
  return row.due_day === duty.due ? progress : { ...progress, last: null }
}

function columns(duty: DutyFacts): Omit<DutyTable, 'id' | 'closed_at' | 'closed_by' | 'closed_deed'> {
  return {
    kind: duty.kind,
    subject_id: duty.subject.id,
    subject_kind: duty.subject.kind,
    opening: duty.opening,
    owes_post: duty.owes,
    owed_post: duty.owed,
    lead_post: duty.climb.leadPerson,
    manager_post: duty.climb.manager,
    qa_post: duty.climb.qaManager,
    business_post: duty.climb.businessManager,
    reference: duty.reference,
    number: duty.number,
    what: duty.what,
    due_day: duty.due,
    opened_at: duty.openedAt,
  }
}

function promptColumns(duty: DutyFacts, progress: Progress, rules: Rules): Omit<DutyPromptTable, 'duty_id'> {
  return {
    chases: duty.chases,
    chases_sent: progress.chasesSent,
    last_step: progress.last?.step ?? null,
    last_step_at: progress.last?.at ?? null,
    next_prompt_at: nextPromptAt(duty, progress, rules),
    rests_until: duty.restsUntil ?? null,
  }
}

function differs(row: DutyRow, duty: DutyFacts, rules: Rules): boolean {
  const now = { ...columns(duty), ...promptColumns(duty, progressFor(row, duty), rules) }
  return (Object.keys(now) as (keyof typeof now)[]).some((name) => row[name] !== now[name])
}
