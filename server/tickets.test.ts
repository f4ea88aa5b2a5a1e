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
    async redeem(ticket) {
      const document = good.get(ticket)
      good.delete(ticket)
      return document
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

  it('says no for a document that is gone', async () => {
    const tickets = goodOnce()
    const route = ticketRoute({ documents, tickets })
    const answer = await route.request(`/api/papers/${await tickets.issue('gone' as DocumentId)}`)
    expect(answer.status).toBe(404)
  })
})
