import { cloudConfig } from './cloud.ts'
import type { Config } from './config.ts'
import { localConfig } from './local.ts'
import { modeOf } from './mode.ts'
import { asRead, openReader } from './reader.ts'
import type { Env, Read } from './reader.ts'

/** The settings, or every problem with them at once, each a sentence that names the setting. */
export function readConfig(env: Env): Read<Config> {
  const reader = openReader(env)
  const mode = modeOf(env)
  if (mode === undefined)
    reader.problems.push(`MODE is "${env['MODE'] ?? ''}"; it can be "local", "rehearsal" or "production".`)
  const config = mode === undefined || mode === 'local' ? localConfig(reader) : cloudConfig(reader, env, mode)
  return asRead(reader.problems, config)
}
