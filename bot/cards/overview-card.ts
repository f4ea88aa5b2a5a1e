import type { Around } from '#core/prompts/letter.ts'
import { OVERVIEW_HEADINGS, OVERVIEW_PATHS, overviewSentence } from '#core/prompts/overview.ts'
import type { Overview } from '#core/prompts/overview.ts'

import type { CardJson } from '../transport/bot-transport.ts'
import type { Copy } from './ask-card.ts'
import { card, execute, open, quiet, sentence } from './parts.ts'

/** An overview: counts and references, what it is for, and how to have no more of them. */
export function overviewCard({ kind, lines }: Overview, around: Around, copy?: Copy): CardJson {
  return card({
    heading: OVERVIEW_HEADINGS[kind],
    body: [
      ...lines.map((line) => sentence(overviewSentence(line))),
      ...(kind === 'back' || kind === 'incident'
        ? []
        : [quiet('You can turn this overview off on your own page.')]),
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
    actions: [
      ...(kind === 'back' ? [execute('What is waiting for me?', 'list', {})] : []),
      open(around, OVERVIEW_PATHS[kind], OPENS[kind]),
    ],
  })
}

const OPENS: Readonly<Record<Overview['kind'], string>> = {
  morning: 'Open my list',
  weekly: 'Open my team',
  back: 'Open my list',
  incident: 'Decide about it',
}
