/**
 * `npm run suites [name ...]`: the static checks, then every suite of tests (or the named ones), each in its own
 * vitest, against a PostgreSQL and a Chromium that are found or brought. Ends with a count per suite and the line
 * `N passed, N failed`. Fails if anything failed, was skipped, or if a suite has no tests.
 */
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { aServer, forget } from '#tests/fixtures/a-server.ts'
import { findChromium } from '#tests/fixtures/chromium.ts'
import { keepExample } from '#tests/fixtures/loaded-example.ts'
import { aPostgresCell } from '#tests/fixtures/postgres/cell.ts'
import { startPostgres } from '#tests/fixtures/postgres/start-postgres.ts'
import { makeTemplates } from '#tests/fixtures/templates.ts'

import { type Child, askedToEnd, startChild } from './child-process.ts'
import { SUITES, type SuiteName, countSuite, isSuite, lastLine, tableOf } from './suite-counts.ts'

const LIMIT_MS = 20 * 60_000
/** The suites that play the example. */
const PLAYED: readonly SuiteName[] = ['http', 'bot', 'microsoft-365', 'faults', 'browser']
const undo: (() => Promise<void>)[] = []
let stopping = false

const outcome = await Promise.race([run(process.argv.slice(2)), askedToEnd().then((signal) => 128 + signal)])
stopping = true
for (const step of undo.toReversed()) await step()
process.exit(outcome)

async function run(names: readonly string[]): Promise<number> {
  const wanted = SUITES.filter((suite) => names.length === 0 || names.includes(suite))
  const chosen = wanted.filter((suite) => suite !== 'microsoft-365' || hasContracts())
  const unknown = names.filter((name) => !isSuite(name))
  if (unknown.length > 0)
    return refuse(`There is no suite ${unknown.join(', ')}; there are ${SUITES.join(', ')}.`)

  if (chosen.length < wanted.length)
    console.log(
      'Microsoft’s contracts are not beside this folder (CONTRACTS_DIR): microsoft-365 is left out.',
    )
  console.log('Static checks ...')
  const checked = await ended(npmRun('check:static'))
  if (stopping) return 1
  if (checked !== 0) return refuse('The static checks failed.')
  const env = await surroundings(chosen)
  if (typeof env === 'string') return refuse(env)
  const counts = []
  for (const suite of chosen) {
    console.log(`\nSuite ${suite} ...`)
    counts.push(await runSuite(suite, env))
    if (stopping) return 1
  }
  console.log(`\n${tableOf(counts)}\n${lastLine(counts)}`)
  return counts.every((count) => count.failed === 0) ? 0 : 1
}

/** What the tests need around them, or a sentence if it can't be had. */
async function surroundings(chosen: readonly SuiteName[]): Promise<Record<string, string> | string> {
  if (chosen.every((suite) => suite === 'unit')) return {}
  const folder = await mkdtemp(join(tmpdir(), 'suites-'))
  undo.push(() => rm(folder, { recursive: true, force: true }))
  if (chosen.every((suite) => suite === 'unit' || suite === 'store-pglite'))
    return (await makeTemplates(folder, false)).env
  try {
    const postgres = await startPostgres()
    undo.push(() => postgres.stop())
    const chromium = await findChromium()
    console.log(`PostgreSQL: ${postgres.how}. Chromium: ${chromium.how}.`)
    process.env['TEST_DATABASE_URL'] = postgres.url
    const templates = await makeTemplates(folder, true)
    undo.push(templates.remove)
    Object.assign(process.env, templates.env)
    const example = chosen.some((suite) => PLAYED.includes(suite)) ? await loadedExample(folder) : {}
    return {
      ...templates.env,
      ...example,
      // The product is started some five hundred times: each start but the first finds its modules compiled.
      NODE_COMPILE_CACHE: join(folder, 'compiled'),
      TEST_DATABASE_URL: postgres.url,
      CHROMIUM_PATH: chromium.executablePath,
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** They lie outside this repository: stand-ins and requests are held to them, so without them nothing is shown. */
function hasContracts(): boolean {
  const folder = process.env['CONTRACTS_DIR'] ?? join(import.meta.dirname, '../../shared/contracts')
  return existsSync(join(folder, 'graph-v1.0-subset.openapi.json'))
}

/** The whole example on both engines, loaded once. */
async function loadedExample(folder: string): Promise<Record<string, string>> {
  console.log('Loading the example ...')
  const cell = await aPostgresCell()
  undo.push(() => cell.drop())
  const each = [undefined, cell].map(async (on) => {
    const server = await aServer({ ...(on && { cell: on }), env: { STORY: 'neglect' } })
    await server.stop()
    const kept = await keepExample(folder, { dataDir: server.dataDir, cell: on, origin: server.origin })
    await forget(server)
    return kept
  })
  return Object.assign({}, ...(await Promise.all(each))) as Record<string, string>
}

function npmRun(script: string): Child {
  const npm = process.env['npm_execpath']
  const args = ['run', '-s', script]
  return npm ? startChild(process.execPath, [npm, ...args]) : startChild('npm', args)
}

async function runSuite(suite: SuiteName, env: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), 'suites-'))
  const removed = () => rm(folder, { recursive: true, force: true })
  undo.push(removed)
  const report = join(folder, `${suite}.json`)
  const vitest = join(import.meta.dirname, '../node_modules/vitest/vitest.mjs')
  const args = [
    'run',
    '--project',
    suite,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const began = Date.now()
  const exitCode = await ended(startChild(process.execPath, [vitest, ...args], { env }))
  const count = await countSuite(suite, report, exitCode, (Date.now() - began) / 1000)
  await removed()
  return count
}

/** A child's exit code; a child that takes too long is ended and has failed. */
async function ended(child: Child): Promise<number> {
  undo.push(() => child.stop())
  const limit = setTimeout(() => {
    console.error(`Ended after ${LIMIT_MS / 60_000} minutes.`)
    void child.stop()
  }, LIMIT_MS)
  const code = await child.ended
  clearTimeout(limit)
  return code
}

function refuse(sentence: string): number {
  console.error(sentence)
  console.log('0 passed, 1 failed')
  return 1
}
