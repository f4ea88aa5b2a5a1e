import { Footer, Header, PageNumber, Paragraph, Tab, TabStopType, TextRun } from 'docx'

import type { Paper } from '#core/documents/paper.ts'

import { INK, TEXT_WIDTH } from './word-look.ts'
import { textRuns } from './word-text.ts'

const tabStops = [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }]

/** The marking comes first on every page; then what the paper is. */
export function headOf({ marking, title }: Paper): Header {
  const marked = textRuns(marking, { bold: true, color: INK.text })
  return new Header({
    children: [
      new Paragraph({
        style: 'Margin',
        tabStops,
        children: [...marked, ...textRuns(title, { tabFirst: true })],
      }),
    ],
  })
}

/** "Page 2 of 7" at the right. */
export function footOf({ footer }: Paper): Footer {
  const number = new TextRun({
    children: [new Tab(), 'Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
  })
  return new Footer({
    children: [new Paragraph({ style: 'Margin', tabStops, children: [...textRuns(footer), number] })],
  })
}
