import { concerned, hasEnded } from '../actions/action.ts'
import type { Action } from '../actions/action.ts'
import type { Deed } from '../actions/commands.ts'
import type { PostId } from '../ids.ts'
import type { Actor } from './post.ts'

/**
 * The one rulebook: who may do or see what, in which state (rules.md 2.5). The server enforces it; tab and bot
 * read its answers to show or hide. Default: no.
 */
export const may = {
  /** The panel's actions are recorded by the QA manager (decisions.md 2). */
  recordAction: (actor: Actor): boolean => actor.offices.has('qa-manager'),

  /** Owner, raiser, the posts to which it climbs, and the partnership's own posts. */
  seeAction: (actor: Actor, action: Pick<Action, 'owner' | 'raiser' | 'climb'>): boolean =>
    concerned(action).some((post) => actor.posts.has(post)),

  /** The owner answers while it is open; the raiser answers what the owner said. */
  answer: (actor: Actor, action: Action, deed: Deed): boolean =>
    DEEDS[action.state].deeds.includes(deed) && actor.posts.has(DEEDS[action.state].by(action)),

  /** Reminding people is the partnership's. */
  remind: (actor: Actor): boolean => actor.offices.size > 0,

  /** Whoever owes the next answer is reminded, until the action has ended. */
  chase: (actor: Actor, action: Pick<Action, 'state'>): boolean => may.remind(actor) && !hasEnded(action),

  /** Who the child is: the partnership, and those who work on the action; every view is audited. */
  seeChild: (actor: Actor, action: Pick<Action, 'owner' | 'raiser' | 'climb'>): boolean =>
    may.seeAction(actor, action),
} as const

/** The post that owes the next answer. */
export function whoseTurn(action: Action): PostId {
  return DEEDS[action.state].by(action)
}

type Turn = { readonly by: (action: Action) => PostId; readonly deeds: readonly Deed[] }
const owner = (action: Action): PostId => action.owner
const raiser = (action: Action): PostId => action.raiser

/** Whose turn it is in each state, and what they may answer. */
const DEEDS: Readonly<Record<Action['state'], Turn>> = {
  open: { by: owner, deeds: ['report-done', 'ask-for-time', 'question'] },
  'more-time-asked': { by: raiser, deeds: ['agree-time', 'keep-day'] },
  questioned: { by: raiser, deeds: ['keep-action', 'withdraw'] },
  'reported-done': { by: raiser, deeds: ['confirm', 'dispute'] },
  confirmed: { by: raiser, deeds: [] },
  withdrawn: { by: raiser, deeds: [] },
}
