import { aboutInWords } from '#core/duties/words.ts'
import { summaryOf } from '#core/prompts/letter-words.ts'
import type { LetterItem, LetterRoad } from '#core/prompts/letter.ts'
import { OVERVIEW_PATHS, overviewSentence, overviewSummary } from '#core/prompts/overview.ts'

import type { Mailbox } from './mailbox/mailbox.ts'

/** Letters as mails: a reference, a sentence, who helps and a link, nothing else. */
export function mailRoad(mailbox: Mailbox): LetterRoad {
  return {
    async post(to, { number, replacement, items, overview, around }) {
      const again = replacement && 'You may already have this.'
      if (overview) {
        mailbox.put({
          to,
          toName: to,
          subject: overviewSummary(overview),
          text: [...overview.lines.map(overviewSentence), again, around.help].filter(Boolean).join(' '),
          link: `${around.home}${OVERVIEW_PATHS[overview.kind]}`,
          number: String(number),
        })
        return { ok: true, activityId: null }
      }
      const [first, ...others] = items
      if (!first) return { ok: false, certainty: 'clear', retry: 'never', why: 'nothing to say' }
      const which = items.map(({ reference, number: of }) => `${reference} ${of}`.trim()).join(', ')
      const sentence =
        others.length > 0
          ? `These need an answer from you: ${which}.`
          : `${nameOf(first)} needs an answer from you.`
      mailbox.put({
        to,
        toName: to,
        subject: summaryOf(items, around.today),
        text: [sentence, again, around.help].filter(Boolean).join(' '),
        link: others.length > 0 ? `${around.home}/` : `${around.home}${first.path}`,
        number: String(number),
      })
      return { ok: true, activityId: null }
    },
  }
}

/** "Action A7 of case N-17", or "Case N-08". */
function nameOf({ kind, number, reference }: LetterItem): string {
  return number === '' ? aboutInWords(kind, reference) : `Action ${number} of case ${reference}`
}
