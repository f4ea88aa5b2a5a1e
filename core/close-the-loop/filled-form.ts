import { parseDay } from '../calendar/day.ts'
import { WORD_HEADINGS } from './word-headings.ts'
import type { FilledForm, WordField } from './word-headings.ts'

const MOST_TEXT = 4000

/**
 * What stands under the headings of a filled Word form, from the body of its document; undefined when none of the
 * headings is there. A day that cannot be read is left empty, for a person to type.
 */
export function filledFormIn(xml: string): FilledForm | undefined {
  return formIn(paragraphsOf(xml))
}

/** The parts by their headings; at least one heading makes it a form. */
function formIn(paragraphs: readonly string[]): FilledForm | undefined {
  const found = new Map<WordField, string[]>()
  let under: WordField | undefined
  for (const text of paragraphs) {
    const heading = FIELDS.find(([, name]) => name === text.trim())
    if (heading) {
      under = heading[0]
      found.set(under, [])
    } else if (under) found.get(under)?.push(text)
  }
  if (found.size === 0) return undefined
  const each = [...found].map(([field, lines]): [WordField, string] => {
    const text = lines.join('\n').trim().slice(0, MOST_TEXT)
    return [field, field === 'metOn' ? dayIn(text) : text]
  })
  return Object.fromEntries(each)
}

const FIELDS = Object.entries(WORD_HEADINGS) as [WordField, string][]

/** "19/6/2018" and "19 June 2018" as a day; what is neither is left for the person to type. */
function dayIn(text: string): string {
  const digits = /(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4})/.exec(text)
  const words = /(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([a-z]{3,9})\.?\s+(\d{4})/i.exec(text)
  const month = words ? MONTHS.findIndex((name) => words[2]?.toLowerCase().startsWith(name)) + 1 : 0
  const [day, at, year] = digits ? digits.slice(1) : words && month > 0 ? [words[1], month, words[3]] : []
  const found = `${year ?? ''}-${String(at ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`
  return parseDay(found) ?? ''
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The text of each paragraph of a WordprocessingML body, in order (ECMA-376 17.3). */
function paragraphsOf(xml: string): readonly string[] {
  return [...xml.matchAll(/<w:p(?:\s[^>]*)?>(.*?)<\/w:p>/gs)].map(([, inner = '']) =>
    [...inner.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(br|cr|tab)\s*\/?>|<w:(br)\s[^>]*>/g)]
      .map(([, text, sign]) => (text !== undefined ? unescaped(text) : sign === 'tab' ? ' ' : '\n'))
      .join(''),
  )
}

function unescaped(text: string): string {
  return text
    .replaceAll(/&#x([0-9a-f]{1,6});/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replaceAll(/&#(\d{1,7});/g, (_, number: string) => String.fromCodePoint(Number(number)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}
