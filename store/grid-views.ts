import type { Calendar } from '#core/calendar/working-days.ts'
import type { CaseFile } from '#core/cases/case-file.ts'
import type { CollationId, RoundId } from '#core/ids.ts'
import { may } from '#core/people/may.ts'
import type { Collation } from '#core/returns/collation.ts'
import type { GridFacts } from '#core/round/grid/grid.ts'
import { viewOfGrid } from '#core/round/grid/view-of-grid.ts'
import type { GridView } from '#core/round/grid/views.ts'
import type { Round } from '#core/round/round.ts'

import { findFilesOf } from './case-files.ts'
import { findHolders } from './case-reads.ts'
import { findCollationsOf } from './collations.ts'
import type { Trx } from './database.ts'
import { findFormsOf } from './forms.ts'
import { findRepliesOf } from './replies.ts'
import { findReturnsOfRound } from './returns.ts'
import { findRound } from './rounds.ts'
import type { Seen } from './seen.ts'

/** Who owes what in a round; undefined for all but the partnership. */
export async function viewGrid(
  { trx, actor, today }: Seen,
  id: RoundId,
  calendar: Calendar,
): Promise<GridView | undefined> {
  if (!may.seeGrid(actor)) return undefined
  const round = await findRound(trx, id)
  if (!round) return undefined
  const posts = round.members.map(({ lead }) => lead)
  const holders = new Map((await findHolders(trx, posts, today)).map(({ post, name }) => [post, name]))
  return viewOfGrid(await gridFacts(trx, round), { actor, today, calendar, holders })
}

/** Everything that the agencies of a round owe, with its aggregates. */
export async function gridFacts(trx: Trx, round: Round): Promise<GridFacts & { readonly round: Round }> {
  const files = await findFilesOf(trx, round.id)
  return {
    round,
    files,
    replies: await findRepliesOf(trx, round.id),
    returns: await findReturnsOfRound(trx, round.id),
    collations: await collationsOfAll(trx, files),
    forms: await findFormsOf(trx, round.id),
  }
}

async function collationsOfAll(trx: Trx, files: readonly CaseFile[]): Promise<readonly Collation[]> {
  const all = new Map<CollationId, Collation>()
  for (const { id } of files) for (const each of await findCollationsOf(trx, id)) all.set(each.id, each)
  return [...all.values()]
}
