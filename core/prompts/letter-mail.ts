import { aboutInWords } from '../duties/words.ts'
import { summaryOf } from './letter-words.ts'
import type { Letter, LetterItem } from './letter.ts'
import { OVERVIEW_PATHS, overviewSentence, overviewSummary } from './overview.ts'

/** What a mail says: a reference, a sentence, who helps and a link; nothing about the child or family. */
export type LetterMail = { readonly subject: string; readonly text: string; readonly link: string }

/** A letter as a mail, whichever road takes it. Undefined when there is nothing to say. */
export function mailOf({ replacement, items, overview, around }: Letter): LetterMail | undefined {
  const again = replacement && 'You may already have this.'
  if (overview)
    return {
      subject: overviewSummary(overview),
      text: [...overview.lines.map(overviewSentence), again, around.help].filter(Boolean).join(' '),
      link: `${around.home}${OVERVIEW_PATHS[overview.kind]}`,
    }
  const [first, ...others] = items
  if (!first) return undefined
  const which = items.map(({ reference, number: of }) => `${reference} ${of}`.trim()).join(', ')
  const sentence =
    others.length > 0
      ? `These need an answer from you: ${which}.`
      : `${nameOf(first)} needs an answer from you.`
  return {
    subject: summaryOf(items, around.today),
    text: [sentence, again, around.help].filter(Boolean).join(' '),
    link: others.length > 0 ? `${around.home}/` : `${around.home}${first.path}`,
  }
}

/** "Action A7 of case N-17", or "Case N-08". */
function nameOf({ kind, number, reference }: LetterItem): string {
  return number === '' ? aboutInWords(kind, reference) : `Action ${number} of case ${reference}`
}
