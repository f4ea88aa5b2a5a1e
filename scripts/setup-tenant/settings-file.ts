import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseEnv } from 'node:util'

import type { Env } from '#server/config/reader.ts'

/** What `settings.env` of the folder holds; nothing where there is none. Empty lines of it are not settings. */
export async function settingsIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(join(folder, 'settings.env'), 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  })
  const pairs = Object.entries(parseEnv(text)).filter(([, value]) => value !== undefined && value !== '')
  return Object.fromEntries(pairs.map(([name, value = '']) => [name, value]))
}

/** The environment wins; what it does not say, or says empty, the file says. */
export function withFile(env: Env, file: Readonly<Record<string, string>>): Env {
  const said = Object.entries(env).filter(([, value]) => value !== undefined && value !== '')
  return { ...file, ...Object.fromEntries(said) }
}
