import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

import type { DutyKind } from '#core/duties/duty.ts'
import type { RoundId } from '#core/ids.ts'

import type { Trx } from './database.ts'

/** The kinds of what is owed in a round, whoever asks. */
export async function kindsOwedIn(trx: Trx, round: RoundId): Promise<readonly DutyKind[]> {
  const { rows } = await sql<{ kind: DutyKind }>`
    select distinct d.kind from duty d where d.closed_at is null and ${isOfRound(round)}`.execute(trx)
  return rows.map(({ kind }) => kind)
}

/** A duty \`d\` is about the round or anything of it, its actions among that. */
export function isOfRound(round: RoundId): RawBuilder<unknown> {
  return sql`d.subject_id in (
    select ${round}::text
    union all select id from reply where round_id = ${round}
    union all select id from case_file where round_id = ${round}
    union all select id from agency_return where round_id = ${round}
    union all select id from case_collation where round_id = ${round}
    union all select id from form where round_id = ${round}
    union all select x.id from action x join evaluation_case e on e.id = x.case_id where e.round_id = ${round})`
}
