import type { AnswerDutyRefused } from '#core/actions/answer-duty.ts'
import type { ChaseRefused } from '#core/actions/chase-actions.ts'
import type { RecordRefused } from '#core/actions/record-action.ts'
import type { RunRefused } from '#store/run.ts'

/** Every expected "no" of the doors: what to say, and the field that it is about. */
export type Reason =
  | AnswerDutyRefused
  | ChaseRefused
  | RecordRefused
  | RunRefused
  | 'no-such-action'
  | 'not-signed-in'
  | 'bad-input'
  | 'too-large'
  | 'no-idempotency-key'
  | 'no-such-page'
  | 'fault'

type Sentence = {
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly field?: string
}

const NOT_HERE = {
  status: 404,
  title: 'This is not here for you',
  detail:
    'This link is not for you, or it is no longer there. If you think it should be, ring the partnership.',
} as const

/** problem+json for people: what happened, that nothing was lost, what to do. Exhaustive by type. */
export const PROBLEMS: Readonly<Record<Reason, Sentence>> = {
  'no-such-action': NOT_HERE,
  'no-such-duty': NOT_HERE,
  'no-such-page': { ...NOT_HERE, title: 'There is no such page' },
  'unknown-person': {
    status: 401,
    title: 'We do not know you here',
    detail: 'Sign in again, or ring the partnership.',
  },
  'not-signed-in': {
    status: 401,
    title: 'Please sign in',
    detail: 'You are not signed in, or it was too long ago.',
  },
  'bad-input': {
    status: 422,
    title: 'Something is missing or not right',
    detail: 'Look at the fields that are marked. Nothing was lost.',
  },
  'too-large': {
    status: 413,
    title: 'That is too much at once',
    detail: 'Shorten what you typed, or send it in parts. Nothing was changed.',
  },
  'no-idempotency-key': {
    status: 400,
    title: 'The request has no key',
    detail: 'Send an Idempotency-Key of 8 to 200 characters with every change.',
  },
  'key-was-used': {
    status: 422,
    title: 'This was sent before with other words',
    detail: 'Load the page again and send it once more. Nothing was changed.',
  },
  'changed-meanwhile': {
    status: 412,
    title: 'Somebody changed this meanwhile',
    detail: 'Look at what is new. What you typed is still here; send it again if it still holds.',
  },
  'already-answered': { status: 409, title: 'This was answered already', detail: 'Nothing more to do.' },
  'not-yours-to-answer': {
    status: 403,
    title: 'Somebody else answers this',
    detail: 'You can see it, but the answer is owed by another post.',
  },
  'day-is-past': {
    status: 422,
    title: 'That day has passed',
    detail: 'Choose today or a later day.',
    field: 'due',
  },
  'day-is-not-later': {
    status: 422,
    title: 'That is not a later day',
    detail: 'Choose a day after the one that the action has now.',
    field: 'until',
  },
  'not-yours-to-record': {
    status: 403,
    title: 'The QA manager records actions',
    detail: 'Ask the QA manager of the partnership to record it.',
  },
  'no-such-case': {
    status: 422,
    title: 'There is no such case',
    detail: 'Choose a case from the list.',
    field: 'case',
  },
  'no-such-post': {
    status: 422,
    title: 'There is no such post',
    detail: 'Choose a post from the list.',
    field: 'owner',
  },
  'same-agency': {
    status: 422,
    title: 'Owner and raiser are of one agency',
    detail: 'Choose a raiser from another agency: nobody confirms their own work.',
    field: 'raiser',
  },
  'names-the-child': {
    status: 422,
    title: 'This names the child',
    detail: 'The text goes onto cards and mails. Take out the name, initials or date of birth.',
    field: 'what',
  },
  'not-yours-to-chase': {
    status: 403,
    title: 'The partnership reminds people',
    detail: 'Ask the business manager to send a reminder.',
  },
  'nothing-to-chase': {
    status: 409,
    title: 'Nobody has to be reminded',
    detail: 'Everything was answered meanwhile.',
  },
  fault: {
    status: 500,
    title: 'Something went wrong here',
    detail:
      'Nothing was lost. Try again in a minute; if it happens again, ring the partnership with this number.',
  },
}

export type Problem = {
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly reference: string
  readonly fields?: Readonly<Record<string, string>>
}

/** The body of a "no". */
export function problem(
  reason: Reason,
  reference: string,
  fields?: Readonly<Record<string, string>>,
): Problem {
  const { field, ...sentence } = PROBLEMS[reason]
  const marked = fields ?? (field === undefined ? undefined : { [field]: sentence.detail })
  return { ...sentence, reference, ...(marked && { fields: marked }) }
}
