import { parseDanger, parseLadder } from '#core/escalation/commands.ts'
import { DEFAULT_DANGER } from '#core/escalation/danger.ts'
import type { DangerGuide } from '#core/escalation/danger.ts'
import type { Ladder } from '#core/escalation/ladder.ts'
import { LADDERS } from '#core/escalation/library.ts'

import { ChangedMeanwhile } from './actions.ts'
import type { Author } from './author.ts'
import type { Trx } from './database.ts'

const DANGER = 'danger'
const LADDER = 'ladder '

/** Every ladder in its newest version; those that nobody filled in are as they came with the product. */
export async function findLadders(trx: Trx): Promise<readonly Ladder[]> {
  const rows = await trx
    .selectFrom('escalation_setting')
    .select('value')
    .distinctOn('name')
    .where('name', 'like', `${LADDER}%`)
    .orderBy('name')
    .orderBy('version', 'desc')
    .execute()
  const own = rows.map(({ value }) => parseLadder(value))
  return LADDERS.map((ladder) => own.find(({ id }) => id === ladder.id) ?? ladder)
}

/** What to do in immediate danger, in its newest version. */
export async function findDanger(trx: Trx): Promise<DangerGuide> {
  const row = await trx
    .selectFrom('escalation_setting')
    .select('value')
    .where('name', '=', DANGER)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? parseDanger(row.value) : DEFAULT_DANGER
}

export function saveLadder(trx: Trx, author: Author, ladder: Ladder): Promise<void> {
  return save(trx, author, `${LADDER}${ladder.id}`, ladder)
}

export function saveDanger(trx: Trx, author: Author, guide: DangerGuide): Promise<void> {
  return save(trx, author, DANGER, guide)
}

/** A version is written once: whoever was overtaken decides afresh. */
async function save(
  trx: Trx,
  { person, now }: Author,
  name: string,
  value: Ladder | DangerGuide,
): Promise<void> {
  const { version } = value
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('escalation_setting')
    .values({ name, version, value: JSON.stringify(value), person_id: person, at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) throw new ChangedMeanwhile(`${name} ${version}`)
}
