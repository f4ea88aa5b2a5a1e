import { randomBytes } from 'node:crypto'

import { Hono } from 'hono'

import type { DocumentId, Documents } from '#core/documents/documents.ts'

/** For how long a ticket is good. */
const GOOD_MS = 60_000

export type Tickets = {
  /** A ticket for one kept document: whoever shows it within a minute gets the document, once. */
  issue(document: DocumentId): string
  /** The document of a good ticket, which is used up by this. */
  redeem(ticket: string): DocumentId | undefined
}

/**
 * Tickets of this process, in memory: a download can carry no bearer token, and a link that lasts would be a
 * key to a case.
 */
export function openTickets(realNow: () => number): Tickets {
  const good = new Map<string, { readonly document: DocumentId; readonly until: number }>()
  return {
    issue(document) {
      const now = realNow()
      for (const [ticket, { until }] of good) if (until <= now) good.delete(ticket)
      const ticket = randomBytes(32).toString('base64url')
      good.set(ticket, { document, until: now + GOOD_MS })
      return ticket
    },
    redeem(ticket) {
      const found = good.get(ticket)
      good.delete(ticket)
      return found && found.until > realNow() ? found.document : undefined
    },
  }
}

const TYPES: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** `GET /api/papers/:ticket`: the document as a file. The ticket is the right, so no sign-in is asked for. */
export function ticketRoute({
  documents,
  tickets,
}: {
  readonly documents: Documents
  readonly tickets: Tickets
}): Hono {
  return new Hono().get('/api/papers/:ticket', async (c) => {
    const id = tickets.redeem(c.req.param('ticket'))
    const found = id && (await documents.read(id))
    if (!found?.ok)
      return c.text('This download was used already or is too old. Make it again in the app.', 404)
    const { document, bytes } = found.value
    const ending = document.name.slice(document.name.lastIndexOf('.') + 1)
    return c.body(new Uint8Array(bytes).buffer, 200, {
      'Content-Type': TYPES[ending] ?? 'application/octet-stream',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(document.name)}`,
      'Cache-Control': 'no-store',
    })
  })
}
