import { isPartnership } from '../post.ts'
import type { Actor } from '../post.ts'

/** How things stand across rounds and for an agency (decisions.md 21; rules.md 2.5). */
export const ofStanding = {
  /** What became of all that was agreed: references, dates, counts. */
  monitor: (actor: Actor): boolean => isPartnership(actor) || actor.offices.has('subgroup-chair'),
  /** An agency's own, for its lead persons and for whoever represents it on the board. */
  seeAgency: ({ represented, led }: AnswersFor): boolean => represented + led > 0,
  /** Who represents an agency on the board is said by the partnership. */
  nameRepresentative: (actor: Actor): boolean => isPartnership(actor),
} as const

/** How many posts somebody holds today as which they answer for an agency. */
export type AnswersFor = { readonly represented: number; readonly led: number }
