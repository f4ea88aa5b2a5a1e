import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

import type { Moment } from '#core/calendar/moment.ts'
import type { DocumentId } from '#core/documents/documents.ts'

import type { Database } from './database.ts'

/** Keeps that whoever shows what has this hash gets the document until then; what is too old by now goes. */
export async function keepTicket(
  database: Database,
  { hash, document, now, until }: TicketKept & { readonly now: Moment },
): Promise<void> {
  await database.transact({ as: 'web', person: null }, (trx) =>
    sql`select keep_ticket(${hash}, ${document}, ${now}::timestamptz, ${until}::timestamptz)`.execute(trx),
  )
}

/** The document of a ticket that is good at that moment; it stays good. */
export function lookAtTicket(database: Database, hash: string, now: Moment): Promise<DocumentId | undefined> {
  return documentBy(database, sql<Found>`select look_at_ticket(${hash}, ${now}::timestamptz) as document`)
}

/**
 * Whether a ticket is used up by this: of two who show it at once, one gets it.
 *
 * @param shown when it was shown: it had to be good then, however long reading took.
 */
export async function useTicket(database: Database, hash: string, shown: Moment): Promise<boolean> {
  const used = sql<Found>`select use_ticket(${hash}, ${shown}::timestamptz) as document`
  return (await documentBy(database, used)) !== undefined
}

type Found = { readonly document: DocumentId | null }

async function documentBy(database: Database, asked: RawBuilder<Found>): Promise<DocumentId | undefined> {
  return database.transact({ as: 'web', person: null }, async (trx) => {
    const { rows } = await asked.execute(trx)
    return rows[0]?.document ?? undefined
  })
}

type TicketKept = { readonly hash: string; readonly document: DocumentId; readonly until: Moment }
