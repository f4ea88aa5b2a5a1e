import type { Config } from '../config/config.ts'
import { modeOf } from '../config/mode.ts'
import { readConfig } from '../config/read-config.ts'
import type { Env, Read } from '../config/reader.ts'
import { SETTINGS } from '../config/settings.ts'
import type { Setting } from '../config/settings.ts'

/** What `--check-config` asks for; undefined without it. */
export type CheckWanted = 'settings' | 'live'

/** The status of a process whose settings are wrong (EX_CONFIG of sysexits). */
const WRONG = 78

/** One thing that was tried, in a sentence: that it works, or what to do. */
export type Tried = { readonly works: boolean; readonly says: string }

export function checkWanted(args: readonly string[]): CheckWanted | undefined {
  if (args.includes('--check-config=live')) return 'live'
  return args.includes('--check-config') ? 'settings' : undefined
}

/**
 * Prints the settings as they take effect and what is wrong with them; `tryOut` then tries what they lead to. Gives
 * the exit code. No port is opened, and the value of a secret is never printed.
 */
export async function checkConfig(
  env: Env,
  wanted: CheckWanted,
  say: (words: string) => void,
  tryOut: (config: Config) => AsyncIterable<Tried>,
): Promise<number> {
  const read = readConfig(env)
  say(`MODE: ${modeOf(env) ?? 'unknown'}`)
  for (const setting of settingsOf(env)) {
    const value = valueOf(setting, env, read)
    say(`${setting.name}: ${value} - ${setting.meaning}`)
  }
  if (!read.ok) {
    for (const sentence of read.problems) say(`Wrong: ${sentence}`)
    return WRONG
  }
  say('The settings are complete.')
  if (wanted === 'settings') return 0
  let works = true
  for await (const tried of tryOut(read.config)) {
    say(`${tried.works ? 'Works' : 'Wrong'}: ${tried.says}`)
    works &&= tried.works
  }
  return works ? 0 : WRONG
}

/** Those that have a meaning in this mode; and those of another one that are set, because they are what is wrong. */
function settingsOf(env: Env): readonly Setting[] {
  const mode = modeOf(env) ?? 'production'
  const all: readonly Setting[] = SETTINGS
  return all.filter(
    ({ name, in: places }) => name !== 'MODE' && (places.includes(mode) || env[name] !== undefined),
  )
}

function valueOf({ name, secret }: Setting, env: Env, read: Read<Config>): string {
  const said = env[name] ?? ''
  if (said !== '') return secret ? 'set' : said
  if (!read.ok && read.problems.some((sentence) => sentence.startsWith(`${name} is missing`)))
    return 'missing'
  const fallback = read.ok ? fallbacks(read.config)[name] : undefined
  return fallback === undefined ? 'not set' : `${fallback} (default)`
}

/** What takes effect where nothing is set. */
function fallbacks(config: Config): Readonly<Record<string, string | number>> {
  const { port, publicUrl, leaseMs, quietMs, sweepMs } = config
  return {
    PORT: port,
    PUBLIC_URL: publicUrl,
    LEASE_MS: leaseMs,
    QUIET_MS: quietMs,
    SWEEP_MS: sweepMs,
    ...(config.mode === 'local'
      ? {
          DATA_DIR: config.dataDir,
          STORY: config.story ?? 'no',
          BOT_ANONYMOUS: config.botAnonymous ? 'yes' : 'no',
        }
      : {
          HOST: config.host,
          DATABASE_SIGN_IN: config.database.signIn,
          INVITE_GUESTS: config.invitesGuests ? 'yes' : 'no',
        }),
  }
}
