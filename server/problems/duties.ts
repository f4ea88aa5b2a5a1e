import { NOT_HERE } from './sentence.ts'
import type { Sentence } from './sentence.ts'

export type DutiesReason =
  | 'no-such-duty'
  | 'already-answered'
  | 'not-yours-to-answer'
  | 'not-yours-to-chase'
  | 'nothing-to-chase'
  | 'not-undelivered'

/** What is owed, answered and chased, of whatever kind. */
export const dutiesProblems: Readonly<Record<DutiesReason, Sentence>> = {
  'no-such-duty': NOT_HERE,
  'already-answered': { status: 409, title: 'This was answered already', detail: 'Nothing more to do.' },
  'not-yours-to-answer': {
    status: 403,
    title: 'Somebody else answers this',
    detail: 'You can see it, but the answer is owed by another post.',
  },
  'not-yours-to-chase': {
    status: 403,
    title: 'The partnership reminds people',
    detail: 'Ask the business manager to send a reminder.',
  },
  'not-undelivered': {
    status: 409,
    title: 'It is on its way already',
    detail: 'Somebody tried it again meanwhile, or it arrived. Nothing more to do.',
  },
  'nothing-to-chase': {
    status: 409,
    title: 'Nobody has to be reminded',
    detail: 'Everything was answered meanwhile, or its case is paused.',
  },
}
