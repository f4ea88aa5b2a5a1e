import type { InviteRefused } from '#core/returns/invite-contributor.ts'
import type { JudgeRefused } from '#core/returns/judge-part.ts'
import type { AnswerFieldRefused } from '#core/returns/save-answer.ts'
import type { EntryRefused } from '#core/returns/save-entry.ts'
import type { SendOnRefused } from '#core/returns/send-on.ts'
import type { SendRefused } from '#core/returns/send-part.ts'

import type { DoorReason } from './doors.ts'
import { NOT_HERE } from './sentence.ts'
import type { Sentence } from './sentence.ts'

export type ReturnsReason = Exclude<
  AnswerFieldRefused | EntryRefused | InviteRefused | JudgeRefused | SendOnRefused | SendRefused,
  DoorReason
>

/** What agencies write, send and send on. */
export const returnsProblems: Readonly<Record<ReturnsReason, Sentence>> = {
  'no-such-return': NOT_HERE,
  'no-such-collation': NOT_HERE,
  'no-such-entry': {
    status: 404,
    title: 'This entry is no longer there',
    detail: 'Somebody of your agency took it out meanwhile. What you typed is still here.',
  },
  'not-yours-to-write': {
    status: 403,
    title: 'Only the agency writes in its return',
    detail: 'You read what it sends. To have something changed, send it back with a comment.',
  },
  'not-open-yet': {
    status: 409,
    title: 'This is not open yet',
    detail: 'It opens on the day that the page says. Nothing was changed.',
  },
  'nothing-asked': {
    status: 409,
    title: 'Nothing is asked here',
    detail: 'This part is not asked of your agency for this case. Nothing was changed.',
  },
  'was-sent': {
    status: 409,
    title: 'This was sent already',
    detail: 'It can only be read now. To change it, ring the partnership and ask to have it back.',
  },
  'no-such-field': {
    status: 422,
    title: 'There is no such field',
    detail: 'Load the page again: the questions are those of the round. Nothing was changed.',
  },
  'not-an-answer': {
    status: 422,
    title: 'This is not one of the answers',
    detail: 'Choose one of those that are offered. Nothing was changed.',
  },
  'day-is-to-come': {
    status: 422,
    title: 'That day is still to come',
    detail: 'An entry is about something that happened: choose today or an earlier day.',
    field: 'on',
  },
  'not-yours-to-send': {
    status: 403,
    title: 'The lead person sends it',
    detail: 'You can write here. Your agency’s lead person signs and sends.',
  },
  'nothing-written': {
    status: 422,
    title: 'There is no entry yet',
    detail: 'Add an entry, or say that there is nothing to record. Nothing was sent.',
  },
  'not-complete': {
    status: 422,
    title: 'Something is not answered yet',
    detail: 'Answer what the page lists, then send it again. Nothing was sent.',
  },
  'not-yours-to-judge': {
    status: 403,
    title: 'Whoever asked for it decides',
    detail: 'It is accepted or sent back by whoever asked for it. Nothing was changed.',
  },
  'nothing-to-judge': {
    status: 409,
    title: 'There is nothing to accept or send back',
    detail: 'It was not sent yet, or somebody decided already. The page shows how it stands now.',
  },
  'not-yours-to-invite': {
    status: 403,
    title: 'The lead person invites',
    detail: 'Ask your agency’s lead person to invite them. Nothing was changed.',
  },
  'already-invited': {
    status: 422,
    title: 'This person is here already',
    detail: 'They can write in this return: there is nobody to invite again.',
    field: 'mail',
  },
  'not-yours-to-send-on': {
    status: 403,
    title: 'The collator sends these on',
    detail: 'You can see how they stand; the collating agency’s lead person sends them on.',
  },
  'was-sent-on': {
    status: 409,
    title: 'This was sent on already',
    detail: 'The page shows what was sent. Nothing more to do.',
  },
  'inputs-missing': {
    status: 422,
    title: 'An agency has not sent yet',
    detail: 'Wait for it, remind it, or tick that you send on without it: that is shown to the partnership.',
    field: 'anyway',
  },
}
