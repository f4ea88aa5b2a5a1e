import type { PersonId, PostId } from '../../ids.ts'
import { holdsOne, isOffice, isPartnership } from '../post.ts'
import type { Actor } from '../post.ts'
import type { Led, Seat } from '../seats.ts'

/** Who holds which post, and who may change that (decisions.md 29, 30). */
export const ofPeople = {
  /** A duty with no more than its reference: the posts that it names, and the partnership. */
  seeDuty: (actor: Actor, named: readonly PostId[]): boolean =>
    isPartnership(actor) || holdsOne(actor, named),
  /** Whom to choose from when people are named: the partnership and the lead persons. */
  choosePeople: (actor: Actor, isLeadPerson: boolean): boolean => isPartnership(actor) || isLeadPerson,
  /** Who holds which post: the partnership all of it, lead persons what is of their agency in their rounds. */
  seeHoldings: (actor: Actor, led: readonly Led[]): boolean => isPartnership(actor) || led.length > 0,
  /** One post with its history: whoever may change something about it, and the partnership. */
  seeSeat: (actor: Actor, seat: Seat, led: readonly Led[]): boolean =>
    isPartnership(actor) || ofPeople.nameDeputy(actor, seat, led),
  /** The partnership says who holds any post, its own offices with them; a lead person who works for their agency. */
  nameHolder: (actor: Actor, seat: Seat, led: readonly Led[]): boolean =>
    isPartnership(actor) ||
    (OF_THE_AGENCY.includes(seat.kind) &&
      led.some(({ agency, round }) => agency === seat.agency && round === seat.round)),
  nameDeputy: (actor: Actor, seat: Seat, led: readonly Led[]): boolean =>
    ofPeople.nameHolder(actor, seat, led) || led.some(({ post }) => post === seat.post),
  /** Who is named: an office gives sight of every child, so nobody names themselves to one, nor as its deputy. */
  seat: (actor: Actor, { kind }: { readonly kind: string }, person: PersonId): boolean =>
    !isOffice(kind) || person !== actor.person,
  /** From a day on nobody holds it: never an office, for rounds stand on these, and so does who names the next. */
  leaveVacant: (actor: Actor, seat: Seat, led: readonly Led[]): boolean =>
    !isOffice(seat.kind) && ofPeople.nameHolder(actor, seat, led),
  /** What went to the wrong person is withdrawn, and its note kept, by the partnership (decisions.md 29). */
  withdraw: (actor: Actor): boolean => isPartnership(actor),
  /**
   * Who comes in, with which account, and whether a guest still belongs here. Whoever was named to an office by mail
   * alone is among them: that the account which opens their invitation is theirs, the partnership decides by making it.
   */
  letIn: (actor: Actor): boolean => isPartnership(actor),
  /** How the partnership is called, its agencies and its first run: the business manager's. */
  setUpPartnership: (actor: Actor): boolean => actor.offices.has('business-manager'),
  /** The first run's own page, and no longer: there the business manager says who holds the other offices. */
  fillOffices: (actor: Actor, partnership: { readonly ready: boolean }): boolean =>
    ofPeople.setUpPartnership(actor) && !partnership.ready,
  /** Everything that somebody who leaves holds, in one move. */
  handOver: (actor: Actor): boolean => isPartnership(actor),
} as const

const OF_THE_AGENCY: readonly string[] = ['contributor', 'allocated-worker', 'supervising-manager']
