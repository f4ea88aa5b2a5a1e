import { APP } from './through.ts'

/** Home, however much waits. */
export const HOME = /things? waits? for you|Nothing waits for you/

const CONSENT = 'Case Evaluations may not sign you in yet'
const STEP = 'Your organisation asks for one more step'
const NOT_ALLOWED = 'Your organisation does not let you in here'
const WINDOW = `${APP}/sign-in?for=teams`

type Said = {
  readonly reason: string
  readonly title: string
  /** The button that leads on. */
  readonly press: string
  /** The window that it has Teams open, if any. */
  readonly opens?: string
}

/** Why Teams gives no token, and what the person reads. */
export const SAID_BY_TEAMS: readonly Said[] = [
  { reason: 'resourceRequiresConsent', title: CONSENT, press: 'Allow it for me', opens: WINDOW },
  { reason: 'invalid_grant', title: CONSENT, press: 'Allow it for me', opens: WINDOW },
  { reason: 'AADSTS65001: not consented', title: CONSENT, press: 'Try again' },
  { reason: 'invalid_grant: AADSTS50076: use MFA', title: STEP, press: 'Go on with that step' },
  { reason: 'interaction_required', title: STEP, press: 'Go on with that step' },
  { reason: 'CancelledByUser', title: 'The sign-in was not finished', press: 'Sign in' },
  { reason: 'tokenRevoked', title: 'You are signed out', press: 'Sign in' },
  { reason: 'invalid_grant: AADSTS50132: session ended', title: 'You are signed out', press: 'Sign in' },
  { reason: 'invalid_grant: AADSTS50144: password ran out', title: 'You are signed out', press: 'Sign in' },
  { reason: 'invalid_grant: AADSTS70000: of no use', title: 'You are signed out', press: 'Sign in' },
  { reason: 'invalid_grant: AADSTS50129: device', title: STEP, press: 'Go on with that step' },
  { reason: 'invalid_grant: AADSTS50057: disabled', title: NOT_ALLOWED, press: 'Try again' },
  { reason: 'invalid_grant: AADSTS50105: not assigned', title: NOT_ALLOWED, press: 'Try again' },
  { reason: 'invalid_grant: AADSTS99999: new', title: 'We could not sign you in', press: 'Sign in again' },
  { reason: 'wrong-organisation', title: 'You are signed in with another organisation', press: 'Try again' },
  { reason: 'Network error', title: 'We cannot reach the sign-in service', press: 'Try again' },
  { reason: 'somethingNew', title: 'We could not sign you in', press: 'Sign in again' },
]
