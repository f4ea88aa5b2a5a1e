import { sql } from 'kysely'

import type { Moment } from '#core/calendar/moment.ts'
import { momentInWords, shortWords } from '#core/calendar/words.ts'
import { countOf } from '#core/count.ts'
import type { IncidentId, PersonId } from '#core/ids.ts'
import { askedSince, hoursLeft } from '#core/incidents/incident.ts'
import type { Incident } from '#core/incidents/incident.ts'
import { noteOf } from '#core/incidents/note.ts'
import type { IncidentList, IncidentRow, IncidentView, WithdrawOptions } from '#core/incidents/views.ts'
import { may } from '#core/people/may.ts'

import type { Trx } from './database.ts'
import { findAbout, findIncident, incidentsWhere, subjectsOf } from './incidents.ts'
import { postNames } from './people.ts'
import { findFormer, findHoldings, findSeats } from './seat-reads.ts'
import type { Seen } from './seen.ts'

/** What somebody sees, and at which moment of the process: the clock runs in hours. */
export type SeenNow = Seen & { readonly now: Moment }

/** Every incident, those whose clock runs first; undefined for everyone but the partnership. */
export async function viewIncidents(seen: SeenNow): Promise<IncidentList | undefined> {
  if (!may.withdraw(seen.actor)) return undefined
  const items: IncidentRow[] = []
  for (const incident of await incidentsWhere(seen.trx)) items.push(await rowOf(seen, incident))
  return { items }
}

export async function viewIncident(seen: SeenNow, id: IncidentId): Promise<IncidentView | undefined> {
  if (!may.withdraw(seen.actor)) return undefined
  const incident = await findIncident(seen.trx, id)
  if (!incident) return undefined
  const row = await rowOf(seen, incident)
  const opened = await openedOf(seen.trx, incident)
  const who = incident.withdrawn.kind === 'holding' ? incident.withdrawn.person : null
  return {
    ...row,
    version: incident.version,
    happened: incident.happened,
    decided: incident.end?.decided ?? null,
    from: who && (await nameOf(seen.trx, who)),
    opened: opened.map(({ at, who: by, what, reference }) => ({
      at: momentInWords(at, seen.today),
      who: by,
      what: `${what}, ${reference}`,
    })),
    note: noteOf(incident, row.withdrawn, opened, seen.today),
  }
}

/** The incidents whose 72 hours run, for Home. */
export async function clocksRunning(seen: SeenNow): Promise<{ id: string; says: string }[]> {
  if (!may.withdraw(seen.actor)) return []
  return (await incidentsWhere(seen.trx))
    .filter(({ end }) => end === null)
    .map((incident) => ({
      id: incident.id,
      says: `Incident ${incident.number}, ${incident.reference}: ${standing(incident, seen)}`,
    }))
}

/** What can be withdrawn on something; undefined for everyone but the partnership, and for what is not there. */
export async function viewWithdrawOptions(
  { trx, actor, today }: Seen,
  id: string,
): Promise<WithdrawOptions | undefined> {
  const about = may.withdraw(actor) ? await findAbout(trx, id) : undefined
  if (!about) return undefined
  const held = (await findHoldings(trx, about.posts, today)).filter(({ from }) => from <= today)
  const former = (await findFormer(trx, about.posts, askedSince(today))).filter(
    ({ post, person }) => !held.some((each) => each.post === post && each.person === person),
  )
  const seats = await findSeats(trx, about.posts)
  return {
    reference: about.reference,
    path: `/${PLACES[about.subject.kind] ?? ''}/${about.subject.id}`,
    holders: about.posts.flatMap((post) => {
      const title = seats.find((seat) => seat.post === post)?.title ?? ''
      return [
        ...held
          .filter((each) => each.post === post)
          .map(({ person, name, from, as }) => ({
            post,
            title: as === 'deputy' ? `${title}, deputy` : title,
            person,
            name,
            since: shortWords(from, today),
            until: null,
          })),
        ...former
          .filter((each) => each.post === post)
          .map(({ person, name, from, until }) => ({
            post,
            title,
            person,
            name,
            since: shortWords(from, today),
            until: momentInWords(until, today),
          })),
      ]
    }),
    releases: await releasesOf(trx, about.subject.kind === 'round' ? about.subject.id : null, today),
  }
}

const PLACES: Readonly<Record<string, string>> = {
  form: 'forms',
  reply: 'involvement',
  return: 'returns',
  case: 'cases',
  round: 'rounds',
}

async function releasesOf(
  trx: Trx,
  round: string | null,
  today: Seen['today'],
): Promise<WithdrawOptions['releases']> {
  if (round === null) return []
  const { rows } = await sql<{ qa: Moment | null; panel: Moment | null }>`
    select released_to_qa as qa, released_to_panel as panel from round
    where id = ${round} and state = 'evaluating'`.execute(trx)
  const [row] = rows
  if (!row) return []
  if (row.panel !== null)
    return [{ to: 'panel', says: `The release to the panel of ${momentInWords(row.panel, today)}` }]
  if (row.qa === null) return []
  return [{ to: 'qa', says: `The release to the QA manager of ${momentInWords(row.qa, today)}` }]
}

async function rowOf(seen: SeenNow, incident: Incident): Promise<IncidentRow> {
  const { id, number, reference, raisedAt, reportBy, end } = incident
  return {
    id,
    number,
    reference,
    withdrawn: await withdrawnInWords(seen, incident),
    raised: momentInWords(raisedAt, seen.today),
    reportBy: momentInWords(reportBy, seen.today),
    stands: standing(incident, seen),
    open: end === null,
    late: end === null && hoursLeft(incident, seen.now) < 0,
  }
}

async function withdrawnInWords({ trx, today }: Seen, { withdrawn }: Incident): Promise<string> {
  if (withdrawn.kind === 'release')
    return withdrawn.to === 'qa' ? 'Release to the QA manager' : 'Release to the panel'
  return (await postNames(trx, [withdrawn.post], today)).get(withdrawn.post)?.title ?? 'A post'
}

/** "31 hours left to report", "Reported on 16 June at 09:10". */
function standing({ end, reportBy }: Incident, { now, today }: SeenNow): string {
  if (end !== null)
    return `${end.as === 'reported' ? 'Reported' : 'Not reportable'}, ${momentInWords(end.at, today)}`
  const left = hoursLeft({ reportBy }, now)
  return left < 0
    ? `the 72 hours ended on ${momentInWords(reportBy, today)}`
    : `${countOf(left, 'hour')} left to report, until ${momentInWords(reportBy, today)}`
}

type Opening = {
  readonly at: Moment
  readonly who: string
  readonly what: string
  readonly reference: string
}

/** From the audit trail: by whom it was withdrawn from, or for a release by everyone outside the partnership. */
async function openedOf(trx: Trx, { cases, about, since, withdrawn }: Incident): Promise<readonly Opening[]> {
  const person = withdrawn.kind === 'holding' ? withdrawn.person : null
  const { rows } = await sql<Opening>`
    select o.story_at as at, coalesce(p.name, 'Somebody') as who, o.what, coalesce(c.reference, '') as reference
    from openings_of(${[...cases, about.id, ...(await alsoReadBy(trx, withdrawn))]}::text[], ${since}::timestamptz) o
    left join person p on p.id = o.person
    left join evaluation_case c on c.id = o.subject
    where ${
      person === null
        ? sql`(o.what like '%-seen' or o.what like '%-made') and not exists (select 1 from post_holding h join post s on s.id = h.post_id
            where h.person_id = o.person and s.kind in ('business-manager', 'qa-manager'))`
        : sql`o.person = ${person}`
    }
    order by o.entry`.execute(trx)
  return rows.map((row) => ({ ...row, what: inWordsOf(row.what) }))
}

/** Whatever else concerns the post: all of it was open to them. */
async function alsoReadBy(trx: Trx, withdrawn: Incident['withdrawn']): Promise<readonly string[]> {
  if (withdrawn.kind === 'release') return []
  const { rows } = await sql<{ id: string }>`
    select id from (${subjectsOf(withdrawn.post)}) as its(id)
    where not exists (select 1 from action a where a.id = its.id)`.execute(trx)
  return rows.map(({ id }) => id)
}

/** What was opened; else what was done: "see" on a form is done by whoever read it. */
function inWordsOf(what: string): string {
  return SEEN_WORDS[what] ?? `what it was about, to answer it (“${what.replaceAll('-', ' ')}”)`
}

const SEEN_WORDS: Readonly<Record<string, string>> = {
  'child-details-seen': 'who the child is',
  'long-list-seen': 'the long list with the children’s names',
  'chronology-seen': 'the chronology',
  'evaluation-seen': 'an agency’s evaluation',
  'form-seen': 'the close-the-loop form',
  'saw-form': 'the close-the-loop form',
  'chronology-made': 'the chronology as a Word document',
  'tracker-made': 'the tracker as a workbook',
  'pack-made': 'the pack',
}

async function nameOf(trx: Trx, person: PersonId): Promise<string> {
  const row = await trx.selectFrom('person').select('name').where('id', '=', person).executeTakeFirst()
  return row?.name ?? 'Somebody'
}
