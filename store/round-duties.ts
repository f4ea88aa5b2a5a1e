import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

import type { DutyKind } from '#core/duties/duty.ts'
import type { DutyItem } from '#core/duties/views.ts'
import type { RoundId } from '#core/ids.ts'
import { isPartnership } from '#core/people/post.ts'

import type { DutyRecord } from './lists.ts'
import { isOfRound } from './of-round.ts'
import type { Seen } from './seen.ts'
import { dutyItem, namesOf } from './views.ts'

/** The open duties of a round by their day: what is late, then what is next. */
export async function dutiesInRound(seen: Seen, round: RoundId): Promise<readonly DutyItem[]> {
  const { rows } = await sql<DutyRecord>`
    select d.id, d.kind, d.subject_id, d.reference, d.number, d.what, d.due_day, d.owes_post, d.owed_post,
      coalesce(a.due_day, d.due_day) as action_due
    from duty d left join action a on a.id = d.subject_id
    where ${openIn(seen, round)} order by d.due_day, d.reference, d.number, d.id`.execute(seen.trx)
  const names = await namesOf(
    seen,
    rows.flatMap(({ owes_post, owed_post }) => [owes_post, owed_post]),
  )
  return rows.map((row) => dutyItem(row, names, seen.today))
}

export type OpenInRound = {
  readonly open: number
  readonly late: number
  readonly kinds: ReadonlySet<DutyKind>
}

/** How many duties of a round are open and late, and of which kinds. */
export async function lateIn(seen: Seen, round: RoundId): Promise<OpenInRound> {
  const { rows } = await sql<{ kind: DutyKind; open: number; late: number }>`
    select d.kind, count(*) as open, count(*) filter (where d.due_day < ${seen.today}::date) as late
    from duty d where ${openIn(seen, round)} group by d.kind`.execute(seen.trx)
  return {
    open: rows.reduce((sum, { open }) => sum + open, 0),
    late: rows.reduce((sum, { late }) => sum + late, 0),
    kinds: new Set(rows.map(({ kind }) => kind)),
  }
}

/** What is owed about anything of the round; of others only what concerns a post that the person holds. */
function openIn({ actor }: Seen, round: RoundId): RawBuilder<unknown> {
  const mine = isPartnership(actor)
    ? sql``
    : sql`and exists (select 1 from concern c where c.subject_id = d.subject_id
        and c.post_id = any(${[...actor.posts]}::text[]))`
  return sql`d.closed_at is null and ${isOfRound(round)} ${mine}`
}
