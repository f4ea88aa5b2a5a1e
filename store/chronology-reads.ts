import type { SentChronologies } from '#core/chronology/sent.ts'
import type { CaseId } from '#core/ids.ts'

import type { Trx } from './database.ts'
import { toEntry } from './return-reads.ts'

/** What agencies sent of their chronologies of a case: nothing of one that is being written or was sent back. */
export async function findSentChronologies(trx: Trx, of: CaseId): Promise<SentChronologies> {
  const standings = await trx
    .selectFrom('agency_return')
    .select(['agency_id as agency', 'scope', 'chronology_state as state', 'way'])
    .where('case_id', '=', of)
    .execute()
  const rows = await trx
    .selectFrom('chronology_entry')
    .innerJoin('agency_return', 'agency_return.id', 'chronology_entry.return_id')
    .selectAll('chronology_entry')
    .select('agency_return.agency_id as agency')
    .where('agency_return.case_id', '=', of)
    .where('chronology_state', 'in', ['submitted', 'accepted'])
    .where('way', '<>', 'with-collator')
    .where('removed_at', 'is', null)
    .execute()
  // What a collator has not sent on is not with the partnership yet (decisions.md 24).
  const seen = standings.map(({ way, state, ...of }) => ({
    ...of,
    state: way === 'with-collator' && state !== null ? ('draft' as const) : state,
  }))
  return { standings: seen, entries: rows.map((row) => ({ agency: row.agency, entry: toEntry(row) })) }
}
