import type { PersonId } from '../../ids.ts'
import { holdsOne, isPartnership } from '../post.ts'
import type { Actor } from '../post.ts'
import type { Supervised, Talk } from '../supervision/talk.ts'

/** What is seen of a worker, and of what was talked through with them (rules.md 2.5). */
export const ofSupervision = {
  /** Each thing for whoever supervises there, whoever leads for the agency, and the partnership. */
  seeOnSheet: (actor: Actor, { lead, manager }: Supervised): boolean =>
    isPartnership(actor) || holdsOne(actor, manager === null ? [lead] : [lead, manager]),
  seeSheet: (actor: Actor, things: readonly Supervised[]): boolean =>
    things.some((thing) => ofSupervision.seeOnSheet(actor, thing)),
  /** It is the supervising manager who says that they talked; nobody talks with themselves, deputy or not. */
  recordTalk: (actor: Actor, worker: PersonId, things: readonly Supervised[]): boolean =>
    actor.person !== worker && things.some(({ manager }) => manager !== null && actor.posts.has(manager)),
  /** That they talked and when: the two, and the partnership. */
  seeTalk: (actor: Actor, talk: Pick<Talk, 'worker' | 'manager'>): boolean =>
    ofSupervision.readTalk(actor, talk) || isPartnership(actor),
  /** What was agreed is read by the two persons alone, whoever follows them in their posts. */
  readTalk: ({ person }: { readonly person: PersonId }, talk: Pick<Talk, 'worker' | 'manager'>): boolean =>
    person === talk.worker || person === talk.manager,
} as const
