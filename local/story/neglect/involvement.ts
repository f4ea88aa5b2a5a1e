import type { Involvement } from '#core/involvement/reply.ts'

import { agencies } from './agencies.ts'
import type { AgencyCode } from './agencies.ts'

/** Who knows whom, one row a case. K: known, b: known briefly, -: not known. The last figure: how many know it. */
const matrix = `
      csc eh pol pat pcft gp brw edu prob yjs
N-01   -  K   -   b   K   K   -   -   -    -   3
N-02   K  K   K   K   K   K   -   K   -    -   7
N-03   K  -   b   -   K   K   -   K   -    -   4
N-04   K  -   K   K   -   K   K   -   -    -   5
N-05   K  K   b   K   K   K   K   K   -    -   7
N-06   K  -   K   -   -   K   -   K   -    b   4
N-07   -  K   -   -   K   K   -   K   -    -   4
N-08   K  b   K   K   K   K   -   K   -    -   6
N-09   K  K   -   -   b   K   -   K   -    -   4
N-10   K  -   b   -   -   K   -   K   -    -   3
N-11   K  -   K   -   K   K   K   K   b    -   6
N-12   K  -   -   K   -   K   -   -   -    -   3
N-13   K  b   -   K   -   K   -   K   -    -   4
N-14   K  K   K   K   K   K   -   K   -    b   7
N-15   K  -   b   K   -   K   -   -   K    -   4
N-16   -  K   -   -   -   K   -   K   -    -   3
N-17   K  -   K   K   K   K   -   K   -    b   6
N-18   K  -   K   -   K   K   -   b   -    K   5
N-19   K  -   -   b   K   K   -   -   -    -   3
N-20   -  K   -   -   -   b   -   K   -    -   2`

const WORDS: Readonly<Record<string, Involvement>> = { K: 'known', b: 'known-briefly' }

const [head = [], ...rows] = matrix
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/))

/** The cases of the matrix, with how many agencies know each as it is printed. */
export const printedSums: Readonly<Record<string, number>> = Object.fromEntries(
  rows.map(([reference = '', ...cells]) => [reference, Number(cells.at(-1))]),
)

/** What an agency says of a case. The commissioning group sees no families: it knows none. */
export function involvementOf(agency: AgencyCode, reference: string): Involvement {
  const row = rows.find(([name]) => name === reference)
  if (!row) throw new Error(`no case ${reference}`)
  return WORDS[row[head.indexOf(agency) + 1] ?? '-'] ?? 'not-known'
}

/** The agencies that know a case, in the round's order. */
export function agenciesThatKnow(reference: string): readonly AgencyCode[] {
  return agencies.map(({ id }) => id).filter((id) => involvementOf(id, reference) === 'known')
}
