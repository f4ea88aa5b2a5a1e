import type { NameTeamRefused } from '#core/cases/name-team.ts'

import type { DoorReason } from './doors.ts'
import type { PeopleReason } from './people.ts'
import { NOT_HERE } from './sentence.ts'
import type { Sentence } from './sentence.ts'

export type CasesReason = Exclude<NameTeamRefused, DoorReason | PeopleReason>

/** A case and its team. */
export const casesProblems: Readonly<Record<CasesReason, Sentence>> = {
  'no-such-case-file': NOT_HERE,
  'not-yours-to-name': {
    status: 403,
    title: 'The lead agency names the team',
    detail: 'Ask the lead person of the agency that leads this case.',
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
