import type { EscalationAct } from '../../escalation/commands.ts'
import { addresseesOf, stageNow } from '../../escalation/escalation.ts'
import type { Escalation } from '../../escalation/escalation.ts'
import type { PostId } from '../../ids.ts'
import { holdsOne, isPartnership } from '../post.ts'
import type { Actor } from '../post.ts'

/** A concern or disagreement, and who answers it on its ladder (decisions.md 14). */
export const ofEscalations = {
  /** A concern is anybody's to raise who holds a post. */
  raiseEscalation: (actor: Actor): boolean => actor.posts.size > 0,
  /** The raiser, everyone who was asked so far, and the partnership. */
  seeEscalation: (actor: Actor, of: Escalation): boolean =>
    isPartnership(actor) || holdsOne(actor, [of.raiser, ...addresseesOf(of)]),
  /** Whose it is to do this, in whatever state: so that a second press finds it answered. */
  answerEscalation: (actor: Actor, of: Escalation, act: EscalationAct): boolean =>
    ofEscalations.escalatesAs(actor, of, act) !== null ||
    (isPartnership(actor) && (act === 'step-up' || act === 'set-theme')),
  /** The post as which somebody does it; null for the partnership. Only the raiser says that it happened. */
  escalatesAs: (actor: Actor, of: Escalation, act: EscalationAct): PostId | null => {
    if (act === 'set-theme') return null
    const answers = act === 'promise' || act === 'say-kept' || act === 'give-feedback'
    const post = answers ? stageNow(of).addressee : of.raiser
    return actor.posts.has(post) ? post : null
  },
  /** How many there are by theme and stage, never a word of them (decisions.md 14). */
  countEscalations: (actor: Actor): boolean => isPartnership(actor) || actor.offices.has('subgroup-chair'),
  /** The ladders and what to do in immediate danger are the business manager's to fill in. */
  setEscalations: (actor: Actor): boolean => actor.offices.has('business-manager'),
} as const
