import type { DutyKind } from '#core/duties/duty.ts'
import { aboutInWords } from '#core/duties/words.ts'
import type { Around } from '#core/prompts/letter.ts'

import type { CardJson } from '../transport/bot-transport.ts'
import { card, execute, numbered, open, sentence } from './parts.ts'

/** What a card turns into when it is answered: no words that people typed, no button but Open and the list. */
export function receiptCard(
  receipt: {
    readonly reference: string
    readonly number: string
    readonly kind: DutyKind
    readonly path: string
    readonly sentences: readonly string[]
  },
  around: Around,
): CardJson {
  return card({
    heading: `${numbered(aboutInWords(receipt.kind, receipt.reference), receipt.number)}: answered`,
    body: receipt.sentences.map(sentence),
    around,
    actions: [open(around, receipt.path), execute('What else is waiting?', 'list', {})],
  })
}

/** The same for a reference that is not there and for one that is somebody else's. */
export function notForYouCard(around: Around): CardJson {
  return card({
    heading: 'This card is not for you',
    body: [sentence('If you think it should be, please ring.')],
    around,
    actions: [],
  })
}
