import { sql } from 'kysely'

import type { FormNote } from '#core/close-the-loop/beside.ts'
import type { FormId } from '#core/ids.ts'

import type { Author } from './author.ts'
import type { Trx } from './database.ts'
import { keepText, readText } from './free-text.ts'
import type { Schema } from './schema.ts'

/** Adds words beside a form; what is there is never changed. */
export async function addNote(
  trx: Trx,
  { person, now }: Author,
  form: FormId,
  note: FormNote,
): Promise<void> {
  if (person === null) throw new Error('nobody writes a note')
  await trx
    .insertInto('form_note')
    .values({
      form_id: form,
      seq: sql<number>`next_form_note(${form})`,
      kind: note.kind,
      about: note.about,
      on_day: note.on,
      text: keepText(note.text),
      for_person: note.for,
      at: now,
      person_id: person,
    })
    .execute()
}

export type FoundNote = Omit<Schema['form_note'], 'text' | 'form_id'> & {
  readonly text: string
  readonly who: string
}

/** The notes of a form that the person may read, in their order. */
export async function findNotes(trx: Trx, form: FormId): Promise<readonly FoundNote[]> {
  const rows = await trx
    .selectFrom('form_note')
    .innerJoin('person', 'person.id', 'form_note.person_id')
    .select(['seq', 'kind', 'about', 'on_day', 'text', 'for_person', 'at', 'person_id', 'person.name as who'])
    .where('form_id', '=', form)
    .orderBy('seq')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({ ...row, text: readText(row.text) }))
}

const MOST = 500
