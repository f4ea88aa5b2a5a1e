import type { Moment } from '../calendar/moment.ts'
import type { Paper, PaperRow } from '../documents/paper.ts'
import { GAP_WORDS } from './gap-words.ts'
import type { ChronologyView, MergedEntryView } from './views.ts'
import { momentWithYear } from './words.ts'

/** The merged chronology as the partnership's paper: what each agency wrote, in its own words. */
export function chronologyPaper(view: ChronologyView, madeAt: Moment): Paper {
  const { reference, round, entries, agencies, quiet } = view
  const named = (standing: ChronologyView['agencies'][number]['standing']) =>
    agencies.filter((each) => each.standing === standing).map(({ name }) => name)
  return {
    title: `Case ${reference}: multi-agency chronology`,
    subtitle: `Round ${round.code}: ${round.theme}`,
    marking: 'Confidential: held for the partnership',
    facts: [
      { label: 'Looked back from', value: view.lookBackWords },
      { label: 'In', value: list(named('in')) },
      ...(named('missing').length > 0 ? [{ label: 'Not in yet', value: list(named('missing')) }] : []),
      ...(named('brief').length > 0 ? [{ label: 'Known briefly', value: list(named('brief')) }] : []),
    ],
    table: {
      columns: [
        { title: 'Date', width: 3 },
        { title: 'Agency', width: 3 },
        { title: 'Source', width: 2.5 },
        { title: 'Event', width: 8 },
        { title: 'Child’s voice', width: 5 },
        { title: 'Raised by', width: 3 },
        { title: 'Response', width: 5 },
      ],
      rows: entries.map(rowOf),
    },
    notes: [
      'Each entry stands as its agency wrote it. Nothing was left out, and nothing joined.',
      ...(entries.some(({ beforeLookBack }) => beforeLookBack)
        ? ['Entries marked * lie before the time looked back on.']
        : []),
      ...quiet.map(({ words }) => words),
    ],
    footer: `${reference} chronology, made on ${momentWithYear(madeAt)}`,
  }
}

function rowOf(entry: MergedEntryView): PaperRow {
  const { when, agencyName, source, event, voice, raisedBy, gap, beforeLookBack } = entry
  const cells = [
    `${when}${beforeLookBack ? ' *' : ''}`,
    agencyName,
    source,
    event,
    voice,
    raisedBy,
    responseOf(entry),
  ]
  if (gap === null) return voice === '' ? { cells } : { cells, tone: 'voice' }
  return { cells, tone: 'gap' }
}

/** The response as written, and in words when there was none. */
function responseOf({ response, gap }: MergedEntryView): string {
  if (gap === null) return response
  return response === '' ? `${GAP_WORDS[gap]}.` : `${response}\n${GAP_WORDS[gap]}.`
}

function list(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.join(', ')
}
