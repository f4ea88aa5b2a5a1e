import type { AnswerFormDutyRefused, AnswerFormRefused } from '#core/close-the-loop/answer-form.ts'
import type { DraftFormPaperRefused } from '#core/close-the-loop/form-paper.ts'
import type { TakeTimeRefused } from '#core/close-the-loop/take-time.ts'

import type { DocumentsReason } from './documents.ts'
import type { DoorReason } from './doors.ts'
import type { DutiesReason } from './duties.ts'
import type { PanelDayReason } from './panel-day.ts'
import { NOT_HERE } from './sentence.ts'
import type { Sentence } from './sentence.ts'

export type CloseTheLoopReason = Exclude<
  AnswerFormDutyRefused | AnswerFormRefused | DraftFormPaperRefused | TakeTimeRefused,
  DocumentsReason | DoorReason | DutiesReason | PanelDayReason
>

/** Close-the-loop forms. */
export const closeTheLoopProblems: Readonly<Record<CloseTheLoopReason, Sentence>> = {
  'no-such-form': NOT_HERE,
  'asked-names-the-child': {
    status: 422,
    title: 'This names the child',
    detail: 'The text goes onto the worker’s card. Take out the name, initials or date of birth.',
    field: 'asked',
  },
  'not-sent-yet': {
    status: 409,
    title: 'The worker has not sent it yet',
    detail: 'Their part is still being written. You are told when it is sent.',
  },
  'not-signed-yet': {
    status: 409,
    title: 'The lead person has not signed it yet',
    detail: 'You are told when it is signed.',
  },
  'question-is-open': {
    status: 409,
    title: 'The lead person answers first',
    detail: 'The worker said that something is not right. It goes on when that is answered.',
  },
  'nothing-is-asked': {
    status: 409,
    title: 'Nothing is asked any more',
    detail: 'This was answered meanwhile. Load the page again.',
  },
  'form-is-not-issued': {
    status: 409,
    title: 'The form is not issued yet',
    detail: 'Release it to the worker first.',
  },
  'form-is-closed': {
    status: 409,
    title: 'The form is closed',
    detail: 'It was reviewed by the partnership and stands as it is.',
  },
  'form-is-not-closed': {
    status: 409,
    title: 'The form is not finished yet',
    detail: 'A document of it is made once the partnership has closed it.',
  },
  'is-signed': {
    status: 409,
    title: 'The lead person has signed it',
    detail: 'What was signed is not taken back. Ring the lead person.',
  },
  'is-reviewed': {
    status: 409,
    title: 'The partnership has reviewed it',
    detail: 'A signature is not taken back after that. Ring the partnership.',
  },
  'time-is-past': {
    status: 422,
    title: 'That time has passed',
    detail: 'Give a time that is still to come.',
    field: 'slots',
  },
  'time-ends-before-it-begins': {
    status: 422,
    title: 'A time ends before it begins',
    detail: 'Give an end that is later than the beginning.',
    field: 'slots',
  },
  'no-such-time': {
    status: 409,
    title: 'That time is no longer proposed',
    detail: 'Other times were proposed meanwhile. Load the page again.',
  },
  'log-is-to-come': {
    status: 422,
    title: 'That day is still to come',
    detail: 'Give the day on which it was. For a day to come, choose “next check”.',
    field: 'on',
  },
  'check-is-past': {
    status: 422,
    title: 'That day has passed, or is today',
    detail: 'Give a day to come: you are reminded on it.',
    field: 'on',
  },
  'meeting-is-to-come': {
    status: 422,
    title: 'That meeting is still to come',
    detail: 'Give the day of the meeting when it was held.',
    field: 'metOn',
  },
  'meeting-before-panel': {
    status: 422,
    title: 'That was before panel day',
    detail: 'Give the day of the meeting about what the panel found.',
    field: 'metOn',
  },
  'no-meeting-day': {
    status: 422,
    title: 'The day of the meeting is missing',
    detail: 'Say when the close-the-loop meeting was. What you wrote is kept.',
    field: 'metOn',
  },
  'no-meeting-people': {
    status: 422,
    title: 'It does not say who was at the meeting',
    detail: 'Say who was there. What you wrote is kept.',
    field: 'present',
  },
  'no-background': {
    status: 422,
    title: 'The background is missing',
    detail: 'Say what it was about. What you wrote is kept.',
    field: 'background',
  },
  'no-reflections': {
    status: 422,
    title: 'Your reflections are missing',
    detail: 'Say what you think of it now. What you wrote is kept.',
    field: 'reflections',
  },
  'no-learning': {
    status: 422,
    title: 'What can be learned is missing',
    detail: 'Say what can be done differently. What you wrote is kept.',
    field: 'learning',
  },
}
