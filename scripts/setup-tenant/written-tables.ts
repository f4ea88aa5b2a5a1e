import { GRAPH_USES } from '#graph/permissions.ts'

import type { Grant } from './grants.ts'
import { GIVEN_BY, GRANTS } from './grants.ts'
import { CHECKS } from './look.ts'

const BEGIN = '<!-- written by node scripts/setup-pages.ts -->'
const END = '<!-- end -->'

/** The pages that have tables made from code, each with its tables as they are now. */
export const WRITTEN: Readonly<Record<string, () => string>> = {
  'permissions.md': permissions,
  'install.md': checks,
}

/** The page with its tables; the words around them are written by hand. */
export function withTables(page: string, tables: string): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)]
  if (begin < 0 || end < begin) throw new RangeError('The page has lost the marks of its tables.')
  return `${page.slice(0, begin)}${BEGIN}\n\n${tables}\n\n${page.slice(end)}`
}

function permissions(): string {
  return `## Each permission

${table(
  ['permission', 'kind', 'who gives it', 'why', 'what breaks without it', 'what it can not do'],
  GRANTS.map(({ name, kind, why, without, cannot }) => [
    `\`${name}\``,
    KINDS[kind],
    GIVEN_BY[kind],
    why,
    without,
    cannot,
  ]),
)}

## Each call

What the product says to Microsoft Graph, whole: the tests run against a stand-in that refuses anything else.

${table(
  ['permission', 'call', 'what for'],
  GRAPH_USES.toSorted((one, other) => place(one.permission) - place(other.permission)).map((use) => [
    `\`${use.permission}\``,
    `\`${use.method} ${use.path}\``,
    use.why,
  ]),
)}`
}

function checks(): string {
  return table(
    ['step', 'line', 'what it says'],
    CHECKS.map(({ step, title, explains }) => [String(step), title, explains]),
  )
}

const KINDS: Readonly<Record<Grant['kind'], string>> = {
  application: 'the product itself',
  delegated: 'for the person who is signed in',
  mailbox: 'the product itself, one mailbox',
  chat: 'the product itself, one chat',
}

function place(permission: string): number {
  return GRANTS.findIndex(({ name }) => name === permission)
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [line(heads), `|${heads.map(() => '---|').join('')}`, ...rows.map(line)].join('\n')
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
