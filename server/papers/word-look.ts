import { PageOrientation } from 'docx'
import type { IStylesOptions } from 'docx'

/** Twentieths of a point, as Word counts. */
const MM = 1440 / 25.4
const A4 = { short: Math.round(210 * MM), long: Math.round(297 * MM) }
const SIDE = Math.round(15 * MM)

/** Between the margins. */
export const TEXT_WIDTH = A4.long - 2 * SIDE

/** The library turns width and height round for landscape. */
export const PAGE = {
  size: { width: A4.short, height: A4.long, orientation: PageOrientation.LANDSCAPE },
  margin: {
    top: Math.round(20 * MM),
    bottom: Math.round(18 * MM),
    left: SIDE,
    right: SIDE,
    header: Math.round(9 * MM),
    footer: Math.round(9 * MM),
  },
}

/** One accent; greys for the rest, dark enough for print and for the eye. */
export const INK = {
  text: '1F1F1F',
  quiet: '595959',
  line: 'BFBFBF',
  head: 'ECECEC',
  accent: '2F4B7C',
  voice: { bar: '2F4B7C', tint: 'EEF2F9' },
  gap: { bar: '9A3B00', tint: 'FBF1E9' },
}

const FONT = 'Arial'
const VALUES_AT = 2200

/** Sizes in half points. The headings are Word's own, so its navigation pane and a screen reader find them. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: {
        font: FONT,
        size: 20,
        color: INK.text,
        language: { value: 'en-GB', eastAsia: 'en-GB', bidirectional: 'ar-SA' },
      },
      paragraph: { spacing: { after: 80, line: 264 } },
    },
    heading1: {
      run: { font: FONT, size: 36, bold: true, color: INK.text },
      paragraph: { spacing: { before: 0, after: 100 }, keepNext: true },
    },
    heading2: {
      run: { font: FONT, size: 24, bold: true, color: INK.text },
      paragraph: { spacing: { before: 280, after: 80 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: { size: 24, color: INK.quiet },
      paragraph: { spacing: { after: 200 } },
    },
    {
      id: 'Fact',
      name: 'Fact',
      basedOn: 'Normal',
      paragraph: {
        spacing: { after: 30 },
        indent: { left: VALUES_AT, hanging: VALUES_AT },
      },
    },
    {
      id: 'Space',
      name: 'Space',
      basedOn: 'Normal',
      run: { size: 8 },
      paragraph: { spacing: { after: 60 } },
    },
    {
      id: 'Cell',
      name: 'Table text',
      basedOn: 'Normal',
      run: { size: 18 },
      paragraph: { spacing: { after: 0, line: 250 } },
    },
    { id: 'ColumnHead', name: 'Table heading', basedOn: 'Cell', run: { bold: true } },
    {
      id: 'Margin',
      name: 'Page margin',
      basedOn: 'Normal',
      run: { size: 16, color: INK.quiet },
      paragraph: { spacing: { after: 0 } },
    },
  ],
}
