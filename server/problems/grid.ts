import type { MoreTimeRefused } from '#core/round/grid/more-time.ts'
import type { NotInvolvedRefused } from '#core/round/grid/not-involved.ts'
import type { RemindRefused } from '#core/round/grid/remind-cells.ts'
import type { ReleaseRefused } from '#core/round/release.ts'

import type { DoorReason } from './doors.ts'
import type { DutiesReason } from './duties.ts'
import type { ReturnsReason } from './returns.ts'
import type { RoundReason } from './round.ts'
import type { Sentence } from './sentence.ts'

export type GridReason = Exclude<
  MoreTimeRefused | NotInvolvedRefused | ReleaseRefused | RemindRefused,
  DoorReason | DutiesReason | ReturnsReason | RoundReason
>

/** A round's grid: more time, agencies that were not involved, the release. */
export const gridProblems: Readonly<Record<GridReason, Sentence>> = {
  'not-yours-to-manage': {
    status: 403,
    title: 'The partnership decides this',
    detail: 'Ask the business manager. Nothing was changed.',
  },
  'panel-was-held': {
    status: 409,
    title: 'Panel day was closed',
    detail: 'Days and agencies of a case stay as they were on panel day. Nothing was changed.',
  },
  'part-is-not-owed': {
    status: 409,
    title: 'This part is not owed any more',
    detail: 'It was sent, or the agency is not asked for it. Nothing was changed.',
  },
  'later-day-needed': {
    status: 422,
    title: 'That is not a later day',
    detail: 'Choose a day after the one that the agency has now, and not in the past.',
    field: 'until',
  },
  'before-panel-day': {
    status: 422,
    title: 'That is too late for the panel',
    detail: 'Choose a day before panel day: the panel reads it then.',
    field: 'until',
  },
  'is-out-already': {
    status: 409,
    title: 'The agency is out of this case already',
    detail: 'Somebody marked it meanwhile. Nothing more to do.',
  },
  'part-was-sent': {
    status: 409,
    title: 'The agency sent something for this case',
    detail: 'Who sent a part stays in the case. Send it back first if it was sent for the wrong case.',
  },
  'leads-the-case': {
    status: 409,
    title: 'This agency leads the case',
    detail: 'The lead agency is always involved. Nothing was changed.',
  },
  'not-yours-to-release': {
    status: 403,
    title: 'The partnership releases the chronologies',
    detail: 'Ask the business manager. Nothing was changed.',
  },
  'nothing-to-release': {
    status: 409,
    title: 'There is nothing to release now',
    detail: 'Chronologies are released between the choice of cases and panel day.',
  },
  'was-released': {
    status: 409,
    title: 'They were released already',
    detail: 'Nothing more to do.',
  },
  'qa-manager-first': {
    status: 409,
    title: 'The QA manager comes first',
    detail: 'Release the chronologies to the QA manager, then to the panel.',
  },
}
