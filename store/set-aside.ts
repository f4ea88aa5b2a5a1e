import { dayOf } from '#core/calendar/moment.ts'
import { shortWords } from '#core/calendar/words.ts'
import type { SetAsideList } from '#core/close-the-loop/views.ts'

import { readText } from './free-text.ts'
import type { Seen } from './seen.ts'

/** What the person had begun to write in forms that went on without them: theirs alone, the newest first. */
export async function viewSetAside({ trx, actor, today }: Seen): Promise<SetAsideList> {
  const rows = await trx
    .selectFrom('form_note')
    .innerJoin('form', 'form.id', 'form_note.form_id')
    .select(['form.reference', 'form_note.at', 'form_note.text'])
    .where('form_note.kind', '=', 'set-aside')
    .where('form_note.for_person', '=', actor.person)
    .orderBy('form_note.at', 'desc')
    .limit(MOST)
    .execute()
  return {
    items: rows.map(({ reference, at, text }) => ({
      reference,
      on: shortWords(dayOf(at), today),
      text: readText(text),
    })),
  }
}

const MOST = 50
