import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { GRAPH_USES, GRAPH_USES_IF_WANTED } from '#graph/permissions.ts'

import { contractIsHere, readContract } from './graph/contract.ts'

/**
 * The stand-in of Graph refuses, in every test, what is not in graph/permissions.ts or not in a token. These rules
 * hold the table to the code and to Microsoft's description.
 */

const ALL_USES = [...GRAPH_USES, ...GRAPH_USES_IF_WANTED]
const root = join(import.meta.dirname, '../..')
const sources = globSync('graph/**/*.ts', { cwd: root })
  .filter((file) => !file.endsWith('.test.ts') && file !== 'graph/client/path.ts')
  .map((file) => readFileSync(join(root, file), 'utf8'))

/** at`/users/${organiser}/events` and /users/{user-id}/events alike: /users/{}/events. */
const shapeOf = (path: string): string => path.replaceAll(/\$?\{[^}]*\}/g, '{}')
const shapesIn = (source: string): readonly string[] =>
  [...source.matchAll(/\bat`([^`]+)`/g)].map(([, path = '']) => shapeOf(path))

/** Documented by a page alone: the subset of the contract leaves it out. */
const BEYOND = ['users.user.sendMail']

/** What a partnership would be right to refuse: the whole tenant's files, mails, chats, people or groups. */
const NEVER =
  /^(?:Files\.|Sites\.(?!Selected$)|Mail\.(?!Send$)|Chat\.|ChatMessage\.|ChannelMessage\.|Directory\.|Group\.|User\.(?!ReadBasic\.All$|Read$|Invite\.All$)|OnlineMeeting(?:Recording|Transcript))/

describe('the list of what is asked of Graph', () => {
  it('has every path that the code makes, and none that it does not', () => {
    const made = new Set(sources.flatMap(shapesIn))
    const listed = new Set(ALL_USES.map(({ path }) => shapeOf(path)))
    expect([...made].filter((shape) => !listed.has(shape))).toEqual([])
    expect([...listed].filter((shape) => !made.has(shape))).toEqual([])
    expect(made.size).toBeGreaterThan(8)
  })

  it('has no method of a path that no code says', () => {
    const unsaid = ALL_USES.filter(
      ({ method, path }) =>
        !sources.some((source) => shapesIn(source).includes(shapeOf(path)) && says(source, method)),
    )
    expect(unsaid.map(({ operation }) => operation)).toEqual([])
  })

  it.skipIf(!contractIsHere)('names operations as Microsoft does', () => {
    const { operations } = readContract()
    const wrong = ALL_USES.filter(({ operation }) => !BEYOND.includes(operation)).filter(
      (use) =>
        !operations.some(
          ({ method, template, operation }) =>
            operation.operationId === use.operation && method === use.method && template === use.path,
        ),
    )
    expect(wrong).toEqual([])
  })

  it('names each operation once for each way of asking, with a reason that is its own', () => {
    const keys = ALL_USES.map(({ operation, kind }) => `${operation} ${kind}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(new Set(ALL_USES.map(({ why }) => why)).size).toBe(ALL_USES.length)
  })

  it('asks for nothing that opens the whole tenant, or that reads what people say', () => {
    expect(ALL_USES.filter(({ permission }) => NEVER.test(permission))).toEqual([])
    for (const permission of [
      'Files.ReadWrite.All',
      'Sites.ReadWrite.All',
      'Mail.Read',
      'Chat.Read.All',
      'User.Read.All',
    ])
      expect(permission).toMatch(NEVER)
  })
})

function says(source: string, method: string): boolean {
  if (source.includes(`'${method}'`)) return true
  return method === 'PUT' ? source.includes('.put(') : method === 'GET' && source.includes('.whereabouts(')
}
