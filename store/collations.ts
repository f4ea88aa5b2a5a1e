import type { CaseId, CollationId } from '#core/ids.ts'
import type { Collation } from '#core/returns/collation.ts'

import type { Trx } from './database.ts'
import { keepText, readText } from './free-text.ts'
import type { Kept } from './free-text.ts'
import { climbColumns, climbIn, fitsNoState, wroteOne } from './row-parts.ts'
import type { CollationTable } from './schema-of-rounds.ts'

export async function findCollation(trx: Trx, id: CollationId): Promise<Collation | undefined> {
  const row = await collations(trx).where('case_collation.id', '=', id).executeTakeFirst()
  return row && toCollation(row)
}

/** What collators owe for a case. */
export async function findCollationsOf(trx: Trx, of: CaseId): Promise<readonly Collation[]> {
  const rows = await collations(trx).where('case_collation.case_id', '=', of).execute()
  return rows.map(toCollation)
}

/** Writes an aggregate and gives it back as saved. No blind upsert: a version is written once. */
export async function saveCollation(trx: Trx, collation: Collation): Promise<Collation> {
  const { id, ...columns } = toRow(collation)
  const words = { statement: collation.state === 'sent' ? keepText(collation.statement) : null }
  if (collation.version === 0) {
    await trx
      .insertInto('case_collation')
      .values({ id, ...columns })
      .execute()
    await trx
      .insertInto('collation_words')
      .values({ collation_id: id, ...words })
      .execute()
  } else {
    const updated = trx.updateTable('case_collation').set(columns).where('id', '=', id)
    wroteOne(await updated.where('version', '=', collation.version).executeTakeFirst(), `collation ${id}`)
    await trx.updateTable('collation_words').set(words).where('collation_id', '=', id).execute()
  }
  return { ...collation, version: collation.version + 1 }
}

function collations(trx: Trx) {
  return trx
    .selectFrom('case_collation')
    .innerJoin('collation_words', 'collation_words.collation_id', 'case_collation.id')
    .selectAll('case_collation')
    .select('statement')
    .orderBy('reference')
    .orderBy('agency_id')
}

type Row = CollationTable & { readonly statement: Kept | null }

/** A row read is parsed: a row that fits no state is a fault, never a half-true collation. */
function toCollation(row: Row): Collation {
  const facts = {
    id: row.id,
    round: row.round_id,
    case: row.case_id,
    reference: row.reference,
    agency: row.agency_id,
    lead: row.lead_post,
    owedTo: row.owed_post,
    climb: climbIn(row),
    opensAt: row.opens_at,
    due: row.due_day,
    opening: row.opening,
    chases: row.chases,
    version: row.version,
  }
  if (row.state === 'open') return { ...facts, state: 'open' }
  return {
    ...facts,
    state: 'sent',
    sentAt: row.sent_at ?? broken(row),
    statement: readText(row.statement ?? broken(row)),
  }
}

function toRow(collation: Collation): CollationTable {
  return {
    id: collation.id,
    round_id: collation.round,
    case_id: collation.case,
    reference: collation.reference,
    agency_id: collation.agency,
    lead_post: collation.lead,
    owed_post: collation.owedTo,
    ...climbColumns(collation.climb),
    opens_at: collation.opensAt,
    due_day: collation.due,
    opening: collation.opening,
    chases: collation.chases,
    version: collation.version + 1,
    state: collation.state,
    sent_at: collation.state === 'sent' ? collation.sentAt : null,
  }
}

function broken({ id, state }: Row): never {
  return fitsNoState('collation', id, state)
}
