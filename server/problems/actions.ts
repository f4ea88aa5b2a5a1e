import type { AnswerDutyRefused } from '#core/actions/answer-duty.ts'
import type { ChaseRefused } from '#core/actions/chase-actions.ts'
import type { EndRefused } from '#core/actions/end-action.ts'
import type { PromiseRefused } from '#core/actions/note-promise.ts'
import type { RecordRefused } from '#core/actions/record-action.ts'

import type { NotRead } from '../papers/read-excel.ts'
import type { DoorReason } from './doors.ts'
import type { DutiesReason } from './duties.ts'
import { NOT_HERE } from './sentence.ts'
import type { Sentence } from './sentence.ts'

export type ActionsReason =
  | Exclude<
      AnswerDutyRefused | ChaseRefused | EndRefused | PromiseRefused | RecordRefused,
      DoorReason | DutiesReason
    >
  | 'no-such-action'
  | 'no-headings'
  | NotRead

/** Actions from panel day. */
export const actionsProblems: Readonly<Record<ActionsReason, Sentence>> = {
  'no-such-action': NOT_HERE,
  'day-is-past': {
    status: 422,
    title: 'That day has passed',
    detail: 'Choose today or a later day.',
    field: 'due',
  },
  'no-headings': {
    status: 422,
    title: 'The headings were not found',
    detail: 'One of the first ten rows has to name the columns: Case, What will be done, Owner.',
    field: 'file',
  },
  'not-a-workbook': {
    status: 422,
    title: 'This is no Excel workbook',
    detail: 'Save the tracker as an Excel workbook (.xlsx) and choose it again.',
    field: 'file',
  },
  'workbook-too-large': {
    status: 422,
    title: 'This workbook is too large',
    detail: 'Keep one sheet with the actions, 2,000 rows at most, and choose it again.',
    field: 'file',
  },
  'not-yours-to-end': {
    status: 403,
    title: 'Whoever asked for it takes it back',
    detail: 'Ask them, or the QA manager of the partnership.',
  },
  'has-ended': {
    status: 409,
    title: 'This action has ended',
    detail: 'There is nothing more to do about it.',
  },
  'says-it-is-done': {
    status: 409,
    title: 'Its owner says that it is done',
    detail: 'Say first whether it happened.',
  },
  'no-such-number': {
    status: 422,
    title: 'No action of this case has that number',
    detail: 'Record the new action first, then give its number, for example A7.',
    field: 'by',
  },
  'one-for-each-agency': {
    status: 422,
    title: 'Two of these are of one agency',
    detail: 'Choose one post of each agency: each gets an action of its own.',
    field: 'owners',
  },
  'day-is-not-later': {
    status: 422,
    title: 'That is not a later day',
    detail: 'Choose a day after the one that the action has now.',
    field: 'until',
  },
  'not-yours-to-record': {
    status: 403,
    title: 'The QA manager records actions',
    detail: 'Ask the QA manager of the partnership to record it.',
  },
  'no-such-case': {
    status: 422,
    title: 'There is no such case',
    detail: 'Choose a case from the list.',
    field: 'case',
  },
  'no-such-post': {
    status: 422,
    title: 'There is no such post',
    detail: 'Choose a post from the list.',
    field: 'owner',
  },
  'same-agency': {
    status: 422,
    title: 'Owner and raiser are of one agency',
    detail: 'Choose a raiser from another agency: nobody confirms their own work.',
    field: 'raiser',
  },
  'names-the-child': {
    status: 422,
    title: 'This names the child',
    detail: 'The text goes onto cards and mails. Take out the name, initials or date of birth.',
    field: 'what',
  },
}
