import { BorderStyle, Paragraph, ShadingType, TableCell, TableRow, VerticalAlignTable, WidthType } from 'docx'

import type { PaperColumn, PaperRow } from '#core/documents/paper.ts'

import { INK, TEXT_WIDTH } from './word-look.ts'
import { textRuns } from './word-text.ts'

const PADDING = { top: 60, bottom: 60, left: 100, right: 100 }

/** The columns' shares of the page, in twentieths of a point; together they are the page's width. */
export function widthsOf(columns: readonly PaperColumn[]): readonly number[] {
  const shares = columns.reduce((sum, { width }) => sum + width, 0)
  const widths = columns.map(({ width }) => Math.floor((TEXT_WIDTH * width) / shares))
  const rest = TEXT_WIDTH - widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width, index) => (index === widths.length - 1 ? width + rest : width))
}

/** Repeated at the top of each page. */
export function headerRow(columns: readonly PaperColumn[], widths: readonly number[]): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      ({ title }, index) =>
        new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          margins: PADDING,
          verticalAlign: VerticalAlignTable.BOTTOM,
          shading: { type: ShadingType.CLEAR, color: 'auto', fill: INK.head },
          children: [new Paragraph({ style: 'ColumnHead', children: textRuns(title) })],
        }),
    ),
  })
}

/** A row stays on one page, if one page can hold it. `number` counts from 1 and names the row in a fault. */
export function tableRow({ cells, tone }: PaperRow, widths: readonly number[], number: number): TableRow {
  if (cells.length !== widths.length)
    throw new RangeError(`Row ${number} of the paper has ${cells.length} cells for ${widths.length} columns`)
  return new TableRow({
    cantSplit: true,
    children: cells.map(
      (cell, index) =>
        new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          margins: PADDING,
          ...look(tone, index === 0),
          children: [new Paragraph({ style: 'Cell', children: textRuns(cell) })],
        }),
    ),
  })
}

/** Bars of two kinds, so that the tones differ on a grey printer, too. */
const BARS = {
  voice: { style: BorderStyle.SINGLE, size: 24 },
  gap: { style: BorderStyle.DOUBLE, size: 12 },
}

function look(tone: PaperRow['tone'], first: boolean) {
  if (tone === undefined) return {}
  const { bar, tint } = INK[tone]
  const shading = { type: ShadingType.CLEAR, color: 'auto', fill: tint }
  return first ? { shading, borders: { left: { ...BARS[tone], color: bar } } } : { shading }
}
