import { plainText } from '#core/documents/plain-text.ts'

const MOST = 31

/** The names as Excel takes them: 31 characters, no `[ ] : * ? / \`, none empty, none twice in any case. */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>(['history'])
  return wanted.map((name) => {
    const clean = cleaned(name)
    let free = clean
    for (let n = 2; taken.has(free.toLowerCase()); n += 1) free = withNumber(clean, n)
    taken.add(free.toLowerCase())
    return free
  })
}

function cleaned(name: string): string {
  const plain = plainText(name)
    .replaceAll(/[[\]:*?/\\\s]+/g, ' ')
    .trim()
  return trimmed(plain.slice(0, MOST)) || 'Sheet'
}

function withNumber(name: string, n: number): string {
  const ending = ` (${n})`
  return trimmed(name.slice(0, MOST - ending.length)) + ending
}

/** Excel refuses an apostrophe at either end; a cut must leave no half of a sign. */
function trimmed(name: string): string {
  return name.replace(/[\uD800-\uDBFF]$/, '').replaceAll(/^['\s]+|['\s]+$/g, '')
}
