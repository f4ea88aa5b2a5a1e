import type { Moment } from '../calendar/moment.ts'
import type { ActionId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { Action, Withdrawn } from './action.ts'
import { hasEnded } from './action.ts'
import type { EndAction } from './commands.ts'
import { factsOf } from './decide.ts'

export type EndRefused =
  | 'no-such-action'
  | 'not-yours-to-end'
  | 'has-ended'
  | 'says-it-is-done'
  | 'no-such-number'
  | 'changed-meanwhile'

/** The action as saved. */
export type Ended = { readonly action: ActionId; readonly version: number }

/**
 * The raiser takes an action back at any time until its owner says that it is done, with the reason; or names the
 * action of the same case that takes its place. Its owner is asked to say that they saw it.
 */
export async function endAction(
  { reads, actor, now }: Deps,
  said: { readonly action: ActionId; readonly end: EndAction; readonly version?: number },
): Outcome<Ended, EndRefused> {
  const action = await reads.action(said.action)
  if (!action || !may.seeAction(actor, action)) return refused('no-such-action')
  if (!actor.posts.has(action.raiser)) return refused('not-yours-to-end')
  if (said.version !== undefined && said.version !== action.version) return refused('changed-meanwhile')
  if (hasEnded(action)) return refused('has-ended')
  if (action.state === 'reported-done') return refused('says-it-is-done')
  const { end } = said
  const successor = end.deed === 'replace' ? await reads.actionNumbered(end.by) : undefined
  if (end.deed === 'replace' && !takesItsPlace(successor, action)) return refused('no-such-number')
  return ok({
    value: { action: action.id, version: action.version + 1 },
    changes: [{ kind: 'action', action: ended(action, end.reason, successor?.number ?? null, now) }],
    happened: [
      {
        kind: 'action-noted',
        action: action.id,
        deed: end.deed,
        post: action.raiser,
        texts: { ...(successor && { by: successor.number }), reason: end.reason },
      },
    ],
  })
}

function takesItsPlace(successor: Action | undefined, action: Action): boolean {
  return (
    successor !== undefined &&
    successor.case === action.case &&
    successor.id !== action.id &&
    successor.state !== 'withdrawn'
  )
}

function ended(action: Action, reason: string, replacedBy: string | null, now: Moment): Withdrawn {
  const facts = { ...factsOf(action), state: 'withdrawn', reason } as const
  return { ...facts, withdrawnAt: now, replacedBy, noticeOwed: true }
}
