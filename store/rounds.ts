import type { RoundId } from '#core/ids.ts'
import type { Member, Round } from '#core/round/round.ts'

import type { Trx } from './database.ts'
import { toRound, toRow } from './round-row.ts'
import { isSame, wroteOne } from './row-parts.ts'

export async function findRound(trx: Trx, id: RoundId): Promise<Round | undefined> {
  const row = await trx.selectFrom('round').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toRound(row, await membersOf(trx, id))
}

/** Writes an aggregate and gives it back as saved. No blind upsert: a version is written once. */
export async function saveRound(trx: Trx, round: Round): Promise<Round> {
  const { id, ...columns } = toRow(round)
  if (round.version === 0) {
    await trx
      .insertInto('round')
      .values({ id, ...columns })
      .execute()
  } else {
    const updated = trx.updateTable('round').set(columns).where('id', '=', id)
    wroteOne(await updated.where('version', '=', round.version).executeTakeFirst(), `round ${id}`)
  }
  await saveMembers(trx, round)
  return { ...round, version: round.version + 1 }
}

async function membersOf(trx: Trx, id: RoundId): Promise<readonly Member[]> {
  const rows = await trx
    .selectFrom('round_member')
    .innerJoin('agency', 'agency.id', 'round_member.agency_id')
    .select(['agency_id', 'name', 'lead_post', 'job_title', 'senior', 'collator_agency'])
    .where('round_id', '=', id)
    .orderBy('place')
    .execute()
  return rows.map((row) => ({
    agency: row.agency_id,
    name: row.name,
    lead: row.lead_post,
    jobTitle: row.job_title,
    senior: row.senior,
    collator: row.collator_agency,
  }))
}

/** The members are written again only when they changed; what an agency is called is the agency's own. */
async function saveMembers(trx: Trx, { id, members }: Round): Promise<void> {
  const rows = members.map((member, place) => ({
    round_id: id,
    agency_id: member.agency,
    place,
    lead_post: member.lead,
    job_title: member.jobTitle,
    senior: member.senior,
    collator_agency: member.collator,
  }))
  const before = await trx
    .selectFrom('round_member')
    .select(['round_id', 'agency_id', 'place', 'lead_post', 'job_title', 'senior', 'collator_agency'])
    .where('round_id', '=', id)
    .orderBy('place')
    .execute()
  if (isSame(before, rows)) return
  if (before.length > 0) await trx.deleteFrom('round_member').where('round_id', '=', id).execute()
  if (rows.length > 0) await trx.insertInto('round_member').values(rows).execute()
}
