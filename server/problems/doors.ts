import type { SignInRefused } from '#core/people/sign-in.ts'
import type { RunRefused } from '#store/run.ts'

import { NOT_HERE } from './sentence.ts'
import type { Sentence } from './sentence.ts'

export type DoorReason =
  | RunRefused
  | SignInRefused
  | 'bad-input'
  | 'too-large'
  | 'no-idempotency-key'
  | 'no-such-page'
  | 'fault'
  | 'database-away'
  | 'sign-in-away'

/** What the doors themselves say no to, and every change that somebody overtook. */
export const doorProblems: Readonly<Record<DoorReason, Sentence>> = {
  'no-such-page': { ...NOT_HERE, title: 'There is no such page' },
  'unknown-person': {
    status: 403,
    title: 'We do not know you here',
    detail:
      'Your sign-in works, but nobody here has this account. If you got an invitation, open its link; if not, ask the partnership for one.',
  },
  'wrong-organisation': {
    status: 403,
    title: 'You are signed in with another organisation',
    detail:
      'Sign out, and sign in with the account that the partnership invited, or switch to its organisation in Teams.',
  },
  'access-ended': {
    status: 403,
    title: 'Your access has ended',
    detail:
      'Guests are confirmed every 90 days. Ask the partnership to confirm that you still work on this; nothing of yours was lost.',
  },
  'token-refused': {
    status: 401,
    title: 'Please sign in again',
    detail: 'Your sign-in has run out or is not for this product. Sign in again; nothing was lost.',
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
  'guest-of-another-agency': {
    status: 409,
    title: 'This person is a guest of another agency',
    detail:
      'A guest holds posts of their own agency alone, and no office of the partnership. Name somebody else. Nothing was changed.',
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
  'sign-in-away': {
    status: 503,
    title: 'We cannot check your sign-in for a moment',
    detail:
      'Microsoft’s sign-in service does not answer us. Nothing was changed. Try again in a minute; what you typed is still here.',
  },
  'database-away': {
    status: 503,
    title: 'We cannot reach our records for a moment',
    detail: 'Nothing was changed. Try again in a few seconds; what you typed is still here.',
  },
  fault: {
    status: 500,
    title: 'Something went wrong here',
    detail:
      'Nothing was lost. Try again in a minute; if it happens again, ring the partnership with this number.',
  },
}
