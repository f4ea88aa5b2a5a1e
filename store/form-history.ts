import { momentInWords } from '#core/calendar/words.ts'
import type { FormDeed } from '#core/close-the-loop/deeds.ts'
import type { FormView } from '#core/close-the-loop/views.ts'
import { FORM_DEED_DONE } from '#core/close-the-loop/words.ts'
import type { FormId } from '#core/ids.ts'

import type { Seen } from './seen.ts'
import { namesOf } from './views.ts'

/** Who did what to a form, newest first; steps that one person wrote one after another are one line. */
export async function formHistory(seen: Seen, id: FormId, readsLog: boolean): Promise<FormView['history']> {
  const deeds = await seen.trx
    .selectFrom('deed_event')
    .leftJoin('person', 'person.id', 'deed_event.person_id')
    .select(['at', 'deed', 'post_id', 'person.name as person'])
    .where('subject_id', '=', id)
    .orderBy('seq', 'desc')
    .limit(MOST)
    .execute()
  const shown = deeds.filter(({ deed, person }, place) => {
    if (deed === 'logged-about-form' && !readsLog) return false
    const later = deeds[place - 1]
    return deed !== 'wrote-in-form' || later?.deed !== deed || later.person !== person
  })
  const names = await namesOf(
    seen,
    shown.flatMap(({ post_id }) => (post_id ? [post_id] : [])),
  )
  return shown.map(({ at, deed, person, post_id }) => ({
    at: momentInWords(at, seen.today),
    who: person ? [person, ...(post_id ? [names(post_id)] : [])].join(', ') : 'The partnership',
    what: FORM_DEED_DONE[deed as FormDeed],
  }))
}

const MOST = 500
