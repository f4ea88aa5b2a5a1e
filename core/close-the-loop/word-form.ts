import { fileNameOf } from '../documents/names.ts'
import type { FormId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'

/** A form to fill by hand: its folder, its name, and what stands above the headings. */
export type BlankForm = {
  readonly folder: string
  readonly name: string
  readonly reference: string
  readonly good: string
  readonly asked: string
}

export type BlankFormRefused = 'no-such-form' | 'not-yours-to-answer' | 'already-answered'

/** The Word form for a worker who has no bot and no tab (decisions.md 9). */
export async function draftBlankForm(
  { reads, actor }: Deps,
  { form: id }: { readonly form: FormId },
): Outcome<BlankForm, BlankFormRefused> {
  const form = await reads.form(id)
  if (!form || !may.seeForm(actor, form)) return refused('no-such-form')
  if (!may.ownForm(actor, form, 'record-for-worker')) return refused('not-yours-to-answer')
  if (!may.recordForWorker(actor, form)) return refused('already-answered')
  const of = await reads.case(form.case)
  if (!of) return refused('no-such-form')
  const { reference, good, asked } = form
  const name = fileNameOf(reference, 'form to fill')
  return ok({ value: { folder: of.round, name, reference, good, asked }, changes: [], happened: [] })
}

/** Records that a form to fill was made, before anybody gets it. */
export async function recordBlankForm(
  { reads, actor }: Deps,
  { form: id }: { readonly form: FormId },
): Outcome<null, BlankFormRefused> {
  const form = await reads.form(id)
  if (!form || !may.seeForm(actor, form)) return refused('no-such-form')
  if (!may.recordForWorker(actor, form)) return refused('already-answered')
  return ok({
    value: null,
    changes: [],
    happened: [{ kind: 'paper-made', on: { kind: 'form', id }, what: 'form' }],
  })
}
