import type { Config } from './config.ts'
import type { Env } from './reader.ts'

/** Undefined when it is none that there is. In an image that says it is production it is. */
export function modeOf(env: Env): Config['mode'] | undefined {
  const said = env['MODE'] ?? (env['NODE_ENV'] === 'production' ? 'production' : 'local')
  return said === 'local' || said === 'rehearsal' || said === 'production' ? said : undefined
}
