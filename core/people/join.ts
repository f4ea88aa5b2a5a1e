import type { Moment } from '../calendar/moment.ts'
import type { PersonId } from '../ids.ts'
import { ok, refused } from '../result.ts'
import type { Result } from '../result.ts'
import type { Invitation } from './accounts.ts'
import type { Newcomer } from './sign-in.ts'

export type JoinRefused =
  | 'no-such-invitation'
  | 'invitation-used'
  | 'invitation-too-old'
  | 'known-already'
  | 'guest-without-agency'
  /** They would be a guest of one agency, and hold a post of another by now: the database knows. */
  | 'invitation-fits-no-more'

/**
 * Whoever shows the code of a good invitation, signed in with an account that is nobody's here, is that person from
 * now on. A guest of the tenant needs an invitation that says of which agency.
 *
 * @param now the real time: an invitation does not wait for the story's clock.
 */
export function join(
  invitation: Invitation | undefined,
  newcomer: Newcomer,
  knownAs: PersonId | undefined,
  now: Moment,
): Result<Invitation, JoinRefused> {
  if (!invitation) return refused('no-such-invitation')
  if (knownAs !== undefined) return refused('known-already')
  if (invitation.isUsed || invitation.isBound) return refused('invitation-used')
  if (invitation.until <= now) return refused('invitation-too-old')
  if (newcomer.isGuest && invitation.agency === null) return refused('guest-without-agency')
  return ok(invitation)
}
