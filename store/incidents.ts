import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

import type { CaseId, IncidentId, PostId } from '#core/ids.ts'
import type { AboutIncident, Incident, IncidentReads } from '#core/incidents/incident.ts'
import type { Subject } from '#core/subject.ts'

import { ChangedMeanwhile } from './actions.ts'
import { findCaseFile, findFilesOf } from './case-files.ts'
import type { Trx } from './database.ts'
import { findForm } from './forms.ts'
import { keepText, readText } from './free-text.ts'
import { findReply } from './replies.ts'
import { findReturn } from './returns.ts'
import { findRound } from './rounds.ts'

export function incidentReadsOf(trx: Trx): IncidentReads {
  return {
    about: (id) => findAbout(trx, id),
    casesOf: (post) => casesOf(trx, post),
    incident: (id) => findIncident(trx, id),
    async nextNumber() {
      const { rows } = await sql<{ n: number }>`select nextval('incident_number') as n`.execute(trx)
      return `I${rows[0]?.n ?? 0}`
    },
  }
}

/** The cases of what concerns a post: its returns, forms, case files, and the long list of its answers. */
async function casesOf(trx: Trx, post: PostId): Promise<readonly CaseId[]> {
  const { rows } = await sql<{ id: CaseId }>`
    select distinct id from (
      select case_id as id from agency_return where id in (${subjectsOf(post)})
      union all select case_id from form where id in (${subjectsOf(post)})
      union all select id from case_file where id in (${subjectsOf(post)})
      union all select e.id from evaluation_case e join reply r on r.round_id = e.round_id
        where r.id in (${subjectsOf(post)})) as its order by id`.execute(trx)
  return rows.map(({ id }) => id)
}

/** What a post reads: everything that concerns it. */
export function subjectsOf(post: PostId): RawBuilder<unknown> {
  return sql`select subject_id from concern where post_id = ${post}`
}

/** What an id is of: a form, an answer to the long list, a return or a round; with the posts that read it. */
export async function findAbout(trx: Trx, id: string): Promise<AboutIncident | undefined> {
  const subject = await subjectWith(trx, id)
  if (!subject) return undefined
  switch (subject.kind) {
    case 'form': {
      const form = await findForm(trx, subject.id)
      if (!form) return undefined
      const { reference, round, lead, worker, manager } = form
      return { subject, reference, round, cases: [form.case], posts: [worker, manager, lead] }
    }
    case 'reply': {
      const reply = await findReply(trx, subject.id)
      if (!reply) return undefined
      const { code: reference, round, lead } = reply
      return { subject, reference, round, cases: await listedIn(trx, round), posts: [lead] }
    }
    case 'return': {
      const found = await findReturn(trx, subject.id)
      if (!found) return undefined
      const { reference, round, lead, contributors } = found
      return { subject, reference, round, cases: [found.case], posts: [...contributors, lead] }
    }
    case 'case': {
      const file = await findCaseFile(trx, subject.id)
      if (!file) return undefined
      const { reference, round, team, lead } = file
      const posts = [...(team ? [team.worker, team.manager] : []), lead]
      return { subject, reference, round, cases: [file.id], posts }
    }
    case 'round': {
      const round = await findRound(trx, subject.id)
      if (!round) return undefined
      const cases = (await findFilesOf(trx, round.id)).map((file) => file.id)
      return { subject, reference: round.code, round: round.id, cases, posts: [] }
    }
  }
}

type About = Extract<Subject, { kind: 'form' | 'reply' | 'return' | 'case' | 'round' }>

async function subjectWith(trx: Trx, id: string): Promise<About | undefined> {
  const { rows } = await sql<About>`
    select 'form' as kind, id from form where id = ${id}
    union all select 'reply', id from reply where id = ${id}
    union all select 'return', id from agency_return where id = ${id}
    union all select 'case', id from case_file where id = ${id}
    union all select 'round', id from round where id = ${id}
    limit 1`.execute(trx)
  return rows[0]
}

async function listedIn(trx: Trx, round: AboutIncident['round']) {
  const rows = await trx.selectFrom('evaluation_case').select('id').where('round_id', '=', round).execute()
  return rows.map(({ id }) => id)
}

export async function findIncident(trx: Trx, id: IncidentId): Promise<Incident | undefined> {
  return (await incidentsWhere(trx, id))[0]
}

/** All of them, or one: those that run first, by the hour at which they have to be reported. */
export async function incidentsWhere(trx: Trx, id?: IncidentId): Promise<readonly Incident[]> {
  let query = trx
    .selectFrom('incident')
    .innerJoin('incident_words', 'incident_words.incident_id', 'incident.id')
    .selectAll()
    .orderBy(sql`ended_at is not null`)
    .orderBy('report_by')
  if (id !== undefined) query = query.where('incident.id', '=', id)
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    about: { kind: row.subject_kind, id: row.subject_id } as Subject,
    reference: row.reference,
    withdrawn:
      row.post_id !== null && row.person_id !== null
        ? { kind: 'holding', post: row.post_id, person: row.person_id }
        : { kind: 'release', to: row.release_to ?? 'panel' },
    cases: row.case_ids,
    since: row.since,
    raisedAt: row.raised_at,
    raisedBy: row.raised_by,
    reportBy: row.report_by,
    happened: readText(row.happened),
    end:
      row.outcome !== null && row.ended_at !== null
        ? { as: row.outcome, at: row.ended_at, decided: row.decided === null ? '' : readText(row.decided) }
        : null,
    version: row.version,
  }))
}

/** A version is written once. */
export async function saveIncident(trx: Trx, incident: Incident): Promise<void> {
  const { id, version, end, withdrawn } = incident
  if (version === 0) {
    await trx
      .insertInto('incident')
      .values({
        id,
        number: incident.number,
        subject_kind: incident.about.kind,
        subject_id: incident.about.id,
        reference: incident.reference,
        what: withdrawn.kind,
        post_id: withdrawn.kind === 'holding' ? withdrawn.post : null,
        person_id: withdrawn.kind === 'holding' ? withdrawn.person : null,
        release_to: withdrawn.kind === 'release' ? withdrawn.to : null,
        case_ids: [...incident.cases],
        since: incident.since,
        raised_at: incident.raisedAt,
        raised_by: incident.raisedBy,
        report_by: incident.reportBy,
        version: 1,
        outcome: null,
        ended_at: null,
      })
      .execute()
    const happened = keepText(incident.happened)
    await trx.insertInto('incident_words').values({ incident_id: id, happened, decided: null }).execute()
    return
  }
  const { numUpdatedRows } = await trx
    .updateTable('incident')
    .set({ outcome: end?.as ?? null, ended_at: end?.at ?? null, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new ChangedMeanwhile(`incident ${id}`)
  await trx
    .updateTable('incident_words')
    .set({ decided: end ? keepText(end.decided) : null })
    .where('incident_id', '=', id)
    .execute()
}
