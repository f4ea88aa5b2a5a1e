import type { Spoken } from './reads.ts'

/** The letters of a code: N of N-2018-2. They are also those of its cases, such as N-08. */
export function prefixOf(code: string): string {
  return code.slice(0, code.indexOf('-'))
}

/** The next number of a round in its year: 2 after N-2018-1. */
export function nextNumber(codes: readonly string[], start: string): number {
  const year = start.slice(0, 4)
  const used = codes.flatMap((code) => {
    const [, of, number] = code.split('-')
    return of === year && number !== undefined ? [Number(number)] : []
  })
  return Math.max(0, ...used) + 1
}

/**
 * Capital letters for a round, from its theme, that no earlier round has: its cases are known by them for ever.
 * "Neglect" gives N, then NE, NEG; "Domestic abuse" D, then DA.
 */
export function proposePrefix(theme: string, { prefixes }: Pick<Spoken, 'prefixes'>): string {
  const words = theme
    .normalize('NFD')
    .toUpperCase()
    .split(/[^A-Z\p{M}]+/u)
    .map((word) => word.replaceAll(/[^A-Z]/g, ''))
    .filter((word) => word !== '' && !SMALL.has(word))
  const first = words[0] ?? 'R'
  const wanted = [
    first.slice(0, 1),
    words
      .map((word) => word.slice(0, 1))
      .join('')
      .slice(0, LONGEST),
    first.slice(0, 2),
    first.slice(0, 3),
    first.slice(0, LONGEST),
  ]
  const free = (prefix: string): boolean => !prefixes.includes(prefix)
  return wanted.find(free) ?? lettered(first.slice(0, 1)).find(free) ?? 'ZZZZ'
}

const LONGEST = 4
const SMALL: ReadonlySet<string> = new Set([
  'A',
  'AN',
  'AND',
  'AT',
  'BY',
  'FOR',
  'IN',
  'OF',
  'ON',
  'THE',
  'TO',
  'WITH',
])
const ALPHABET = 'A B C D E F G H I J K L M N O P Q R S T U V W X Y Z'.split(' ')

/** NA to NZ, then NAA to NZZ. */
function lettered(first: string): readonly string[] {
  const two = ALPHABET.map((letter) => `${first}${letter}`)
  return [...two, ...two.flatMap((pair) => ALPHABET.map((letter) => `${pair}${letter}`))]
}
