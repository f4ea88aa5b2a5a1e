import type { Day } from '../calendar/day.ts'
import type { Threshold } from '../cases/case-file.ts'
import type { Adult } from './long-list.ts'
import { MOST_ADULTS } from './words.ts'

/** A case as somebody wrote it; its reference is given later. */
export type WrittenCase = {
  readonly name: string
  readonly born: Day | null
  readonly threshold: Threshold
  readonly adults: readonly Adult[]
}

export type Column = 'name' | 'born' | 'threshold' | 'adults'

/** What cannot be read: in which row, counted as pasted from 1, and in which column. */
export type PasteProblem = { readonly row: number; readonly column: Column; readonly says: string }

export type PastedList = {
  readonly cases: readonly WrittenCase[]
  readonly problems: readonly PasteProblem[]
}

/**
 * Reads rows that were pasted from a spreadsheet: the child's name, the date of birth or "unborn", where the case
 * stands, the adults. A first row of headings gives the order of the columns. What can be read is given with all
 * that is wrong in the other rows. A text is a text, whatever it looks like.
 */
export function parsePastedList(text: string, today: string): PastedList {
  const rows = cellsOf(text)
  const heading = columnsIn(rows[0] ?? [])
  const cases: WrittenCase[] = []
  const problems: PasteProblem[] = []
  rows.forEach((cells, index) => {
    if ((index === 0 && heading) || cells.every((cell) => cell === '')) return
    const cell = (column: Column): string => cells[(heading ?? ORDER).indexOf(column)] ?? ''
    const read = readCase(
      { name: cell('name'), born: cell('born'), threshold: cell('threshold'), adults: cell('adults') },
      today,
    )
    if (read.problems.length === 0) cases.push(read.written)
    problems.push(...read.problems.map((each) => ({ row: index + 1, ...each })))
  })
  return { cases, problems }
}

/** "M1-Test (mother, lives with, parental responsibility); F1-Test (father)"; a sentence when it cannot be read. */
export function parseAdults(text: string): readonly Adult[] | string {
  const parts = text.split(';').map((part) => part.trim())
  const written = parts.filter((part) => part !== '')
  if (written.length > MOST_ADULTS) return `At most ${MOST_ADULTS} adults can stand beside a child.`
  const adults: Adult[] = []
  for (const part of written) {
    const [, name = '', inside = ''] = /^([^(]*)\((.*)\)$/s.exec(part) ?? []
    const said = inside.split(',').map((phrase) => phrase.trim())
    const relation = said.filter(
      (phrase) => phrase !== '' && !LIVES_WITH.test(phrase) && !RESPONSIBLE.test(phrase),
    )
    if (name.trim() === '' || relation.length === 0)
      return 'Write each adult as: name (relation, lives with), with a semicolon between two.'
    adults.push({
      name: name.trim(),
      relation: relation.join(', '),
      livesWith: said.some((phrase) => LIVES_WITH.test(phrase)),
      parentalResponsibility: said.some((phrase) => RESPONSIBLE.test(phrase)),
    })
  }
  return adults
}

/** The same as a text, to be changed. */
export function adultsInWords(adults: readonly Adult[]): string {
  return adults
    .map(({ name, relation, livesWith, parentalResponsibility }) => {
      const more = [
        ...(livesWith ? ['lives with'] : []),
        ...(parentalResponsibility ? ['parental responsibility'] : []),
      ]
      return `${name} (${[relation, ...more].join(', ')})`
    })
    .join('; ')
}

const LIVES_WITH = /^lives with( the)?( child| family)?$/i
const RESPONSIBLE = /^(pr|parental responsibility)$/i
const ORDER: readonly Column[] = ['name', 'born', 'threshold', 'adults']
const LONGEST = 200

export type ReadCase = {
  readonly written: WrittenCase
  readonly problems: readonly Omit<PasteProblem, 'row'>[]
}

/** One case out of what was written in each column, with all that is wrong. */
export function readCase(said: Readonly<Record<Column, string>>, today: string): ReadCase {
  const name = said.name.trim()
  const born = bornIn(said.born.trim(), today)
  const threshold = THRESHOLD_WORDS.get(plain(said.threshold))
  const adults = parseAdults(said.adults)
  const problems = [
    ...(name === '' ? [{ column: 'name', says: 'The child’s name is missing.' } as const] : []),
    ...(name.length > LONGEST
      ? [{ column: 'name', says: 'The name is too long: 200 characters at most.' } as const]
      : []),
    ...('says' in born ? [{ column: 'born', says: born.says } as const] : []),
    ...(threshold ? [] : [{ column: 'threshold', says: THRESHOLD_HINT } as const]),
    ...(typeof adults === 'string' ? [{ column: 'adults', says: adults } as const] : []),
  ]
  return {
    written: {
      name,
      born: 'says' in born ? null : born.day,
      threshold: threshold ?? 'assessed',
      adults: typeof adults === 'string' ? [] : adults,
    },
    problems,
  }
}

/** "3/2/2014", "3.2.2014", "2014-02-03", "unborn". */
function bornIn(text: string, today: string): { readonly day: Day | null } | { readonly says: string } {
  if (/^(unborn|not born( yet)?)$/i.test(text)) return { day: null }
  if (text === '')
    return { says: 'The date of birth is missing. Write "unborn" when the child is not born yet.' }
  const [, ...ofDay] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  const [, ...ofYear] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  const [day, month, year] = (ofDay.length > 0 ? ofDay : ofYear.toReversed()).map(Number)
  if (day === undefined || month === undefined || year === undefined || !exists(day, month, year))
    return { says: 'This is not a date of birth. Write it as 3/2/2014.' }
  const born = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as Day
  return born > today ? { says: 'This date of birth is still to come.' } : { day: born }
}

function exists(day: number, month: number, year: number): boolean {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const last = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
  return year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= last
}

const THRESHOLD_HINT =
  'Write where the case stands: being assessed, early help, early help closed, child in need, child protection or child in care.'

const THRESHOLD_WORDS: ReadonlyMap<string, Threshold> = new Map<string, Threshold>([
  ...['assessed', 'being assessed', 'assessment', 'in assessment', 'a'].map(
    (word) => [word, 'assessed'] as const,
  ),
  ...['early help', 'eh'].map((word) => [word, 'early-help'] as const),
  ...['early help closed', 'eh closed', 'closed early help'].map(
    (word) => [word, 'early-help-closed'] as const,
  ),
  ...['child in need', 'in need', 'cin'].map((word) => [word, 'child-in-need'] as const),
  ...['child protection', 'in protection', 'cp'].map((word) => [word, 'child-protection'] as const),
  ...['child in care', 'in care', 'looked after', 'cic', 'lac'].map(
    (word) => [word, 'child-in-care'] as const,
  ),
])

const HEADINGS: readonly (readonly [Column, RegExp])[] = [
  ['born', /^(date of birth|born|dob|birth)/],
  ['threshold', /^(threshold|status|type of case|where)/],
  ['adults', /^(adults?|family|relationships?)/],
  ['name', /^(child|name|children)/],
]

/** The columns as a first row names them; undefined when it is a row of the list. */
function columnsIn(cells: readonly string[]): readonly (Column | null)[] | undefined {
  const columns = cells.map((cell) => HEADINGS.find(([, words]) => words.test(plain(cell)))?.[0] ?? null)
  return columns.includes('name') && columns.includes('born') ? columns : undefined
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[\s,._-]+/g, ' ')
    .trim()
}

/** Rows and cells as spreadsheets put them onto the clipboard: a cell with a tab or a new line is in quotes. */
function cellsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  for (const [, quoted, open = '', end] of text.replaceAll(/\r\n?/g, '\n').matchAll(CELL)) {
    const cell = quoted === undefined ? open : quoted.replaceAll('""', '"')
    rows.at(-1)?.push(cell.replaceAll(/\s+/g, ' ').trim())
    if (end === '\n') rows.push([])
    if (end === '') break
  }
  return rows
}

const CELL = /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))([\t\n]|$)/g
