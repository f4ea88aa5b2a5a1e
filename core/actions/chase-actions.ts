import type { ActionId } from '../ids.ts'
import { may } from '../people/may.ts'
import { whoseTurn } from '../people/may/actions.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { Action } from './action.ts'

export type ChaseRefused = 'not-yours-to-chase' | 'nothing-to-chase'

/**
 * Reminds at once whoever owes the next answer: for the actions named, or for all that are late and rest on no
 * promise, but of no case that rests. Each person gets one message with their own list.
 */
export async function chaseActions(
  { reads, actor, today }: Deps,
  { actions }: { readonly actions: readonly ActionId[] | 'late' },
): Outcome<{ readonly chased: number; readonly people: number }, ChaseRefused> {
  if (!may.remind(actor)) return refused('not-yours-to-chase')
  const paused = await reads.paused()
  const ids = actions === 'late' ? await reads.lateActions(today) : actions
  const chased: Action[] = []
  for (const id of new Set(ids)) {
    const action = await reads.action(id)
    if (!action || !may.chase(actor, action) || paused.has(action.reference ?? '')) continue
    chased.push({ ...action, chases: action.chases + 1 })
  }
  if (chased.length === 0) return refused('nothing-to-chase')
  const people = await reads.holders(chased.map(whoseTurn))
  return ok({
    value: { chased: chased.length, people },
    changes: chased.map((action) => ({ kind: 'action', action })),
    happened: chased.map(({ id }) => ({ kind: 'action-chased', action: id })),
  })
}
