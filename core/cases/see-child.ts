import type { ActionId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { ChildIdentity } from './case.ts'

/** Shows who the child is to those whom the action concerns. The view is audited before the answer leaves. */
export async function seeChild(
  { reads, actor }: Deps,
  { action: id }: { readonly action: ActionId },
): Outcome<ChildIdentity, 'no-such-action'> {
  const action = await reads.action(id)
  if (!action || !may.seeChild(actor, action)) return refused('no-such-action')
  const child = await reads.childOf(action.case)
  if (!child) return refused('no-such-action')
  return ok({
    value: child,
    changes: [],
    happened: [{ kind: 'child-details-seen', case: action.case, via: { kind: 'action', id: action.id } }],
  })
}
