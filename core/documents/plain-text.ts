/** All but the line feed, with what XML forbids and the halves of surrogate pairs. */
const CONTROLS = /(?!\n)\p{Cc}|[\ufeff\ufffe\uffff]|\p{Surrogate}/gu
/** They can turn the order of the letters after them around; marks and isolates of right-to-left text stay. */
const OVERRIDES = /[\u202a-\u202e]/g

/**
 * A text that somebody typed, as a paper can hold it: letters, emoji and line breaks as they are, one space for a tab,
 * no control characters. Markdown, formulas and codes of fields stay the signs that were typed.
 */
export function plainText(typed: string): string {
  return typed
    .replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(CONTROLS, '')
    .replaceAll(OVERRIDES, '')
}
