import type { NotBooked, NotLocked } from '#core/meetings/meetings.ts'
import type { BookPanelDayRefused } from '#core/panel-day/book-panel-day.ts'
import type { CallOffPanelDayRefused } from '#core/panel-day/call-off-panel-day.ts'
import type { ClosePanelDayRefused } from '#core/panel-day/close-panel-day.ts'
import type { ConfirmPanelRefused } from '#core/panel-day/confirm-panel.ts'
import type { RecordPanelRefused } from '#core/panel-day/record-panel.ts'

import type { CasesReason } from './cases.ts'
import type { DoorReason } from './doors.ts'
import type { RoundReason } from './round.ts'
import type { Sentence } from './sentence.ts'

export type PanelDayReason = Exclude<
  | BookPanelDayRefused
  | CallOffPanelDayRefused
  | ClosePanelDayRefused
  | ConfirmPanelRefused
  | NotBooked
  | NotLocked
  | RecordPanelRefused,
  CasesReason | DoorReason | RoundReason
>

/** Panel day: booked, recorded, confirmed, closed. */
export const panelDayProblems: Readonly<Record<PanelDayReason, Sentence>> = {
  'not-yours-to-record-panel': {
    status: 403,
    title: 'The partnership records panel day',
    detail: 'The business manager or the QA manager records what the panel decided.',
  },
  'panel-is-confirmed': {
    status: 409,
    title: 'The chair has confirmed this case',
    detail: 'What the panel decided stands.',
  },
  'panel-day-is-not-open': {
    status: 409,
    title: 'Panel day is not open',
    detail: 'It is open from the choice of cases until panel day is closed.',
  },
  'no-own-grade': {
    status: 422,
    title: 'One of these agencies has sent no grade',
    detail: 'The panel grades the agencies that sent an evaluation. Load the page again.',
    field: 'grades',
  },
  'graded-twice': {
    status: 422,
    title: 'An agency has two grades',
    detail: 'Give each agency one grade.',
    field: 'grades',
  },
  'grade-missing': {
    status: 422,
    title: 'An agency has no grade of the panel yet',
    detail: 'Choose the panel’s grade for each agency.',
    field: 'grades',
  },
  'rationale-missing': {
    status: 422,
    title: 'A grade was changed without a reason',
    detail: 'Say why the panel’s grade is another than the agency’s own.',
    field: 'grades',
  },
  'good-names-the-child': {
    status: 422,
    title: 'This names the child',
    detail: 'The text goes onto the worker’s card. Take out the name, initials or date of birth.',
    field: 'good',
  },
  'not-yours-to-confirm': {
    status: 403,
    title: 'The chair confirms this',
    detail: 'What was recorded for the panel is confirmed by its chair.',
  },
  'nothing-is-recorded': {
    status: 409,
    title: 'Nothing is recorded yet',
    detail: 'The partnership records what the panel decided first.',
  },
  'not-yours-to-book': {
    status: 403,
    title: 'The partnership books panel day',
    detail: 'It can be booked once the cases are chosen, and until panel day is closed.',
  },
  'panel-day-is-past': {
    status: 422,
    title: 'Panel day has passed',
    detail: 'A meeting is booked before its day.',
  },
  'nothing-is-booked': {
    status: 409,
    title: 'No meeting is booked',
    detail: 'There is nothing to call off. Load the page again to see how it stands.',
  },
  'ends-before-it-begins': {
    status: 422,
    title: 'It ends before it begins',
    detail: 'Give a time that is later than its beginning.',
    field: 'to',
  },
  'calendar-not-reachable': {
    status: 503,
    title: 'We could not reach the calendar',
    detail: 'The meeting is not booked, or not moved. Press again in a minute: nobody is invited twice.',
  },
  'meeting-not-locked': {
    status: 503,
    title: 'The invitations are out, the meeting is not locked yet',
    detail: 'Press again in a minute: it goes on from there, and nobody is invited twice.',
  },
  'not-yours-to-close': {
    status: 403,
    title: 'The chair or the partnership closes panel day',
    detail: 'Ask the chair or the business manager.',
  },
  'not-all-confirmed': {
    status: 409,
    title: 'The chair has not confirmed all cases yet',
    detail: 'Panel day is closed when each case is recorded and confirmed.',
  },
  'no-team-named': {
    status: 409,
    title: 'A case that needs a form has no team yet',
    detail: 'The lead agency names worker and manager first: they get the close-the-loop form.',
  },
}
