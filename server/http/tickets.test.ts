import { describe, expect, it } from 'vitest'

import type { DocumentId, Documents } from '#core/documents/documents.ts'
import { ok, refused } from '#core/result.ts'

import { ticketRoute } from './tickets.ts'
import type { Tickets } from './tickets.ts'

const paper = 'N-2018-2/N-08 chronology.docx' as DocumentId

/** Tickets that are good once; how long is the store's to say. */
function goodOnce(): Tickets {
  const good = new Map<string, DocumentId>()
  return {
    async issue(document) {
      const ticket = `ticket-${good.size}`
      good.set(ticket, document)
      return ticket
    },
    async show(ticket) {
      const document = good.get(ticket)
      return document && { document, use: async () => good.delete(ticket) }
    },
  }
}

describe('the door of papers', () => {
  const kept = { id: paper, name: 'N-08 chronology.docx', at: '2018-06-18T09:00:00.000Z' as never }
  const documents = {
    read: async (id: DocumentId) =>
      id === paper ? ok({ document: kept, bytes: new Uint8Array([80, 75]) }) : refused('not-there'),
  } as unknown as Documents

  it('hands the file out once, under its own name, to be kept by nobody on the way', async () => {
    const tickets = goodOnce()
    const route = ticketRoute({ documents, tickets })
    const path = `/api/papers/${await tickets.issue(paper)}`
    const answer = await route.request(path)
    expect(answer.status).toBe(200)
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(new Uint8Array([80, 75]))
    expect(answer.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''N-08%20chronology.docx",
    )
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('content-type')).toContain('wordprocessingml')
    const again = await route.request(path)
    expect(again.status).toBe(404)
  })

  it.each([
    ['not-reachable', 503, /Try again in a minute/],
    ['papers-not-allowed', 403, /administrator/],
    ['papers-locked', 423, /Close it/],
  ] as const)(
    'says what is so when the place of papers does not give it: %s',
    async (reason, status, says) => {
      const tickets = goodOnce()
      const away = { read: async () => refused(reason) } as unknown as Documents
      const route = ticketRoute({ documents: away, tickets })
      const answer = await route.request(`/api/papers/${await tickets.issue(paper)}`)
      expect(answer.status).toBe(status)
      expect(await answer.text()).toMatch(says)
    },
  )

  it('hands it out by the same link once the place of papers answers again', async () => {
    const tickets = goodOnce()
    let isAway = true
    const route = ticketRoute({
      tickets,
      documents: {
        read: async (id: DocumentId) => (isAway ? refused('not-reachable') : documents.read(id)),
      } as unknown as Documents,
    })
    const path = `/api/papers/${await tickets.issue(paper)}`
    expect((await route.request(path)).status).toBe(503)
    isAway = false
    expect((await route.request(path)).status).toBe(200)
    expect((await route.request(path)).status).toBe(404)
  })

  it('says no for a document that is gone', async () => {
    const tickets = goodOnce()
    const route = ticketRoute({ documents, tickets })
    const answer = await route.request(`/api/papers/${await tickets.issue('gone' as DocumentId)}`)
    expect(answer.status).toBe(404)
  })
})
