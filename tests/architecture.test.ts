import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'

const root = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** The table "Folders, and who may import whom" of the plan of the house: each folder with its last column. */
const table: ReadonlyMap<string, string> = new Map(
  [...read('docs/architecture.md').matchAll(/^\| `([a-z]+)\/` \|.*\|([^|]*)\|$/gm)].map(
    ([, folder = '', may = '']) => [folder, may.trim()],
  ),
)
const mayImport = (folder: string): readonly string[] =>
  (table.get(folder) ?? '').split(', ').filter((each) => table.has(each))

const withCode = ['core', 'store', 'graph', 'local', 'bot', 'server', 'tab']
/** Folders that run at set-up alone: compiled with the tests, never loaded by the product. */
const atSetUp = ['manifest', 'infra']

const sources = [...withCode, ...atSetUp].flatMap((folder) => filesOf(folder))
const product = sources.filter((file) => !file.endsWith('.test.ts'))

describe('the plan of the house', () => {
  it('names every folder, and no folder of code stands outside it', () => {
    expect([...table.keys()].toSorted()).toEqual([...withCode, ...atSetUp, 'tests', 'docs'].toSorted())
    const projects = globSync('*/tsconfig.json', { cwd: root }).map((file) => dirname(file))
    const unplanned = projects.filter((folder) => !table.has(folder) && folder !== 'scripts')
    expect(unplanned).toEqual([])
  })

  it.each([...withCode, ...atSetUp])('%s is there', (folder) => {
    expect(filesOf(folder).length).toBeGreaterThan(5)
  })
})

describe('the walls', () => {
  it.each(withCode)('the compiler’s references of %s are the plan’s', (folder) => {
    const planned = mayImport(folder).filter((other) => withCode.includes(other))
    expect(referencesOf(folder).toSorted()).toEqual(planned.toSorted())
  })

  it('of the local page are those of its folder', () => {
    expect(referencesOf('local/page')).toEqual(['core'])
  })

  it.each([...withCode, ...atSetUp])(
    '%s imports from the folders that the plan allows, and stays inside itself',
    (folder) => {
      const allowed = [folder, ...mayImport(folder)]
      const crossing = product
        .filter((file) => file.startsWith(`${folder}/`))
        .flatMap((file) => importsOf(file).map(({ from }) => [file, folderOf(file, from)] as const))
        .filter(([, target]) => target !== undefined && !allowed.includes(target))
      expect(crossing).toEqual([])
    },
  )

  it('tests and scripts are imported by no product code', () => {
    const wrong = product.filter((file) =>
      importsOf(file).some(({ from }) => /^#(tests|scripts)\//.test(from)),
    )
    expect(wrong).toEqual([])
  })
})

describe('packages', () => {
  it('core knows zod/mini, and Temporal inside its calendar; no Node, no other', () => {
    const wrong = packagesOf(/^core\//)
      .filter(([, from]) => !from.startsWith('.') && !from.startsWith('#core/'))
      .filter(([file, from]) => from !== 'zod/mini' && !isCalendars(file, from))
    expect(wrong).toEqual([])
    expect(packagesOf(/^core\//).some(([, from]) => from === 'temporal-polyfill')).toBe(true)
  })

  it('core asks neither the clock nor chance', () => {
    const wrong = product
      .filter((file) => file.startsWith('core/'))
      .filter((file) =>
        /\bDate\.now|new Date\(|Math\.random|randomUUID|Temporal\.Now|process\.|\bfetch\(/.test(read(file)),
      )
    expect(wrong).toEqual([])
  })

  it('botbuilder stays behind its seam', () => {
    const users = packagesOf(/./).filter(([, from]) => /^(botbuilder|botframework)/.test(from))
    const outside = users.filter(([file]) => !file.startsWith('bot/transport/botbuilder/'))
    expect(outside).toEqual([])
    expect(users.length).toBeGreaterThan(3)
  })

  it('Microsoft’s Graph client and MSAL each have one place in graph', () => {
    const users = packagesOf(/^graph\//)
    const client = users.filter(([, from]) => from === '@microsoft/microsoft-graph-client')
    expect(new Set(client.map(([file]) => file))).toEqual(new Set(['graph/client/wire.ts']))
    const msal = users.filter(([, from]) => from.startsWith('@azure/')).map(([file]) => file)
    expect(msal.filter((file) => !file.startsWith('graph/tokens/'))).toEqual([])
    expect(msal.length).toBeGreaterThan(0)
  })

  it('React and Fluent are used by the tab and the local page alone', () => {
    const outside = packagesOf(/./)
      .filter(([, from]) => /^(react|react-dom|@fluentui|@tanstack|wouter)(\/|$)/.test(from))
      .filter(([file]) => !file.startsWith('tab/') && !file.startsWith('local/page/'))
    expect(outside).toEqual([])
  })

  it('metrics are counted in server/telemetry; what exports them is loaded only when it is wanted', () => {
    const users = product.flatMap((file) => importsOf(file).map((each) => ({ file, ...each })))
    const counting = users.filter(({ from }) => from.startsWith('@opentelemetry/'))
    expect(counting.filter(({ file }) => !file.startsWith('server/telemetry/'))).toEqual([])
    const exporting = counting.filter(({ from }) => from !== '@opentelemetry/api')
    expect(exporting.length).toBeGreaterThan(1)
    expect(exporting.filter(({ how }) => how !== 'dynamic')).toEqual([])
  })

  it('the databases are known to the store alone', () => {
    const outside = packagesOf(/./)
      .filter(([, from]) => /^(pg|kysely|@electric-sql\/pglite)$/.test(from))
      .filter(([file]) => !file.startsWith('store/'))
    expect(outside).toEqual([])
  })

  it('the tab’s one fetch is in its api; live updates read the stream', () => {
    const users = product.filter((file) => file.startsWith('tab/') && /\bfetch\(/.test(read(file)))
    expect(users.filter((file) => !['tab/api.ts', 'tab/live.ts'].includes(file))).toEqual([])
  })
})

describe('local mode can be left out', () => {
  const users = product
    .filter((file) => !file.startsWith('local/'))
    .flatMap((file) => importsOf(file).map((each) => ({ file, ...each })))
    .filter(({ from }) => from.startsWith('#local/'))

  it('the server imports it only when it is wanted; types do not count', () => {
    expect(users.filter(({ how }) => how === 'value')).toEqual([])
    expect(users.filter(({ how }) => how === 'dynamic').map(({ file }) => file)).toEqual([
      'server/opening/local-surroundings.ts',
    ])
  })
})

describe('names', () => {
  const capabilities =
    'round involvement cases returns chronology panel-day close-the-loop actions escalation duties prompts learning campaigns people incidents audit-trail calendar method documents meetings'.split(
      ' ',
    )

  it('core’s folders are capabilities of the plan', () => {
    const folders = new Set(
      product.filter((file) => /^core\/[^/]+\//.test(file)).map((file) => file.split('/')[1]),
    )
    expect([...folders].filter((folder) => !capabilities.includes(folder ?? ''))).toEqual([])
    const planned = /same capability names: (.*?)\. `grep/s.exec(read('docs/architecture.md'))?.[1] ?? ''
    expect(planned.match(/[a-z-]+/g)).toEqual(capabilities)
  })

  it('the server’s endpoints and the tab’s screens bear the same names', () => {
    const names = [
      ...product.filter((file) => file.startsWith('server/endpoints/')).map((file) => file.split('/')[2]),
      ...product.filter((file) => file.startsWith('tab/screens/')).map((file) => file.split('/')[2]),
    ].map((name) => name?.replace('.ts', ''))
    expect(names.filter((name) => !capabilities.includes(name ?? ''))).toEqual([])
    expect(names).toContain('actions')
  })

  it('a capability’s commands come in through commands.ts and go out through views.ts', () => {
    // A method is a file that comes in: its schema is most of it, and stands in several files.
    const schemas = product
      .filter((file) => file.startsWith('core/') && !file.startsWith('core/method/'))
      .filter((file) => read(file).includes("'zod/mini'"))
    expect(schemas.filter((file) => !/\/(commands|views)\.ts$/.test(file))).toEqual([])
  })

  it('no file is a helper, a manager or a barrel, and names are kebab-case, components PascalCase', () => {
    const names = sources.map((file) => file.split('/').at(-1) ?? '')
    expect(names.filter((name) => /helper|util|manager|^index\./i.test(name))).toEqual([])
    const odd = names.filter(
      (name) => !/^([a-z0-9]+(-[a-z0-9]+)*|[A-Z]\w*|use[A-Z]\w*)(\.\w+)*\.tsx?$/.test(name),
    )
    expect(odd).toEqual([])
  })
})

function filesOf(folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return []
  return globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.includes('node_modules') && !file.endsWith('.d.ts'))
    .toSorted()
}

function referencesOf(folder: string): readonly string[] {
  const config = z
    .object({ references: z.array(z.object({ path: z.string() })) })
    .parse(JSON.parse(read(`${folder}/tsconfig.json`)))
  return config.references.map(({ path }) => relative(root, join(root, folder, path)))
}

type Import = { readonly from: string; readonly how: 'value' | 'type' | 'dynamic' }

/** What a file imports, and whether anything of it is there when the file runs. */
function importsOf(file: string): readonly Import[] {
  const text = read(file)
    .replaceAll(/^\s*\/\/.*$/gm, '')
    .replaceAll(/\/\*.*?\*\//gs, '')
  const statics = [
    ...text.matchAll(/^(?:import|export) (type )?(?:[\w*{][^'";=]*? from )'([^']+)'/gm),
    ...text.matchAll(/^import ()'([^']+)'/gm),
  ].map(([, type = '', from = '']): Import => ({ from, how: type === '' ? 'value' : 'type' }))
  const dynamics = [...text.matchAll(/\bimport\('([^']+)'\)/g)].map(([, from = '']): Import => ({
    from,
    how: 'dynamic',
  }))
  return [...statics, ...dynamics]
}

/** The top folder that an import leads to, or undefined for a package. */
function folderOf(file: string, from: string): string | undefined {
  if (from.startsWith('#')) return from.slice(1).split('/')[0]
  if (!from.startsWith('.')) return undefined
  return relative(root, join(root, dirname(file), from)).split('/')[0]
}

/** Each file of the product that the pattern fits, with each thing that it imports. */
function packagesOf(pattern: RegExp): readonly (readonly [string, string])[] {
  return product
    .filter((file) => pattern.test(file))
    .flatMap((file) => importsOf(file).map(({ from }) => [file, from] as const))
}

function isCalendars(file: string, from: string): boolean {
  return from === 'temporal-polyfill' && file.startsWith('core/calendar/')
}
