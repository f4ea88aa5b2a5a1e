import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { strToU8, zipSync } from 'fflate'
import * as z from 'zod/mini'

import { ICONS, teamsApp } from './app.ts'
import type { TeamsApp } from './app.ts'
import { languageProblems, wordsOf } from './languages.ts'
import type { Words } from './languages.ts'
import { lintProblems } from './lint.ts'
import { CHAT_PERMISSIONS } from './permissions.ts'
import { iconProblems } from './png.ts'
import { languageSchemaProblems, schemaProblems } from './schema.ts'
import type { PackageSettings } from './settings.ts'

export type Made = { readonly app: TeamsApp; readonly zip: Uint8Array; readonly words: Words }

/**
 * The package of one environment, checked: what Teams takes is a zip of the manifest, two icons and a file for each
 * further language. Made twice from the same it is the same, byte for byte. All that is wrong is said together.
 */
export async function makePackage(
  settings: PackageSettings,
  folders: { readonly icons: string; readonly languages: string } = HERE,
): Promise<
  { readonly ok: true; readonly made: Made } | { readonly ok: false; readonly problems: readonly string[] }
> {
  const languages = await languagesIn(folders.languages)
  const [color, outline] = await Promise.all(
    [ICONS.color, ICONS.outline].map((name) => readFile(join(folders.icons, name))),
  )
  if (!color || !outline) throw new Error('an icon was not read')
  const app = teamsApp(settings, [...languages.keys()])
  const words = wordsOf(app)
  const problems = [
    ...(await schemaProblems(app)).map((problem) => `Microsoft's schema ${app.manifestVersion}: ${problem}`),
    ...lintProblems(app, CHAT_PERMISSIONS),
    ...iconProblems(color, outline),
    ...[...languages].flatMap(([tag, each]) => languageProblems(tag, each, words)),
    ...[...languages].flatMap(([tag, each]) =>
      languageSchemaProblems(app.manifestVersion, each).map((problem) => `${tag}.json: ${problem}`),
    ),
  ]
  if (problems.length > 0) return { ok: false, problems }
  const files = {
    'manifest.json': strToU8(`${JSON.stringify(app, null, 2)}\n`),
    [ICONS.color]: color,
    [ICONS.outline]: outline,
    ...Object.fromEntries(
      [...languages].map(([tag, each]) => [`${tag}.json`, strToU8(JSON.stringify(each))]),
    ),
  }
  return { ok: true, made: { app, zip: zipSync(files, { mtime: ALWAYS, level: 9 }), words } }
}

const HERE = { icons: join(import.meta.dirname, 'icons'), languages: join(import.meta.dirname, 'languages') }

/** The time that every file of a package bears: a zip knows none before 1980. */
const ALWAYS = new Date(1980, 0, 1)

const wordsFile = z.record(z.string(), z.string())

/** The further languages: a file for each, by its tag; no folder, no language. */
async function languagesIn(folder: string): Promise<ReadonlyMap<string, Words>> {
  const names = await readdir(folder).catch((): string[] => [])
  const files = names.filter((name) => name.endsWith('.json')).toSorted()
  return new Map(
    await Promise.all(
      files.map(async (name) => {
        const words = wordsFile.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))
        return [name.replace(/\.json$/, ''), words] as const
      }),
    ),
  )
}
