import type { NotIndependent } from '#core/cases/independence.ts'
import type { EndRefused } from '#core/people/end-holding.ts'
import type { FillRefused } from '#core/people/fill-post.ts'
import type { HandOverRefused } from '#core/people/hand-over.ts'
import type { MakeRepresentativeRefused } from '#core/people/make-representative.ts'
import type { RecordTalkRefused } from '#core/people/supervision/record-talk.ts'

import type { DoorReason } from './doors.ts'
import { NOT_HERE } from './sentence.ts'
import type { Sentence } from './sentence.ts'

export type PeopleReason =
  | 'no-such-person'
  | 'not-yours-to-choose'
  | Exclude<EndRefused | FillRefused | HandOverRefused, DoorReason | NotIndependent>
  | MakeRepresentativeRefused
  | RecordTalkRefused

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
  'no-such-worker': NOT_HERE,
  'not-yours-to-talk': {
    status: 403,
    title: 'The supervising manager says so',
    detail: 'Whoever supervises this worker records that you talked. Nothing was kept.',
  },
  'talk-is-to-come': {
    status: 422,
    title: 'This day is still to come',
    detail: 'Give the day on which you talked: today or before.',
    field: 'on',
  },
  'agreed-names-a-child': {
    status: 422,
    title: 'This names a child',
    detail: 'Use the reference, such as N-08: take out the name, initials or date of birth.',
    field: 'agreed',
  },
  'not-yours-to-represent': {
    status: 403,
    title: 'The partnership says so',
    detail: 'Ask the business manager who answers for an agency.',
  },
  'agency-not-known': {
    status: 422,
    title: 'There is no such agency',
    detail: 'Choose an agency from the list.',
    field: 'agency',
  },
  'is-represented': {
    status: 409,
    title: 'This agency has such a post',
    detail: 'Find it under People and name who holds it. Nothing was changed.',
  },
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
