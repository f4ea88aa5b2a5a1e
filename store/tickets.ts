import { sql } from 'kysely'

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

/** The document of a good ticket, which is used up by this: of two who show it at once, one gets it. */
export async function useTicket(
  database: Database,
  hash: string,
  now: Moment,
): Promise<DocumentId | undefined> {
  return database.transact({ as: 'web', person: null }, async (trx) => {
    const { rows } = await sql<{ document: DocumentId | null }>`
      select use_ticket(${hash}, ${now}::timestamptz) as document`.execute(trx)
    return rows[0]?.document ?? undefined
  })
}

type TicketKept = { readonly hash: string; readonly document: DocumentId; readonly until: Moment }
