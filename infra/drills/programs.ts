import { spawn } from 'node:child_process'

/** A program of PostgreSQL did not do what it was asked: its own words. */
export class ProgramFailed extends Error {}

/** Runs pg_dump or pg_restore on the database of an address. The password, if there is one, is in no list of processes. */
export async function runProgram(name: string, address: string, options: readonly string[]): Promise<void> {
  const url = new URL(address)
  const child = spawn(name, [...options], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      PGHOST: url.hostname,
      PGPORT: url.port || '5432',
      PGUSER: decodeURIComponent(url.username),
      PGDATABASE: url.pathname.slice(1),
      ...(url.password !== '' && { PGPASSWORD: decodeURIComponent(url.password) }),
      ...(url.searchParams.has('sslmode') && { PGSSLMODE: url.searchParams.get('sslmode') ?? '' }),
    },
  })
  const said: string[] = []
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  const code = await new Promise<number | null>((done, failed) => {
    child.once('error', failed)
    child.once('close', done)
  })
  if (code !== 0) throw new ProgramFailed(`${name} ended with ${code ?? 'a signal'}: ${said.join('').trim()}`)
}
