import type { Cell, Worksheet } from '@cj-tech-master/excelts'

import { plainText } from '#core/documents/plain-text.ts'
import type { Sheet, Workbook } from '#core/documents/workbook.ts'

import { cellOf } from './excel-cell.ts'
import { MADE, TITLE, bodyOf, headOf, printed } from './excel-look.ts'
import { heightOf } from './row-height.ts'
import { sheetNames } from './sheet-names.ts'

/** Excel's own, in characters: a column's width includes it. */
const CELL_PADDING = 0.71

/** Above the rows: the title, when it was made, the columns' headings. */
const HEADINGS_AT = 3

/**
 * The workbook as an Excel file (.xlsx): headings and first column that stay in sight, a filter on each column, real dates, ready to
 * print. No cell is a formula, whatever was typed. Throws a RangeError without sheets, and when a row has not one cell
 * a column.
 */
export async function writeExcel(workbook: Workbook): Promise<Uint8Array> {
  if (workbook.sheets.length === 0) throw new RangeError('A workbook has at least one sheet')
  // Loaded when the first workbook is wanted: it takes a third of a second and 80 MB.
  const { PaperSize, Workbook: File } = await import('@cj-tech-master/excelts')
  const file = new File()
  file.title = plainText(workbook.title)
  file.creator = 'Case Evaluations'
  file.lastModifiedBy = 'Case Evaluations'
  const names = sheetNames(workbook.sheets.map(({ name }) => name))
  workbook.sheets.forEach((sheet, index) => {
    const page = file.addWorksheet(names[index] ?? '', {
      views: [{ state: 'frozen', xSplit: 1, ySplit: HEADINGS_AT, showGridLines: false }],
      ...printed(PaperSize.A4, plainText(workbook.made), HEADINGS_AT),
    })
    fill(page, sheet, workbook)
  })
  return new Uint8Array(await file.xlsx.writeBuffer())
}

function fill(page: Worksheet, sheet: Sheet, { title, made }: Workbook): void {
  sheet.columns.forEach(({ width }, index) => {
    page.getColumn(index + 1).width = width + CELL_PADDING
  })
  put(page.getCell(1, 1), title, TITLE)
  put(page.getCell(2, 1), made, MADE)
  page.getRow(2).height = 20
  sheet.columns.forEach((column, index) =>
    put(page.getCell(HEADINGS_AT, index + 1), column.title, headOf(column.kind)),
  )
  page.getRow(HEADINGS_AT).height = heightOf(
    sheet.columns.map(({ title }) => title),
    sheet.columns,
  )
  sheet.rows.forEach((row, index) => addRow(page, sheet, row, index + 1))
  page.autoFilter = {
    from: { row: HEADINGS_AT, col: 1 },
    to: { row: HEADINGS_AT + sheet.rows.length, col: sheet.columns.length },
  }
}

function addRow(page: Worksheet, { name, columns }: Sheet, row: Sheet['rows'][number], number: number): void {
  if (row.length !== columns.length)
    throw new RangeError(`Row ${number} of "${name}" has ${row.length} cells for ${columns.length} columns`)
  page.getRow(HEADINGS_AT + number).height = heightOf(row, columns)
  columns.forEach(({ kind }, index) => {
    const cell = page.getCell(HEADINGS_AT + number, index + 1)
    const { value, format } = cellOf(row[index] ?? null, kind)
    cell.value = value
    cell.style = { ...bodyOf(kind), numFmt: format }
  })
}

function put(cell: Cell, text: string, look: Partial<Cell['style']>): void {
  const { value, format } = cellOf(text, 'text')
  cell.value = value
  cell.style = { ...look, numFmt: format }
}
