import { addDays } from '../calendar/day.ts'
import { addMinutes } from '../calendar/moment.ts'
import type { Moment } from '../calendar/moment.ts'
import type { AgencyId, PersonId } from '../ids.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { Result } from '../result.ts'
import type { Write } from '../writes.ts'
import type { Attest, SetAccount } from './access/commands.ts'
import { MINUTES_BETWEEN_MAILS } from './accounts.ts'
import type { Access } from './accounts.ts'
import { guestUntil } from './guests.ts'
import type { Mailed } from './invitation-mail.ts'
import { may } from './may.ts'

type GuestRefused = 'agency-not-known' | 'guest-in-office' | 'guest-holds-elsewhere'

export type InviteToJoinRefused =
  | 'no-such-person-here'
  | 'bound-already'
  | 'no-mail-address'
  | 'invited-just-now'
  | GuestRefused
type Invite = {
  readonly person: PersonId
  readonly agency: AgencyId | null
  /** Whether its link goes out by mail, once this is kept; else it is shown to be copied. */
  readonly byMail: boolean
  /** What is kept of the code: nobody can tell it from this. */
  readonly hash: string
  /** In real time. */
  readonly madeAt: Moment
  readonly until: Moment
}

/**
 * Somebody who is known by mail alone gets a link by which their account becomes theirs here. Until it is known what
 * came of its mail, that is in doubt: a process may end before it says so.
 */
export async function inviteToJoin(
  deps: Deps,
  said: Invite,
): Outcome<{ readonly until: Moment; readonly hash: string }, InviteToJoinRefused> {
  const access = await accessFor(deps, said.person)
  if (!access) return refused('no-such-person-here')
  if (access.isBound) return refused('bound-already')
  if (said.byMail) {
    if (access.mail === null) return refused('no-mail-address')
    const last = access.mailedAt
    if (last !== null && last > addMinutes(said.madeAt, -MINUTES_BETWEEN_MAILS))
      return refused('invited-just-now')
  }
  const fits = await fitsAgency(deps, access, said.agency)
  if (!fits.ok) return fits
  return ok({
    value: { until: said.until, hash: said.hash },
    writes: [{ kind: 'invitation', ...said }],
    changes: [],
    happened: [{ kind: 'let-in', person: said.person, what: 'invited' }],
  })
}

const ON_RECORD = {
  sent: 'invitation-sent',
  'not-sent': 'invitation-not-sent',
  'in-doubt': 'invitation-in-doubt',
} as const

/**
 * What came of the mail with an invitation, as far as the road knows: on the record in any case, and beside the
 * invitation while that `stands`. The link in the mail of one that was replaced meanwhile is good no more.
 */
export async function noteMailed(
  deps: Deps,
  said: { readonly person: PersonId; readonly hash: string; readonly came: Mailed },
): Outcome<{ readonly stands: boolean }, 'no-such-person-here'> {
  const access = await accessFor(deps, said.person)
  if (!access) return refused('no-such-person-here')
  const stands = access.invitation === said.hash
  return ok({
    value: { stands },
    writes: stands ? [{ kind: 'invitation-mailed', ...said }] : [],
    changes: [],
    happened: [{ kind: 'let-in', person: said.person, what: ON_RECORD[said.came] }],
  })
}

export type SetAccountRefused =
  | 'no-such-person-here'
  | 'account-is-anothers'
  | 'not-yours-to-bind'
  | GuestRefused

/**
 * The partnership says which account of the directory somebody has, and of which agency they are a guest: without one
 * they are none any more. Whoever was ever named to an office and has an account
 * keeps it: who has been in one may be named to it again, so another account for them is an administrator's to set.
 */
export async function setAccount(
  deps: Deps,
  { person, agency, ...account }: SetAccount & { readonly person: PersonId },
): Outcome<{ readonly person: PersonId }, SetAccountRefused> {
  const access = await accessFor(deps, person)
  if (!access) return refused('no-such-person-here')
  const whose = await deps.reads.access.personWith(account)
  if (whose !== undefined && whose !== person) return refused('account-is-anothers')
  if (access.wasInOffice && access.isBound) return refused('not-yours-to-bind')
  const fits = await fitsAgency(deps, access, agency)
  if (!fits.ok) return fits
  const isNone = agency === null && access.guest !== null
  const guest: readonly Write[] =
    agency !== null
      ? [{ kind: 'guest-access', person, agency, until: guestUntil(deps.today) }]
      : isNone
        ? [{ kind: 'no-guest', person }]
        : []
  return ok({
    value: { person },
    writes: [{ kind: 'account', person, account }, ...guest],
    changes: [],
    happened: [
      { kind: 'let-in', person, what: 'account-set', account },
      ...(isNone ? [{ kind: 'let-in', person, what: 'no-guest' } as const] : []),
    ],
  })
}

export type AttestGuestRefused = 'no-such-person-here' | 'is-no-guest'

/**
 * The partnership says that a guest still works on this, for 90 more days; that they do not, from now on; or that they
 * are no guest any more. Whom the tenant has as a guest is let in as a guest alone, whatever is said here.
 */
export async function attestGuest(
  deps: Deps,
  { person, stays, isGuest = true }: Attest & { readonly person: PersonId },
): Outcome<{ readonly until: string | null }, AttestGuestRefused> {
  const access = await accessFor(deps, person)
  if (!access) return refused('no-such-person-here')
  if (!access.guest) return refused('is-no-guest')
  if (!isGuest)
    return ok({
      value: { until: null },
      writes: [{ kind: 'no-guest', person }],
      changes: [],
      happened: [{ kind: 'let-in', person, what: 'no-guest' }],
    })
  const until = stays ? guestUntil(deps.today) : addDays(deps.today, -1)
  return ok({
    value: { until },
    writes: [{ kind: 'guest-access', person, agency: access.guest.agency, until }],
    changes: [],
    happened: [{ kind: 'let-in', person, what: stays ? 'guest-confirmed' : 'guest-ended' }],
  })
}

export type PlanGuestRefused = 'no-such-person-here' | 'bound-already' | GuestRefused

/**
 * Whether somebody may be made a guest of the organisation, for an agency. Changes nothing: the directory is asked
 * between this and `setAccount`, outside a transaction.
 */
export async function planGuest(
  deps: Deps,
  { person, agency }: { readonly person: PersonId; readonly agency: AgencyId },
): Outcome<{ readonly name: string }, PlanGuestRefused> {
  const access = await accessFor(deps, person)
  if (!access) return refused('no-such-person-here')
  if (access.isBound) return refused('bound-already')
  const fits = await fitsAgency(deps, access, agency)
  if (!fits.ok) return fits
  return ok({ value: { name: access.name }, changes: [], happened: [] })
}

/** To everyone but the partnership nobody is there. */
async function accessFor({ actor, reads }: Deps, person: PersonId): Promise<Access | undefined> {
  return may.letIn(actor) ? reads.access.of(person) : undefined
}

/** A guest of an agency holds nothing of another one, and no office. */
async function fitsAgency(
  { reads }: Deps,
  { isInOffice, agencies }: Access,
  agency: AgencyId | null,
): Promise<Result<null, GuestRefused>> {
  if (agency === null) return ok(null)
  if (!(await reads.access.isAgency(agency))) return refused('agency-not-known')
  if (isInOffice) return refused('guest-in-office')
  return agencies.some((each) => each !== agency) ? refused('guest-holds-elsewhere') : ok(null)
}
