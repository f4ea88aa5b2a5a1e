import type { SheetCell, SheetColumn } from '#core/documents/workbook.ts'

/** Points, for the body's 10. */
const LINE = 13
const AROUND = 4
/** A column's width counts figures of Excel's own letters; of ours more stand in a line. */
const LETTERS_A_FIGURE = 1.15
/** Excel's most; a longer text is read in the cell itself. */
const MOST = 409

/** High enough for the longest wrapped text of a row: not every program finds that height when it opens the file. */
export function heightOf(cells: readonly SheetCell[], columns: readonly SheetColumn[]): number {
  const lines = columns.map(({ width }, index) =>
    linesOf(String(cells[index] ?? ''), Math.floor(width * LETTERS_A_FIGURE)),
  )
  return Math.min(MOST, Math.max(1, ...lines) * LINE + AROUND)
}

/** Words go to the next line whole. */
function linesOf(text: string, width: number): number {
  return text.split(/\r\n?|\n/).reduce((sum, line) => sum + wrapped(line, width), 0)
}

function wrapped(line: string, width: number): number {
  let lines = 1
  let used = 0
  for (const word of line.split(' ')) {
    const needed = used === 0 ? word.length : used + 1 + word.length
    if (needed <= width) used = needed
    else {
      lines += used === 0 ? 0 : 1
      lines += Math.max(0, Math.ceil(word.length / width) - 1)
      used = ((word.length - 1) % width) + 1
    }
  }
  return lines
}
