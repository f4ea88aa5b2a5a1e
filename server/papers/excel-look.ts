import type { AddWorksheetOptions, PaperSize, Style } from '@cj-tech-master/excelts'

import type { SheetColumn } from '#core/documents/workbook.ts'

const FONT = 'Arial'
const FOOT = `&"${FONT},Regular"&8`

export const TITLE: Partial<Style> = { font: { name: FONT, size: 14, bold: true } }

export const MADE: Partial<Style> = { font: { name: FONT, size: 10, color: { argb: 'FF595959' } } }

export function headOf(kind: SheetColumn['kind']): Partial<Style> {
  return {
    font: { name: FONT, size: 10, bold: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFECECEC' } },
    border: { bottom: { style: 'thin', color: { argb: 'FF595959' } } },
    alignment: { vertical: 'bottom', wrapText: true, ...sideOf(kind) },
  }
}

export function bodyOf(kind: SheetColumn['kind']): Partial<Style> {
  return {
    font: { name: FONT, size: 10 },
    border: { bottom: { style: 'thin', color: { argb: 'FFBFBFBF' } } },
    alignment: { vertical: 'top', wrapText: true, ...sideOf(kind) },
  }
}

/** Numbers under each other, away from the text of the next column. */
function sideOf(kind: SheetColumn['kind']) {
  return kind === 'number' ? ({ horizontal: 'right', indent: 1 } as const) : ({ horizontal: 'left' } as const)
}

/** Landscape, as wide as the page, the first rows again on each page, "Page 2 of 7" at its foot. */
export function printed(paperSize: PaperSize, made: string, rowsAtTop: number): AddWorksheetOptions {
  return {
    pageSetup: {
      paperSize,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `1:${rowsAtTop}`,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: `&L${FOOT}${footText(made)}&R${FOOT}Page &P of &N` },
  }
}

const LONGEST_FOOT = 200

/** "&" begins a code in a footer, and a figure after the size would belong to it. */
function footText(made: string): string {
  const line = made.replaceAll('\n', ' ').slice(0, LONGEST_FOOT)
  return ` ${line.replaceAll('&', '&&')}`
}
