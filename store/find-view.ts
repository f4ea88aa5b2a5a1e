import { sql } from 'kysely'

import { stageNow } from '#core/escalation/escalation.ts'
import { escalationStateInWords } from '#core/escalation/words.ts'
import type { CaseId } from '#core/ids.ts'
import { may } from '#core/people/may.ts'
import type { FindView, FoundThing } from '#core/people/views.ts'
import { ROUND_STATES } from '#core/round/words.ts'

import { findAction } from './actions.ts'
import { findCaseFile } from './case-files.ts'
import { findEscalations } from './escalations.ts'
import { findForm } from './forms.ts'
import { findReturn } from './returns.ts'
import { findRoundFor } from './round-views.ts'
import { findLed, findSeats } from './seat-reads.ts'
import type { Seen } from './seen.ts'

const MOST = 30
const FEW = 3
/** Shorter, it would find everything. */
const LEAST = 2

/**
 * Finds by what people say aloud: a case's reference, a round's code, an action's or escalation's number, the name of somebody who
 * holds a post. Each goes through the rule of its own page; texts and children are never searched.
 */
export async function viewFound(seen: Seen, said: string): Promise<FindView> {
  const q = said.trim().toLowerCase().slice(0, 80)
  if (q.length < LEAST) return { items: [], more: false }
  const items = [
    ...(await rounds(seen, q)),
    ...(await cases(seen, q)),
    ...(await actions(seen, q)),
    ...(await escalations(seen, q)),
    ...(await people(seen, q)),
  ]
  return { items: items.slice(0, MOST), more: items.length > MOST }
}

async function rounds(seen: Seen, q: string): Promise<FoundThing[]> {
  const rows = await seen.trx
    .selectFrom('round')
    .select('id')
    .where(sql<boolean>`starts_with(lower(code), ${q})`)
    .orderBy('code')
    .limit(MOST)
    .execute()
  const found: FoundThing[] = []
  for (const { id } of rows) {
    const round = await findRoundFor(seen, id)
    if (!round) continue
    const { code, theme, state } = round
    const says = `${theme}. ${ROUND_STATES[state]}`
    found.push({ key: `round ${id}`, kind: 'round', name: `Round ${code}`, says, path: `/rounds/${id}` })
  }
  return found
}

/** A case's own page for its panel; its returns and its form for those who work on these. */
async function cases(seen: Seen, q: string): Promise<FoundThing[]> {
  const { trx } = seen
  const rows = await trx
    .selectFrom('evaluation_case')
    .select(['id', 'reference'])
    .where(sql<boolean>`starts_with(lower(reference), ${q})`)
    .orderBy('reference')
    .limit(MOST)
    .execute()
  const found: FoundThing[] = []
  for (const { id, reference } of rows) {
    const file = await findCaseFile(trx, id)
    if (file && may.seeCase(seen.actor, file)) {
      const name = `Case ${reference}`
      found.push({ key: `case ${id}`, kind: 'case', name, says: 'The case’s own page', path: `/cases/${id}` })
    }
    // Of many cases only their own pages: who writes the whole reference gets what belongs to it.
    if (rows.length <= FEW) found.push(...(await returnsOf(seen, id)), ...(await formsOf(seen, id)))
  }
  return found
}

async function returnsOf({ trx, actor }: Seen, of: CaseId): Promise<FoundThing[]> {
  const rows = await trx
    .selectFrom('agency_return')
    .innerJoin('agency', 'agency.id', 'agency_return.agency_id')
    .select(['agency_return.id', 'agency.name as agency'])
    .where('case_id', '=', of)
    .orderBy('agency.name')
    .execute()
  const found: FoundThing[] = []
  for (const { id, agency } of rows) {
    const its = await findReturn(trx, id)
    if (!its || !may.seeReturn(actor, its)) continue
    const name = `Return for ${its.reference}`
    found.push({ key: `return ${id}`, kind: 'return', name, says: agency, path: `/returns/${id}` })
  }
  return found
}

async function formsOf({ trx, actor }: Seen, of: CaseId): Promise<FoundThing[]> {
  const rows = await trx.selectFrom('form').select('id').where('case_id', '=', of).execute()
  const found: FoundThing[] = []
  for (const { id } of rows) {
    const form = await findForm(trx, id)
    if (!form || !may.seeForm(actor, form)) continue
    const name = `Close-the-loop form of ${form.reference}`
    found.push({
      key: `form ${id}`,
      kind: 'form',
      name,
      says: 'What was found good and asked',
      path: `/forms/${id}`,
    })
  }
  return found
}

/** By number, or by the reference of the case. */
async function actions({ trx, actor }: Seen, q: string): Promise<FoundThing[]> {
  const rows = await trx
    .selectFrom('action')
    .select('id')
    .where((e) =>
      e.or([
        sql<boolean>`lower(number) = ${q}`,
        sql<boolean>`starts_with(lower(number), ${`${q}/`})`,
        sql<boolean>`lower(reference) = ${q}`,
      ]),
    )
    .orderBy(sql`length(number)`)
    .orderBy('number')
    .limit(MOST)
    .execute()
  const found: FoundThing[] = []
  for (const { id } of rows) {
    const action = await findAction(trx, id)
    if (!action || !may.seeAction(actor, action)) continue
    const name = [`Action ${action.number}`, action.reference].filter(Boolean).join(', ')
    found.push({ key: `action ${id}`, kind: 'action', name, says: action.what, path: `/actions/${id}` })
  }
  return found
}

/** By number, or by the reference of the case; what it is about stands behind its own wall. */
async function escalations({ trx, actor, today }: Seen, q: string): Promise<FoundThing[]> {
  const rows = await trx
    .selectFrom('escalation')
    .select('id')
    .where((e) => e.or([sql<boolean>`lower(number) = ${q}`, sql<boolean>`lower(reference) = ${q}`]))
    .orderBy('raised_at')
    .limit(MOST)
    .execute()
  const found = await findEscalations(
    trx,
    rows.map(({ id }) => id),
  )
  return found
    .filter((each) => may.seeEscalation(actor, each))
    .map((each) => {
      const { id, number, reference, state } = each
      const { due, promise } = stageNow(each)
      const name = [`Escalation ${number}`, reference].filter(Boolean).join(', ')
      const says = escalationStateInWords(state, due, promise, today)
      return { key: `escalation ${id}`, kind: 'escalation', name, says, path: `/escalations/${id}` }
    })
}

/** Whoever holds a post that the person may see in the list of posts; with their posts, and nothing else of them. */
async function people({ trx, actor, today }: Seen, q: string): Promise<FoundThing[]> {
  const led = await findLed(trx, actor.posts)
  if (!may.seeHoldings(actor, led)) return []
  const rows = await trx
    .selectFrom('person')
    .innerJoin('post_holding', 'post_holding.person_id', 'person.id')
    .select(['person.id as person', 'person.name', 'post_id as post'])
    .where(sql<boolean>`strpos(lower(person.name), ${q}) > 0`)
    .where('from_day', '<=', today)
    .where((e) => e.or([e('to_day', 'is', null), e('to_day', '>=', today)]))
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
  const seats = (
    await findSeats(
      trx,
      rows.map(({ post }) => post),
    )
  ).filter((seat) => may.seeSeat(actor, seat, led))
  return [...Map.groupBy(rows, ({ person }) => person)].flatMap(([person, theirs]): FoundThing[] => {
    const held = seats.filter(({ post }) => theirs.some((row) => row.post === post))
    const [only] = held
    const name = theirs[0]?.name ?? ''
    if (!only) return []
    const path = may.handOver(actor)
      ? `/people/${person}/leave`
      : held.length === 1
        ? `/people/posts/${only.post}`
        : '/people'
    const says = held.map(({ title }) => title).join(', ')
    return [{ key: `person ${person}`, kind: 'person', name, says, path }]
  })
}
