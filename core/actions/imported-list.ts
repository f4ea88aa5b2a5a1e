import { parseDay } from '../calendar/day.ts'
import type { Day } from '../calendar/day.ts'

/** A line of somebody's tracker as it stood there: texts, whatever they looked like. */
export type ImportedLine = {
  /** Its row in the sheet, counted from 1. */
  readonly line: number
  readonly case: string
  readonly what: string
  readonly owner: string
  readonly raiser: string
  readonly due: string
  readonly help: string
  /** What the tracker said of its being done; '' when it said nothing. */
  readonly done: string
}

export type ImportColumn = Exclude<keyof ImportedLine, 'line'>

/** What each column may be called: the product's own workbook first. */
const NAMES: Readonly<Record<ImportColumn, RegExp>> = {
  case: /^(case|case id|reference|ref)\b/i,
  what: /^(what will be done|action|actions|recommendation|what)\b/i,
  owner: /^(owner|who will do it|lead|responsible|by whom)\b/i,
  raiser: /^(asked by|raiser|raised by|who asked for it)\b/i,
  due: /^(due|by when|by which day|deadline|target date|date(?! (completed|closed|done))|complete by)\b/i,
  done: /^(done|complete(?! by)d?|finished|closed|status|state|progress|date (completed|closed|done))\b/i,
  help: /^(how we will know|measure|evidence|outcome|impact|success)/i,
}

/** Under which names the columns are looked for, for people. */
export const COLUMN_WORDS: Readonly<Record<ImportColumn, string>> = {
  case: 'Case',
  what: 'What will be done',
  owner: 'Owner',
  raiser: 'Asked by',
  due: 'Due',
  help: 'How we will know that it helped',
  done: 'Done',
}

export type ImportedList =
  | { readonly lines: readonly ImportedLine[]; readonly missing: readonly ImportColumn[] }
  | 'no-headings'

const NEEDED = ['case', 'what', 'owner'] as const

/**
 * Reads the rows of a sheet below its headings, which stand in one of the first ten rows. A row in which every
 * known column is empty is none. A column that is not there is named, and its cells are empty.
 */
export function readImportedList(rows: readonly (readonly string[])[]): ImportedList {
  const at = rows.slice(0, 10).findIndex((row) => NEEDED.every((column) => placeOf(row, column) !== -1))
  const heading = rows[at]
  if (!heading) return 'no-headings'
  const columns = Object.keys(NAMES) as readonly ImportColumn[]
  const places = new Map(columns.map((column) => [column, placeOf(heading, column)]))
  const lines = rows.slice(at + 1).map((row, index): ImportedLine => {
    const cell = (column: ImportColumn): string => (row[places.get(column) ?? -1] ?? '').trim()
    return {
      line: at + 2 + index,
      case: cell('case'),
      what: cell('what'),
      owner: cell('owner'),
      raiser: cell('raiser'),
      due: cell('due'),
      help: cell('help'),
      done: cell('done'),
    }
  })
  return {
    lines: lines.filter((line) => columns.some((column) => line[column] !== '')),
    // Whether something is done need not stand in a tracker.
    missing: columns.filter((column) => column !== 'done' && places.get(column) === -1),
  }
}

function placeOf(heading: readonly string[], column: ImportColumn): number {
  return heading.findIndex((cell) => NAMES[column].test(cell.trim()))
}

/**
 * Whether a tracker says that it is done: "yes", "Completed", "done 3/5/2018", a day alone, or the product's own
 * words. Anything else, such as "nearly" or "done in part", is not.
 */
export function saysDone(text: string): boolean {
  const plain = text.trim()
  if (/^(?:reported done|it happened):/i.test(plain)) return true
  const on =
    /^(?:yes|y|done|completed?|finished|closed|confirmed|x|✓|✔)?[\s.,:;(]*(?:on\s+)?(.*?)[\s.)]*$/iu.exec(
      plain,
    )
  const rest = on?.[1] ?? plain
  // A day with more behind it is a note.
  const isNote = /^\d{4}-\d{2}-\d{2}./.test(rest)
  return plain !== '' && (rest === '' || (dayIn(rest) !== undefined && !isNote))
}

/** "2018-06-22", "22/6/2018", "22.06.18", "22 June 2018"; undefined for what is no day. */
export function dayIn(text: string): Day | undefined {
  const plain = parseDay(text.slice(0, 10))
  if (plain) return plain
  const [, dd = '', mm = '', yy = ''] =
    /^(\d{1,2})(?:st|nd|rd|th)?[\s./-]+(\d{1,2}|\p{L}{3,9})[\s./,-]+(\d{4}|\d{2})$/u.exec(text.trim()) ?? []
  const month = /^\d/.test(mm) ? Number(mm) : MONTHS.indexOf(mm.slice(0, 3).toLowerCase()) + 1
  const year = yy.length === 2 ? `20${yy}` : yy
  return parseDay(`${year}-${String(month).padStart(2, '0')}-${dd.padStart(2, '0')}`)
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
