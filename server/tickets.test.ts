import { describe, expect, it } from 'vitest'

import type { DocumentId, Documents } from '#core/documents/documents.ts'
import { ok, refused } from '#core/result.ts'

import { openTickets, ticketRoute } from './tickets.ts'

const paper = 'N-2018-2/N-08 chronology.docx' as DocumentId

describe('a ticket', () => {
  it('is good once', () => {
    const tickets = openTickets(() => 0)
    const ticket = tickets.issue(paper)
    expect(tickets.redeem(ticket)).toBe(paper)
    expect(tickets.redeem(ticket)).toBeUndefined()
  })

  it('is good for a minute', () => {
    let now = 0
    const tickets = openTickets(() => now)
    const [first, second] = [tickets.issue(paper), tickets.issue(paper)]
    now = 59_999
    expect(tickets.redeem(first)).toBe(paper)
    now = 60_000
    expect(tickets.redeem(second)).toBeUndefined()
  })

  it('can not be guessed', () => {
    const tickets = openTickets(() => 0)
    const some = Array.from({ length: 100 }, () => tickets.issue(paper))
    expect(new Set(some).size).toBe(100)
    expect(some.every((ticket) => /^[\w-]{43}$/.test(ticket))).toBe(true)
    expect(tickets.redeem('')).toBeUndefined()
    expect(tickets.redeem(paper)).toBeUndefined()
  })
})

describe('the door of papers', () => {
  const kept = { id: paper, name: 'N-08 chronology.docx', at: '2018-06-18T09:00:00.000Z' as never }
  const documents = {
    read: async (id: DocumentId) =>
      id === paper ? ok({ document: kept, bytes: new Uint8Array([80, 75]) }) : refused('not-there'),
  } as unknown as Documents

  it('hands the file out once, under its own name, to be kept by nobody on the way', async () => {
    const tickets = openTickets(() => 0)
    const route = ticketRoute({ documents, tickets })
    const path = `/api/papers/${tickets.issue(paper)}`
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
    const tickets = openTickets(() => 0)
    const route = ticketRoute({ documents, tickets })
    const answer = await route.request(`/api/papers/${tickets.issue('gone' as DocumentId)}`)
    expect(answer.status).toBe(404)
  })
})
