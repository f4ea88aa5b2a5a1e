import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'

import { afterAll, describe, expect, it } from 'vitest'

import { dockerfileFaults, readDockerfile } from './dockerfile.ts'
import { ignores } from './dockerignore.ts'
import { importsOf, loadedFrom } from './what-is-loaded.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const dockerfile = read('Dockerfile')
const ignore = read('.dockerignore')
const image = readDockerfile(dockerfile).at(-1)
const copied = (image?.copies ?? []).flatMap(({ from, sources }) => (from === undefined ? sources : []))
const isCopied = (file: string): boolean =>
  !ignores(ignore, file) && copied.some((source) => file === source || file.startsWith(`${source}/`))

describe('the image', () => {
  it('is made by the rules', () => {
    expect(dockerfileFaults(dockerfile)).toEqual([])
  })

  it.each([
    ['a tag that moves', 'nodejs24-debian12:nonroot', 'nodejs24-debian12:latest', 'moves'],
    ['no tag', 'node:24.21.0-bookworm-slim', 'node', 'moves'],
    ['root', 'USER 65532:65532', 'USER 0:0', 'root'],
    ['no user', 'USER 65532:65532\n', '', 'root'],
    ['a secret', 'ENV NODE_ENV=production', 'ENV NODE_ENV=production AUDIT_KEY=abc', 'secret'],
    ['a download', 'WORKDIR /app\nENV', 'ADD https://example.org/x.tar /app\nENV', 'ADD'],
    ['install scripts', 'npm ci --ignore-scripts --omit=dev', 'npm ci --omit=dev', 'scripts'],
    ['everything', 'COPY core core\nCOPY store', 'COPY . .\nCOPY store', 'everything'],
    ['a shell before Node', 'CMD ["server/main.ts"]', 'CMD node server/main.ts', 'SIGTERM'],
    ['build tools', '--omit=dev --omit=optional', '--omit=optional', 'build tools'],
    ['local mode', 'COPY bot bot', 'COPY bot bot\nCOPY local local', 'local'],
    ['tests', 'COPY bot bot', 'COPY bot bot\nCOPY tests tests', 'tests'],
  ])('with %s is refused', (_, from, to, word) => {
    expect(dockerfile).toContain(from)
    expect(dockerfileFaults(dockerfile.replace(from, to)).join()).toContain(word)
  })

  it('copies only what there is', () => {
    const sources = readDockerfile(dockerfile).flatMap(({ copies }) =>
      copies.flatMap(({ from, sources: each }) => (from === undefined ? each : [])),
    )
    expect(sources.filter((source) => !existsSync(join(root, source)))).toEqual([])
    expect(sources.filter((source) => ignores(ignore, source))).toEqual([])
  })
})

describe('what goes to the build', () => {
  it('is named one by one', () => {
    expect(ignore.split('\n').find((line) => line !== '' && !line.startsWith('#'))).toBe('*')
  })

  it.each([
    'local/local-mode.ts',
    'tests/fixtures/a-store.ts',
    '.data/audit.key',
    'env/.env.dev',
    '.git/config',
    'core/ids.test.ts',
    'infra/azure.bicep',
    'docs/operations.md',
    'scripts/suites.ts',
    'node_modules/pg/package.json',
  ])('%s stays outside', (file) => {
    expect(ignores(ignore, file)).toBe(true)
  })

  it.each([
    'server/main.ts',
    'core/ids.ts',
    'tab/index.html',
    'infra/tab-only.config.ts',
    'package-lock.json',
  ])('%s goes in', (file) => {
    expect(ignores(ignore, file)).toBe(false)
  })
})

describe('what the image starts', () => {
  const entries = ['server/main.ts', 'server/migrate.ts', 'server/verify-audit.ts', 'scripts/setup-tenant.ts']
  const loaded = loadedFrom(root, entries, ['#local/'])

  it('is there, and with it every file that it loads', () => {
    expect(entries.filter((entry) => !existsSync(join(root, entry)))).toEqual([])
    expect(loaded.files.length).toBeGreaterThan(300)
    expect(loaded.files.filter((file) => !isCopied(file))).toEqual([])
  })

  it('loads local mode only when it is wanted', () => {
    const users = loaded.files.flatMap((file) =>
      importsOf(root, file).filter(({ from, how }) => from.startsWith('#local/') && how === 'value'),
    )
    expect(users).toEqual([])
  })

  it('loads only packages that are installed in production', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> }
    expect(loaded.packages.filter((name) => !(name in dependencies))).toEqual([])
    expect(loaded.packages).toContain('botbuilder')
  })

  it('is the whole of the folders that the image copies, so that nothing lies there for nobody', () => {
    const folders = copied.filter((source) => !source.includes('.'))
    expect(folders.toSorted()).toEqual(['bot', 'core', 'graph', 'scripts/setup-tenant', 'server', 'store'])
    const dead = folders.filter((folder) => !loaded.files.some((file) => file.startsWith(`${folder}/`)))
    expect(dead).toEqual([])
  })

  it('builds its tab without a file of local mode', () => {
    const config = read('infra/tab-only.config.ts')
    expect(config).toContain("input: { tab: resolve('tab/index.html') }")
    const tab = globSync('tab/**/*.{ts,tsx}', { cwd: root }).filter((file) => !file.includes('.test.'))
    const foreign = tab.flatMap((file) =>
      importsOf(root, file).filter(({ from }) => /^#(local|server|store|bot|graph|tests)\//.test(from)),
    )
    expect(foreign).toEqual([])
    expect(dirname(tab[0] ?? '')).toMatch(/^tab/)
  })
})

describe('a folder that holds what the image would hold', () => {
  const place = mkdtempSync(join(tmpdir(), 'image-'))
  afterAll(() => rmSync(place, { recursive: true, force: true }))
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, args, {
      cwd: place,
      env: { NODE_ENV: 'production' },
      encoding: 'utf8',
      timeout: 30_000,
    })

  it('starts, and names what it has to be told', () => {
    for (const source of copied)
      cpSync(join(root, source), join(place, source), {
        recursive: true,
        filter: (file) =>
          file === join(root, source) || isCopied(relative(root, file)) || isFolderOfCopied(file),
      })
    symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'))
    expect(existsSync(join(place, 'local'))).toBe(false)
    const { stdout, stderr, status } = run('server/main.ts')
    expect(`${stdout}${stderr}`).not.toContain('ERR_MODULE_NOT_FOUND')
    expect(stdout).toContain('PUBLIC_URL is missing')
    expect(status).not.toBe(0)
  })

  it('looks at a tenant, once it is told which', () => {
    const { stdout, stderr, status } = run('scripts/setup-tenant.ts', '--check')
    expect(stderr).toBe('')
    expect(stdout).toContain('TENANT_ID is not set.')
    expect(status).toBe(1)
  })

  it('migrates, once it is told where', () => {
    const { stdout, stderr, status } = run('server/migrate.ts')
    expect(`${stdout}${stderr}`).toContain('OWNER_DATABASE_URL is missing')
    expect(status).not.toBe(0)
  })

  it('looks at the audit trail, once it is told where', () => {
    const { stdout, stderr, status } = run('server/verify-audit.ts')
    expect(`${stdout}${stderr}`).toContain('AUDIT_KEY is missing')
    expect(status).toBe(1)
  })
})

function isFolderOfCopied(file: string): boolean {
  return !/\.[a-z]+$/.test(file)
}
