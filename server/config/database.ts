import type { AuditConfig, Config, DatabaseConfig } from './config.ts'
import { modeOf } from './mode.ts'
import { asRead, isGuid, isHere, openReader } from './reader.ts'
import type { Env, Read, Reader } from './reader.ts'

type Mode = Config['mode'] | undefined

/** The two logins of a running process. */
export function databaseOf(reader: Reader, mode: Mode): DatabaseConfig {
  const postgres = postgresIn(reader, mode)
  const web = postgres('DATABASE_URL', 'it runs on PostgreSQL, login evaluation_web.')
  const worker = postgres('WORKER_DATABASE_URL', 'it is the login evaluation_worker.')
  if (web !== '' && web === worker)
    reader.problems.push(
      'DATABASE_URL and WORKER_DATABASE_URL are the same; the process that sends may not read a child’s name, so it has a login of its own.',
    )
  const signIn = signInOf(reader)
  return { web, worker, signIn, workerIdentity: workerIdentity(reader, signIn) }
}

/** What looking at the audit trail needs, of the settings of a running process: one login and the key. */
export function readAuditConfig(env: Env): Read<AuditConfig> {
  const reader = openReader(env)
  const signIn = signInOf(reader)
  return asRead(reader.problems, {
    worker: postgresIn(reader, modeOf(env))('WORKER_DATABASE_URL', 'it is the login evaluation_worker.'),
    auditKey: reader.required('AUDIT_KEY', 'the audit trail is sealed with it.'),
    signIn,
    workerIdentity: workerIdentity(reader, signIn),
  })
}

/** Reads addresses of PostgreSQL; in production on the way to it somebody looks who answers. */
export function postgresIn({ problems, postgres }: Reader, mode: Mode): Reader['postgres'] {
  return (name, why) => {
    const said = postgres(name, why)
    if (mode === 'production' && said.startsWith('postgres') && !isLookedAt(said))
      problems.push(
        `${name} does not say who may answer; add ?sslmode=verify-full to the address, so that nobody stands in between.`,
      )
    return said
  }
}

export function signInOf({ oneOf }: Reader): DatabaseConfig['signIn'] {
  return oneOf('DATABASE_SIGN_IN', ['password', 'entra'], 'password', '"password" or "entra"')
}

/** PostgreSQL ties a login to one identity: two logins that sign in with Entra are two identities. */
export function workerIdentity(
  { problems, text }: Reader,
  signIn: DatabaseConfig['signIn'],
): string | undefined {
  const said = text('WORKER_DATABASE_IDENTITY')
  if (said === undefined && signIn === 'entra')
    problems.push(
      'WORKER_DATABASE_IDENTITY is missing; it is the client id of the managed identity of the login evaluation_worker.',
    )
  if (said !== undefined && !isGuid(said))
    problems.push('WORKER_DATABASE_IDENTITY is no id; it is the client id of a managed identity.')
  return said
}

/** Said once, or pg would take the last; and a `host` among the settings would lead elsewhere than the address. */
function isLookedAt(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { searchParams } = new URL(address)
  const modes = searchParams.getAll('sslmode')
  return modes.length > 0
    ? modes.every((mode) => mode === 'verify-full')
    : isHere(address) && !searchParams.has('host')
}
