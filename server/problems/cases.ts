import type { KeepDetailsRefused } from '#core/cases/keep-details.ts'
import type { NameTeamRefused } from '#core/cases/name-team.ts'
import type { PauseRefused } from '#core/cases/pause-case.ts'

import type { DoorReason } from './doors.ts'
import type { PeopleReason } from './people.ts'
import { NOT_HERE } from './sentence.ts'
import type { Sentence } from './sentence.ts'

export type CasesReason = Exclude<
  KeepDetailsRefused | NameTeamRefused | PauseRefused,
  DoorReason | PeopleReason
>

/** A case and its team. */
export const casesProblems: Readonly<Record<CasesReason, Sentence>> = {
  'no-such-case-file': NOT_HERE,
  'not-yours-to-name': {
    status: 403,
    title: 'The lead agency names the team',
    detail: 'Ask the lead person of the agency that leads this case.',
  },
  'not-yours-to-pause': {
    status: 403,
    title: 'The partnership pauses a case',
    detail: 'Ring the business manager or the QA manager. Nothing was changed.',
  },
  'not-yours-to-correct': {
    status: 403,
    title: 'The lead agency puts the details right',
    detail:
      'Ring the lead person of the agency that leads this case, or the partnership. Nothing was changed.',
  },
  'birth-is-to-come': {
    status: 422,
    title: 'The date of birth is still to come',
    detail: 'Correct it, or say that the child is not born yet. Nothing was changed.',
    field: 'born',
  },
  'opening-is-to-come': {
    status: 422,
    title: 'The day on which the case was opened is still to come',
    detail: 'Correct it, or leave it empty. Nothing was changed.',
    field: 'opened',
  },
  'is-paused': {
    status: 409,
    title: 'The case is paused already',
    detail: 'Nothing is sent about it. Nothing more to do.',
  },
  'is-not-paused': {
    status: 409,
    title: 'The case is not paused',
    detail: 'What is owed is prompted as always. Nothing more to do.',
  },
  'lead-person-is-worker': {
    status: 422,
    title: 'A lead person in this case cannot be its allocated worker',
    detail:
      'Nobody looks at their own work. Let a deputy take over as lead person, or name the worker who works with the child.',
    field: 'worker',
  },
  'lead-person-is-manager': {
    status: 422,
    title: 'A lead person in this case cannot be its supervising manager',
    detail:
      'Nobody looks at their own work. Let a deputy take over as lead person, or name the manager who supervises the worker.',
    field: 'manager',
  },
  'worker-is-manager': {
    status: 422,
    title: 'Worker and manager are one person',
    detail: 'Name the manager who supervises the worker.',
    field: 'manager',
  },
}
