import { createHash, randomBytes } from 'node:crypto'

import { Hono } from 'hono'

import type { DocumentId, Documents } from '#core/documents/documents.ts'
import { momentOf } from '#store/clock.ts'
import type { Database } from '#store/database.ts'
import { keepTicket, lookAtTicket, useTicket } from '#store/tickets.ts'

import { documentsProblems } from '../problems/documents.ts'

/** For how long a ticket is good. */
const GOOD_MS = 60_000

export type Tickets = {
  /** A ticket for one kept document: whoever shows it within a minute gets the document, once. */
  issue(document: DocumentId): Promise<string>
  /** What a good ticket is for; undefined for any other. */
  show(ticket: string): Promise<Shown | undefined>
}

type Shown = {
  readonly document: DocumentId
  /** Uses the ticket up, once the paper is at hand: what could not be read can be asked for again. */
  use(): Promise<boolean>
}

/**
 * Tickets of the cell, in its database, as hashes: a download can carry no bearer token, and a link that lasts would
 * be a key to a case. Whichever process is asked finds them.
 */
export function openTickets(database: Database, realNow: () => number): Tickets {
  return {
    async issue(document) {
      const ticket = randomBytes(32).toString('base64url')
      const now = realNow()
      const until = momentOf(now + GOOD_MS)
      await keepTicket(database, { hash: hashOf(ticket), document, now: momentOf(now), until })
      return ticket
    },
    async show(ticket) {
      const hash = hashOf(ticket)
      const now = momentOf(realNow())
      const document = await lookAtTicket(database, hash, now)
      return document && { document, use: () => useTicket(database, hash, now) }
    },
  }
}

/** A ticket has 256 random bits: its plain hash tells nobody what it was. */
function hashOf(ticket: string): string {
  return createHash('sha256').update(ticket).digest('hex')
}

const TYPES: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

const USED = 'This download was used already or is too old. Make it again in the app.'

/** `GET /api/papers/:ticket`: the document as a file. The ticket is the right, so no sign-in is asked for. */
export function ticketRoute({
  documents,
  tickets,
}: {
  readonly documents: Documents
  readonly tickets: Tickets
}): Hono {
  return new Hono().get('/api/papers/:ticket', async (c) => {
    const shown = await tickets.show(c.req.param('ticket'))
    if (!shown) return c.text(USED, 404)
    const found = await documents.read(shown.document)
    if (!found.ok) {
      if (found.reason === 'not-there') return c.text(USED, 404)
      const { status, title, detail } = documentsProblems[found.reason]
      return c.text(`${title}. ${detail}`, status as 403)
    }
    if (!(await shown.use())) return c.text(USED, 404)
    const { document, bytes } = found.value
    const ending = document.name.slice(document.name.lastIndexOf('.') + 1)
    return c.body(new Uint8Array(bytes).buffer, 200, {
      'Content-Type': TYPES[ending] ?? 'application/octet-stream',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(document.name)}`,
      'Cache-Control': 'no-store',
    })
  })
}
