import { sql } from 'kysely'

import type { CaseId, ReplyId, RoundId } from '#core/ids.ts'
import type { Answers, Involvement, Reply } from '#core/involvement/reply.ts'

import type { Trx } from './database.ts'
import { climbColumns, climbIn, fitsNoState, isSame, wroteOne } from './row-parts.ts'
import type { ReplyTable } from './schema-of-rounds.ts'

export async function findReply(trx: Trx, id: ReplyId): Promise<Reply | undefined> {
  const row = await replies(trx).where('reply.id', '=', id).executeTakeFirst()
  return row && toReply(row)
}

/** What the agencies of a round answered to its long list, in the round's order. */
export async function findRepliesOf(trx: Trx, round: RoundId): Promise<readonly Reply[]> {
  const rows = await replies(trx).where('reply.round_id', '=', round).execute()
  return rows.map(toReply)
}

/** Writes an aggregate and gives it back as saved. No blind upsert: a version is written once. */
export async function saveReply(trx: Trx, reply: Reply): Promise<Reply> {
  const { id, ...columns } = toRow(reply)
  if (reply.version === 0) {
    await trx
      .insertInto('reply')
      .values({ id, ...columns })
      .execute()
  } else {
    const updated = trx.updateTable('reply').set(columns).where('id', '=', id)
    wroteOne(await updated.where('version', '=', reply.version).executeTakeFirst(), `reply ${id}`)
  }
  await saveCases(trx, reply)
  return { ...reply, version: reply.version + 1 }
}

function replies(trx: Trx) {
  return trx
    .selectFrom('reply')
    .leftJoin('round_member', (join) =>
      join
        .onRef('round_member.round_id', '=', 'reply.round_id')
        .onRef('round_member.agency_id', '=', 'reply.agency_id'),
    )
    .selectAll('reply')
    .select(
      sql<[CaseId, Involvement | null][]>`(select coalesce(jsonb_agg(jsonb_build_array(c.case_id, c.answer)
        order by c.place), '[]') from reply_case c where c.reply_id = reply.id)`.as('cases'),
    )
    .orderBy('round_member.place')
    .orderBy('reply.agency_id')
}

type Row = ReplyTable & { readonly cases: readonly (readonly [CaseId, Involvement | null])[] }

/** A row read is parsed: a row that fits no state is a fault, never a half-true reply. */
function toReply(row: Row): Reply {
  const facts = {
    id: row.id,
    round: row.round_id,
    code: row.code,
    agency: row.agency_id,
    lead: row.lead_post,
    climb: climbIn(row),
    cases: row.cases.map(([id]) => id),
    askedAt: row.asked_at,
    receiptDue: row.receipt_due,
    answersDue: row.answers_due,
    endedAt: row.ended_at,
    chases: row.chases,
    version: row.version,
  }
  if (row.state === 'asked') return { ...facts, state: 'asked' }
  const receivedAt = row.received_at ?? broken(row)
  if (row.state === 'received') return { ...facts, state: 'received', receivedAt }
  const givenAt = row.given_at ?? broken(row)
  return { ...facts, state: 'given', receivedAt, givenAt, answers: answersOf(row) }
}

/** Given means for every case of the list. */
function answersOf(row: Row): Answers {
  const pairs = row.cases.map(([id, answer]) => [id, answer ?? broken(row)] as const)
  return Object.fromEntries(pairs)
}

function broken({ id, state }: Row): never {
  return fitsNoState('reply', id, state)
}

function toRow(reply: Reply): ReplyTable {
  return {
    id: reply.id,
    round_id: reply.round,
    code: reply.code,
    agency_id: reply.agency,
    lead_post: reply.lead,
    ...climbColumns(reply.climb),
    asked_at: reply.askedAt,
    receipt_due: reply.receiptDue,
    answers_due: reply.answersDue,
    ended_at: reply.endedAt,
    chases: reply.chases,
    version: reply.version + 1,
    state: reply.state,
    received_at: reply.state === 'asked' ? null : reply.receivedAt,
    given_at: reply.state === 'given' ? reply.givenAt : null,
  }
}

async function saveCases(trx: Trx, reply: Reply): Promise<void> {
  const rows = reply.cases.map((id, place) => ({
    reply_id: reply.id,
    case_id: id,
    place,
    answer: reply.state === 'given' ? (reply.answers[id] ?? null) : null,
  }))
  const before = await trx
    .selectFrom('reply_case')
    .select(['reply_id', 'case_id', 'place', 'answer'])
    .where('reply_id', '=', reply.id)
    .orderBy('place')
    .execute()
  if (isSame(before, rows)) return
  if (before.length > 0) await trx.deleteFrom('reply_case').where('reply_id', '=', reply.id).execute()
  if (rows.length > 0) await trx.insertInto('reply_case').values(rows).execute()
}
