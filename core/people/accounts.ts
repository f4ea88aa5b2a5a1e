import { addDays } from '../calendar/day.ts'
import { dayOf, momentAt } from '../calendar/moment.ts'
import type { Moment } from '../calendar/moment.ts'
import type { AgencyId, PersonId } from '../ids.ts'
import type { Guest } from './guests.ts'
import type { Account } from './sign-in.ts'

/** How somebody who is known here comes in. */
export type Access = {
  readonly person: PersonId
  readonly name: string
  /** Where a mail reaches them; null when nobody has said it. */
  readonly mail: string | null
  /** When a mail with an invitation was last given to the road, in real time; null when none can have left. */
  readonly mailedAt: Moment | null
  /** The hash of the invitation that stands, used or not; null when nobody made one. */
  readonly invitation: string | null
  /** Whether an account is theirs; without one they are known by mail alone. */
  readonly isBound: boolean
  readonly guest: Guest | null
  /** Holds an office of the partnership, today or later. */
  readonly isInOffice: boolean
  /** Was ever named to an office, as holder or as deputy, for however short a time. */
  readonly wasInOffice: boolean
  /** The agencies of the posts that they hold today or later. */
  readonly agencies: readonly AgencyId[]
}

/** Every call sees one transaction, as the person who acts. */
export interface AccessReads {
  of(person: PersonId): Promise<Access | undefined>
  personWith(account: Account): Promise<PersonId | undefined>
  isAgency(id: AgencyId): Promise<boolean>
  guests(people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, Guest>>
}

/** For how long an invitation is good, in days. */
const INVITATION_DAYS = 14

/**
 * The last moment of an invitation that is made then. People are told its day, so it is good until that day ends in
 * England, at whatever hour it was made.
 */
export function invitationUntil(madeAt: Moment): Moment {
  return momentAt(addDays(dayOf(madeAt), INVITATION_DAYS), '23:59:59.999')
}

/** Nobody gets two mails with invitations in that time. */
export const MINUTES_BETWEEN_MAILS = 1

/** An invitation as it stands for whoever shows its code. */
export type Invitation = {
  readonly person: PersonId
  readonly agency: AgencyId | null
  readonly until: Moment
  readonly isUsed: boolean
  /** The person has an account meanwhile. */
  readonly isBound: boolean
}
