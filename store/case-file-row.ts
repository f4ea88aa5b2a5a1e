import type { CaseFile, Panel, PanelGrade, Team } from '#core/cases/case-file.ts'

import { readText } from './free-text.ts'
import type { Kept } from './free-text.ts'
import { climbColumns, climbIn, fitsNoState } from './row-parts.ts'
import type { CaseFileTable } from './schema-of-rounds.ts'
import type { Schema } from './schema.ts'

/** A case file as it is read: its row, what the panel found good, the grades of the latest recording. */
export type CaseFileRow = CaseFileTable & {
  readonly good: Kept | null
  readonly grades: readonly GradeRow[]
}

export type GradeRow = Pick<Schema['panel_grade'], 'agency_id' | 'own' | 'panel' | 'rationale'>

/** A row read is parsed: a row that fits no state is a fault, never a half-true case file. */
export function toCaseFile(row: CaseFileRow): CaseFile {
  return {
    id: row.id,
    round: row.round_id,
    reference: row.reference,
    leadAgency: row.lead_agency,
    lead: row.lead_post,
    members: row.member_posts,
    qaManager: row.qa_post,
    chair: row.chair_post,
    climb: climbIn(row),
    selectedAt: row.selected_at,
    nameTeamBy: row.name_team_by,
    panelDay: row.panel_day,
    team: teamOf(row),
    panel: panelOf(row),
    paused: row.paused_at && { since: row.paused_at, why: row.paused_why ?? broken(row) },
    chases: row.chases,
    version: row.version,
  }
}

/** The columns of a state: what is not true of it is null. `version` is the one that is written. */
export function toRow(file: CaseFile, recording: number): CaseFileTable {
  const { team, panel } = file
  return {
    id: file.id,
    round_id: file.round,
    reference: file.reference,
    lead_agency: file.leadAgency,
    lead_post: file.lead,
    member_posts: [...file.members],
    chair_post: file.chair,
    ...climbColumns(file.climb),
    selected_at: file.selectedAt,
    name_team_by: file.nameTeamBy,
    panel_day: file.panelDay,
    worker_post: team?.worker ?? null,
    manager_post: team?.manager ?? null,
    team: team?.name ?? null,
    chases: file.chases,
    version: file.version + 1,
    recording,
    panel_state: panel.state,
    judgement: panel.state === 'to-come' ? null : panel.judgement,
    recorded_at: panel.state === 'to-come' ? null : panel.recordedAt,
    confirmed_at: panel.state === 'confirmed' ? panel.confirmedAt : null,
    paused_at: file.paused?.since ?? null,
    paused_why: file.paused?.why ?? null,
  }
}

function teamOf(row: CaseFileRow): Team | null {
  if (row.worker_post === null) return null
  return { worker: row.worker_post, manager: row.manager_post ?? broken(row), name: row.team ?? broken(row) }
}

function panelOf(row: CaseFileRow): Panel {
  if (row.panel_state === 'to-come') return { state: 'to-come' }
  const recorded = {
    grades: row.grades.map(toGrade),
    judgement: row.judgement ?? broken(row),
    good: readText(row.good ?? broken(row)),
    recordedAt: row.recorded_at ?? broken(row),
  }
  if (row.panel_state === 'recorded') return { state: 'recorded', ...recorded }
  return { state: 'confirmed', ...recorded, confirmedAt: row.confirmed_at ?? broken(row) }
}

function toGrade({ agency_id, own, panel, rationale }: GradeRow): PanelGrade {
  return { agency: agency_id, own, panel, rationale: rationale === null ? null : readText(rationale) }
}

function broken({ id, panel_state }: CaseFileRow): never {
  return fitsNoState('case file', id, panel_state)
}
