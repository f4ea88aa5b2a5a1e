import { resolve } from 'node:path'

import type { PostgresUrls } from '#store/database.ts'

/** Every setting with its meaning stands in docs/operations.md. */
export type Config = {
  readonly mode: 'local'
  readonly port: number
  readonly publicUrl: string
  readonly dataDir: string
  readonly database:
    | { readonly engine: 'pglite' }
    | { readonly engine: 'postgresql'; readonly urls: PostgresUrls }
  readonly auditKey: string | undefined
  readonly botAnonymous: boolean
  /** Another Bot Connector stand-in than local mode's own: for tests and the Agents Playground. */
  readonly connectorUrl: string | undefined
  /** The example with which local mode starts; null: with nothing. */
  readonly story: 'neglect' | 'thread' | null
  readonly leaseMs: number
  readonly quietMs: number
  readonly sweepMs: number
  /** Whether this copy of the data may send: `hold` until released, `release` what was restored or held. */
  readonly sending: 'hold' | 'release' | 'as-it-was'
}

type Env = Readonly<Record<string, string | undefined>>

/** Settings that exist for this machine and for tests: production refuses to start with any of them. */
const LOCAL_ONLY = ['BOT_ANONYMOUS', 'CONNECTOR_URL', 'STORY', 'LEASE_MS', 'QUIET_MS', 'SWEEP_MS']

/** The settings, or every problem with them at once, each a sentence that names the setting. */
export function readConfig(
  env: Env,
):
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] } {
  const problems: string[] = []
  const mode = env['MODE'] ?? (env['NODE_ENV'] === 'production' ? 'production' : 'local')
  if (mode !== 'local' && mode !== 'production')
    problems.push(`MODE is "${mode}"; it can be "local" or "production".`)
  if (mode === 'production') problems.push(...productionProblems(env))
  const number = (name: string, fallback: number, max: number): number => {
    const text = env[name]
    if (text === undefined || text === '') return fallback
    const value = Number(text)
    if (Number.isInteger(value) && value >= 0 && value <= max) return value
    problems.push(`${name} is "${text}"; it has to be a whole number from 0 to ${max}.`)
    return fallback
  }
  const port = number('PORT', 3978, 65_535)
  const config: Config = {
    mode: 'local',
    port,
    publicUrl: urlSetting(env, 'PUBLIC_URL', problems) ?? `http://localhost:${port}`,
    dataDir: resolve(env['DATA_DIR'] ?? '.data'),
    database: databaseSetting(env, problems),
    auditKey: env['AUDIT_KEY'],
    botAnonymous: yesOrNo(env, 'BOT_ANONYMOUS', false, problems),
    connectorUrl: urlSetting(env, 'CONNECTOR_URL', problems),
    story: storySetting(env, problems),
    leaseMs: number('LEASE_MS', 60_000, 3_600_000),
    quietMs: number('QUIET_MS', 600_000, 86_400_000),
    sweepMs: number('SWEEP_MS', 5000, 3_600_000),
    sending: sendingSetting(env, problems),
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, config }
}

function productionProblems(env: Env): readonly string[] {
  const local = LOCAL_ONLY.filter((name) => env[name] !== undefined)
  return [
    ...local.map((name) => `${name} is for one machine only; production does not start with it. Remove it.`),
    ...(env['DATABASE_URL'] === undefined ? ['DATABASE_URL is missing; production runs on PostgreSQL.'] : []),
    ...(env['AUDIT_KEY'] === undefined ? ['AUDIT_KEY is missing; the audit trail is sealed with it.'] : []),
    'Production needs sign-in with Microsoft Entra, which this version does not have yet. Use MODE=local.',
  ]
}

function databaseSetting(env: Env, problems: string[]): Config['database'] {
  const web = env['DATABASE_URL']
  if (web === undefined || web === '') return { engine: 'pglite' }
  const worker = env['WORKER_DATABASE_URL']
  const owner = env['OWNER_DATABASE_URL']
  for (const [name, url] of Object.entries({
    DATABASE_URL: web,
    WORKER_DATABASE_URL: worker,
    OWNER_DATABASE_URL: owner,
  })) {
    if (url === undefined)
      problems.push(`${name} is missing; with PostgreSQL the three logins each have their address.`)
    else if (!/^postgres(ql)?:\/\//.test(url))
      problems.push(`${name} is no PostgreSQL address; it begins with postgresql://.`)
  }
  return { engine: 'postgresql', urls: { web, worker: worker ?? '', owner: owner ?? '' } }
}

/** The whole neglect round, or one action's thread, which loads fast. */
function storySetting(env: Env, problems: string[]): Config['story'] {
  const text = env['STORY'] ?? ''
  if (text === '' || text === 'neglect') return 'neglect'
  if (text === 'thread') return 'thread'
  if (text !== 'no') problems.push(`STORY is "${text}"; it can be "neglect", "thread" or "no".`)
  return null
}

function sendingSetting(env: Env, problems: string[]): Config['sending'] {
  const text = env['SENDING'] ?? ''
  if (text === 'hold' || text === 'release') return text
  if (text !== '') problems.push(`SENDING is "${text}"; it can be "hold" or "release".`)
  return 'as-it-was'
}

function yesOrNo(env: Env, name: string, fallback: boolean, problems: string[]): boolean {
  const text = env[name]
  if (text === undefined || text === '') return fallback
  if (text !== 'yes' && text !== 'no') problems.push(`${name} is "${text}"; it can be "yes" or "no".`)
  return text === 'yes'
}

function urlSetting(env: Env, name: string, problems: string[]): string | undefined {
  const text = env[name]
  if (text === undefined || text === '') return undefined
  if (!URL.canParse(text))
    problems.push(`${name} is "${text}"; it has to be an address such as https://example.org.`)
  return text.replace(/\/$/, '')
}
