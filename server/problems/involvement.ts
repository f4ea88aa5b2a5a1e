import type { ReceiptRefused } from '#core/involvement/confirm-receipt.ts'
import type { InvolvementRefused } from '#core/involvement/say-involvement.ts'
import type { SelectRefused } from '#core/involvement/select-cases.ts'

import type { DoorReason } from './doors.ts'
import type { DutiesReason } from './duties.ts'
import type { RoundReason } from './round.ts'
import { NOT_HERE } from './sentence.ts'
import type { Sentence } from './sentence.ts'

export type InvolvementReason = Exclude<
  InvolvementRefused | ReceiptRefused | SelectRefused,
  DoorReason | DutiesReason | RoundReason
>

/** The agencies' answers to the long list, and the choice of cases. */
export const involvementProblems: Readonly<Record<InvolvementReason, Sentence>> = {
  'no-such-reply': NOT_HERE,
  'receipt-comes-first': {
    status: 409,
    title: 'First say that the list arrived',
    detail: 'Confirm that the long list reached you, and nobody else. Then the cases are shown.',
  },
  'cases-are-chosen': {
    status: 409,
    title: 'The cases were chosen',
    detail: 'Nothing can be changed here any more. If something is wrong, ring the partnership.',
  },
  'not-all-answered': {
    status: 422,
    title: 'Not every case has an answer',
    detail: 'Choose an answer for each case. What you chose so far is still here.',
    field: 'answers',
  },
  'not-on-the-list': {
    status: 422,
    title: 'The list is another one now',
    detail: 'A case is not on the long list, or is there twice. Load the page again.',
  },
  'not-yours-to-select': {
    status: 403,
    title: 'The partnership chooses the cases',
    detail: 'The business manager and the QA manager choose, from what all agencies answered.',
  },
  'list-was-not-sent': {
    status: 409,
    title: 'The long list was not sent yet',
    detail: 'Send the long list first. The agencies say which cases they know, then cases are chosen.',
  },
  'lead-agency-does-not-know': {
    status: 422,
    title: 'A lead agency does not know its case',
    detail: 'Choose for each case a lead agency that answered "known".',
    field: 'cases',
  },
  'reason-for-unanswered': {
    status: 422,
    title: 'Not every agency has answered',
    detail: 'Wait for the answers, or say why the cases are chosen without them.',
    field: 'reason',
  },
  'reason-for-number': {
    status: 422,
    title: 'The number of cases needs a reason',
    detail: 'This is not the number that the method asks for. Choose others, or say why.',
    field: 'reason',
  },
  'reason-for-thresholds': {
    status: 422,
    title: 'The thresholds need a reason',
    detail: 'A threshold that the method asks for has no case. Choose others, or say why.',
    field: 'reason',
  },
  'reason-for-other-than-the-aid': {
    status: 422,
    title: 'This choice needs a reason',
    detail: 'Other cases are known to more agencies. Choose these, or say why you chose as you did.',
    field: 'reason',
  },
}
