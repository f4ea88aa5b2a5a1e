import type { EvaluationPart, Part, PartName, Return, SignOff } from '#core/returns/return.ts'

import { keepText, readText } from './free-text.ts'
import { climbColumns, climbIn, fitsNoState } from './row-parts.ts'
import type { ReturnTable } from './schema-of-rounds.ts'
import type { Schema } from './schema.ts'

/** What is typed beside a return, and its sign-off with the agency's own grade: behind the return's own wall. */
export type Words = Omit<Schema['return_words'], 'return_id'>
export type ReturnRow = ReturnTable & Words & { readonly contributors: readonly Contributor[] }
type Contributor = Schema['return_contributor']['post_id']

/** A row read is parsed: a row that fits no state is a fault, never a half-true return. */
export function toReturn(row: ReturnRow): Return {
  const facts = {
    id: row.id,
    round: row.round_id,
    case: row.case_id,
    reference: row.reference,
    agency: row.agency_id,
    lead: row.lead_post,
    owedTo: row.owed_post,
    way: row.way,
    contributors: row.contributors,
    climb: climbIn(row),
    opensAt: row.opens_at,
    signOffDue: row.sign_off_due,
    chases: row.chases,
    version: row.version,
  }
  switch (row.scope) {
    case 'in':
      return { ...facts, scope: 'in', chronology: partOf(row, 'chronology'), evaluation: evaluationOf(row) }
    case 'brief':
      return { ...facts, scope: 'brief', chronology: partOf(row, 'chronology') }
    case 'out':
      return {
        ...facts,
        scope: 'out',
        reason: readText(row.out_reason ?? broken(row)),
        since: row.out_since ?? broken(row),
      }
  }
}

/** The columns of a state: what is not true of it is null. `version` is the one that is written. */
export function toRow(of: Return): ReturnTable {
  const chronology = of.scope === 'out' ? undefined : of.chronology
  const evaluation = of.scope === 'in' ? of.evaluation : undefined
  return {
    id: of.id,
    round_id: of.round,
    case_id: of.case,
    reference: of.reference,
    agency_id: of.agency,
    lead_post: of.lead,
    owed_post: of.owedTo,
    way: of.way,
    ...climbColumns(of.climb),
    opens_at: of.opensAt,
    sign_off_due: of.signOffDue,
    chases: of.chases,
    version: of.version + 1,
    scope: of.scope,
    out_since: of.scope === 'out' ? of.since : null,
    chronology_state: chronology?.state ?? null,
    chronology_due: chronology?.due ?? null,
    chronology_opening: chronology?.opening ?? null,
    chronology_at: chronology && 'at' in chronology ? chronology.at : null,
    evaluation_state: evaluation?.state ?? null,
    evaluation_due: evaluation?.due ?? null,
    evaluation_opening: evaluation?.opening ?? null,
    evaluation_at: evaluation && 'at' in evaluation ? evaluation.at : null,
  }
}

export function toWords(of: Return): Words {
  const evaluation = of.scope === 'in' ? of.evaluation : undefined
  const sent = evaluation && 'signOff' in evaluation ? evaluation : undefined
  return {
    out_reason: of.scope === 'out' ? keepText(of.reason) : null,
    chronology_comment: of.scope === 'out' ? null : commentOf(of.chronology),
    evaluation_comment: commentOf(evaluation),
    sign_name: sent?.signOff.name ?? null,
    sign_role: sent?.signOff.role ?? null,
    sign_on: sent?.signOff.on ?? null,
    performance: sent?.signOff.performance ?? null,
    impact: sent?.signOff.impact ?? null,
    grade: sent?.grade ?? null,
  }
}

function commentOf(part: Part | undefined) {
  return part?.state === 'sent-back' ? keepText(part.comment) : null
}

function partOf(row: ReturnRow, name: PartName): Part {
  const due = row[`${name}_due`] ?? broken(row)
  const opening = row[`${name}_opening`] ?? broken(row)
  const state = row[`${name}_state`] ?? broken(row)
  if (state === 'not-started' || state === 'draft') return { due, opening, state }
  const at = row[`${name}_at`] ?? broken(row)
  if (state !== 'sent-back') return { due, opening, state, at }
  return { due, opening, state, at, comment: readText(row[`${name}_comment`] ?? broken(row)) }
}

function evaluationOf(row: ReturnRow): EvaluationPart {
  const part = partOf(row, 'evaluation')
  if (part.state !== 'submitted' && part.state !== 'accepted') return part
  return { ...part, signOff: signOffOf(row), grade: row.grade ?? broken(row) }
}

function signOffOf(row: ReturnRow): SignOff {
  return {
    name: row.sign_name ?? broken(row),
    role: row.sign_role ?? broken(row),
    on: row.sign_on ?? broken(row),
    performance: row.performance ?? broken(row),
    impact: row.impact ?? broken(row),
  }
}

function broken({ id, scope, chronology_state, evaluation_state }: ReturnRow): never {
  return fitsNoState('return', id, [scope, chronology_state, evaluation_state].filter(Boolean).join(', '))
}
