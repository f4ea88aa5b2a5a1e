import type { Moment } from '#core/calendar/moment.ts'
import { parseMethod } from '#core/method/method.ts'
import type { Method } from '#core/method/method.ts'
import type { Member, PanelMeeting, Round, RoundFacts } from '#core/round/round.ts'

import { keepText, readText } from './free-text.ts'
import { fitsNoState } from './row-parts.ts'
import type { RoundTable } from './schema-of-rounds.ts'

/** A row read is parsed: a row that fits no state is a fault, never a half-true round. */
export function toRound(row: RoundTable, members: readonly Member[]): Round {
  const facts = toFacts(row, members)
  const at = (value: Moment | null): Moment => value ?? broken(row)
  switch (row.state) {
    case 'draft':
      return { ...facts, state: 'draft' }
    case 'approved':
      return { ...facts, state: 'approved', ...agreed(row) }
    case 'list-sent':
      return { ...facts, state: 'list-sent', ...listed(row) }
    case 'evaluating':
      return { ...facts, state: 'evaluating', ...chosen(row) }
    case 'panel-held':
      return { ...facts, state: 'panel-held', ...chosen(row), heldAt: at(row.held_at) }
    case 'complete':
      return {
        ...facts,
        state: 'complete',
        ...chosen(row),
        heldAt: at(row.held_at),
        completeAt: at(row.complete_at),
        closeReason: row.close_reason === null ? null : readText(row.close_reason),
      }
  }
}

/** The columns of a state: what is not true of it is null. `version` is the one that is written. */
export function toRow(round: Round): RoundTable {
  return {
    id: round.id,
    code: round.code,
    theme: round.theme,
    sources: [...round.sources],
    method_id: round.method.id,
    schema_version: round.method.schemaVersion,
    method: JSON.stringify(round.method),
    start_day: round.start,
    left_out: [...round.leftOut],
    bm_post: round.offices.businessManager,
    qa_post: round.offices.qaManager,
    chair_post: round.offices.chair,
    created_at: round.createdAt,
    chases: round.chases,
    version: round.version + 1,
    ...stateColumns(round),
  }
}

function stateColumns(round: Round) {
  const approval = 'approval' in round ? round.approval : null
  const choice = 'selectedAt' in round ? round : undefined
  return {
    state: round.state,
    approved_by: approval?.by ?? null,
    approved_on: approval?.on ?? null,
    sent_at: 'sentAt' in round ? round.sentAt : null,
    list_reason: 'listReason' in round && round.listReason !== null ? keepText(round.listReason) : null,
    selected_at: choice?.selectedAt ?? null,
    choice_reason: typeof choice?.reason === 'string' ? keepText(choice.reason) : null,
    released_to_qa: choice?.releasedToQa ?? null,
    released_to_panel: choice?.releasedToPanel ?? null,
    meeting_from: choice?.meeting?.from ?? null,
    meeting_to: choice?.meeting?.to ?? null,
    meeting_event: choice?.meeting?.eventId ?? null,
    meeting_join: choice?.meeting?.joinUrl ?? null,
    meeting_lacks: choice?.meeting?.lacks ?? null,
    called_off: choice?.calledOff ?? 0,
    held_at: 'heldAt' in round ? round.heldAt : null,
    complete_at: 'completeAt' in round ? round.completeAt : null,
    close_reason: 'closeReason' in round && round.closeReason !== null ? keepText(round.closeReason) : null,
  }
}

function toFacts(row: RoundTable, members: readonly Member[]): RoundFacts {
  return {
    id: row.id,
    code: row.code,
    theme: row.theme,
    sources: row.sources,
    method: methodOf(row),
    start: row.start_day,
    leftOut: row.left_out,
    members,
    offices: { businessManager: row.bm_post, qaManager: row.qa_post, chair: row.chair_post },
    createdAt: row.created_at,
    chases: row.chases,
    version: row.version,
  }
}

function methodOf({ id, method }: RoundTable): Method {
  const parsed = parseMethod(method)
  if (parsed.ok) return parsed.value
  throw new Error(`round ${id}: its method is none (${parsed.problems.map(({ path }) => path).join(', ')})`)
}

function agreed(row: RoundTable) {
  return { approval: { by: row.approved_by ?? broken(row), on: row.approved_on ?? broken(row) } }
}

function listed(row: RoundTable) {
  const listReason = row.list_reason === null ? null : readText(row.list_reason)
  return { ...agreed(row), sentAt: row.sent_at ?? broken(row), listReason }
}

function chosen(row: RoundTable) {
  return {
    ...listed(row),
    selectedAt: row.selected_at ?? broken(row),
    reason: row.choice_reason === null ? null : readText(row.choice_reason),
    releasedToQa: row.released_to_qa,
    releasedToPanel: row.released_to_panel,
    meeting: meetingOf(row),
    calledOff: row.called_off,
  }
}

function meetingOf(row: RoundTable): PanelMeeting | null {
  if (row.meeting_from === null) return null
  return {
    from: row.meeting_from,
    to: row.meeting_to ?? broken(row),
    eventId: row.meeting_event ?? broken(row),
    joinUrl: row.meeting_join,
    ...(row.meeting_lacks !== null && { lacks: row.meeting_lacks }),
  }
}

function broken({ id, state }: RoundTable): never {
  return fitsNoState('round', id, state)
}
