import { parseLadder } from '#core/escalation/commands.ts'
import { stageNow } from '#core/escalation/escalation.ts'
import type { Escalation, Stage, StagePromise } from '#core/escalation/escalation.ts'

import { keepText, readText } from './free-text.ts'
import type { Kept } from './free-text.ts'
import { fitsNoState } from './row-parts.ts'
import type { EscalationTable, SchemaOfEscalations, StageTable } from './schema-of-escalations.ts'

type Words = Omit<SchemaOfEscalations['escalation_words'], 'escalation_id'>
type StageWords = Omit<SchemaOfEscalations['escalation_stage_words'], 'escalation_id' | 'place'>
export type EscalationRow = EscalationTable & Words
export type StageRow = StageTable & StageWords

/** A row read is parsed: a row that fits no state is a fault, never a half-true escalation. */
export function toEscalation(row: EscalationRow, stages: readonly StageRow[]): Escalation {
  const facts = { ...toFacts(row), stages: stagesOf(row, stages) }
  const last = stageNow(facts)
  const isOver = row.state !== 'waiting' && row.state !== 'promised'
  if (isOver !== (last.ended !== null)) return broken(row)
  switch (row.state) {
    case 'waiting':
      return last.promise === null ? { ...facts, state: 'waiting' } : broken(row)
    case 'promised':
      return last.promise === null ? broken(row) : { ...facts, state: 'promised' }
    case 'resolved':
      return { ...facts, state: 'resolved', ...resolved(row) }
    case 'closed':
      return {
        ...facts,
        state: 'closed',
        ...resolved(row),
        feedback: readText(row.feedback ?? broken(row)),
        closedAt: row.closed_at ?? broken(row),
        heardAt: row.heard_at,
      }
    case 'withdrawn':
      return {
        ...facts,
        state: 'withdrawn',
        reason: readText(row.reason ?? broken(row)),
        withdrawnAt: row.withdrawn_at ?? broken(row),
      }
  }
}

/** What is true of it from the first day on. */
export function toFirstRow(escalation: Escalation): Omit<EscalationTable, keyof ReturnType<typeof toRow>> {
  const { id, number, reference, ladder, about, raiser, businessManager, qaManager, raisedAt } = escalation
  return {
    id,
    number,
    reference,
    ladder_id: ladder.id,
    schema_version: ladder.schemaVersion,
    ladder: JSON.stringify(ladder),
    about,
    raiser_post: raiser,
    bm_post: businessManager,
    qa_post: qaManager,
    raised_at: raisedAt,
  }
}

/** What changes with its state. `version` is the one that is written. */
export function toRow(escalation: Escalation) {
  return {
    theme: escalation.theme,
    chases: escalation.chases,
    version: escalation.version + 1,
    state: escalation.state,
    resolved_at: 'resolvedAt' in escalation ? escalation.resolvedAt : null,
    closed_at: 'closedAt' in escalation ? escalation.closedAt : null,
    heard_at: 'heardAt' in escalation ? escalation.heardAt : null,
    withdrawn_at: 'withdrawnAt' in escalation ? escalation.withdrawnAt : null,
  }
}

export function toWords(escalation: Escalation): Omit<Words, 'concern'> {
  return {
    outcome: kept('outcome' in escalation ? escalation.outcome : null),
    feedback: kept('feedback' in escalation ? escalation.feedback : null),
    reason: kept('reason' in escalation ? escalation.reason : null),
  }
}

/** What comes of a stage; what it is was written when it was opened. */
export function toStageRow({ promise, ended }: Stage) {
  return {
    promised_by: promise?.by ?? null,
    promised_at: promise?.madeAt ?? null,
    said_done_at: promise?.saidDone ?? null,
    ask_from: promise?.waits?.askFrom ?? null,
    waited: promise?.waits?.waited ?? 0,
    ended: ended?.how ?? null,
    ended_at: ended?.at ?? null,
  }
}

export function toPromiseWords({ promise }: Stage): Omit<StageWords, 'interim' | 'skip_because'> {
  return {
    promise_what: kept(promise?.what ?? null),
    promise_who: kept(promise?.who ?? null),
    waits_on: kept(promise?.waits?.on ?? null),
  }
}

/** The words with which a stage was opened: never written again. */
export function toOpeningWords({ interimSafety, skipBecause }: Stage) {
  return { interim: keepText(interimSafety), skip_because: kept(skipBecause) }
}

function toFacts(row: EscalationRow) {
  return {
    id: row.id,
    number: row.number,
    reference: row.reference,
    ladder: parseLadder(row.ladder),
    about: row.about,
    concern: readText(row.concern),
    raiser: row.raiser_post,
    businessManager: row.bm_post,
    qaManager: row.qa_post,
    raisedAt: row.raised_at,
    theme: row.theme,
    chases: row.chases,
    version: row.version,
  }
}

function stagesOf(row: EscalationRow, rows: readonly StageRow[]): readonly [Stage, ...Stage[]] {
  const [first, ...rest] = rows.map((stage) => toStage(row, stage))
  return first ? [first, ...rest] : broken(row)
}

function toStage(row: EscalationRow, stage: StageRow): Stage {
  const { ended, ended_at: at } = stage
  return {
    rung: stage.rung,
    addressee: stage.addressee_post,
    openedAt: stage.opened_at,
    due: stage.due_day,
    interimSafety: readText(stage.interim),
    skipBecause: stage.skip_because === null ? null : readText(stage.skip_because),
    promise: toPromise(row, stage),
    ended: ended === null ? null : { how: ended, at: at ?? broken(row) },
  }
}

function toPromise(row: EscalationRow, stage: StageRow): StagePromise | null {
  if (stage.promised_by === null) return null
  return {
    what: readText(stage.promise_what ?? broken(row)),
    who: readText(stage.promise_who ?? broken(row)),
    by: stage.promised_by,
    madeAt: stage.promised_at ?? broken(row),
    saidDone: stage.said_done_at,
    waits: toWaiting(row, stage),
  }
}

function toWaiting(row: EscalationRow, stage: StageRow): StagePromise['waits'] {
  const { ask_from: askFrom, waited, waits_on: on } = stage
  if (askFrom === null) return null
  return { on: readText(on ?? broken(row)), askFrom, waited }
}

function resolved(row: EscalationRow) {
  return {
    outcome: readText(row.outcome ?? broken(row)),
    resolvedAt: row.resolved_at ?? broken(row),
  }
}

function kept(text: string | null): Kept | null {
  return text === null ? null : keepText(text)
}

function broken({ id, state }: EscalationTable): never {
  return fitsNoState('escalation', id, state)
}
