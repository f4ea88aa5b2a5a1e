import { BorderStyle, Document, Packer, Paragraph, Table, TableLayoutType, WidthType } from 'docx'

import type { Paper, PaperFact } from '#core/documents/paper.ts'

import { INK, PAGE, STYLES, TEXT_WIDTH } from './word-look.ts'
import { footOf, headOf } from './word-margins.ts'
import { headerRow, tableRow, widthsOf } from './word-table.ts'
import { textRuns } from './word-text.ts'

/** The name that stands as author in a file's properties: no person's. */
const AUTHOR = 'Case Evaluations'

/**
 * The paper as a Word document (.docx): A4 landscape in British English, its headings repeated on each page. What was
 * typed stays text. Throws a RangeError when a row has not one cell a column.
 */
export async function writeWord(paper: Paper): Promise<Uint8Array> {
  const document = new Document({
    title: paper.title,
    creator: AUTHOR,
    lastModifiedBy: AUTHOR,
    compatibility: { version: 15 },
    styles: STYLES,
    sections: [
      {
        properties: { page: PAGE },
        headers: { default: headOf(paper) },
        footers: { default: footOf(paper) },
        children: [
          new Paragraph({ heading: 'Heading1', children: textRuns(paper.title) }),
          new Paragraph({ style: 'Subtitle', children: textRuns(paper.subtitle) }),
          ...paper.facts.map(factLine),
          ...tableOf(paper),
          ...notesOf(paper),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

/** The label, then the value at the same place on each line. */
function factLine({ label, value }: PaperFact): Paragraph {
  return new Paragraph({
    style: 'Fact',
    children: [...textRuns(label, { bold: true }), ...textRuns(value, { tabFirst: true })],
  })
}

function tableOf({ table: { columns, rows } }: Paper): readonly (Paragraph | Table)[] {
  if (rows.length === 0) return [new Paragraph({ children: textRuns('Nothing is recorded.') })]
  const widths = widthsOf(columns)
  const none = { style: BorderStyle.NONE }
  const line = { style: BorderStyle.SINGLE, size: 4, color: INK.line }
  return [
    new Paragraph({ style: 'Space', children: [] }),
    new Table({
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: [...widths],
      layout: TableLayoutType.FIXED,
      borders: {
        top: line,
        bottom: line,
        left: none,
        right: none,
        insideHorizontal: line,
        insideVertical: none,
      },
      rows: [headerRow(columns, widths), ...rows.map((row, index) => tableRow(row, widths, index + 1))],
    }),
  ]
}

function notesOf({ notes }: Paper): readonly Paragraph[] {
  if (notes.length === 0) return []
  return [
    new Paragraph({ heading: 'Heading2', children: textRuns('Notes') }),
    ...notes.map((note) => new Paragraph({ children: textRuns(note) })),
  ]
}
