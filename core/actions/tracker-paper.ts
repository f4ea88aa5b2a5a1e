import type { Day } from '../calendar/day.ts'
import { countOf } from '../count.ts'
import type { Paper } from '../documents/paper.ts'
import { inASentence } from '../people/in-a-sentence.ts'
import type { ActionRow } from './views.ts'

type Around = {
  readonly code: string
  readonly theme: string
  /** The filters in words, none when nothing was left out. */
  readonly filters: readonly string[]
  /** "18 June 2018 at 10:04". */
  readonly madeAt: string
  readonly dayInWords: (day: Day) => string
}

/** The tracker as it stands on the screen, as the partnership's paper: references, posts, states and days. */
export function trackerPaper(rows: readonly ActionRow[], around: Around): Paper {
  const late = rows.filter(({ daysLate }) => daysLate > 0).length
  return {
    title: `Round ${around.code}: actions`,
    subtitle: around.theme,
    marking: 'Confidential: held for the partnership',
    facts: [
      { label: 'Shown', value: around.filters.length > 0 ? around.filters.join('; ') : 'All of the round' },
      { label: 'Actions', value: `${rows.length}, ${late} of them late` },
    ],
    table: {
      columns: [
        { title: 'No.', width: 1.6 },
        { title: 'Case', width: 1.6 },
        { title: 'What will be done', width: 8 },
        { title: 'Who', width: 4 },
        { title: 'Due', width: 3 },
        { title: 'How it stands', width: 5 },
      ],
      rows: rows.map((row) => ({
        cells: [
          row.number,
          row.reference,
          row.what,
          `${row.owner}, asked by ${inASentence(row.raiser)}`,
          `${around.dayInWords(row.due as Day)}${row.daysLate > 0 ? `, ${countOf(row.daysLate, 'day')} late` : ''}`,
          row.stateWords,
        ],
        ...(row.daysLate > 0 && { tone: 'gap' as const }),
      })),
    },
    notes: rows.length === 0 ? ['No action is left with these filters.'] : [],
    footer: `${around.code} actions, made on ${around.madeAt}`,
  }
}
