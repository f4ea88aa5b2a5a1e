import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'

import { Client } from 'pg'

import type { PostgresUrls } from '#store/database.ts'
import { startPostgres } from '#tests/fixtures/postgres/start-postgres.ts'

const SQL = new URL('../../infra/sql/', import.meta.url)

/**
 * A database whose logins were made by infra/sql, by an administrator who is no superuser, as in Azure: tables belong
 * to `evaluation_owner`, who is no superuser either. Only the labels that tie a login to an identity are left out.
 */
export type CellInAzure = {
  readonly urls: PostgresUrls
  readonly labels: readonly string[]
  /** A further, empty database of the same server and logins, as a restored backup wants it. */
  another(): Promise<PostgresUrls>
  afterFirstMigration(): Promise<void>
  asAdministrator<T>(work: (client: Client) => Promise<T>): Promise<T>
  destroy(urls: PostgresUrls): Promise<void>
  close(): Promise<void>
}

export async function aCellInAzure(): Promise<CellInAzure> {
  const server = await startPostgres()
  const made: string[] = []
  const labels: string[] = []
  const asUser = async <T>(
    user: string | undefined,
    database: string,
    work: (client: Client) => Promise<T>,
  ) => {
    const client = new Client({ connectionString: addressOf(server.url, database, user) })
    await client.connect()
    try {
      return await work(client)
    } finally {
      await client.end()
    }
  }
  const anew = async (): Promise<PostgresUrls> => {
    const name = `azure_${randomUUID().replaceAll('-', '')}`
    await asUser(undefined, 'postgres', async (client) => {
      for (const role of ['azure_pg_admin nologin', 'an_administrator login createrole'])
        await client.query(
          `do $$ begin create role ${role}; exception when duplicate_object then null; end $$`,
        )
      await client.query('grant azure_pg_admin to an_administrator')
      await client.query(`create database ${name} owner azure_pg_admin`)
    })
    made.push(name)
    labels.length = 0
    for (const { database, statements } of script('roles.sql', name)) {
      await asUser('an_administrator', database, async (client) => {
        for (const statement of statements)
          if (statement.startsWith('security label')) labels.push(statement)
          else await client.query(statement)
      })
    }
    const url = (user: string): string => addressOf(server.url, name, user)
    return { owner: url('evaluation_owner'), web: url('evaluation_web'), worker: url('evaluation_worker') }
  }
  const urls = await anew()
  const drop = (name: string): Promise<void> =>
    asUser(
      undefined,
      'postgres',
      async (client) => void (await client.query(`drop database ${name} with (force)`)),
    )
  return {
    urls,
    labels,
    another: anew,
    async afterFirstMigration() {
      for (const { database, statements } of script('after-first-migration.sql', 'postgres'))
        await asUser('an_administrator', database, async (client) => {
          for (const statement of statements) await client.query(statement)
        })
    },
    asAdministrator: (work) => asUser(undefined, new URL(urls.owner).pathname.slice(1), work),
    async destroy(gone) {
      const name = new URL(gone.owner).pathname.slice(1)
      await drop(name)
      made.splice(made.indexOf(name), 1)
    },
    async close() {
      for (const name of made) await drop(name)
      await server.stop()
    },
  }
}

/** A script as psql runs it: comments and variables out, each statement by itself, in the database that it names. */
function script(
  name: string,
  database: string,
): readonly { database: string; statements: readonly string[] }[] {
  const text = readFileSync(new URL(name, SQL), 'utf8')
    .replaceAll(/^--.*$|^\\set.*$/gm, '')
    .replaceAll('database evaluations', `database ${database}`)
  return text.split(/^\\connect evaluations$/m).map((part, at) => ({
    database: at === 0 ? 'postgres' : database,
    statements: part
      .split(/;\s*$/m)
      .map((statement) => statement.trim())
      .filter((statement) => statement !== ''),
  }))
}

function addressOf(server: string, database: string, user: string | undefined): string {
  const url = new URL(server)
  url.pathname = `/${database}`
  if (user !== undefined) {
    url.username = user
    url.password = ''
  }
  return url.href
}
