import type { Why } from './trouble.ts'

type Words = { readonly title: string; readonly says: string }

/** What happened and what to do, in a sentence or two. */
export const WORDS: Readonly<Record<Why, Words>> = {
  'consent-missing': {
    title: 'Case Evaluations may not sign you in yet',
    says: 'Your organisation has to allow it once. You may be able to do that for yourself; if not, its Microsoft 365 administrator can, with the link below.',
  },
  'step-required': {
    title: 'Your organisation asks for one more step',
    says: 'It wants to be sure that it is you, for example with your phone.',
  },
  cancelled: {
    title: 'The sign-in was not finished',
    says: 'The window was closed or did not open. Start it again.',
  },
  'signed-out': {
    title: 'You are signed out',
    says: 'It was too long ago, or you signed out elsewhere. Sign in to go on.',
  },
  'token-refused': {
    title: 'We could not sign you in',
    says: 'Try once more. If it happens again, ring the partnership.',
  },
  'not-allowed': {
    title: 'Your organisation does not let you in here',
    says: 'Your account is switched off, or was not given Case Evaluations. Ask your organisation’s IT, and quote the number below.',
  },
  'wrong-organisation': {
    title: 'You are signed in with another organisation',
    says: 'Case Evaluations belongs to the partnership’s organisation, and you are in your own.',
  },
  'unknown-person': {
    title: 'We do not know you here',
    says: 'Your sign-in works, but nobody here has this account. Ask the partnership for an invitation.',
  },
  'access-ended': {
    title: 'Your access has ended',
    says: 'Ask the partnership to confirm that you still work on this. Nothing of yours was lost.',
  },
  anonymous: {
    title: 'You joined this meeting without signing in',
    says: 'What the panel works with is shown to people who are signed in. You can stay in the meeting; to see it here, join again with your work account.',
  },
  'teams-silent': {
    title: 'Teams does not answer',
    says: 'The page is there, but Teams has not said who you are. Open it in the browser, or close this tab of Teams and open it again.',
  },
  'not-reachable': {
    title: 'We cannot reach the sign-in service',
    says: 'Check the connection and try again.',
  },
}
