import type { ActionId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import { hasEnded } from './action.ts'
import type { PromiseGiven } from './commands.ts'

export type PromiseRefused = 'no-such-action' | 'not-yours-to-chase' | 'has-ended' | 'day-is-past'

/**
 * The partnership notes what it was promised on the telephone: the prompts of what is owed next rest until that
 * day and then ask (decisions.md 15). Who had to be chased stays in the action's history.
 */
export async function notePromise(
  { reads, actor, today }: Deps,
  { action: id, promise }: { readonly action: ActionId; readonly promise: PromiseGiven },
): Outcome<{ readonly version: number }, PromiseRefused> {
  if (!may.remind(actor)) return refused('not-yours-to-chase')
  const action = await reads.action(id)
  if (!action || !may.seeAction(actor, action)) return refused('no-such-action')
  if (hasEnded(action)) return refused('has-ended')
  if (promise.until <= today) return refused('day-is-past')
  return ok({
    value: { version: action.version + 1 },
    changes: [{ kind: 'action', action: { ...action, restsUntil: promise.until } }],
    happened: [{ kind: 'action-noted', action: id, deed: 'promised', post: null, texts: promise }],
  })
}
