import { momentInWords } from '../calendar/words.ts'
import type { CaseId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import { correctionsIn } from './details.ts'
import type { Correction, DetailsVersion } from './details.ts'

/** What was there before is read by whoever may put it right: it can be another child's. */
export type ChildOfCase = {
  readonly now: DetailsVersion
  readonly before: readonly (Omit<Correction, 'at'> & { readonly at: string | null })[]
}

/** Shows the details of the child to those who may see the case. The view is audited before the answer leaves. */
export async function seeChildOfCase(
  { reads, actor, today }: Deps,
  { case: id }: { readonly case: CaseId },
): Outcome<ChildOfCase, 'no-such-case-file'> {
  const file = await reads.caseFile(id)
  if (!file || !may.seeCase(actor, file)) return refused('no-such-case-file')
  const versions = await reads.detailsOf(id)
  const now = versions.at(-1)
  if (!now) return refused('no-such-case-file')
  return ok({
    value: {
      now,
      before: (may.correctDetails(actor, file) ? correctionsIn(versions) : []).map((each) => ({
        ...each,
        at: each.at && momentInWords(each.at, today),
      })),
    },
    changes: [],
    happened: [{ kind: 'child-details-seen', case: id, via: { kind: 'case', id } }],
  })
}
