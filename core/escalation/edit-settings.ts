import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { EditDanger, EditLadder } from './commands.ts'

export type EditSettingsRefused = 'not-yours-to-set' | 'no-such-ladder' | 'changed-meanwhile'

type Kept = { readonly version: number }

/** A new version of a ladder. What was raised under an older one goes on under that. */
export async function editLadder(
  { reads, actor }: Deps,
  { id, version, ...said }: EditLadder & { readonly version?: number },
): Outcome<Kept, EditSettingsRefused> {
  if (!may.setEscalations(actor)) return refused('not-yours-to-set')
  const before = (await reads.escalations.ladders()).find((ladder) => ladder.id === id)
  if (!before) return refused('no-such-ladder')
  if (version !== undefined && version !== before.version) return refused('changed-meanwhile')
  const ladder = { ...before, ...said, version: before.version + 1 }
  return ok({
    value: { version: ladder.version },
    writes: [{ kind: 'ladder', ladder }],
    changes: [],
    happened: [{ kind: 'escalations-set', what: id, version: ladder.version }],
  })
}

/** What to do in immediate danger, as a whole: shown from now on wherever a concern can be raised. */
export async function editDanger(
  { reads, actor }: Deps,
  { areas, version }: EditDanger & { readonly version?: number },
): Outcome<Kept, EditSettingsRefused> {
  if (!may.setEscalations(actor)) return refused('not-yours-to-set')
  const before = await reads.escalations.danger()
  if (version !== undefined && version !== before.version) return refused('changed-meanwhile')
  const guide = { version: before.version + 1, areas }
  return ok({
    value: { version: guide.version },
    writes: [{ kind: 'danger', guide }],
    changes: [],
    happened: [{ kind: 'escalations-set', what: 'danger', version: guide.version }],
  })
}
