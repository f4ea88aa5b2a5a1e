import { countOf } from '../count.ts'

/**
 * What is told in one message beside reminders: of a morning to the business manager, of a week to supervising
 * managers, of what waited to somebody who was away, and that the 72 hours of an incident run. Counts and references,
 * nothing else.
 */
export type OverviewKind = 'morning' | 'weekly' | 'back' | 'incident'

/** One thing that an overview says: how many there are, and their references as far as they are listed. */
export type OverviewLine = {
  readonly about: OverviewAbout
  readonly count: number
  readonly references: readonly string[]
}

export type OverviewAbout =
  | 'became-late'
  | 'due-today'
  | 'not-reached'
  | 'held-back'
  | 'away'
  | 'late'
  | 'due-this-week'
  | 'done-last-week'
  | 'waiting'
  | 'passed-by'
  | 'not-decided'

export type Overview = { readonly kind: OverviewKind; readonly lines: readonly OverviewLine[] }

/** By the afternoon the morning is gone: what its overview would have said stands on Home. */
export const NOON = '12:00'

/** How many references are listed; the rest is counted. */
export const MOST_LISTED = 12

/** The heading of its card, and the subject of its mail. */
export const OVERVIEW_HEADINGS: Readonly<Record<OverviewKind, string>> = {
  morning: 'This morning',
  weekly: 'Your team this week',
  back: 'While you were away',
  incident: 'Sent to the wrong person',
}

/** Where the rest of it is. */
export const OVERVIEW_PATHS: Readonly<Record<OverviewKind, string>> = {
  morning: '/',
  weekly: '/team',
  back: '/',
  incident: '/incidents',
}

/** The notification: "This morning: 3 became late, 2 are due today". */
export function overviewSummary({ kind, lines }: Overview): string {
  return `${OVERVIEW_HEADINGS[kind]}: ${lines.map(countInWords).join(', ')}`
}

/** "3 became late: N-02 A4, N-08 A2 and 1 more." */
export function overviewSentence(line: OverviewLine): string {
  const { references, count } = line
  const more = count - MOST_LISTED
  const listed = more > 0 ? `${references.join(', ')} and ${more} more` : references.join(', ')
  const says = countInWords(line)
  return references.length === 0 ? `${says}.` : `${says}: ${listed}.`
}

function countInWords({ about, count }: OverviewLine): string {
  return WORDS[about](count)
}

const WORDS: Readonly<Record<OverviewAbout, (n: number) => string>> = {
  'became-late': (n) => `${n} became late`,
  'due-today': (n) => `${n} ${n === 1 ? 'is' : 'are'} due today`,
  'not-reached': (n) => `${countOf(n, 'reminder')} reached nobody`,
  'held-back': (n) => `${countOf(n, 'reminder')} ${n === 1 ? 'waits' : 'wait'} until somebody is back`,
  away: (n) => `${n === 1 ? '1 person is' : `${n} people are`} away`,
  late: (n) => `${n} ${n === 1 ? 'is' : 'are'} late`,
  'due-this-week': (n) => `${n} ${n === 1 ? 'is' : 'are'} due this week`,
  'done-last-week': (n) => `${n} ${n === 1 ? 'was' : 'were'} answered last week`,
  'not-decided': (n) => `${n} ${n === 1 ? 'is' : 'are'} not decided yet`,
  waiting: (n) => `${n} ${n === 1 ? 'waits' : 'wait'} for you`,
  'passed-by': (n) => `${n} more ${n === 1 ? 'is' : 'are'} owed by others: you would have been told`,
}
