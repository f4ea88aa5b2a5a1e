import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import type { Env } from '#server/config/reader.ts'

import { filesToRun } from './files-to-run.ts'
import { lookAtAll } from './look.ts'
import { settingsIn, withFile } from './settings-file.ts'
import { readSettings } from './settings.ts'
import { HEADING, ending, lineOf } from './words.ts'

const USAGE = `npm run setup-tenant -- --check           looks at everything and says what is left to do
    --other-mailbox <object id>           a mailbox that must be refused: your own
    --other-site <site id>                a site that must be refused; without it the root site
    --settings <folder>                   where settings.env is; without it: setup
npm run setup-tenant -- --write <folder>  writes the scripts that an administrator runs
Both read <folder>/settings.env first; the environment wins. The settings are those of the product: docs/install.md
names them.`

/**
 * What `npm run setup-tenant` does. Ends with 0 when nothing is to do, 1 when something is, 64 when it was asked
 * wrongly. Says no token, no key and no text of a service.
 */
export async function setupTenant(
  args: readonly string[],
  env: Env,
  say: (line: string) => void,
): Promise<number> {
  const asked = wishes(args)
  if (asked === undefined) {
    say(USAGE)
    return 64
  }
  const file = await settingsIn(asked.write ?? asked.settings ?? 'setup')
  const { settings, problems } = readSettings(withFile(env, file), {
    otherMailbox: asked['other-mailbox'],
    otherSite: asked['other-site'],
  })
  for (const problem of problems) say(problem)
  if (asked.write !== undefined) {
    if (problems.length > 0) return 1
    return writeAll(asked.write, filesToRun(settings, file), say)
  }
  say(HEADING)
  const all = await lookAtAll(settings, identityOf(env), (looked) => say(lineOf(looked)))
  say(`\n${ending(all)}`)
  return problems.length > 0 || all.some(({ finding }) => finding.state === 'to do') ? 1 : 0
}

function wishes(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        check: { type: 'boolean' },
        write: { type: 'string' },
        settings: { type: 'string' },
        'other-mailbox': { type: 'string' },
        'other-site': { type: 'string' },
      },
    })
    return values.check === true || values.write !== undefined ? values : undefined
  } catch {
    return undefined
  }
}

/** Container Apps and App Service tell the process where to ask for a managed identity's token. */
function identityOf(env: Env): { readonly url: string; readonly header: string } | undefined {
  const url = env['IDENTITY_ENDPOINT']
  const header = env['IDENTITY_HEADER']
  return url !== undefined && header !== undefined ? { url, header } : undefined
}

async function writeAll(
  folder: string,
  files: Readonly<Record<string, string>>,
  say: (line: string) => void,
): Promise<number> {
  await mkdir(folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(folder, name), text, { mode: name.endsWith('.sh') ? 0o755 : 0o644 })
    say(join(folder, name))
  }
  say('Read README.md first. Nothing has been changed in the tenant.')
  return 0
}
