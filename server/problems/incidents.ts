import type { SettleRefused } from '#core/incidents/settle-incident.ts'
import type { WithdrawRefused } from '#core/incidents/withdraw-access.ts'

import type { DoorReason } from './doors.ts'
import { NOT_HERE } from './sentence.ts'
import type { Sentence } from './sentence.ts'

export type IncidentsReason = Exclude<WithdrawRefused | SettleRefused, DoorReason>

const NO_NAME = 'Write the case’s reference instead: the note is read by people who may not know the child.'

/** What went to the wrong person. */
export const incidentsProblems: Readonly<Record<IncidentsReason, Sentence>> = {
  'not-yours-to-withdraw': {
    status: 403,
    title: 'The partnership withdraws access',
    detail: 'Ring the business manager now: the sooner it is known, the less is opened.',
  },
  'no-such-thing': NOT_HERE,
  'no-such-incident': NOT_HERE,
  'not-open-to-them': {
    status: 409,
    title: 'This is not open to them any more',
    detail: 'Somebody has withdrawn it already, or it has passed to somebody else. Look at the page again.',
  },
  'office-opens-every-case': {
    status: 409,
    title: 'An office of the partnership opens every case',
    detail:
      'An office opens every case. Name somebody else to it first, and record it with the organisation’s own data protection officer.',
  },
  'panel-first': {
    status: 409,
    title: 'The panel has it, too',
    detail: 'Withdraw the release to the panel first, then the one to the QA manager.',
  },
  'happened-names-a-child': {
    status: 422,
    title: 'This would name a child',
    detail: NO_NAME,
    field: 'happened',
  },
  'decided-names-a-child': {
    status: 422,
    title: 'This would name a child',
    detail: NO_NAME,
    field: 'decided',
  },
  'was-settled': {
    status: 409,
    title: 'This was decided already',
    detail: 'The clock has stopped. What was decided stands on the page.',
  },
}
