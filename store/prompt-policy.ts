import { sql } from 'kysely'

import type { Moment } from '#core/calendar/moment.ts'
import type { Calendar } from '#core/calendar/working-days.ts'
import { keptPromptPolicy } from '#core/prompts/commands.ts'
import { nextPromptAt } from '#core/prompts/next-step.ts'
import type { Rules } from '#core/prompts/next-step.ts'
import { defaultPrompts, fitting, rulesOf } from '#core/prompts/prompt-policy.ts'
import type { KeptPolicy, PromptPolicy } from '#core/prompts/prompt-policy.ts'
import type { Write } from '#core/writes.ts'

import { ChangedMeanwhile } from './actions.ts'
import type { Author } from './author.ts'
import type { Trx } from './database.ts'
import { owedOf, progressOf, PROMPTED } from './duties.ts'

/** When prompts go out, as it stands: the defaults as version 0 until somebody changes them. */
export async function findPromptPolicy(trx: Trx): Promise<KeptPolicy> {
  const row = await trx
    .selectFrom('prompt_policy')
    .selectAll()
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row
    ? {
        policy: parsed(row.policy),
        version: row.version,
        changed: { by: row.changed_by, at: row.changed_at },
      }
    : { policy: defaultPrompts, version: 0, changed: null }
}

/** By what prompts are decided, as it stands in this transaction: a change takes hold at once. */
export async function promptRules(trx: Trx, calendar: Calendar): Promise<Rules> {
  return rulesOf((await findPromptPolicy(trx)).policy, calendar)
}

/** Adds a version; whoever read an older one meanwhile is told. */
export async function keepPromptPolicy(
  trx: Trx,
  { person, now }: Author,
  { policy, version }: Extract<Write, { kind: 'prompt-policy' }>,
): Promise<void> {
  if (person === null) throw new Error('nobody sets when prompts go out')
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('prompt_policy')
    .values({ version, policy: JSON.stringify(policy), changed_by: person, changed_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) throw new ChangedMeanwhile(`prompt policy ${version}`)
}

/**
 * Plans the next prompt of every open duty afresh when the policy has changed since they were planned; part of the
 * sweep, so that a process that ends in the middle leaves it to the next. Gives back how many moved.
 */
export async function planAgain(
  trx: Trx,
  { policy, version }: KeptPolicy,
  calendar: Calendar,
): Promise<number> {
  const planned = await trx.selectFrom('prompt_planned').select('version').executeTakeFirst()
  if ((planned?.version ?? 0) === version) return 0
  const rules = rulesOf(policy, calendar)
  const open = await trx
    .selectFrom('duty_prompt')
    .innerJoin('duty', 'duty.id', 'duty_id')
    .select([...PROMPTED, 'next_prompt_at'])
    .where('closed_at', 'is', null)
    .execute()
  const moved = open
    .map((row) => ({
      id: row.id,
      before: row.next_prompt_at,
      next: nextPromptAt(owedOf(row), progressOf(row), rules),
    }))
    .filter(({ before, next }) => before !== next)
  await move(trx, moved)
  const now = { one: 1, version }
  await trx
    .insertInto('prompt_planned')
    .values(now)
    .onConflict((conflict) => conflict.column('one').doUpdateSet(now))
    .execute()
  return moved.length
}

type Move = { readonly id: string; readonly before: Moment | null; readonly next: Moment | null }

/** What somebody changed in the meantime was planned by the policy of now, and stays. */
async function move(trx: Trx, moves: readonly Move[]): Promise<void> {
  if (moves.length === 0) return
  await sql`update duty_prompt p set next_prompt_at = r.next
    from unnest(${moves.map(({ id }) => id)}::text[], ${moves.map(({ before }) => before)}::timestamptz[],
      ${moves.map(({ next }) => next)}::timestamptz[]) as r(id, before, next)
    where p.duty_id = r.id and p.next_prompt_at is not distinct from r.before`.execute(trx)
}

/** Read in every change and every sweep: parsed once for each text, so that what is worked out of it is kept. */
let last: { readonly text: string; readonly policy: PromptPolicy } | undefined

function parsed(kept: unknown): PromptPolicy {
  const text = JSON.stringify(kept)
  if (last?.text !== text) last = { text, policy: fitting(keptPromptPolicy.parse(kept)) }
  return last.policy
}
