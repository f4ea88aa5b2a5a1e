import type { CaseId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { KeepDetails } from './commands.ts'
import { differ } from './details.ts'

/** `no-such-case-file` is also the answer to everyone who may not see the case: the two look the same. */
export type KeepDetailsRefused =
  | 'no-such-case-file'
  | 'not-yours-to-correct'
  | 'birth-is-to-come'
  | 'opening-is-to-come'
  | 'changed-meanwhile'

type Input = {
  readonly case: CaseId
  readonly said: KeepDetails
  /** The version that whoever writes has read. */
  readonly version?: number
}

/**
 * Completes or corrects the details of the child. They are written anew beside what stood there before, which is
 * kept. What says nothing new is not written.
 */
export async function keepDetails(
  { reads, actor, today }: Deps,
  { case: id, said, version }: Input,
): Outcome<{ version: number }, KeepDetailsRefused> {
  const file = await reads.caseFile(id)
  if (!file || !may.seeCase(actor, file)) return refused('no-such-case-file')
  if (!may.correctDetails(actor, file)) return refused('not-yours-to-correct')
  const before = (await reads.detailsOf(id)).at(-1)
  if (!before) return refused('no-such-case-file')
  if (version !== undefined && version !== before.version) return refused('changed-meanwhile')
  if (said.born !== null && said.born > today) return refused('birth-is-to-come')
  if (said.opened !== null && said.opened > today) return refused('opening-is-to-come')
  if (!differ(before, said)) return ok({ value: { version: before.version }, changes: [], happened: [] })
  return ok({
    value: { version: before.version + 1 },
    writes: [{ kind: 'case-details', case: id, details: said, version: before.version + 1 }],
    changes: [],
    happened: [
      {
        kind: 'done',
        on: { kind: 'case', id },
        deed: 'corrected-details',
        post: actor.posts.has(file.lead) ? file.lead : null,
      },
    ],
  })
}
