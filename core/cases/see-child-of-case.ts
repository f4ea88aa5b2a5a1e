import type { CaseId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { ChildIdentity } from './case.ts'

/** Shows who the child is to those who may see the case. The view is audited before the answer leaves. */
export async function seeChildOfCase(
  { reads, actor }: Deps,
  { case: id }: { readonly case: CaseId },
): Outcome<ChildIdentity, 'no-such-case-file'> {
  const file = await reads.caseFile(id)
  if (!file || !may.seeCase(actor, file)) return refused('no-such-case-file')
  const child = await reads.childOf(id)
  if (!child) return refused('no-such-case-file')
  return ok({
    value: child,
    changes: [],
    happened: [{ kind: 'child-details-seen', case: id, via: { kind: 'case', id } }],
  })
}
