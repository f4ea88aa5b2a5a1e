import { resolve } from 'node:path'

import type { Config, LocalConfig, Sending } from './config.ts'
import { isHere } from './reader.ts'
import type { Reader } from './reader.ts'

const EACH_LOGIN = 'with PostgreSQL the three logins each have their address.'

/** Local mode: everything has a default, so that one command starts it. */
export function localConfig(reader: Reader): LocalConfig {
  const { number, url, text, yesOrNo } = reader
  metricsAddress(reader, 'local')
  const port = number('PORT', 3978, 65_535)
  return {
    mode: 'local',
    port,
    dataDir: resolve(text('DATA_DIR') ?? '.data'),
    auditKey: text('AUDIT_KEY'),
    publicUrl: url('PUBLIC_URL') ?? `http://localhost:${port}`,
    database: localDatabase(reader),
    botAnonymous: yesOrNo('BOT_ANONYMOUS'),
    connectorUrl: url('CONNECTOR_URL'),
    story: story(reader),
    ...pacing(reader),
    sending: sending(reader),
  }
}

/** Leases, quiet times and sweeps: for tests they can be shorter. */
export function pacing({ number }: Reader): Pick<LocalConfig, 'leaseMs' | 'quietMs' | 'sweepMs'> {
  return {
    leaseMs: number('LEASE_MS', 60_000, 3_600_000),
    quietMs: number('QUIET_MS', 600_000, 86_400_000),
    sweepMs: number('SWEEP_MS', 5000, 3_600_000),
  }
}

/** Its path may hold a key, so it is never said. In production nobody on the way reads along. */
export function metricsAddress({ problems, text }: Reader, mode: Config['mode']): void {
  const said = text('OTEL_EXPORTER_OTLP_ENDPOINT')
  if (said === undefined) return
  const { protocol } = URL.canParse(said) ? new URL(said) : { protocol: '' }
  if (protocol !== 'https:' && protocol !== 'http:')
    problems.push('OTEL_EXPORTER_OTLP_ENDPOINT is no address; it looks like https://metrics.example.org.')
  else if (mode === 'production' && protocol === 'http:' && !isHere(said))
    problems.push('OTEL_EXPORTER_OTLP_ENDPOINT has to be https, or on this machine.')
}

export function sending({ oneOf }: Reader): Sending {
  return oneOf('SENDING', ['hold', 'release', 'as-it-was'], 'as-it-was', '"hold" or "release"')
}

function localDatabase({ text, postgres }: Reader): LocalConfig['database'] {
  if (text('DATABASE_URL') === undefined) return { engine: 'pglite' }
  const web = postgres('DATABASE_URL', EACH_LOGIN)
  const worker = postgres('WORKER_DATABASE_URL', EACH_LOGIN)
  const owner = postgres('OWNER_DATABASE_URL', EACH_LOGIN)
  return { engine: 'postgresql', urls: { web, worker, owner } }
}

/** The whole neglect round, or one action's thread, which loads fast. */
function story({ oneOf }: Reader): LocalConfig['story'] {
  const said = oneOf('STORY', ['neglect', 'thread', 'no'], 'neglect', '"neglect", "thread" or "no"')
  return said === 'no' ? null : said
}
