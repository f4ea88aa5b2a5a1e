import type { RunRefused } from '#store/run.ts'

import { NOT_HERE } from './sentence.ts'
import type { Sentence } from './sentence.ts'

export type DoorReason =
  | RunRefused
  | 'not-signed-in'
  | 'bad-input'
  | 'too-large'
  | 'no-idempotency-key'
  | 'no-such-page'
  | 'fault'
  | 'database-away'

/** What the doors themselves say no to, and every change that somebody overtook. */
export const doorProblems: Readonly<Record<DoorReason, Sentence>> = {
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
