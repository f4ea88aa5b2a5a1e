import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'

import { expect, it } from 'vitest'

import { GRAPH_USES, GRAPH_USES_IF_WANTED } from '#graph/permissions.ts'

import { CHAT_PERMISSIONS, GRAPH_PERMISSION_IDS, TEAMS_CLIENT_IDS } from '../../manifest/permissions.ts'
import type { Grant } from './grants.ts'
import { GRANTS, GRANTS_IF_WANTED, TEAMS_CLIENTS, consented } from './grants.ts'
import { STEPS } from './steps.ts'
import { WRITTEN, withTables } from './written-tables.ts'

const page = (name: string): Promise<string> =>
  readFile(new URL(`../../docs/${name}`, import.meta.url), 'utf8')
const named = (kind: Grant['kind']): readonly string[] =>
  GRANTS.filter((each) => each.kind === kind).map(({ name }) => name)
const unique = (names: readonly string[]): readonly string[] => [...new Set(names)].toSorted()

/** Asked for at sign-in, by no call. */
const SIGN_IN = ['openid', 'profile']

it('the permissions are those of the calls that the product makes, each given as the call says', () => {
  const used = GRAPH_USES.map(({ permission, kind, by }) =>
    [permission, by === 'exchange' ? 'mailbox' : by === 'installation' ? 'chat' : kind].join(' '),
  )
  const given = GRANTS.filter(({ name }) => !SIGN_IN.includes(name)).map(
    ({ name, kind }) => `${name} ${kind}`,
  )
  expect(given.toSorted()).toEqual(unique(used))
})

it('what is asked for only where it is wanted is what is called only there', () => {
  const used = GRAPH_USES_IF_WANTED.map(({ permission, kind }) => `${permission} ${kind}`)
  expect(GRANTS_IF_WANTED.map(({ name, kind }) => `${name} ${kind}`)).toEqual(unique(used))
  const more = GRANTS_IF_WANTED.map(({ name }) => name)
  expect(consented('application').filter((name) => more.includes(name))).toEqual([])
  expect(consented('application', { inviteGuests: true })).toEqual([...consented('application'), ...more])
})

it('the registration and the Teams app of the project ask for the same', () => {
  expect(unique(named('application'))).toEqual(unique(Object.keys(GRAPH_PERMISSION_IDS.application)))
  expect(unique(named('delegated'))).toEqual(unique(Object.keys(GRAPH_PERMISSION_IDS.delegated)))
  expect(unique(named('chat'))).toEqual(unique(CHAT_PERMISSIONS.map(({ name }) => name)))
  expect(unique(TEAMS_CLIENTS)).toEqual(unique(TEAMS_CLIENT_IDS))
})

it('nothing is asked for that reads a conversation, a mailbox or the whole of anything', () => {
  const names = GRANTS.map(({ name }) => name)
  expect(
    names.filter((name) => /^(?:Chat|ChannelMessage|Mail\.Read|Files|Directory|Group|Presence)/.test(name)),
  ).toEqual([])
  expect(names.filter((name) => /^Sites\.(?!Selected$)/.test(name))).toEqual([])
})

it.each(Object.entries(WRITTEN))(
  'docs/%s is of today ("node scripts/setup-pages.ts" writes its tables)',
  async (name, tables) => {
    const written = await page(name)
    expect(withTables(written, tables())).toBe(written)
  },
)

it.each(STEPS)(
  'docs/install.md has step $number, $title, with who does it',
  async ({ number, title, who }) => {
    const install = await page('install.md')
    const section = install.split(`\n## Step ${number}. ${title}\n`)[1]?.split('\n## ')[0] ?? ''
    for (const word of [who, '| how |', '| how to see that it worked |', '| how to undo it |'])
      expect(section).toContain(word)
  },
)

// A row that is added takes the next number, wherever it stands: people have ticked the others.
it('docs/real-tenant-checklist.md says of each point what to do, what to look for, and what happens otherwise', async () => {
  const rows = (await page('real-tenant-checklist.md')).split('\n').filter((line) => /^\| R\d/.test(line))
  const cells = rows.map((line) => line.slice(2, -2).split(' | '))
  expect(cells.map(([number = '']) => number).toSorted()).toEqual(
    rows.map((_, at) => `R${String(at + 1).padStart(2, '0')}`).toSorted(),
  )
  expect(cells.filter((each) => each.length !== 5 || each.some((cell) => cell.trim() === ''))).toEqual([])
})

it.each(['permissions.md', 'install.md', 'real-tenant-checklist.md'])(
  'what docs/%s leads to is there',
  async (name) => {
    const links = [...(await page(name)).matchAll(/\]\((?!https:)([^)#]+)/g)].map(([, link = '']) => link)
    expect(links.length).toBeGreaterThan(0)
    expect(links.filter((link) => !existsSync(new URL(`../../docs/${link}`, import.meta.url)))).toEqual([])
  },
)
