/**
 * `npm run package -- --env dev`: the Teams app package of one environment, checked, in `manifest/build/`. Settings
 * come from `NAME=value` behind it, else from the process's environment, else from `env/.env.dev`. `--out` names
 * another folder.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import * as z from 'zod/mini'

import { makePackage } from './make.ts'
import { readSettings, valuesIn } from './settings.ts'
import type { Values } from './settings.ts'

const ROOT = join(import.meta.dirname, '..')
const BUILD = join(import.meta.dirname, 'build')

const { values: options, positionals } = parseArgs({
  options: { env: { type: 'string', default: 'dev' }, out: { type: 'string', default: BUILD } },
  allowPositionals: true,
})
const { env: environment, out } = options
const read = readSettings(environment, {
  APP_VERSION: await ownVersion(),
  ...filled(await fileOf(environment)),
  ...filled(process.env),
  ...filled(valuesIn(positionals.join('\n'))),
})
const result = read.ok ? await makePackage(read.settings) : read
if (result.ok) {
  const { app, zip, words } = result.made
  await mkdir(out, { recursive: true })
  const zipFile = `appPackage.${environment}.zip`
  await Promise.all([
    writeFile(join(out, zipFile), zip),
    writeFile(join(out, `manifest.${environment}.json`), `${JSON.stringify(app, null, 2)}\n`),
    writeFile(join(out, 'words.en-gb.json'), `${JSON.stringify(words, null, 2)}\n`),
  ])
  say(`${app.name.short} ${app.version} for ${environment}, at https://${app.validDomains?.[0]}`)
  say(`The package is ${join(out, zipFile)}, ${zip.length} bytes: upload it in the Teams admin centre.`)
} else {
  say(`The package for "${environment}" was not made.`)
  for (const problem of result.problems) say(`- ${problem}`)
  process.exitCode = 1
}

async function fileOf(name: string): Promise<Values> {
  const text = await readFile(join(ROOT, 'env', `.env.${name}`), 'utf8').catch(() => '')
  return valuesIn(text)
}

/** What is empty says nothing: what was said before holds. */
function filled(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
}

/** The product's own version: a release of it is a release of the package. */
async function ownVersion(): Promise<string> {
  const text = await readFile(join(ROOT, 'package.json'), 'utf8')
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`)
}
