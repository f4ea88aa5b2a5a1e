import type { Day } from '../calendar/day.ts'
import { shortWords } from '../calendar/words.ts'
import { PRINTED_COLUMNS } from '../method/schema-of-days.ts'
import type { PrintedColumn } from '../method/schema-of-days.ts'
import type { Timetable, TimetableDay } from './timetable.ts'

/** The headings of the framework's yearly table, in its order; `week` is the line below them (OLD-86). */
export const PRINTED_HEADINGS: Readonly<
  Record<PrintedColumn, { readonly title: string; readonly week: string }>
> = {
  'dates-of-audit': { title: 'Dates of audit', week: '' },
  theme: { title: 'Audit theme: case details sent out', week: 'Week 1' },
  chronologies: { title: 'Submission date for chronologies', week: 'Week 3' },
  evaluations: { title: 'Submission date for case evaluations', week: 'Week 3' },
  'panel-day': { title: 'Multi-agency panel day', week: 'Week 4' },
  'overview-report': { title: 'Overview report', week: 'Week 4' },
  'independent-overview': { title: 'Independent overview', week: 'Weeks 5-6' },
  briefings: { title: '7 minute briefings', week: 'Week 7 onwards' },
}

/** A round as a row of that table, as printed: "23 May 2018 (24 May for Health)", "11 - 22 June 2018", "TBC". */
export function printedRow(timetable: Timetable, theme: string): Readonly<Record<PrintedColumn, string>> {
  const cells = PRINTED_COLUMNS.map((column) => [column, cell(column, timetable.days)] as const)
  return {
    ...(Object.fromEntries(cells) as Record<PrintedColumn, string>),
    theme: timetable.kind === 'full' ? `${theme} – full audit` : theme,
  }
}

function cell(column: PrintedColumn, days: readonly TimetableDay[]): string {
  const inIt = days.filter(({ printed }) => printed?.column === column)
  const ofAll = inIt.find(({ printed }) => printed?.only === undefined)
  if (ofAll?.state !== 'set') return ofAll ? 'TBC' : ''
  const others = inIt.flatMap((day) => {
    const only = day.printed?.only
    if (only === undefined) return []
    return [` (${day.state === 'set' ? shortWords(day.to, ofAll.to) : 'TBC'} for ${only})`]
  })
  const span = column === 'independent-overview'
  return `${span ? betweenWords(ofAll.from, ofAll.to) : fullWords(ofAll.to)}${others.join('')}`
}

/** "23 May 2018": the year is always said. */
function fullWords(day: Day): string {
  return `${shortWords(day, day)} ${yearOf(day)}`
}

/** "11 - 22 June 2018", "25 June - 6 July 2018", "24 December 2018 - 4 January 2019". */
function betweenWords(from: Day, to: Day): string {
  if (from === to) return fullWords(to)
  if (yearOf(from) !== yearOf(to)) return `${fullWords(from)} - ${fullWords(to)}`
  const first = from.slice(0, 7) === to.slice(0, 7) ? String(Number(from.slice(8))) : shortWords(from, from)
  return `${first} - ${fullWords(to)}`
}

function yearOf(day: Day): string {
  return day.slice(0, 4)
}
