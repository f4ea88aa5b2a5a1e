import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

import { AppManifestUtils } from '@microsoft/app-manifest'
import draft04 from 'ajv-draft-04'

import type { TeamsApp } from './app.ts'
import type { Words } from './languages.ts'

/** What Microsoft's published schema has against the app, read from the package: nothing is fetched. */
export async function schemaProblems(app: TeamsApp): Promise<readonly string[]> {
  return AppManifestUtils.validateAgainstSchema(app, schemaFile(app.manifestVersion, 'MicrosoftTeams'))
}

/**
 * What Microsoft's published schema of language files has against one. Two of its patterns are none in Unicode mode,
 * which the package's own check is bound to.
 */
export function languageSchemaProblems(version: string, words: Words): readonly string[] {
  const schema = schemaFile(version, 'MicrosoftTeams.Localization')
  const ajv = new draft04.default({
    allErrors: true,
    strict: false,
    unicodeRegExp: false,
    validateFormats: false,
  })
  const holds = ajv.compile(schema)
  return holds(words)
    ? []
    : (holds.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

type Schema = NonNullable<Parameters<typeof AppManifestUtils.validateAgainstSchema>[1]>

function schemaFile(version: string, name: string): Schema {
  const main = createRequire(import.meta.url).resolve('@microsoft/app-manifest')
  const file = join(dirname(main), `json-schemas/teams/v${version}/${name}.schema.json`)
  return JSON.parse(readFileSync(file, 'utf8')) as Schema
}
