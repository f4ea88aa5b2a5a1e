import { concerned, hasEnded } from '../../actions/action.ts'
import type { Action } from '../../actions/action.ts'
import type { Deed } from '../../actions/commands.ts'
import { owesUpdate } from '../../actions/duties-of.ts'
import type { PostId } from '../../ids.ts'
import { holdsOne, isPartnership } from '../post.ts'
import type { Actor } from '../post.ts'

/** What may be done with an action, and by whom (rules.md 2.5). */
export const ofActions = {
  /** The panel's actions are recorded by the QA manager (decisions.md 2). */
  recordAction: (actor: Actor): boolean => actor.offices.has('qa-manager'),
  /** Owner, raiser, the posts to which it climbs, and the partnership's own posts. */
  seeAction: (actor: Actor, action: Pick<Action, 'owner' | 'raiser' | 'climb'>): boolean =>
    holdsOne(actor, concerned(action)),
  /** The owner answers while it is open; the raiser answers what the owner said, and whether to step up. */
  answer: (actor: Actor, action: Action, deed: Deed): boolean =>
    deed === 'wait-longer'
      ? actor.posts.has(action.raiser) && action.state === 'open' && action.waitsSince !== null
      : DEEDS[action.state].deeds.includes(deed) &&
        actor.posts.has(DEEDS[action.state].by(action)) &&
        isAsked(action, deed),
  /** The raiser takes back what was asked for, until its owner says that it is done. */
  endAction: (actor: Actor, action: Pick<Action, 'raiser' | 'state'>): boolean =>
    actor.posts.has(action.raiser) && !hasEnded(action) && action.state !== 'reported-done',
  /** Reminding people is the partnership's. */
  remind: (actor: Actor): boolean => isPartnership(actor),
  /** Whoever owes the next answer is reminded, until the action has ended. */
  chase: (actor: Actor, action: Pick<Action, 'state'>): boolean =>
    ofActions.remind(actor) && !hasEnded(action),
  /**
   * Who the child is: the partnership, those who work on the action until it ends, and its raiser until it was
   * checked whether it helped (decisions.md 22).
   */
  seeChild: (actor: Actor, action: Action): boolean =>
    ofActions.seeAction(actor, action) &&
    (isPartnership(actor) ||
      !hasEnded(action) ||
      (isAsked(action, 'say-impact') && actor.posts.has(action.raiser))),
} as const

/** What is asked once in a while, and answered once. */
function isAsked(action: Action, deed: Deed): boolean {
  if (deed === 'update') return owesUpdate(action)
  if (deed === 'seen') return action.state === 'withdrawn' && action.noticeOwed
  if (deed === 'say-impact')
    return action.state === 'confirmed' && action.checkOn !== null && action.impact === null
  return true
}

/** The post that owes the next answer. */
export function whoseTurn(action: Action): PostId {
  return DEEDS[action.state].by(action)
}

type Turn = { readonly by: (action: Action) => PostId; readonly deeds: readonly Deed[] }
const owner = (action: Action): PostId => action.owner
const raiser = (action: Action): PostId => action.raiser

/** Whose turn it is in each state, and what they may answer. */
const DEEDS: Readonly<Record<Action['state'], Turn>> = {
  open: { by: owner, deeds: ['update', 'report-done', 'ask-for-time', 'question'] },
  'more-time-asked': { by: raiser, deeds: ['agree-time', 'keep-day'] },
  questioned: { by: raiser, deeds: ['keep-action', 'withdraw'] },
  'reported-done': { by: raiser, deeds: ['confirm', 'dispute'] },
  confirmed: { by: raiser, deeds: ['say-impact'] },
  withdrawn: { by: owner, deeds: ['seen'] },
}
