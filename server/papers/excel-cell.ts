import { day, daysBetween, parseDay } from '#core/calendar/day.ts'
import { plainText } from '#core/documents/plain-text.ts'
import type { SheetCell, SheetColumn } from '#core/documents/workbook.ts'

/** What Excel keeps of a cell, and how it shows it. A text is a text: this never makes a formula. */
export type ExcelCell = { readonly value: string | number | null; readonly format: string }

const DAY = 'dd mmm yyyy'
const GENERAL = 'General'
/** Excel's "Text": whoever edits the cell later makes no formula of it either. */
const TEXT = '@'

/** Signs with which a spreadsheet begins a formula, in their full-width forms, too. */
const BEGINS_FORMULA = /^\s*[=+\-@＝＋－＠]/

export function cellOf(cell: SheetCell, kind: SheetColumn['kind']): ExcelCell {
  if (cell === null) return { value: null, format: GENERAL }
  if (kind === 'number' && typeof cell === 'number' && Number.isFinite(cell))
    return { value: cell, format: GENERAL }
  const serial = kind === 'day' ? serialOf(String(cell)) : undefined
  return serial === undefined ? textCell(String(cell)) : { value: serial, format: DAY }
}

function textCell(typed: string): ExcelCell {
  const text = shortened(plainText(typed))
  const risky = BEGINS_FORMULA.test(text) || /^[\t\r\n]/.test(typed)
  return { value: text, format: risky ? TEXT : GENERAL }
}

/** Excel counts days from 1900 and takes that year for a leap year: its count is right from March on. */
function serialOf(text: string): number | undefined {
  const found = parseDay(text)
  return found && found >= '1900-03-01' ? daysBetween(day('1899-12-30'), found) : undefined
}

const MOST = 32_767
const CUT = '… (the text goes on: it is too long for a cell)'

/** More than Excel's most would make it repair the file. No sign is cut in half. */
function shortened(text: string): string {
  if (text.length <= MOST) return text
  return text.slice(0, MOST - CUT.length).replace(/\p{Surrogate}$/u, '') + CUT
}
