import type { NotIndependent } from '#core/cases/independence.ts'
import type { EndRefused } from '#core/people/end-holding.ts'
import type { FillRefused } from '#core/people/fill-post.ts'
import type { HandOverRefused } from '#core/people/hand-over.ts'

import type { DoorReason } from './doors.ts'
import { NOT_HERE } from './sentence.ts'
import type { Sentence } from './sentence.ts'

export type PeopleReason =
  | 'no-such-person'
  | 'not-yours-to-choose'
  | Exclude<EndRefused | FillRefused | HandOverRefused, DoorReason | NotIndependent>

/** People and posts to choose from, and who holds what. */
export const peopleProblems: Readonly<Record<PeopleReason, Sentence>> = {
  'no-such-person': {
    status: 422,
    title: 'There is no such person',
    detail: 'Choose a person from the list, or give a name and a mail address.',
  },
  'not-yours-to-choose': {
    status: 403,
    title: 'This list is for those who name people',
    detail: 'Lead persons and the partnership choose people from it.',
  },
  'no-such-seat': NOT_HERE,
  'not-yours-to-fill': {
    status: 403,
    title: 'Somebody else says who holds this post',
    detail:
      'The partnership fills posts of agencies; an administrator fills the partnership’s own. A lead person names who works for their agency in a case, and their own deputy.',
  },
  'not-yours-to-hand-over': {
    status: 403,
    title: 'The partnership hands over',
    detail: 'Ask the business manager to give what somebody leaves to a successor.',
  },
  'day-has-passed': {
    status: 422,
    title: 'This day has passed',
    detail: 'Who held a post until today stays as it was. Give today or a later day.',
    field: 'from',
  },
  'holds-it-already': {
    status: 409,
    title: 'This person holds it already',
    detail: 'Nothing was changed.',
    field: 'who',
  },
  'holder-is-no-deputy': {
    status: 422,
    title: 'Nobody deputises for themselves',
    detail: 'This person holds the post. Choose somebody else as deputy.',
    field: 'who',
  },
  'nobody-holds-it': {
    status: 409,
    title: 'There is nobody whose time could end',
    detail: 'Nobody holds this on that day or later. Nothing was changed.',
  },
  'holds-nothing': {
    status: 409,
    title: 'There is nothing to hand over',
    detail: 'This person holds no post on that day or later that could be handed over here.',
  },
  'successor-leaves': {
    status: 422,
    title: 'This is the person who leaves',
    detail: 'Choose somebody else as successor.',
    field: 'to',
  },
}
