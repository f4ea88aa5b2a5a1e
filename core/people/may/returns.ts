import type { Moment } from '../../calendar/moment.ts'
import type { Collation } from '../../returns/collation.ts'
import { isOwed } from '../../returns/duties-of.ts'
import { isIn } from '../../returns/return.ts'
import type { PartName, Return } from '../../returns/return.ts'
import { holdsOne, isPartnership } from '../post.ts'
import type { Actor } from '../post.ts'

/** An agency’s return: its own people write it, who asked for it reads it once it was sent (rules.md 2.5). */
export const ofReturns = {
  /** A row of the case's page leads to the return itself. */
  openReturn: (actor: Actor, { lead, owedTo }: Pick<Return, 'lead' | 'owedTo'>): boolean =>
    holdsOne(actor, [lead, owedTo]) || isPartnership(actor),
  seeReturn: (actor: Actor, of: Return): boolean =>
    isOwn(actor, of) || actor.posts.has(of.owedTo) || isPartnership(actor),
  /** Its own people write a part until it was sent, from the day on which it opens. */
  writeReturn: (actor: Actor, of: Return, part: PartName, now: Moment): boolean =>
    isOwn(actor, of) && of.opensAt <= now && partIsOwed(of, part),
  /** The lead person signs and sends; contributors write. */
  sendReturn: (actor: Actor, of: Return, part: PartName, now: Moment): boolean =>
    actor.posts.has(of.lead) && of.opensAt <= now && partIsOwed(of, part),
  invite: (actor: Actor, of: Return): boolean => actor.posts.has(of.lead) && of.scope !== 'out',
  /** Whoever asked for a part reads it once it was sent: no draft is read outside its agency. */
  readReturn: (actor: Actor, of: Return, part: PartName): boolean =>
    isOwn(actor, of) || (isAsking(actor, of) && partIsIn(of, part)),
  /** Who asked for it accepts it or sends it back with a comment. */
  judgeReturn: (actor: Actor, of: Return, part: PartName): boolean =>
    isAsking(actor, of) && partState(of, part) === 'submitted',
  /** Whose question a return answers: the collator's for its agencies, and the partnership's. */
  askedFor: (actor: Actor, of: Return): boolean => isAsking(actor, of),
  seeCollation: (actor: Actor, of: Collation): boolean => actor.posts.has(of.lead) || isPartnership(actor),
  sendOn: (actor: Actor, of: Collation): boolean => actor.posts.has(of.lead) && of.state === 'open',
} as const

function isOwn(actor: Actor, { lead, contributors }: Return): boolean {
  return holdsOne(actor, [lead, ...contributors])
}

/** The collator for its agencies, and the partnership. */
function isAsking(actor: Actor, { owedTo, way }: Return): boolean {
  return actor.posts.has(owedTo) || (isPartnership(actor) && way !== 'with-collator')
}

function partOf(of: Return, part: PartName) {
  if (part === 'chronology') return of.scope === 'out' ? undefined : of.chronology
  return of.scope === 'in' ? of.evaluation : undefined
}

function partState(of: Return, part: PartName) {
  return partOf(of, part)?.state
}

function partIsOwed(of: Return, part: PartName): boolean {
  const found = partOf(of, part)
  return found !== undefined && isOwed(found)
}

function partIsIn(of: Return, part: PartName): boolean {
  const found = partOf(of, part)
  return found !== undefined && isIn(found)
}
