import type { Form } from '#core/close-the-loop/form.ts'
import type { CaseId, FormId, RoundId } from '#core/ids.ts'

import type { Trx } from './database.ts'
import { toForm, toRow, toWords } from './form-row.ts'
import { wroteOne } from './row-parts.ts'

/** Undefined, too, for a worker before it was released: its words are behind the wall. */
export async function findForm(trx: Trx, id: FormId): Promise<Form | undefined> {
  const row = await forms(trx).where('form.id', '=', id).executeTakeFirst()
  return row && toForm(row)
}

/** The form of a case, if it has one. */
export async function findFormOf(trx: Trx, of: CaseId): Promise<Form | undefined> {
  const row = await forms(trx).where('form.case_id', '=', of).executeTakeFirst()
  return row && toForm(row)
}

/** The forms of a round, by their references. */
export async function findFormsOf(trx: Trx, round: RoundId): Promise<readonly Form[]> {
  const rows = await forms(trx).where('form.round_id', '=', round).execute()
  return rows.map(toForm)
}

/** Writes an aggregate and gives it back as saved. No blind upsert: a version is written once. */
export async function saveForm(trx: Trx, form: Form): Promise<Form> {
  const { id, ...columns } = toRow(form)
  if (form.version === 0) {
    await trx
      .insertInto('form')
      .values({ id, ...columns })
      .execute()
    await trx
      .insertInto('form_words')
      .values({ form_id: id, ...toWords(form) })
      .execute()
  } else {
    const updated = trx.updateTable('form').set(columns).where('id', '=', id)
    wroteOne(await updated.where('version', '=', form.version).executeTakeFirst(), `form ${id}`)
    await trx.updateTable('form_words').set(toWords(form)).where('form_id', '=', id).execute()
  }
  return { ...form, version: form.version + 1 }
}

function forms(trx: Trx) {
  return trx
    .selectFrom('form')
    .innerJoin('form_words', 'form_words.form_id', 'form.id')
    .selectAll('form')
    .select(['good', 'asked', 'present', 'background', 'reflections', 'learning', 'lead_note', 'comment'])
    .orderBy('form.reference')
    .orderBy('form.id')
}
