import type { AnswerFormDutyRefused, AnswerFormRefused } from '#core/close-the-loop/answer-form.ts'

import type { DoorReason } from './doors.ts'
import type { DutiesReason } from './duties.ts'
import type { PanelDayReason } from './panel-day.ts'
import { NOT_HERE } from './sentence.ts'
import type { Sentence } from './sentence.ts'

export type CloseTheLoopReason = Exclude<
  AnswerFormDutyRefused | AnswerFormRefused,
  DoorReason | DutiesReason | PanelDayReason
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
