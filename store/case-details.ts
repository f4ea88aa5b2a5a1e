import type { DetailsVersion } from '#core/cases/details.ts'
import type { CaseId } from '#core/ids.ts'
import type { Write } from '#core/writes.ts'

import { ChangedMeanwhile } from './actions.ts'
import type { Author } from './author.ts'
import type { Trx } from './database.ts'
import { keepText, readText } from './free-text.ts'
import type { Kept } from './free-text.ts'

/**
 * The details of a child, oldest first: version 0 is the long list's. Whoever may not put them right is shown by
 * the wall only the last that was written.
 */
export async function findDetails(trx: Trx, id: CaseId): Promise<readonly DetailsVersion[]> {
  const listed = await trx
    .selectFrom('child_identity')
    .select(['name', 'born'])
    .where('case_id', '=', id)
    .executeTakeFirst()
  if (!listed) return []
  const rows = await trx
    .selectFrom('case_details')
    .innerJoin('person', 'person.id', 'case_details.person_id')
    .selectAll('case_details')
    .select('person.name as by')
    .where('case_id', '=', id)
    .orderBy('seq')
    .execute()
  return [
    { ...NOTHING_MORE, name: readText(listed.name), born: listed.born },
    ...rows.map((row): DetailsVersion => ({
      name: readText(row.name),
      born: row.born,
      gender: text(row.gender),
      ethnicity: text(row.ethnicity),
      religion: text(row.religion),
      opened: row.opened_day,
      type: row.type,
      version: row.seq,
      by: row.by,
      at: row.at,
    })),
  ]
}

const NOTHING_MORE = {
  gender: null,
  ethnicity: null,
  religion: null,
  opened: null,
  type: null,
  version: 0,
  by: null,
  at: null,
} as const

/** Adds the next version. Whoever was overtaken finds it there already. */
export async function keepDetails(
  trx: Trx,
  { person, now }: Author,
  { case: id, details, version }: Extract<Write, { kind: 'case-details' }>,
): Promise<void> {
  if (person === null) throw new Error('nobody writes who a child is')
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('case_details')
    .values({
      case_id: id,
      seq: version,
      name: keepText(details.name),
      born: details.born,
      gender: kept(details.gender),
      ethnicity: kept(details.ethnicity),
      religion: kept(details.religion),
      opened_day: details.opened,
      type: details.type,
      at: now,
      person_id: person,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) throw new ChangedMeanwhile(`details of case ${id}`)
}

function kept(said: string | null): Kept | null {
  return said === null ? null : keepText(said)
}

function text(column: Kept | null): string | null {
  return column === null ? null : readText(column)
}
