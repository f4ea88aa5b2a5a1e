import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, cp, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

const system = process.platform === 'win32' ? 'win' : process.platform
const pinnedNode = `node-${system}-${process.arch}`
let clone = ''

beforeEach(async () => {
  clone = await mkdtemp(join(tmpdir(), 'boot-'))
  await cp(join(import.meta.dirname, 'boot.mjs'), join(clone, 'scripts/boot.mjs'))
  await cp(join(import.meta.dirname, 'boot'), join(clone, 'scripts/boot'), { recursive: true })
  await write('package.json', JSON.stringify({ optionalDependencies: { [pinnedNode]: '24.0.0' } }))
  await write('package-lock.json', lockNaming('1.0.0'))
  await write('tab/main.tsx', 'first')
  await write('core/days.ts', 'first')
  await write('npm-cli.js', FAKE_NPM)
})

afterEach(() => rm(clone, { recursive: true, force: true }))

test('a fresh clone is installed and built, and the next start does neither', async () => {
  const first = await boot()
  expect(first.status).toBe(0)
  expect(first.said).toContain('Installing (first time only, about a minute) ... done in')
  expect(first.said).toContain('Building the pages ... done in')
  expect(await done()).toEqual(['npm ci', 'vite build'])

  expect(await boot()).toEqual({ status: 0, said: '' })
  expect(await done()).toEqual(['npm ci', 'vite build'])
})

test('another lock file means another installation', async () => {
  await boot()
  await write('package-lock.json', lockNaming('1.0.1'))
  expect((await boot()).said).toContain('Installing what has changed')
  expect(await done()).toEqual(['npm ci', 'vite build', 'npm ci', 'vite build'])
})

test('a package that is there but not in the lock file means another installation', async () => {
  await boot()
  const record = {
    packages: { 'node_modules/one': { version: '1.0.0' }, 'node_modules/stray': { version: '1.0.0' } },
  }
  await write('node_modules/.package-lock.json', JSON.stringify(record))
  await boot()
  expect(await done()).toEqual(['npm ci', 'vite build', 'npm ci'])
})

test.each([['tab/main.tsx'], ['core/days.ts'], ['local/page/chat.tsx'], ['vite.config.ts']])(
  'the pages are built again when %s changes',
  async (file) => {
    await boot()
    await write(file, 'second')
    await boot()
    expect(await done()).toEqual(['npm ci', 'vite build', 'vite build'])
  },
)

test('the pages are not built again for a new date or a test', async () => {
  await boot()
  await utimes(join(clone, 'tab/main.tsx'), 1, 1)
  await write('core/days.test.ts', 'a test')
  await write('server/main.ts', 'not part of a page')
  await boot()
  expect(await done()).toEqual(['npm ci', 'vite build'])
})

test('an installation that fails says why, starts nothing, and is tried again', async () => {
  const failed = await boot({ FAKE_NPM: 'fails' })
  expect(failed.status).toBe(1)
  expect(failed.said).toContain('npm error network')
  expect(failed.said).toContain('The packages could not be installed.')
  expect((await boot()).status).toBe(0)
  expect(await done()).toEqual(['npm ci', 'npm ci', 'vite build'])
})

test('an installation that brings no Node 24 says so', async () => {
  const failed = await boot({ FAKE_NPM: 'brings no node' })
  expect(failed.status).toBe(1)
  expect(failed.said).toContain('Node 24 did not come with the packages.')
})

test('a build that fails says why and is tried again', async () => {
  await boot()
  await write('tab/main.tsx', 'second')
  const failed = await boot({ FAKE_VITE: 'fails' })
  expect(failed.status).toBe(1)
  expect(failed.said).toContain('Unexpected token')
  expect((await boot()).status).toBe(0)
  expect(await done()).toEqual(['npm ci', 'vite build', 'vite build', 'vite build'])
})

test('a Node older than 20 is refused in one sentence', async () => {
  const refused = await boot({}, pretending('versions', { node: '18.20.4' }))
  expect(refused).toEqual({
    status: 1,
    said: 'This needs Node 20 or newer to start, and found 18.20.4: see nodejs.org.\n',
  })
  expect(await done()).toEqual([])
})

test('where no Node is packaged, the machine has to have Node 24', async () => {
  await write('package.json', JSON.stringify({ optionalDependencies: {} }))
  const refused = await boot({}, pretending('versions', { node: '22.20.0' }))
  expect(refused.status).toBe(1)
  expect(refused.said).toMatch(/please install Node 24 or newer from nodejs\.org: found 22\.20\.0\.\n$/)
  expect((await boot({ FAKE_NPM: 'brings no node' })).status).toBe(0)
  expect(await done()).toEqual(['npm ci', 'vite build'])
})

async function boot(env: Record<string, string> = {}, nodeOptions = '') {
  const child = spawn(process.execPath, [join(clone, 'scripts/boot.mjs')], {
    cwd: tmpdir(),
    env: { ...process.env, npm_execpath: join(clone, 'npm-cli.js'), NODE_OPTIONS: nodeOptions, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 15_000,
  })
  let said = ''
  const listen = (chunk: unknown) => {
    said += String(chunk)
  }
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  const [status] = await once(child, 'close')
  return { status: Number(status), said }
}

/** What the stand-ins for npm and Vite were asked to do, in order. */
async function done(): Promise<string[]> {
  await appendFile(join(clone, 'done.log'), '')
  return (await readFile(join(clone, 'done.log'), 'utf8')).split('\n').filter((line) => line !== '')
}

async function write(file: string, content: string): Promise<void> {
  await mkdir(dirname(join(clone, file)), { recursive: true })
  await writeFile(join(clone, file), content)
}

function lockNaming(version: string): string {
  const packages = {
    '': {},
    'node_modules/one': { version, integrity: 'sha512-invented' },
    'node_modules/only-elsewhere': { version, optional: true },
  }
  return JSON.stringify({ packages })
}

function pretending(property: string, value: unknown): string {
  const code = `Object.defineProperty(process, ${JSON.stringify(property)}, { value: ${JSON.stringify(value)} })`
  return `--import=data:text/javascript,${encodeURIComponent(code)}`
}

const FAKE_VITE = `
const { appendFileSync, mkdirSync, rmSync } = require('node:fs')
appendFileSync('done.log', 'vite ' + process.argv[2] + '\\n')
rmSync('dist', { recursive: true, force: true })
if (process.env.FAKE_VITE === 'fails') throw new Error('Unexpected token')
mkdirSync('dist')
`

const FAKE_NPM = `
const { appendFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } = require('node:fs')
const how = process.env.FAKE_NPM
appendFileSync('done.log', 'npm ' + process.argv[2] + '\\n')
if (!process.argv.includes('--ignore-scripts')) throw new Error('would run the scripts of packages')
rmSync('node_modules', { recursive: true, force: true })
if (how === 'fails') {
  console.error('npm error network')
  process.exit(1)
}
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
delete packages['']
delete packages['node_modules/only-elsewhere']
mkdirSync('node_modules/vite/bin', { recursive: true })
writeFileSync('node_modules/vite/bin/vite.js', ${JSON.stringify(FAKE_VITE)})
if (how !== 'brings no node') {
  mkdirSync('node_modules/${pinnedNode}/bin', { recursive: true })
  symlinkSync(process.execPath, 'node_modules/${pinnedNode}/bin/node')
}
writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages }))
`
