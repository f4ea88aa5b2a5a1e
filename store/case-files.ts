import { sql } from 'kysely'

import type { CaseFile } from '#core/cases/case-file.ts'
import type { CaseId, RoundId } from '#core/ids.ts'

import { toCaseFile, toRow } from './case-file-row.ts'
import type { GradeRow } from './case-file-row.ts'
import type { Trx } from './database.ts'
import { keepText } from './free-text.ts'
import { isSame, wroteOne } from './row-parts.ts'

/** The panel's grades are in it for those alone who may see them (rules.md 2.5). */
export async function findCaseFile(trx: Trx, id: CaseId): Promise<CaseFile | undefined> {
  const row = await files(trx).where('case_file.id', '=', id).executeTakeFirst()
  return row && toCaseFile(row)
}

/** The chosen cases of a round, by their references. */
export async function findFilesOf(trx: Trx, round: RoundId): Promise<readonly CaseFile[]> {
  const rows = await files(trx).where('case_file.round_id', '=', round).execute()
  return rows.map(toCaseFile)
}

/** Writes an aggregate and gives it back as saved. No blind upsert: a version is written once. */
export async function saveCaseFile(trx: Trx, file: CaseFile): Promise<CaseFile> {
  const last = await recordingOf(trx, file.id)
  const grades = gradesToRecord(file, last)
  const { id, ...columns } = toRow(file, grades ? last.recording + 1 : last.recording)
  const words = { good: file.panel.state === 'to-come' ? null : keepText(file.panel.good) }
  if (file.version === 0) {
    await trx
      .insertInto('case_file')
      .values({ id, ...columns })
      .execute()
    await trx
      .insertInto('case_file_words')
      .values({ case_id: id, ...words })
      .execute()
  } else {
    const updated = trx.updateTable('case_file').set(columns).where('id', '=', id)
    wroteOne(await updated.where('version', '=', file.version).executeTakeFirst(), `case file ${id}`)
    await trx.updateTable('case_file_words').set(words).where('case_id', '=', id).execute()
  }
  if (grades && grades.length > 0) {
    const rows = grades.map((grade) => ({ case_id: id, recording: columns.recording, ...grade }))
    await trx.insertInto('panel_grade').values(rows).execute()
  }
  await rest(trx, file)
  return { ...file, version: file.version + 1 }
}

/** What the process that sends reads of a pause: the reference alone. */
async function rest(trx: Trx, { reference, paused, version }: CaseFile): Promise<void> {
  if (paused) {
    const insert = trx.insertInto('paused_reference').values({ reference })
    await insert.onConflict((conflict) => conflict.doNothing()).execute()
  } else if (version > 0) {
    await trx.deleteFrom('paused_reference').where('reference', '=', reference).execute()
  }
}

function files(trx: Trx) {
  return trx
    .selectFrom('case_file')
    .innerJoin('case_file_words', 'case_file_words.case_id', 'case_file.id')
    .selectAll('case_file')
    .select(['good', GRADES])
    .orderBy('case_file.reference')
    .orderBy('case_file.id')
}

const GRADES = sql<
  GradeRow[]
>`(select coalesce(jsonb_agg(jsonb_build_object('agency_id', g.agency_id, 'own', g.own,
  'panel', g.panel, 'rationale', g.rationale) order by g.agency_id), '[]') from panel_grade g
  where g.case_id = case_file.id and g.recording = case_file.recording)`.as('grades')

type Recording = { readonly recording: number; readonly grades: readonly GradeRow[] }

async function recordingOf(trx: Trx, id: CaseId): Promise<Recording> {
  const row = await trx
    .selectFrom('case_file')
    .select(['recording', GRADES])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? { recording: 0, grades: [] }
}

/** Grades are append-only: what differs from the latest recording is a new one; undefined when nothing does. */
function gradesToRecord({ panel }: CaseFile, last: Recording): readonly GradeRow[] | undefined {
  if (panel.state === 'to-come') return undefined
  const rows = panel.grades
    .toSorted((one, other) => (one.agency < other.agency ? -1 : 1))
    .map(({ agency, own, panel: agreed, rationale }) => ({
      agency_id: agency,
      own,
      panel: agreed,
      rationale: rationale === null ? null : keepText(rationale),
    }))
  return last.recording > 0 && isSame(rows.map(inOrder), last.grades.map(inOrder)) ? undefined : rows
}

function inOrder({ agency_id, own, panel, rationale }: GradeRow): readonly unknown[] {
  return [agency_id, own, panel, rationale]
}
