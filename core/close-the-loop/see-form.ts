import { ageInWords } from '../calendar/age.ts'
import type { DetailsVersion } from '../cases/details.ts'
import type { FormId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'

type ChildOfForm = DetailsVersion & { readonly age: string }
type Input = { readonly form: FormId }

/** Records that somebody else read what the worker wrote, before the answer leaves. */
export async function seeForm({ reads, actor }: Deps, { form: id }: Input): Outcome<null, 'no-such-form'> {
  const form = await reads.form(id)
  if (!form || !may.readReflections(actor, form)) return refused('no-such-form')
  return ok({
    value: null,
    changes: [],
    happened: [{ kind: 'case-material-seen', case: form.case, what: 'form' }],
  })
}

/** Shows who the child is to those whom the form concerns (OLD-143..150). The view is audited. */
export async function seeChildOfForm(
  { reads, actor, today }: Deps,
  { form: id }: Input,
): Outcome<ChildOfForm, 'no-such-form'> {
  const form = await reads.form(id)
  if (!form || !may.seeForm(actor, form)) return refused('no-such-form')
  const child = (await reads.detailsOf(form.case)).at(-1)
  if (!child) return refused('no-such-form')
  return ok({
    value: { ...child, age: ageInWords(child.born, today) },
    changes: [],
    happened: [{ kind: 'child-details-seen', case: form.case, via: { kind: 'form', id: form.id } }],
  })
}
