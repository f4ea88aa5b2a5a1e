import type { PersonId } from '../../ids.ts'
import { isPartnership } from '../post.ts'
import type { Actor } from '../post.ts'

/** When reminders go out, and what each person hears. */
export const ofPrompts = {
  /** For everybody: the business manager's to set. */
  editPrompts: (actor: Actor): boolean => actor.offices.has('business-manager'),
  /** Somebody is away: said by themselves, or by the partnership for them. */
  setAway: (actor: Actor, person: PersonId): boolean => actor.person === person || isPartnership(actor),
  /** What somebody wants to hear less of is theirs alone to say. */
  mute: (actor: Actor, person: PersonId): boolean => actor.person === person,
} as const
