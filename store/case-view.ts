import type { Day } from '#core/calendar/day.ts'
import { dayOf } from '#core/calendar/moment.ts'
import { shortWords } from '#core/calendar/words.ts'
import type { CaseFile } from '#core/cases/case-file.ts'
import { PAUSE_WORDS } from '#core/cases/pause-words.ts'
import type { CaseAction, CaseReturn, CaseView, PeopleOptions } from '#core/cases/views.ts'
import type { CaseId } from '#core/ids.ts'
import { may } from '#core/people/may.ts'
import type { Actor } from '#core/people/post.ts'
import { memberOf } from '#core/round/round.ts'
import type { Round } from '#core/round/round.ts'
import { THRESHOLDS } from '#core/round/words.ts'

import { findCaseFile } from './case-files.ts'
import { findHolders } from './case-reads.ts'
import type { Trx } from './database.ts'
import { findFormOf } from './forms.ts'
import { findBrief, holdersOnPanel, panelOf } from './panel-views.ts'
import { findReturnsOf } from './returns.ts'
import { findRound } from './rounds.ts'
import type { Seen } from './seen.ts'
import { actionRowView, namesOf } from './views.ts'

/** One selected case as one person may see it; undefined when it does not concern them. */
export async function viewCase(seen: Seen, id: CaseId): Promise<CaseView | undefined> {
  const { trx, actor, today } = seen
  const file = await findCaseFile(trx, id)
  const round = file && may.seeCase(actor, file) ? await findRound(trx, file.round) : undefined
  if (!file || !round) return undefined
  const listed = await trx
    .selectFrom('evaluation_case')
    .select('threshold')
    .where('id', '=', id)
    .executeTakeFirst()
  const form = await findFormOf(trx, id)
  const grades = may.seeGrades(actor, round, file)
    ? panelOf(
        file,
        round,
        await findReturnsOf(trx, id),
        await findBrief(trx, round.id),
        await holdersOnPanel(seen, round),
      )
    : null
  return {
    id: file.id,
    reference: file.reference,
    version: file.version,
    round: { id: round.id, code: round.code },
    threshold: listed?.threshold ? THRESHOLDS[listed.threshold] : null,
    leadAgency: memberOf(round, file.leadAgency)?.name ?? '',
    panelDay: file.panelDay,
    nameTeamBy: file.nameTeamBy,
    team: await teamOf(trx, file, today),
    returns: await returnsOf(trx, actor, round, file),
    panelState: file.panel.state,
    panel: grades,
    form: form && may.seeForm(actor, form) ? { id: form.id, state: form.state, due: form.due } : null,
    actions: await actionsOf(seen, file),
    paused: pausedInWords(file, today),
    may: {
      pause: may.pauseCase(actor),
      nameTeam: may.nameTeam(actor, file),
      correctDetails: may.correctDetails(actor, file),
      confirmPanel: may.confirmPanel(actor, file),
      seeChronology: may.seeChronology(actor, round, file),
      seePanelDay: may.seePanelDay(actor, round),
    },
  }
}

/** Whom to choose from when people are named; undefined for those who name nobody. */
export async function viewPeopleOptions({ trx, actor }: Seen): Promise<PeopleOptions | undefined> {
  const lead =
    actor.posts.size === 0
      ? undefined
      : await trx
          .selectFrom('post')
          .select('id')
          .where('kind', '=', 'lead-person')
          .where('id', 'in', [...actor.posts])
          .executeTakeFirst()
  if (!may.choosePeople(actor, lead !== undefined)) return undefined
  const rows = await trx
    .selectFrom('person')
    .select(['id', 'name', 'job_title'])
    .orderBy('name')
    .orderBy('id')
    .execute()
  return { people: rows.map(({ id, name, job_title }) => ({ id, name, jobTitle: job_title })) }
}

async function teamOf(trx: Trx, { team }: CaseFile, today: Seen['today']): Promise<CaseView['team']> {
  if (!team) return null
  const holders = await findHolders(trx, [team.worker, team.manager], today)
  const holder = (post: typeof team.worker) => {
    const found = holders.find((each) => each.post === post)
    return found ? { person: found.person, name: found.name } : null
  }
  return { name: team.name, worker: holder(team.worker), manager: holder(team.manager) }
}

/** How the agencies' returns stand: to the partnership, to whom each is owed, and to the panel once it has them. */
async function returnsOf(trx: Trx, actor: Actor, round: Round, file: CaseFile): Promise<CaseReturn[]> {
  const released = 'releasedToPanel' in round && round.releasedToPanel !== null
  const rows = await trx
    .selectFrom('agency_return')
    .select(['id', 'agency_id', 'scope', 'chronology_state', 'evaluation_state', 'lead_post', 'owed_post'])
    .where('case_id', '=', file.id)
    .execute()
  return round.members.flatMap(({ agency, name }): CaseReturn[] => {
    const row = rows.find((each) => each.agency_id === agency)
    if (!row) return []
    const opens = may.openReturn(actor, { lead: row.lead_post, owedTo: row.owed_post })
    if (!opens && !released) return []
    const { id, scope, chronology_state: chronology, evaluation_state: evaluation } = row
    return [{ id, agency: name, scope, chronology, evaluation, opens }]
  })
}

/** The chair and the partnership see them all; others those that concern them. */
async function actionsOf(seen: Seen, file: CaseFile): Promise<CaseAction[]> {
  const { trx, actor } = seen
  const rows = await trx
    .selectFrom('action')
    .selectAll()
    .where('case_id', '=', file.id)
    .orderBy((e) => e.fn('length', ['number']))
    .orderBy('number')
    .execute()
  const names = await namesOf(
    seen,
    rows.flatMap(({ owner_post, raiser_post }) => [owner_post, raiser_post]),
  )
  return rows.flatMap((row): CaseAction[] => {
    const opens = may.seeAction(actor, {
      owner: row.owner_post,
      raiser: row.raiser_post,
      climb: {
        leadPerson: row.lead_post,
        manager: row.manager_post,
        qaManager: row.qa_post,
        businessManager: row.business_post,
      },
    })
    if (!opens && !actor.posts.has(file.chair)) return []
    return [{ ...actionRowView(row, names, seen), opens }]
  })
}

function pausedInWords({ paused }: CaseFile, today: Day): string | null {
  return (
    paused && `Paused since ${shortWords(dayOf(paused.since), today)} because of ${PAUSE_WORDS[paused.why]}`
  )
}
