import { GRAPH_USES, GRAPH_USES_IF_WANTED } from '#graph/permissions.ts'
import { SETTINGS } from '#server/config/settings.ts'
import type { Place, Setting } from '#server/config/settings.ts'

import type { Grant } from './grants.ts'
import { GIVEN_BY, grantsWith } from './grants.ts'
import { CHECKS } from './look.ts'

const ALL = grantsWith({ inviteGuests: true })
const BEGIN = '<!-- written by node scripts/setup-pages.ts -->'
const END = '<!-- end -->'

/** The pages that have tables made from code, each with its tables as they are now. */
export const WRITTEN: Readonly<Record<string, () => string>> = {
  'permissions.md': permissions,
  'install.md': checks,
  'operations.md': settings,
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
  ALL.map(({ name, kind, why, without, cannot }) => [
    `\`${name}\``,
    KINDS[kind],
    GIVEN_BY[kind],
    why,
    without,
    cannot,
  ]),
)}

## Each call

What the product says to Microsoft Graph, whole. In the tests a stand-in of Graph refuses anything else, and one test goes each of these ways once: a line that nothing calls fails it (\`tests/microsoft-365/calls.test.ts\`).

${table(
  ['permission', 'call', 'what for'],
  [...GRAPH_USES, ...GRAPH_USES_IF_WANTED]
    .toSorted((one, other) => place(one.permission) - place(other.permission))
    .map((use) => [`\`${use.permission}\``, `\`${use.method} ${use.path}\``, use.why]),
)}`
}

function checks(): string {
  return table(
    ['step', 'line', 'what it says'],
    CHECKS.map(({ step, title, explains }) => [String(step), title, explains]),
  )
}

function settings(): string {
  const all: readonly Setting[] = SETTINGS
  return table(
    ['setting', 'meaning', 'where it is not set', 'local', 'Microsoft 365', 'migration'],
    all.map(({ name, meaning, unset, in: places }) => [
      `\`${name}\``,
      meaning,
      unset,
      places.includes('local') ? 'yes' : 'no',
      inCloud(places),
      places.includes('migrate') ? 'yes' : 'no',
    ]),
  )
}

function inCloud(places: readonly Place[]): string {
  if (places.includes('production')) return 'yes'
  return places.includes('rehearsal') ? 'rehearsal alone' : 'refused'
}

const KINDS: Readonly<Record<Grant['kind'], string>> = {
  application: 'the product itself',
  delegated: 'for the person who is signed in',
  mailbox: 'the product itself, one mailbox',
  chat: 'the product itself, one chat',
}

function place(permission: string): number {
  return ALL.findIndex(({ name }) => name === permission)
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [line(heads), `|${heads.map(() => '---|').join('')}`, ...rows.map(line)].join('\n')
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
