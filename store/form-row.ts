import type { Beside, LoopMeeting } from '#core/close-the-loop/beside.ts'
import type { Form, WorkerPart } from '#core/close-the-loop/form.ts'

import { keepText, readText } from './free-text.ts'
import type { Kept } from './free-text.ts'
import { climbColumns, climbIn, fitsNoState } from './row-parts.ts'
import type { FormTable } from './schema-of-rounds.ts'
import type { Schema } from './schema.ts'

/** What the worker reads and writes, the lead person's note, and why it was sent back. */
export type Words = Omit<Schema['form_words'], 'form_id'>
export type FormRow = FormTable & Words

/** A row read is parsed: a row that fits no state is a fault, never a half-true form. */
export function toForm(row: FormRow): Form {
  const facts = toFacts(row)
  switch (row.state) {
    case 'drafted':
      return { ...facts, state: 'drafted' }
    case 'released':
      return { ...facts, state: 'released', ...released(row), draft: draftOf(row) }
    case 'seen':
      return { ...facts, state: 'seen', ...seen(row), draft: draftOf(row) }
    case 'written':
      return {
        ...facts,
        state: 'written',
        ...written(row),
        leadNote: leadNoteOf(row),
      }
    case 'signed':
      return { ...facts, state: 'signed', ...signed(row) }
    case 'sent-back':
      return {
        ...facts,
        state: 'sent-back',
        ...written(row),
        leadNote: leadNoteOf(row),
        comment: readText(row.comment ?? broken(row)),
        sentBackAt: row.sent_back_at ?? broken(row),
      }
    case 'closed':
      return {
        ...facts,
        state: 'closed',
        ...signed(row),
        reviewedOn: row.reviewed_on ?? broken(row),
        closedAt: row.closed_at ?? broken(row),
      }
  }
}

/** The columns of a state: what is not true of it is null. `version` is the one that is written. */
export function toRow(form: Form): FormTable {
  const part = partIn(form)
  return {
    id: form.id,
    round_id: form.round,
    case_id: form.case,
    reference: form.reference,
    lead_post: form.lead,
    worker_post: form.worker,
    manager_post: form.manager,
    ...climbColumns(form.climb),
    panel_day: form.panelDay,
    due_day: form.due,
    drafted_at: form.draftedAt,
    opening: form.opening,
    chases: form.chases,
    version: form.version + 1,
    state: form.state,
    released_at: 'releasedAt' in form ? form.releasedAt : null,
    seen_at: 'seenAt' in form ? form.seenAt : null,
    met_on: part.metOn ?? null,
    shared: part.shared ?? null,
    written_at: 'writtenAt' in form ? form.writtenAt : null,
    signed_at: 'signedAt' in form ? form.signedAt : null,
    sent_back_at: 'sentBackAt' in form ? form.sentBackAt : null,
    reviewed_on: 'reviewedOn' in form ? form.reviewedOn : null,
    closed_at: 'closedAt' in form ? form.closedAt : null,
    question_about: form.question?.about ?? null,
    question_by: form.question?.by ?? null,
    question_at: form.question?.askedAt ?? null,
    questions: form.questions,
    meeting: form.meeting && JSON.stringify(form.meeting),
    proposals: form.proposals,
    check_on: form.check?.on ?? null,
    check_set_at: form.check?.setAt ?? null,
    checks: form.checks,
    recorded_how: 'recordedFor' in form ? (form.recordedFor?.how ?? null) : null,
    recorded_at: 'recordedFor' in form ? (form.recordedFor?.at ?? null) : null,
    writer: form.writer,
    reopened_at: form.reopenedAt,
  }
}

export function toWords(form: Form): Words {
  const part = partIn(form)
  return {
    good: keepText(form.good),
    asked: keepText(form.asked),
    present: kept(part.present),
    background: kept(part.background),
    reflections: kept(part.reflections),
    learning: kept(part.learning),
    lead_note: kept('leadNote' in form ? form.leadNote : undefined),
    comment: kept('comment' in form ? form.comment : undefined),
  }
}

/** As far as the worker has written it. */
function partIn(form: Form): Partial<WorkerPart> {
  if ('part' in form) return form.part
  return 'draft' in form ? form.draft : {}
}

function kept(text: string | undefined): Kept | null {
  return text === undefined ? null : keepText(text)
}

function toFacts(row: FormRow) {
  return {
    id: row.id,
    round: row.round_id,
    case: row.case_id,
    reference: row.reference,
    lead: row.lead_post,
    worker: row.worker_post,
    manager: row.manager_post,
    reviewer: row.bm_post,
    climb: climbIn(row, row.manager_post),
    panelDay: row.panel_day,
    due: row.due_day,
    draftedAt: row.drafted_at,
    good: readText(row.good),
    asked: readText(row.asked),
    writer: row.writer,
    reopenedAt: row.reopened_at,
    opening: row.opening,
    chases: row.chases,
    version: row.version,
    ...besideIn(row),
  }
}

function besideIn(row: FormRow): Beside {
  const { question_about: about, question_by: by, question_at: askedAt } = row
  const { check_on: on, check_set_at: setAt } = row
  return {
    question: about && by && askedAt ? { about, by, askedAt } : null,
    questions: row.questions,
    // A check constraint holds its state; nobody but this codec writes it.
    meeting: row.meeting as LoopMeeting | null,
    proposals: row.proposals,
    check: on && setAt ? { on, setAt } : null,
    checks: row.checks,
  }
}

function released(row: FormRow) {
  return { releasedAt: row.released_at ?? broken(row) }
}

function seen(row: FormRow) {
  return { ...released(row), seenAt: row.seen_at ?? broken(row) }
}

function written(row: FormRow) {
  const { recorded_how: how, recorded_at: at } = row
  return {
    ...seen(row),
    part: wholePart(row),
    writtenAt: row.written_at ?? broken(row),
    recordedFor: how && at ? { how, at } : null,
  }
}

function leadNoteOf({ lead_note: note }: FormRow): string {
  return note === null ? '' : readText(note)
}

function signed(row: FormRow) {
  return {
    ...written(row),
    signedAt: row.signed_at ?? broken(row),
    leadNote: readText(row.lead_note ?? broken(row)),
  }
}

function draftOf(row: FormRow): Partial<WorkerPart> {
  return {
    ...(row.met_on !== null && { metOn: row.met_on }),
    ...(row.present !== null && { present: readText(row.present) }),
    ...(row.background !== null && { background: readText(row.background) }),
    ...(row.reflections !== null && { reflections: readText(row.reflections) }),
    ...(row.learning !== null && { learning: readText(row.learning) }),
    ...(row.shared !== null && { shared: row.shared }),
  }
}

function wholePart(row: FormRow): WorkerPart {
  return {
    metOn: row.met_on ?? broken(row),
    present: readText(row.present ?? broken(row)),
    background: readText(row.background ?? broken(row)),
    reflections: readText(row.reflections ?? broken(row)),
    learning: readText(row.learning ?? broken(row)),
    shared: row.shared ?? broken(row),
  }
}

function broken({ id, state }: FormRow): never {
  return fitsNoState('form', id, state)
}
