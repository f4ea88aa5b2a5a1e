import { readFileSync } from 'node:fs'

import type { ClientConfig } from 'pg'

/** What a connection shows in the place of a password. */
export type Shown = () => Promise<string>

/**
 * Where to connect, as pg takes it. With `shown` the address is taken apart here: pg puts the password of an address,
 * even an empty one, over a function that gives it. Of its settings, `sslmode`, `sslrootcert`, `application_name` and
 * `options` count then.
 */
export function addressOf(address: string, shown: Shown | undefined): ClientConfig {
  if (!shown) return { connectionString: address }
  const url = new URL(address)
  const said = (name: string): string | undefined => url.searchParams.get(name) ?? undefined
  const [ssl, name, options] = [tlsOf(said), said('application_name'), said('options')]
  return {
    host: url.hostname.replace(/^\[(.+)\]$/, '$1'),
    ...(url.port !== '' && { port: Number(url.port) }),
    user: decodeURIComponent(url.username),
    database: decodeURIComponent(url.pathname.slice(1)),
    ...(ssl !== undefined && { ssl }),
    ...(name !== undefined && { application_name: name }),
    ...(options !== undefined && { options }),
    password: shown,
  }
}

/** As pg reads it: whatever asks for TLS also looks who answers, `no-verify` alone does not. */
function tlsOf(said: (name: string) => string | undefined): ClientConfig['ssl'] {
  const [mode, authority] = [said('sslmode'), said('sslrootcert')]
  if (mode === 'disable') return false
  if (mode === undefined && authority === undefined) return undefined
  return {
    ...(mode === 'no-verify' && { rejectUnauthorized: false }),
    ...(authority !== undefined && { ca: readFileSync(authority, 'utf8') }),
  }
}
