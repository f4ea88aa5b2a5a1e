import { day } from '../calendar/day.ts'
import type { Day } from '../calendar/day.ts'
import { dayOf, timeOf } from '../calendar/moment.ts'
import type { Moment } from '../calendar/moment.ts'
import { shortWords } from '../calendar/words.ts'
import { countOf } from '../count.ts'
import type { Entry } from './entry.ts'
import type { SentStanding } from './sent.ts'
import type { ChronologyView, MergedEntryView } from './views.ts'

/** "14 November 2017", and for a longer time "14 November 2017 to 2 December 2017": always with the year. */
export function whenInWords({ on, until }: Pick<Entry, 'on' | 'until'>): string {
  return until === null || until === on ? withYear(on) : `${withYear(on)} to ${withYear(until)}`
}

/** A chronology is read years later: its days never leave the year out. */
export function withYear(of: Day): string {
  return shortWords(of, OF_NO_OTHER_YEAR)
}

/** "18 June 2018 at 10:04", for what is kept. */
export function momentWithYear(at: Moment): string {
  return `${withYear(dayOf(at))} at ${timeOf(at)}`
}

const OF_NO_OTHER_YEAR = day('0001-01-01')

/** How an agency's chronology stands in the merged one. */
export function standingOf(
  { scope, state }: SentStanding,
  entries: number,
): Pick<ChronologyView['agencies'][number], 'standing' | 'words'> {
  if (scope === 'out') return { standing: 'out', words: 'not involved' }
  const isSent = state === 'submitted' || state === 'accepted'
  if (isSent)
    return {
      standing: 'in',
      words: entries === 0 ? 'nothing to record' : countOf(entries, 'entry', 'entries'),
    }
  return scope === 'brief'
    ? { standing: 'brief', words: 'known briefly' }
    : { standing: 'missing', words: 'not in yet' }
}

/** "12 entries from 6 agencies. Not in yet: GPs. In one place the child spoke and no response was recorded." */
export function chronologyInWords(
  entries: readonly Pick<MergedEntryView, 'agency' | 'gap'>[],
  agencies: ChronologyView['agencies'],
): string {
  const missing = agencies.filter(({ standing }) => standing === 'missing').map(({ name }) => name)
  const writing = new Set(entries.map(({ agency }) => agency)).size
  const voice = entries.filter(({ gap }) => gap === 'voice').length
  const response = entries.filter(({ gap }) => gap === 'response').length
  return [
    entries.length === 0
      ? 'No entry was sent yet.'
      : `${countOf(entries.length, 'entry', 'entries')} from ${countOf(writing, 'agency', 'agencies')}.`,
    missing.length > 0 ? `Not in yet: ${missing.join(', ')}.` : '',
    voice > 0 ? `The child spoke and no response was recorded: ${countOf(voice, 'time', 'times')}.` : '',
    response > 0 ? `No response seen: ${countOf(response, 'time', 'times')}.` : '',
  ]
    .filter(Boolean)
    .join(' ')
}
