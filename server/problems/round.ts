import type { ApproveRefused } from '#core/round/approve-theme.ts'
import type { ChangeRoundRefused } from '#core/round/change-round.ts'
import type { CloseRoundRefused } from '#core/round/close-round.ts'
import type { CopyRefused } from '#core/round/copy-round.ts'
import { HOLIDAY_SAYS } from '#core/round/school-holidays/school-holiday.ts'
import type { HolidayProblem } from '#core/round/school-holidays/school-holiday.ts'
import type { SendListRefused } from '#core/round/send-long-list.ts'
import type { WriteListRefused } from '#core/round/write-long-list.ts'

import type { DoorReason } from './doors.ts'
import type { PeopleReason } from './people.ts'
import { NOT_HERE } from './sentence.ts'
import type { Sentence } from './sentence.ts'

export type RoundReason =
  | Exclude<
      | ApproveRefused
      | ChangeRoundRefused
      | CloseRoundRefused
      | CopyRefused
      | SendListRefused
      | WriteListRefused,
      DoorReason | PeopleReason
    >
  | HolidayProblem
  | 'not-yours-to-edit-calendar'

/** A round until its long list is sent, and the calendar. */
export const roundProblems: Readonly<Record<RoundReason, Sentence>> = {
  'no-such-round': NOT_HERE,
  'not-yours-to-set-up': {
    status: 403,
    title: 'The partnership sets up rounds',
    detail: 'Ask the business manager or the QA manager. Nothing was changed.',
  },
  'no-such-method': {
    status: 422,
    title: 'There is no such method',
    detail: 'Choose a method from the list.',
    field: 'method',
  },
  'no-office': {
    status: 409,
    title: 'A post of the partnership is missing',
    detail: 'A round needs the posts of business manager, QA manager and panel chair. Add them first.',
  },
  'prefix-is-taken': {
    status: 422,
    title: 'Cases of another round have these letters',
    detail:
      'Choose other letters, or take those that the page proposes. References are used once and for ever.',
    field: 'prefix',
  },
  'code-is-taken': {
    status: 422,
    title: 'Another round of that year has this number',
    detail: 'Choose another number, or take the one that the page proposes.',
    field: 'number',
  },
  'not-a-monday': {
    status: 422,
    title: 'A round starts on a Monday',
    detail: 'Choose the Monday that the page proposes, or another one.',
    field: 'start',
  },
  'left-out-not-a-monday': {
    status: 422,
    title: 'Weeks are left out as a whole',
    detail: 'A week that is left out is named by its Monday.',
    field: 'leftOut',
  },
  'starts-in-a-week-left-out': {
    status: 422,
    title: 'The round would start in a week that is left out',
    detail: 'Choose a later start, or count that week.',
    field: 'start',
  },
  'no-such-agency': {
    status: 422,
    title: 'There is no such agency',
    detail: 'Choose each agency from the list, or give the name of a new one.',
    field: 'members',
  },
  'agency-twice': {
    status: 422,
    title: 'One agency is here twice',
    detail: 'Each agency takes part once. Take one of the two out.',
    field: 'members',
  },
  'no-such-collator': {
    status: 422,
    title: 'The agency that collates is not in this round',
    detail: 'Add it to the round, or let the agency send its returns itself.',
    field: 'members',
  },
  'collator-is-collated': {
    status: 422,
    title: 'An agency that collates sends its own returns',
    detail: 'Nobody can collate for an agency that collates for others, or for itself.',
    field: 'members',
  },
  'list-was-sent': {
    status: 409,
    title: 'The long list was sent already',
    detail: 'The agencies have it now. The page shows how the round stands.',
  },
  'was-approved': {
    status: 409,
    title: 'The theme was approved already',
    detail: 'The page shows by whom and when. Nothing more to do.',
  },
  'approved-in-the-future': {
    status: 422,
    title: 'That day is still to come',
    detail: 'Give the day on which the theme was approved: today or an earlier one.',
    field: 'on',
  },
  'not-yours-to-close-round': {
    status: 403,
    title: 'The partnership closes rounds',
    detail: 'Ask the business manager or the QA manager. Nothing was changed.',
  },
  'panel-comes-first': {
    status: 409,
    title: 'Panel day was not closed yet',
    detail: 'A round is closed after its panel day. Nothing was changed.',
  },
  'was-closed': {
    status: 409,
    title: 'The round was closed already',
    detail: 'The page shows when. Nothing more to do.',
  },
  'say-why-it-stays-open': {
    status: 422,
    title: 'Something is still owed in this round',
    detail: 'Say why it is closed all the same: what is still owed ends with it. Nothing was changed.',
    field: 'reason',
  },
  'list-is-too-long': {
    status: 422,
    title: 'The list is longer than the method asks',
    detail: 'Take some cases out. Nothing was changed.',
    field: 'cases',
  },
  'reference-twice': {
    status: 422,
    title: 'Two cases have one reference',
    detail: 'Each case needs a reference of its own. Nothing was changed.',
    field: 'cases',
  },
  'reference-of-another-round': {
    status: 422,
    title: 'A reference has the letters of another round',
    detail: 'Leave the reference out: one is given. Nothing was changed.',
    field: 'cases',
  },
  'born-in-the-future': {
    status: 422,
    title: 'A date of birth is still to come',
    detail: 'Correct it, or say that the child is not born yet. Nothing was changed.',
    field: 'cases',
  },
  'theme-is-not-approved': {
    status: 409,
    title: 'The theme is not approved yet',
    detail: 'Record who approved it and when; then the list can go out. Nothing was sent.',
  },
  'no-lead-person': {
    status: 422,
    title: 'An agency has no lead person',
    detail: 'Name the lead person of every agency; the page says which are missing. Nothing was sent.',
  },
  'lead-person-not-senior': {
    status: 422,
    title: 'A lead person is not declared to decide for the agency',
    detail: 'Declare it for each agency that the page names, or name another lead person. Nothing was sent.',
  },
  'no-long-list': {
    status: 422,
    title: 'There is no long list yet',
    detail: 'Write the long list first. Nothing was sent.',
  },
  'long-list-is-short': {
    status: 422,
    title: 'The long list is shorter than the method asks',
    detail: 'Say why, or add the missing cases. Nothing was sent.',
    field: 'reason',
  },
  'holiday-ends-first': holiday('holiday-ends-first'),
  'holiday-is-too-long': holiday('holiday-is-too-long'),
  'holiday-is-out-of-reach': holiday('holiday-is-out-of-reach'),
  'holidays-overlap': holiday('holidays-overlap'),
  'not-yours-to-edit-calendar': {
    status: 403,
    title: 'The business manager keeps the calendar',
    detail: 'Ask the business manager to change it. Nothing was changed.',
  },
}

/** Which of several it is, its name says. */
function holiday(reason: HolidayProblem): Sentence {
  return {
    status: 422,
    title: 'These cannot be entered as school holidays',
    detail: `${HOLIDAY_SAYS[reason]} Nothing was changed.`,
  }
}
