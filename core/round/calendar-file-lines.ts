import type { Moment } from '../calendar/moment.ts'

/** A text as a value of RFC 5545, 3.3.11: commas, semicolons, backslashes and line ends are escaped. */
export function escaped(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replaceAll(CONTROLS, '')
    .toWellFormed()
    .replaceAll(/[\\;,]/g, (each) => `\\${each}`)
    .replaceAll('\n', '\\n')
}

/** "20180606T080000Z". */
export function stampOf(moment: Moment): string {
  return `${moment.slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

/** A line as RFC 5545, 3.1 wants it: at most 75 octets, carried on after a space, no character cut in two. */
export function contentLine(line: string): string {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const more = octetsOf(character)
    if (octets + more > MOST_OCTETS) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += more
  }
  return `${folded}\r\n`
}

const MOST_OCTETS = 75

/** Control characters have no place in a text, the tab and the line end apart. */
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f]/g

/** In UTF-8. */
function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0
  if (point < 0x80) return 1
  if (point < 0x800) return 2
  return point < 0x10000 ? 3 : 4
}
