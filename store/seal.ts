import { createHmac } from 'node:crypto'

import { sql } from 'kysely'

import type { Database, Trx } from './database.ts'

type Entry = {
  id: number
  at: string
  story_at: string
  actor: string | null
  channel: string
  what: string
  subject: string
  reference: string | null
  request: string | null
}

const BATCH = 5000

/**
 * Chains the committed audit entries that have no seal yet; one sealer at a time in a cell. An entry that
 * commits late, with a smaller number than its neighbours, is sealed later: nothing waits for it.
 */
export async function seal(database: Database, key: string): Promise<number> {
  let total = 0
  for (;;) {
    const sealed = await database.transact({ as: 'worker' }, (trx) => sealBatch(trx, key))
    total += sealed
    if (sealed < BATCH) return total
  }
}

async function sealBatch(trx: Trx, key: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(724002)`.execute(trx)
  const { rows: entries } = await sql<Entry>`select e.* from audit_entry e
    where not exists (select 1 from audit_seal s where s.entry_id = e.id) order by e.id limit ${BATCH}`.execute(
    trx,
  )
  if (entries.length === 0) return 0
  const last = await trx
    .selectFrom('audit_seal')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  let previous = last?.hash ?? GENESIS
  let seq = last?.seq ?? 0
  const seals = entries.map((entry) => {
    seq += 1
    const hash = hashOf(key, seq, previous, entry)
    const sealed = { seq, entry_id: entry.id, previous, hash }
    previous = hash
    return sealed
  })
  await sql`insert into audit_seal (seq, entry_id, previous, hash)
    select seq, entry_id, previous, hash from jsonb_to_recordset(${JSON.stringify(seals)}::jsonb)
    as r(seq int8, entry_id int8, previous text, hash text)`.execute(trx)
  return seals.length
}

/** The audit trail as it verifies: how many seals hold, and the first that does not. */
export type Verified = { readonly seals: number; readonly unsealed: number; readonly firstBad: number | null }

/** Recomputes the chain from its beginning: a changed, removed, moved or added entry breaks it. */
export async function verify(database: Database, key: string): Promise<Verified> {
  return database.transact({ as: 'worker' }, async (trx) => {
    const { rows } = await sql<Entry & { seq: number; previous: string; hash: string }>`
      select e.*, s.seq, s.previous, s.hash from audit_seal s left join audit_entry e on e.id = s.entry_id
      order by s.seq`.execute(trx)
    const { rows: left } = await sql<{ n: number }>`select count(*) as n from audit_entry e
      where not exists (select 1 from audit_seal s where s.entry_id = e.id)`.execute(trx)
    let previous = GENESIS
    for (const [index, row] of rows.entries()) {
      const holds =
        row.seq === index + 1 && row.previous === previous && row.hash === hashOf(key, row.seq, previous, row)
      if (!holds) return { seals: index, unsealed: left[0]?.n ?? 0, firstBad: index + 1 }
      previous = row.hash
    }
    return { seals: rows.length, unsealed: left[0]?.n ?? 0, firstBad: null }
  })
}

const GENESIS = '0'.repeat(64)

function hashOf(key: string, seq: number, previous: string, entry: Entry): string {
  const { id, at, story_at, actor, channel, what, subject, reference, request } = entry
  const content = JSON.stringify([
    seq,
    previous,
    id,
    at,
    story_at,
    actor,
    channel,
    what,
    subject,
    reference,
    request,
  ])
  return createHmac('sha256', key).update(content).digest('hex')
}
