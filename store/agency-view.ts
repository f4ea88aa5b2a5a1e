import { sql } from 'kysely'

import type { ActionState } from '#core/actions/action.ts'
import { stateInWords } from '#core/actions/words.ts'
import type { Day } from '#core/calendar/day.ts'
import type { AgencyId, PostId } from '#core/ids.ts'
import { agencyOf } from '#core/learning/agency.ts'
import type { AgencyForm, AgencyGrade, AgencyPart } from '#core/learning/agency.ts'
import type { AgencyView } from '#core/learning/views.ts'
import { may } from '#core/people/may.ts'

import { answersOf } from './answers-for.ts'
import type { Trx } from './database.ts'
import type { Seen } from './seen.ts'
import { namesOf } from './views.ts'

/** How each agency of the person stands; undefined for whoever answers for none. */
export async function viewAgency(seen: Seen): Promise<AgencyView | undefined> {
  const { trx, actor, today } = seen
  const { represented, led } = await answersOf(trx, actor)
  if (!may.seeAgency({ represented: represented.length, led: led.length })) return undefined
  const ids = [...new Set([...represented, ...led.map(({ agency }) => agency)])]
  const agencies = await trx.selectFrom('agency').selectAll().where('id', 'in', ids).orderBy('name').execute()
  const all = []
  for (const { id, name } of agencies) {
    const of = { agency: id, posts: led.map(({ post }) => post), represents: represented.includes(id) }
    const facts = {
      id,
      name,
      actions: await actionsOf(seen, of),
      forms: await formsOf(seen, of),
      parts: await partsOf(seen, of),
      grades: await gradesOf(trx, of),
    }
    all.push(agencyOf(facts, today))
  }
  return { agencies: all }
}

type Of = { readonly agency: AgencyId; readonly posts: readonly PostId[]; readonly represents: boolean }

/** Whose it is today: the views know who held a post at any time. */
function isTheirs({ agency, posts, represents }: Of) {
  return sql`v.agency_id = ${agency} and (${represents} or v.lead_post = any(${posts}::text[]))`
}

async function actionsOf(seen: Seen, of: Of) {
  const { rows } = await sql<{
    id: string
    round: string
    reference: string
    number: string
    who: string
    raiser: string
    state: ActionState
    due: Day
    until: Day | null
    chases: number
    lead: PostId
  }>`select v.id, v.round, v.reference, v.number, v.owner as who, v.raiser, v.state, v.due_day as due,
      v.until_day as until, v.chases, v.lead_post as lead
    from agency_action v where ${isTheirs(of)} order by v.due_day, length(v.number), v.number`.execute(
    seen.trx,
  )
  return rows.map(({ raiser, until, lead, ...row }) => ({
    ...row,
    words: stateInWords(row.state, raiser, until, seen.today),
    path: of.posts.includes(lead) ? `/actions/${encodeURIComponent(row.id)}` : null,
  }))
}

async function formsOf(seen: Seen, of: Of): Promise<AgencyForm[]> {
  const { rows } = await sql<Omit<AgencyForm, 'who' | 'path'> & { lead: PostId }>`
    select v.id, o.code as round, v.reference, v.state, v.due_day as due, v.met_on as "metOn",
      v.is_asked as "isAsked", v.chases, v.lead_post as lead
    from agency_form v join agency_round o on o.id = v.round_id and o.agency_id = v.agency_id
    where ${isTheirs(of)} order by v.due_day, v.reference`.execute(seen.trx)
  const names = await namesOf(
    seen,
    rows.map(({ lead }) => lead),
  )
  return rows.map(({ lead, ...row }) => ({
    ...row,
    who: inWhoseHands(row.state, row.reference, names(lead)),
    path: of.posts.includes(lead) ? `/forms/${encodeURIComponent(row.id)}` : null,
  }))
}

/** Who owes the next step; nobody once it is closed. */
function inWhoseHands(state: AgencyForm['state'], reference: string, lead: string): string {
  if (state === 'released' || state === 'seen') return `Allocated worker of ${reference}`
  if (state === 'closed') return ''
  return state === 'signed' ? 'The partnership' : lead
}

async function partsOf(seen: Seen, of: Of): Promise<AgencyPart[]> {
  const { rows } = await sql<Omit<AgencyPart, 'who' | 'path'> & { lead: PostId }>`
    select v.id, o.code as round, v.reference, v.part, v.state, v.due_day as due, v.lead_post as lead
    from agency_part v join agency_round o on o.id = v.round_id and o.agency_id = v.agency_id
    where ${isTheirs(of)} order by v.due_day, v.reference, v.part`.execute(seen.trx)
  const names = await namesOf(
    seen,
    rows.map(({ lead }) => lead),
  )
  return rows.map(({ lead, ...row }) => ({
    ...row,
    who: names(lead),
    path: of.posts.includes(lead) ? `/returns/${encodeURIComponent(row.id)}` : null,
  }))
}

async function gradesOf(trx: Trx, of: Of): Promise<readonly AgencyGrade[]> {
  const { rows } = await sql<AgencyGrade>`
    select o.code as round, v.own, v.panel, v.cases
    from agency_grade v join agency_round o on o.id = v.round_id and o.agency_id = v.agency_id
    where ${isTheirs(of)} order by o.code desc, v.own, v.panel`.execute(trx)
  return rows
}
