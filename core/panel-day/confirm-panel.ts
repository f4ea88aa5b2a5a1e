import type { CaseId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'

/** `no-such-case-file` is also the answer to everyone who may not see the case: the two look the same. */
export type ConfirmPanelRefused =
  | 'no-such-case-file'
  | 'not-yours-to-confirm'
  | 'nothing-is-recorded'
  | 'panel-is-confirmed'
  | 'changed-meanwhile'

type Input = { readonly case: CaseId; readonly version?: number }

/** The chair confirms what was recorded for the panel; from then on it stands. */
export async function confirmPanel(
  { reads, actor, now }: Deps,
  { case: id, version }: Input,
): Outcome<{ version: number }, ConfirmPanelRefused> {
  const file = await reads.caseFile(id)
  if (!file || !may.seeCase(actor, file)) return refused('no-such-case-file')
  if (!actor.posts.has(file.chair)) return refused('not-yours-to-confirm')
  if (version !== undefined && version !== file.version) return refused('changed-meanwhile')
  if (file.panel.state === 'to-come') return refused('nothing-is-recorded')
  if (file.panel.state === 'confirmed' || !may.confirmPanel(actor, file)) return refused('panel-is-confirmed')
  return ok({
    value: { version: file.version + 1 },
    changes: [
      { kind: 'case', file: { ...file, panel: { ...file.panel, state: 'confirmed', confirmedAt: now } } },
    ],
    happened: [
      { kind: 'done', on: { kind: 'case', id: file.id }, deed: 'confirmed-panel', post: file.chair },
    ],
  })
}
