import type {
  AnswerEscalationDutyRefused,
  AnswerEscalationRefused,
} from '#core/escalation/answer-escalation.ts'
import type { EditSettingsRefused } from '#core/escalation/edit-settings.ts'
import type { RaiseEscalationRefused } from '#core/escalation/raise-escalation.ts'
import { IN_DANGER } from '#core/escalation/words.ts'

import type { DoorReason } from './doors.ts'
import type { DutiesReason } from './duties.ts'
import { NOT_HERE } from './sentence.ts'
import type { Sentence } from './sentence.ts'

export type EscalationReason = Exclude<
  AnswerEscalationDutyRefused | AnswerEscalationRefused | EditSettingsRefused | RaiseEscalationRefused,
  DoorReason | DutiesReason
>

/** Escalations. */
export const escalationProblems: Readonly<Record<EscalationReason, Sentence>> = {
  'no-such-escalation': NOT_HERE,
  'child-in-danger': {
    status: 409,
    ...IN_DANGER,
    field: 'danger',
  },
  'may-not-raise': {
    status: 403,
    title: 'You hold no post here',
    detail:
      'Only somebody who holds a post can raise a concern here. Ring the partnership: it can raise it with you. If a child is in danger now, ring 999.',
  },
  'not-your-post': {
    status: 422,
    title: 'That is not your post',
    detail: 'Choose one of your own posts. What you wrote is kept.',
    field: 'raiser',
  },
  'cannot-be-asked': {
    status: 422,
    title: 'Nobody can be asked there',
    detail: 'Nobody holds that post today. Choose another. What you wrote is kept.',
    field: 'addressee',
  },
  'asks-the-raiser': {
    status: 422,
    title: 'Choose somebody else',
    detail: 'That is your own post, or that of whoever raised the concern. What you wrote is kept.',
    field: 'addressee',
  },
  'same-addressee': {
    status: 422,
    title: 'That is who was asked before',
    detail: 'The next stage asks somebody else. What you wrote is kept.',
    field: 'addressee',
  },
  'no-such-ladder': {
    status: 422,
    title: 'That procedure is not known',
    detail: 'Choose one of the procedures. What you wrote is kept.',
    field: 'ladder',
  },
  'not-yours-to-set': {
    status: 403,
    title: 'The business manager fills this in',
    detail: 'Ring the partnership if a time or a telephone number is not right.',
  },
  'no-such-stage': {
    status: 422,
    title: 'That stage cannot be opened',
    detail:
      'A stage that is over is not opened again. Choose the next one or a later one. What you wrote is kept.',
    field: 'rung',
  },
  'skip-needs-reason': {
    status: 422,
    title: 'Say why stages are skipped',
    detail: 'The stages between stand in the register as skipped, with the reason. What you wrote is kept.',
    field: 'skipBecause',
  },
  'waits-for-nothing': {
    status: 409,
    title: 'It waits for no meeting',
    detail: 'Look at how it stands now.',
  },
  'ladder-not-filled': {
    status: 409,
    title: 'The times of that procedure are not filled in',
    detail: 'Nobody would know when an answer is late. Choose another procedure. What you wrote is kept.',
    field: 'ladder',
  },
  'office-is-vacant': {
    status: 409,
    title: 'The partnership has no business manager or QA manager',
    detail: 'Every escalation concerns them. Ring the partnership. What you wrote is kept.',
  },
  'no-interim': {
    status: 422,
    title: 'The interim safety arrangement is missing',
    detail: 'Say how the child is kept safe until this is settled. What you wrote is kept.',
    field: 'interimSafety',
  },
  'stage-day-needed': {
    status: 422,
    title: 'This stage needs a day',
    detail: 'The procedure names none: give the day by which an answer is owed. What you wrote is kept.',
    field: 'due',
  },
  'stage-day-past': {
    status: 422,
    title: 'That day has passed',
    detail: 'Give today or a later day, or leave it out. What you wrote is kept.',
    field: 'due',
  },
  'later-than-ladder': {
    status: 422,
    title: 'That is later than the procedure allows',
    detail: 'An answer can be asked for earlier, never later. Leave the day out. What you wrote is kept.',
    field: 'due',
  },
  'promise-day-past': {
    status: 422,
    title: 'That day has passed',
    detail: 'Promise it for today or a later day. What you wrote is kept.',
    field: 'by',
  },
  'nothing-promised': {
    status: 409,
    title: 'Nothing is promised at this stage',
    detail: 'Look at how it stands now. What you wrote is kept.',
  },
  'promise-not-due': {
    status: 409,
    title: 'The day of the promise is still to come',
    detail: 'If the child cannot wait, take it to the next stage now. What you wrote is kept.',
  },
  'not-resolved-yet': {
    status: 409,
    title: 'It is not settled yet',
    detail: 'Feedback is given once whoever raised it says that it happened. What you wrote is kept.',
  },
}
