import { Document, Packer, Paragraph } from 'docx'

import type { BlankForm } from '#core/close-the-loop/word-form.ts'
import { WORD_HEADINGS } from '#core/close-the-loop/word-headings.ts'

import { STYLES } from './word-look.ts'
import { textRuns } from './word-text.ts'

/**
 * The close-the-loop form as a Word document to fill: what the panel found, then a heading for each part with room
 * under it. The headings are what it is read by when it comes back.
 */
export async function writeWordForm({ reference, good, asked }: BlankForm): Promise<Uint8Array> {
  const document = new Document({
    title: `Case ${reference}: close the loop`,
    creator: 'Case Evaluations',
    lastModifiedBy: 'Case Evaluations',
    compatibility: { version: 15 },
    styles: STYLES,
    sections: [
      {
        children: [
          new Paragraph({ heading: 'Heading1', children: textRuns(`Case ${reference}: close the loop`) }),
          text('Confidential: held for the partnership. Do not name the child or the family.'),
          heading('What was good'),
          text(good),
          heading('What is asked'),
          text(asked),
          text('Write under each heading below, and leave the headings as they are.'),
          ...Object.values(WORD_HEADINGS).flatMap((name) => [heading(name), text(''), text('')]),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

function text(typed: string): Paragraph {
  return new Paragraph({ children: textRuns(typed) })
}

function heading(typed: string): Paragraph {
  return new Paragraph({ heading: 'Heading2', children: textRuns(typed) })
}
