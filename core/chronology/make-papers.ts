import { fileNameOf } from '../documents/names.ts'
import type { Paper } from '../documents/paper.ts'
import type { CaseId, FormId, RoundId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import { chronologyPaper } from './chronology-paper.ts'
import { seeChronology } from './see-chronology.ts'
import type { ChronologyRefused } from './see-chronology.ts'

/** A paper as it will be kept: in the round's folder, under a name that says a reference and what it is. */
export type DraftedPaper = { readonly folder: string; readonly name: string; readonly paper: Paper }

export type MakePaperRefused = ChronologyRefused | 'not-yours-to-make'

/** The merged chronology as a paper. Putting it together is a view of it, and audited as one. */
export async function draftChronologyPaper(
  deps: Deps,
  input: { readonly case: CaseId },
): Outcome<DraftedPaper, MakePaperRefused> {
  const seen = await seeChronology(deps, input)
  if (!seen.ok) return seen
  if (!may.makePapers(deps.actor)) return refused('not-yours-to-make')
  const { value: view, ...recorded } = seen.value
  const name = fileNameOf(view.reference, 'chronology')
  return ok({
    value: { folder: view.round.code, name, paper: chronologyPaper(view, deps.now) },
    ...recorded,
  })
}

type Made =
  | { readonly kind: 'case'; readonly id: CaseId }
  | { readonly kind: 'round'; readonly id: RoundId }
  | { readonly kind: 'form'; readonly id: FormId }

const PAPERS = { case: 'chronology', round: 'tracker', form: 'form' } as const

/** Records that a paper was made and kept, before anybody gets it. */
export async function recordPaper(
  { actor }: Deps,
  { on }: { readonly on: Made },
): Outcome<null, 'not-yours-to-make'> {
  if (!may.makePapers(actor)) return refused('not-yours-to-make')
  const what = PAPERS[on.kind]
  return ok({ value: null, changes: [], happened: [{ kind: 'paper-made', on, what }] })
}
