import { lineOf } from '#core/prompts/letter-words.ts'
import type { Around, LetterItem } from '#core/prompts/letter.ts'

import type { CardJson } from '../transport/bot-transport.ts'
import { isAnsweredInChat } from './ask-card.ts'
import type { Copy } from './ask-card.ts'
import { card, execute, open, quiet, refreshOf, sentence } from './parts.ts'

/** As many lines as fit a phone; the rest is in the tab. */
const LINES = 8

/** All that is due to one person at once: a line each; answering opens the card of that line in place. */
export function listCard(items: readonly LetterItem[], around: Around, copy?: Copy): CardJson {
  const shown = items.slice(0, LINES)
  const rest = items.length - shown.length
  return card({
    heading:
      items.length === 1 ? 'One thing is waiting for you' : `${items.length} things are waiting for you`,
    body: [
      ...shown.map((item) => ({
        type: 'Container',
        separator: true,
        spacing: 'medium',
        items: [
          sentence(lineOf(item, around.today)),
          {
            type: 'ActionSet',
            spacing: 'small',
            actions: [
              item.yours && isAnsweredInChat(item.kind)
                ? execute(`Answer ${item.number || item.reference}`, 'look', {
                    duty: item.duty,
                    ...(copy && { number: copy.number }),
                  })
                : open(around, item.path),
            ],
          },
        ],
      })),
      ...(rest > 0 ? [sentence(`And ${rest} more: open the list.`)] : []),
      ...(copy
        ? [
            quiet(
              copy.replacement
                ? `Message ${copy.number}. You may already have this.`
                : `Message ${copy.number}`,
            ),
          ]
        : []),
    ],
    around,
    actions: [open(around, '/', 'Open my list')],
    refresh: refreshOf('list', copy ? { number: copy.number } : {}),
  })
}

/** Nothing waits: said with what one can still do. */
export function nothingCard(around: Around): CardJson {
  return card({
    heading: 'Nothing is waiting for you',
    body: [sentence('When somebody needs an answer from you, it arrives here by itself.')],
    around,
    actions: [open(around, '/')],
    refresh: refreshOf('list', {}),
  })
}
