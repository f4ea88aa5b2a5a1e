import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { ChangePrompts } from './commands.ts'
import { defaultPolicy } from './policy.ts'

export type PromptsRefused = 'not-yours-to-edit-prompts' | 'changed-meanwhile'

/** Sets when prompts go out and how far apart they are; what is planned already is planned afresh. */
export async function changePrompts(
  { reads, actor }: Deps,
  { said, version }: { readonly said: ChangePrompts; readonly version?: number },
): Outcome<{ version: number }, PromptsRefused> {
  if (!may.editPrompts(actor)) return refused('not-yours-to-edit-prompts')
  const before = await reads.promptPolicy()
  if (version !== undefined && version !== before.version) return refused('changed-meanwhile')
  const next = before.version + 1
  return ok({
    value: { version: next },
    writes: [{ kind: 'prompt-policy', policy: { ...said, steps: onlyOthers(said) }, version: next }],
    changes: [],
    happened: [{ kind: 'prompt-policy-changed', version: next }],
  })
}

/** What is as the default is not kept: a better default holds for it, too. */
function onlyOthers({ steps }: ChangePrompts): ChangePrompts['steps'] {
  return steps.filter(({ kind, step, days }) =>
    defaultPolicy[kind].some(({ id, workingDays }) => id === step && Math.abs(workingDays) !== days),
  )
}
