import { Tab, TextRun } from 'docx'

import { plainText } from '#core/documents/plain-text.ts'

type Look = { readonly bold?: boolean; readonly color?: string; readonly tabFirst?: boolean }

/** What was typed, as runs of text: a line break is a break, and every other sign is itself. */
export function textRuns(typed: string, { tabFirst = false, ...look }: Look = {}): TextRun[] {
  return plainText(typed)
    .split('\n')
    .map((line, index) => {
      const children = tabFirst && index === 0 ? [new Tab(), line] : [line]
      return new TextRun({ ...look, children, ...(index > 0 && { break: 1 }) })
    })
}
