import type { Action } from '#core/actions/action.ts'
import type { ActionId } from '#core/ids.ts'

import { toAction, toRow, toWords } from './action-row.ts'
import type { Trx } from './database.ts'

/** Somebody else saved the aggregate meanwhile: nothing was written, load again. */
export class ChangedMeanwhile extends Error {
  override readonly name = 'ChangedMeanwhile'
}

export async function findAction(trx: Trx, id: ActionId): Promise<Action | undefined> {
  const row = await trx
    .selectFrom('action')
    .innerJoin('action_words', 'action_words.action_id', 'action.id')
    .selectAll('action')
    .select(['help', 'what_was_done', 'evidence', 'reason'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && toAction(row, row)
}

export async function findActionNumbered(trx: Trx, number: string): Promise<Action | undefined> {
  const row = await trx.selectFrom('action').select('id').where('number', '=', number).executeTakeFirst()
  return row && findAction(trx, row.id)
}

/** Writes an aggregate and gives it back as saved. No blind upsert: a version is written once. */
export async function saveAction(trx: Trx, action: Action): Promise<Action> {
  if (action.version === 0) await insert(trx, action)
  else await update(trx, action)
  return { ...action, version: action.version + 1 }
}

async function insert(trx: Trx, action: Action): Promise<void> {
  await trx.insertInto('action').values(toRow(action)).execute()
  await trx
    .insertInto('action_words')
    .values({ action_id: action.id, ...toWords(action) })
    .execute()
}

async function update(trx: Trx, action: Action): Promise<void> {
  const { id, ...columns } = toRow(action)
  const { numUpdatedRows } = await trx
    .updateTable('action')
    .set(columns)
    .where('id', '=', id)
    .where('version', '=', action.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new ChangedMeanwhile(`action ${id}`)
  await trx.updateTable('action_words').set(toWords(action)).where('action_id', '=', id).execute()
}
