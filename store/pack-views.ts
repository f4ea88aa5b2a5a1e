import { sql } from 'kysely'

import type { Day } from '#core/calendar/day.ts'
import { dayOf } from '#core/calendar/moment.ts'
import { inWords } from '#core/calendar/words.ts'
import type { AgencyId, PostId, RoundId } from '#core/ids.ts'
import { may } from '#core/people/may.ts'
import { packInWords, packOf } from '#core/round/pack/pack.ts'
import type { PackAction, PackFacts, PackForm, PackPart } from '#core/round/pack/pack.ts'
import type { TrackerAction, TrackerFacts } from '#core/round/pack/tracker.ts'
import type { PackView } from '#core/round/pack/views.ts'

import { findFilesOf } from './case-files.ts'
import type { Trx } from './database.ts'
import { findFormsOf } from './forms.ts'
import { findReturnsOfRound } from './returns.ts'
import { findRound } from './rounds.ts'
import type { Seen } from './seen.ts'
import { namesOf } from './views.ts'

/** The subgroup's list of a round: references, states, days and counts, whatever else its reader may see. */
export async function viewPack({ trx, actor, today }: Seen, id: RoundId): Promise<PackView | undefined> {
  if (!may.seePack(actor)) return undefined
  const round = await findRound(trx, id)
  if (!round) return undefined
  const heldAt = 'heldAt' in round ? round.heldAt : null
  const pack = packOf(await packFacts(trx, id), today)
  return {
    id,
    code: round.code,
    theme: round.theme,
    heldOn: heldAt && inWords(dayOf(heldAt), today),
    says: heldAt ? packInWords(pack.totals) : '',
    ...pack,
    may: { tracker: may.makePapers(actor) },
  }
}

/** Read through views of their own, which hold nothing before panel day was held, and never more than this. */
async function packFacts(trx: Trx, id: RoundId): Promise<PackFacts> {
  const read = async <T>(columns: string, view: string): Promise<readonly T[]> => {
    const found =
      await sql<T>`select ${sql.raw(columns)} from ${sql.table(view)} where round_id = ${id}`.execute(trx)
    return found.rows
  }
  const cases = await read<{ reference: string }>('reference', 'pack_case')
  return {
    cases: cases.map(({ reference }) => reference),
    forms: await read<PackForm>('reference, state, due_day as due, signed_at as "signedAt"', 'pack_form'),
    actions: await read<PackAction>('reference, state, due_day as due', 'pack_action'),
    parts: await read<PackPart>('reference, state, due_day as due, sent_at as at', 'pack_part'),
  }
}

/** What the tracker of a round is made of, and now; undefined for all but the partnership. */
export async function findTrackerFacts(
  seen: Seen,
  id: RoundId,
): Promise<(TrackerFacts & { readonly today: Day }) | undefined> {
  const { trx, actor, today } = seen
  if (!may.makePapers(actor)) return undefined
  const round = await findRound(trx, id)
  if (!round) return undefined
  const names = new Map(round.members.map(({ agency, name }) => [agency, name]))
  return {
    round,
    today,
    actions: await actionsOfRound(seen, id),
    returns: await findReturnsOfRound(trx, id),
    files: await findFilesOf(trx, id),
    forms: await findFormsOf(trx, id),
    agency: (of: AgencyId) => names.get(of) ?? 'An agency',
  }
}

async function actionsOfRound(seen: Seen, id: RoundId): Promise<readonly TrackerAction[]> {
  const { rows } = await sql<{
    number: string
    reference: string
    what: string
    owner_post: PostId
    raiser_post: PostId
    due: Day
    state: TrackerAction['state']
    until: Day | null
    chases: number
    replacedBy: string | null
  }>`select a.number, a.reference, a.what, a.owner_post, a.raiser_post, a.due_day as due, a.state,
      a.until_day as until, a.chases, a.replaced_by as "replacedBy"
    from action a join evaluation_case c on c.id = a.case_id where c.round_id = ${id}
    order by a.reference, length(a.number), a.number`.execute(seen.trx)
  const names = await namesOf(
    seen,
    rows.flatMap(({ owner_post, raiser_post }) => [owner_post, raiser_post]),
  )
  return rows.map(({ owner_post, raiser_post, ...row }) => ({
    ...row,
    owner: names(owner_post),
    raiser: names(raiser_post),
  }))
}
