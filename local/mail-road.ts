import { summaryOf } from '#core/prompts/letter-words.ts'
import type { LetterRoad } from '#core/prompts/letter.ts'

import type { Mailbox } from './mailbox/mailbox.ts'

/** Letters as mails: a reference, a sentence and a link, nothing else. */
export function mailRoad(mailbox: Mailbox): LetterRoad {
  return {
    async post(to, { number, replacement, items, around }) {
      const [first, ...others] = items
      if (!first) return { ok: false, certainty: 'clear', retry: 'never', why: 'nothing to say' }
      const which = items.map(({ reference, number: of }) => `${reference} ${of}`.trim()).join(', ')
      const sentence =
        others.length > 0 ? `These need an answer from you: ${which}.` : `${which} needs an answer from you.`
      mailbox.put({
        to,
        toName: to,
        subject: summaryOf(items, around.today),
        text: replacement ? `${sentence} You may already have this.` : sentence,
        link: others.length > 0 ? `${around.home}/` : `${around.home}${first.path}`,
        number: String(number),
      })
      return { ok: true, activityId: null }
    },
  }
}
