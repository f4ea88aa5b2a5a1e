import type { AnswerDutyRefused } from '#core/actions/answer-duty.ts'
import type { ChaseRefused } from '#core/actions/chase-actions.ts'
import type { RecordRefused } from '#core/actions/record-action.ts'

import type { DoorReason } from './doors.ts'
import type { DutiesReason } from './duties.ts'
import { NOT_HERE } from './sentence.ts'
import type { Sentence } from './sentence.ts'

export type ActionsReason =
  | Exclude<AnswerDutyRefused | ChaseRefused | RecordRefused, DoorReason | DutiesReason>
  | 'no-such-action'

/** Actions from panel day. */
export const actionsProblems: Readonly<Record<ActionsReason, Sentence>> = {
  'no-such-action': NOT_HERE,
  'day-is-past': {
    status: 422,
    title: 'That day has passed',
    detail: 'Choose today or a later day.',
    field: 'due',
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
