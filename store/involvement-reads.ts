import type { RoundId } from '#core/ids.ts'
import type { SampleCase } from '#core/involvement/selection.ts'

import type { Trx } from './database.ts'

/** The long list of a round in its order, without who the children are. */
export async function findSampleOf(trx: Trx, round: RoundId): Promise<readonly SampleCase[]> {
  const rows = await trx
    .selectFrom('evaluation_case')
    .select(['id', 'reference', 'threshold'])
    .where('round_id', '=', round)
    .orderBy('place')
    .execute()
  return rows.map(({ id, reference, threshold }) => {
    if (threshold === null) throw new Error(`case ${id} is listed without its threshold`)
    return { id, reference, threshold }
  })
}
