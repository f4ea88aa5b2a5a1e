import type { Action, Facts } from '#core/actions/action.ts'
import type { Moment } from '#core/calendar/moment.ts'

import { keepText, readText } from './free-text.ts'
import type { Kept } from './free-text.ts'
import type { ActionTable, Schema } from './schema.ts'

/** The typed words of an action as they stand now; those of before are in its history. */
export type Words = Omit<Schema['action_words'], 'action_id'>

/** A row read is parsed: a row that fits no state is a fault, never a half-true action. */
export function toAction(row: ActionTable, words: Words): Action {
  const facts = toFacts(row, words)
  const text = (value: Kept | null): string => (value === null ? broken(row) : readText(value))
  const at = (value: Moment | null): Moment => value ?? broken(row)
  switch (row.state) {
    case 'open':
      return {
        ...facts,
        state: 'open',
        openedAt: at(row.opened_at),
        again: row.again_because && {
          because: row.again_because,
          reason: text(words.reason),
          at: at(row.again_at),
        },
      }
    case 'more-time-asked':
      return {
        ...facts,
        state: 'more-time-asked',
        until: row.until_day ?? broken(row),
        reason: text(words.reason),
        askedAt: at(row.asked_at),
      }
    case 'questioned':
      return {
        ...facts,
        state: 'questioned',
        question: row.question ?? broken(row),
        reason: text(words.reason),
        askedAt: at(row.asked_at),
      }
    case 'reported-done':
      return { ...facts, state: 'reported-done', ...report(row, words) }
    case 'confirmed':
      return {
        ...facts,
        state: 'confirmed',
        ...report(row, words),
        confirmedAt: at(row.ended_at),
        impact: row.impact,
      }
    case 'withdrawn':
      return {
        ...facts,
        state: 'withdrawn',
        reason: text(words.reason),
        withdrawnAt: at(row.ended_at),
        replacedBy: row.replaced_by,
        noticeOwed: row.notice_owed,
      }
  }
}

/** The columns of a state: what is not true of it is null. `version` is the one that is written. */
export function toRow(action: Action): ActionTable {
  return {
    id: action.id,
    number: action.number,
    case_id: action.case,
    reference: action.reference,
    owner_post: action.owner,
    raiser_post: action.raiser,
    lead_post: action.climb.leadPerson,
    manager_post: action.climb.manager,
    qa_post: action.climb.qaManager,
    business_post: action.climb.businessManager,
    what: action.what,
    due_day: action.due,
    recorded_on: action.recordedOn,
    opening: action.opening,
    chases: action.chases,
    version: action.version + 1,
    source: action.source,
    fan_parent: action.fanOut?.parent ?? null,
    fan_size: action.fanOut?.size ?? null,
    update_due: action.updateDue,
    updated_at: action.updatedAt,
    check_on: action.checkOn,
    rests_until: action.restsUntil,
    waits_since: action.waitsSince,
    waited: action.waited,
    ...NOTHING,
    ...stateColumns(action),
  }
}

export function toWords(action: Action): Words {
  const report = 'whatWasDone' in action ? action : undefined
  const reason =
    'reason' in action ? action.reason : action.state === 'open' ? action.again?.reason : undefined
  return {
    help: keepText(action.help),
    what_was_done: report ? keepText(report.whatWasDone) : null,
    evidence: report ? keepText(report.evidence) : null,
    reason: reason === undefined ? null : keepText(reason),
  }
}

type StateColumns = Pick<
  ActionTable,
  | 'opened_at'
  | 'again_because'
  | 'again_at'
  | 'until_day'
  | 'question'
  | 'asked_at'
  | 'reported_at'
  | 'ended_at'
  | 'replaced_by'
  | 'notice_owed'
  | 'impact'
>

const NOTHING: StateColumns = {
  opened_at: null,
  again_because: null,
  again_at: null,
  until_day: null,
  question: null,
  asked_at: null,
  reported_at: null,
  ended_at: null,
  replaced_by: null,
  notice_owed: false,
  impact: null,
}

function stateColumns(action: Action): Partial<StateColumns> & Pick<ActionTable, 'state'> {
  const { state } = action
  switch (action.state) {
    case 'open': {
      const { openedAt, again } = action
      return {
        state,
        opened_at: openedAt,
        again_because: again?.because ?? null,
        again_at: again?.at ?? null,
      }
    }
    case 'more-time-asked':
      return { state, until_day: action.until, asked_at: action.askedAt }
    case 'questioned':
      return { state, question: action.question, asked_at: action.askedAt }
    case 'reported-done':
      return { state, reported_at: action.reportedAt }
    case 'confirmed':
      return {
        state,
        reported_at: action.reportedAt,
        ended_at: action.confirmedAt,
        impact: action.impact,
      }
    case 'withdrawn':
      return {
        state,
        ended_at: action.withdrawnAt,
        replaced_by: action.replacedBy,
        notice_owed: action.noticeOwed,
      }
  }
}

function toFacts(row: ActionTable, words: Words): Facts {
  return {
    id: row.id,
    number: row.number,
    case: row.case_id,
    reference: row.reference,
    owner: row.owner_post,
    raiser: row.raiser_post,
    climb: {
      leadPerson: row.lead_post,
      manager: row.manager_post,
      qaManager: row.qa_post,
      businessManager: row.business_post,
    },
    what: row.what,
    help: readText(words.help),
    due: row.due_day,
    recordedOn: row.recorded_on,
    opening: row.opening,
    chases: row.chases,
    source: row.source,
    fanOut:
      row.fan_parent !== null && row.fan_size !== null
        ? { parent: row.fan_parent, size: row.fan_size }
        : null,
    updateDue: row.update_due,
    updatedAt: row.updated_at,
    checkOn: row.check_on,
    restsUntil: row.rests_until,
    waitsSince: row.waits_since,
    waited: row.waited,
    version: row.version,
  }
}

function report(row: ActionTable, words: Words) {
  return {
    whatWasDone: readText(words.what_was_done ?? broken(row)),
    evidence: readText(words.evidence ?? broken(row)),
    reportedAt: row.reported_at ?? broken(row),
  }
}

function broken(row: ActionTable): never {
  throw new Error(`action ${row.id}: the row fits no state (${row.state})`)
}
