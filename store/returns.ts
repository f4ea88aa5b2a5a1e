import { sql } from 'kysely'

import type { CaseId, PostId, ReturnId, RoundId } from '#core/ids.ts'
import type { Return } from '#core/returns/return.ts'

import type { Trx } from './database.ts'
import { toReturn, toRow, toWords } from './return-row.ts'
import { isSame, wroteOne } from './row-parts.ts'

export async function findReturn(trx: Trx, id: ReturnId): Promise<Return | undefined> {
  const row = await returns(trx).where('agency_return.id', '=', id).executeTakeFirst()
  return row && toReturn(row)
}

/** What agencies send about a case, in the round's order of agencies. */
export async function findReturnsOf(trx: Trx, of: CaseId): Promise<readonly Return[]> {
  const rows = await returns(trx).where('agency_return.case_id', '=', of).execute()
  return rows.map(toReturn)
}

/** All of a round: by case, then in the round's order of agencies. */
export async function findReturnsOfRound(trx: Trx, round: RoundId): Promise<readonly Return[]> {
  const rows = await returns(trx).where('agency_return.round_id', '=', round).execute()
  return rows.map(toReturn)
}

/** Writes an aggregate and gives it back as saved. No blind upsert: a version is written once. */
export async function saveReturn(trx: Trx, of: Return): Promise<Return> {
  const { id, ...columns } = toRow(of)
  if (of.version === 0) {
    await trx
      .insertInto('agency_return')
      .values({ id, ...columns })
      .execute()
    await trx
      .insertInto('return_words')
      .values({ return_id: id, ...toWords(of) })
      .execute()
  } else {
    const updated = trx.updateTable('agency_return').set(columns).where('id', '=', id)
    wroteOne(await updated.where('version', '=', of.version).executeTakeFirst(), `return ${id}`)
    await trx.updateTable('return_words').set(toWords(of)).where('return_id', '=', id).execute()
  }
  const contributors = await saveContributors(trx, of)
  return { ...of, contributors, version: of.version + 1 }
}

function returns(trx: Trx) {
  return trx
    .selectFrom('agency_return')
    .innerJoin('return_words', 'return_words.return_id', 'agency_return.id')
    .leftJoin('round_member', (join) =>
      join
        .onRef('round_member.round_id', '=', 'agency_return.round_id')
        .onRef('round_member.agency_id', '=', 'agency_return.agency_id'),
    )
    .selectAll('agency_return')
    .select(['out_reason', 'chronology_comment', 'evaluation_comment'])
    .select(['sign_name', 'sign_role', 'sign_on', 'performance', 'impact', 'grade'])
    .select(
      sql<PostId[]>`array(select c.post_id from return_contributor c where c.return_id = agency_return.id
        order by c.post_id)`.as('contributors'),
    )
    .orderBy('agency_return.reference')
    .orderBy('round_member.place')
    .orderBy('agency_return.agency_id')
}

/** Those invited, in the order in which they are read. */
async function saveContributors(trx: Trx, { id, contributors }: Return): Promise<readonly PostId[]> {
  const now = [...new Set(contributors)].toSorted()
  const rows = await trx
    .selectFrom('return_contributor')
    .select('post_id')
    .where('return_id', '=', id)
    .execute()
  const before = rows.map(({ post_id }) => post_id)
  if (isSame(before.toSorted(), now)) return now
  if (before.length > 0) await trx.deleteFrom('return_contributor').where('return_id', '=', id).execute()
  if (now.length > 0) {
    const invited = now.map((post_id) => ({ return_id: id, post_id }))
    await trx.insertInto('return_contributor').values(invited).execute()
  }
  return now
}
