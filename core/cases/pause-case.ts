import type { CaseId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { CaseFile } from './case-file.ts'
import type { PauseCase } from './commands.ts'

/** `no-such-case-file` is also the answer to everyone who may not see the case: the two look the same. */
export type PauseRefused =
  | 'no-such-case-file'
  | 'not-yours-to-pause'
  | 'is-paused'
  | 'is-not-paused'
  | 'changed-meanwhile'

type Input = { readonly case: CaseId; readonly version?: number }

/**
 * Pauses a case: all prompts about that child stop at once, also those that are written and not yet sent
 * (decisions.md 16). Nothing that is owed goes away; days stay as they are.
 */
export function pauseCase(
  deps: Deps,
  { why, ...input }: Input & PauseCase,
): Outcome<{ version: number }, PauseRefused> {
  return change(deps, input, (file) =>
    file.paused ? null : { file: { ...file, paused: { since: deps.now, why } }, deed: 'paused-case' },
  )
}

/** Ends the pause: what fell due meanwhile is said once, in one message (decisions.md 13). */
export function resumeCase(deps: Deps, input: Input): Outcome<{ version: number }, PauseRefused> {
  return change(deps, input, (file) =>
    file.paused ? { file: { ...file, paused: null }, deed: 'resumed-case' } : null,
  )
}

type Changed = { readonly file: CaseFile; readonly deed: 'paused-case' | 'resumed-case' }

async function change(
  { reads, actor }: Deps,
  { case: id, version }: Input,
  changed: (file: CaseFile) => Changed | null,
): Outcome<{ version: number }, PauseRefused> {
  const file = await reads.caseFile(id)
  if (!file || !may.seeCase(actor, file)) return refused('no-such-case-file')
  if (!may.pauseCase(actor)) return refused('not-yours-to-pause')
  if (version !== undefined && version !== file.version) return refused('changed-meanwhile')
  const found = changed(file)
  if (!found) return refused(file.paused ? 'is-paused' : 'is-not-paused')
  return ok({
    value: { version: file.version + 1 },
    changes: [{ kind: 'case', file: found.file }],
    happened: [{ kind: 'done', on: { kind: 'case', id }, deed: found.deed, post: null }],
  })
}
