import type { NotIndependent } from '#core/cases/independence.ts'
import type { NotSearched } from '#core/people/directory.ts'
import type { EndRefused } from '#core/people/end-holding.ts'
import type { FillRefused } from '#core/people/fill-post.ts'
import type { NameInFirstRunRefused } from '#core/people/first-run/name-person.ts'
import type { FirstRunRefused } from '#core/people/first-run/set-up.ts'
import type { HandOverRefused } from '#core/people/hand-over.ts'
import type { JoinRefused } from '#core/people/join.ts'
import type { AttestGuestRefused, InviteToJoinRefused, SetAccountRefused } from '#core/people/let-in.ts'
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
  | Exclude<FirstRunRefused | NameInFirstRunRefused, DoorReason>
  | 'steps-are-missing'
  | 'agency-is-in-use'
  | NotSearched
  | 'no-directory'
  | 'guest-not-invited'
  | 'guest-needs-agency'
  | 'no-mail-address'
  | JoinRefused
  | InviteToJoinRefused
  | SetAccountRefused
  | AttestGuestRefused
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
  'not-yours-to-set-up-partnership': {
    status: 403,
    title: 'This is not yours to set up',
    detail:
      'The business manager sets the partnership up, and names the offices until it is ready. Nothing was changed.',
  },
  'partnership-is-ready': {
    status: 409,
    title: 'The partnership is set up already',
    detail: 'From then on people are named on the page People. Nothing was changed.',
  },
  'no-such-office': {
    status: 422,
    title: 'This is not an office that can be filled here',
    detail: 'Choose an office or an agency from the list. Nothing was changed.',
  },
  'steps-are-missing': {
    status: 409,
    title: 'Some steps are still to do',
    detail: 'The page marks them. Everything that was said so far is kept.',
  },
  'agency-is-in-use': {
    status: 409,
    title: 'This agency stays',
    detail: 'Somebody holds a post of it, or was invited for it. Nothing was changed.',
  },
  'no-such-seat': NOT_HERE,
  'no-directory': NOT_HERE,
  'guest-not-invited': {
    status: 503,
    title: 'They could not be made a guest',
    detail:
      'Your organisation’s directory did not take it. Try again in a moment; if it stays so, ask an administrator to invite them.',
  },
  'guest-needs-agency': {
    status: 422,
    title: 'This account is a guest of your organisation',
    detail:
      'Say for which agency they work. Whoever holds an office of the partnership, or posts of two agencies, can have no guest’s account.',
    field: 'agency',
  },
  'no-mail-address': {
    status: 409,
    title: 'Nobody has said their mail address',
    detail: 'No mail can be sent to them. Nothing was changed.',
  },
  'invited-just-now': {
    status: 409,
    title: 'A mail with an invitation went out a moment ago',
    detail: 'Its link is good. Nothing was changed: you can send another one in a minute.',
  },
  'directory-not-reachable': {
    status: 503,
    title: 'The directory did not answer',
    detail: 'Nothing was changed. Search again in a moment, or send an invitation instead.',
  },
  'directory-not-allowed': {
    status: 403,
    title: 'The directory may not be searched yet',
    detail:
      'An administrator of your organisation has to agree that you search it from here. Until then, send an invitation instead.',
  },
  'directory-needs-sign-in': {
    status: 403,
    title: 'Your organisation asks for one more step',
    detail: 'Sign in once more, then search again; or send an invitation instead. Nothing was changed.',
  },
  'no-such-person-here': NOT_HERE,
  'bound-already': {
    status: 409,
    title: 'This person has an account here',
    detail: 'They sign in with it. Nothing was changed.',
  },
  'guest-in-office': {
    status: 409,
    title: 'This person holds an office of the partnership',
    detail: 'Nobody from outside holds one. Name somebody else to the office first, under People.',
    field: 'agency',
  },
  'guest-holds-elsewhere': {
    status: 409,
    title: 'This person holds a post of another agency',
    detail: 'A guest works for one agency. End the other holding first, or choose that agency.',
    field: 'agency',
  },
  'account-is-anothers': {
    status: 409,
    title: 'Somebody else here has this account',
    detail: 'One account is one person. Choose another account, or give the posts to that person.',
    field: 'aadId',
  },
  'not-yours-to-bind': {
    status: 403,
    title: 'An administrator changes this account',
    detail:
      'This person holds an office of the partnership, or was named to one before, and has an account. Nothing was changed.',
  },
  'is-no-guest': {
    status: 409,
    title: 'This person is no guest',
    detail: 'Nobody has to confirm them. Nothing was changed.',
  },
  'no-such-invitation': {
    status: 404,
    title: 'There is no such invitation',
    detail: 'The link may not be whole, or a newer one was made. Ask the partnership to send it again.',
  },
  'invitation-used': {
    status: 409,
    title: 'This invitation was used',
    detail: 'It is good once. If it was not you, tell the partnership at once.',
  },
  'invitation-too-old': {
    status: 409,
    title: 'This invitation is too old',
    detail: 'It was good for 14 days. Ask the partnership for a new one.',
  },
  'known-already': {
    status: 409,
    title: 'You are here already',
    detail: 'This account belongs to somebody here: open the start page.',
  },
  'guest-without-agency': {
    status: 409,
    title: 'This invitation does not say for whom you work',
    detail: 'You are a guest in this organisation. Ask the partnership for an invitation for your agency.',
  },
  'invitation-fits-no-more': {
    status: 409,
    title: 'This invitation fits no more',
    detail:
      'It makes you a guest of one agency, and you were named for another one meanwhile. Nothing was changed: ask the partnership for a new invitation.',
  },
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
      'The partnership says who holds each post, its own offices with them. A lead person names who works for their agency in a case, and their own deputy.',
  },
  'not-for-yourself': {
    status: 403,
    title: 'Nobody names themselves to an office',
    detail: 'Somebody else of the partnership names you. Nothing was changed.',
  },
  'office-needs-holder': {
    status: 409,
    title: 'An office is never left without a holder',
    detail: 'Name who holds it from that day instead. Nothing was changed.',
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
    detail: 'This person holds the post on that day or later. Choose somebody else as deputy.',
    field: 'who',
  },
  'office-needs-own-successor': {
    status: 422,
    title: 'An office does not go with the rest',
    detail: 'Say for each office of the partnership who follows. Nothing was changed.',
  },
  'nobody-holds-it': {
    status: 409,
    title: 'There is nobody whose time could end',
    detail: 'Nobody holds this on that day or later. Nothing was changed.',
  },
  'holds-nothing': {
    status: 409,
    title: 'There is nothing to hand over',
    detail: 'This person holds no post on that day or later.',
  },
  'successor-leaves': {
    status: 422,
    title: 'This is the person who leaves',
    detail: 'Choose somebody else as successor.',
    field: 'to',
  },
}
