import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { DocumentId } from '#core/documents/documents.ts'
import { openTickets } from '#server/http/tickets.ts'
import type { Tickets } from '#server/http/tickets.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { rows } from '#tests/fixtures/store-acts.ts'

const paper = 'N-2018-2/N-08 chronology.docx' as DocumentId

let store: TestStore
beforeAll(async () => void (store = await aStore()))
afterAll(() => store.close())

const ticketsAt = (now: () => number): Tickets => openTickets(store.running.database, now)

/** The document, if the ticket was good and nobody used it. */
async function redeemed(tickets: Tickets, ticket: string): Promise<DocumentId | undefined> {
  const shown = await tickets.show(ticket)
  return shown && (await shown.use()) ? shown.document : undefined
}

describe('a ticket', () => {
  it('is good once, in whichever process it is shown', async () => {
    const [one, other] = [ticketsAt(() => 0), ticketsAt(() => 0)]
    const ticket = await one.issue(paper)
    expect(await redeemed(other, ticket)).toBe(paper)
    expect(await redeemed(one, ticket)).toBeUndefined()
  })

  it('gives the paper to one of several who show it at once', async () => {
    const tickets = ticketsAt(() => 0)
    const ticket = await tickets.issue(paper)
    const got = await Promise.all(Array.from({ length: 5 }, () => redeemed(tickets, ticket)))
    expect(got.filter((each) => each === paper)).toHaveLength(1)
  })

  it('stays good until its paper was read, however long that takes', async () => {
    let now = 0
    const tickets = ticketsAt(() => now)
    const ticket = await tickets.issue(paper)
    await tickets.show(ticket)
    const shown = await tickets.show(ticket)
    now = 90_000
    await tickets.issue(paper)
    expect(await shown?.use()).toBe(true)
    expect(await shown?.use()).toBe(false)
  })

  it('is good for a minute', async () => {
    let now = 0
    const tickets = ticketsAt(() => now)
    const [first, second] = [await tickets.issue(paper), await tickets.issue(paper)]
    now = 59_999
    expect(await redeemed(tickets, first)).toBe(paper)
    now = 60_000
    expect(await redeemed(tickets, second)).toBeUndefined()
  })

  it('can not be guessed, nor read from the database', async () => {
    const tickets = ticketsAt(() => 0)
    const some = await Promise.all(Array.from({ length: 20 }, () => tickets.issue(paper)))
    expect(new Set(some).size).toBe(20)
    expect(some.every((ticket) => /^[\w-]{43}$/.test(ticket))).toBe(true)
    const kept = JSON.stringify(await rows(store.running, sql`select * from ticket`))
    expect(some.filter((ticket) => kept.includes(ticket))).toEqual([])
    expect(await redeemed(tickets, '')).toBeUndefined()
    expect(await redeemed(tickets, paper)).toBeUndefined()
  })

  it('that nobody showed is forgotten when the next one is made', async () => {
    let now = 0
    const tickets = ticketsAt(() => now)
    await tickets.issue(paper)
    now = 3_600_000
    await tickets.issue(paper)
    expect(await rows(store.running, sql`select 1 from ticket`)).toHaveLength(1)
  })

  it('is reached by its functions alone', async () => {
    const asWeb = store.running.database.transact({ as: 'web', person: null }, (trx) =>
      sql`select hash from ticket`.execute(trx),
    )
    await expect(asWeb).rejects.toThrow(/permission denied/)
  })
})
