import { randomUUID } from 'node:crypto'

import { PGlite, types as pgliteTypes } from '@electric-sql/pglite'
import { Kysely, PGliteDialect, PostgresDialect, sql } from 'kysely'
import type { Transaction } from 'kysely'
import { Client, Pool, types as pgTypes } from 'pg'

import type { PersonId } from '#core/ids.ts'

import { keepListening } from './listening.ts'
import type { OpenLine } from './listening.ts'
import { addressOf } from './postgres-address.ts'
import type { Shown } from './postgres-address.ts'
import type { Schema } from './schema.ts'

/** Who opens a transaction: a person through the web, the worker that sweeps and sends, or a migration. */
export type Login =
  | { readonly as: 'web'; readonly person: PersonId | null }
  | { readonly as: 'worker' | 'owner' }

export type Trx = Transaction<Schema>

/** One cell's database. Every statement runs in a transaction under a login; there is no other handle. */
export interface Database {
  readonly engine: 'pglite' | 'postgresql'
  transact<T>(login: Login, work: (trx: Trx) => Promise<T>): Promise<T>
  /**
   * Tells every process of the cell what changed, after the commit; PostgreSQL carries it itself. A connection that
   * breaks is made anew; `missed` says that something may have gone unheard meanwhile.
   */
  listen(channel: string, heard: (payload: string) => void, missed: () => void): Promise<() => Promise<void>>
  /** How many transactions wait for a connection now. */
  waiting?(): number
  close(): Promise<void>
}

/** The embedded engine: one process, one connection, transactions one after another. */
export async function openPglite(dir: string | undefined, from?: Blob): Promise<Database> {
  const lite = new PGlite({
    ...(dir !== undefined && { dataDir: dir }),
    ...(from && { loadDataDir: from }),
    parsers,
  })
  await lite.waitReady
  const db = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite: lite }) })
  const inTurn = oneAtATime()
  return {
    engine: 'pglite',
    transact: (login, work) =>
      inTurn(() => db.transaction().execute((trx) => asLogin(trx, login, true, work))),
    listen: (channel, heard) => lite.listen(channel, heard),
    close: () => inTurn(() => lite.close()),
  }
}

/** Where PostgreSQL is, once for each login: the walls hold only if they differ (operations.md). */
export type PostgresUrls = { readonly owner: string; readonly web: string; readonly worker: string }

/** Without an owner's address nothing can be done as the owner. `password`: asked for each new connection of a login. */
type Logins = Omit<PostgresUrls, 'owner'> & {
  readonly owner?: string
  readonly password?: (login: Login['as']) => Promise<string>
}

export function openPostgres(logins: Logins): Database {
  const { owner, web, worker, password } = logins
  const shown = (login: Login['as']) => password && (() => password(login))
  const pools: Pool[] = []
  const kysely = (made: Pool) => {
    pools.push(made)
    return new Kysely<Schema>({ dialect: new PostgresDialect({ pool: made }) })
  }
  const dbs = {
    ...(owner !== undefined && { owner: kysely(pool(owner, 2, { password: shown('owner') })) }),
    web: kysely(pool(web, 10, { password: shown('web') })),
    worker: kysely(pool(worker, 4, { password: shown('worker'), name: `evaluation ${randomUUID()}` })),
  }
  return {
    engine: 'postgresql',
    transact: (login, work) => {
      const db = dbs[login.as]
      if (!db) throw new Error(`this process has no login as the ${login.as}`)
      return db.transaction().execute((trx) => asLogin(trx, login, false, work))
    },
    listen: (channel, heard, missed) => keepListening(lineTo(web, channel, shown('web')), { heard, missed }),
    waiting: () => pools.reduce((sum, { waitingCount }) => sum + waitingCount, 0),
    close: async () => {
      await Promise.all(Object.values(dbs).map((db) => db.destroy()))
    },
  }
}

/** A connection of its own, which hears one channel; a break in silence is noticed by the system's own probes. */
function lineTo(address: string, channel: string, shown: Shown | undefined): OpenLine {
  return async (heard, broke) => {
    const client = new Client({
      ...addressOf(address, shown),
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_MS,
    })
    client.on('notification', ({ payload }) => heard(payload ?? ''))
    client.on('error', () => {})
    client.on('end', broke)
    try {
      await client.connect()
      await client.query(`listen ${client.escapeIdentifier(channel)}`)
    } catch (error) {
      await client.end().catch(() => undefined)
      throw error
    }
    return client
  }
}

/** The disks are solid: a thousand rows found by their index cost less than reading the whole table. */
const RANDOM_PAGE_COST = '1.1'

/** PGlite's session is always its superuser, so the login is a role; on PostgreSQL it is the login itself. */
async function asLogin<T>(
  trx: Trx,
  login: Login,
  setRole: boolean,
  work: (trx: Trx) => Promise<T>,
): Promise<T> {
  const person = login.as === 'web' ? (login.person ?? '') : ''
  const role =
    setRole && login.as !== 'owner' ? sql`, set_config('role', ${`evaluation_${login.as}`}, true)` : sql``
  await sql`select set_config('app.person', ${person}, true), set_config('random_page_cost', ${RANDOM_PAGE_COST}, true)
    ${role}`.execute(trx)
  return work(trx)
}

/** A server that takes the connection and says nothing is as good as away. */
const CONNECT_MS = 10_000

type PoolOptions = { readonly password: Shown | undefined; readonly name?: string }

function pool(address: string, max: number, { password, name }: PoolOptions): Pool {
  const made = new Pool({
    ...addressOf(address, password),
    max,
    ...(name !== undefined && { application_name: name }),
    types: { getTypeParser },
    connectionTimeoutMillis: CONNECT_MS,
  })
  made.on('error', () => {})
  // A connection that breaks between two statements of a transaction has nobody else to hear of it.
  made.on('connect', (client) => void client.on('error', () => {}))
  return made
}

/** `date[]`, which neither engine names. */
const DATES = 1182

const parsers: Readonly<Record<number, (value: string) => unknown>> = {
  [pgliteTypes.DATE]: (value) => value,
  [DATES]: (value) =>
    value
      .slice(1, -1)
      .split(',')
      .filter((each) => each !== ''),
  [pgliteTypes.INT8]: Number,
  [pgliteTypes.TIMESTAMPTZ]: toMoment,
}

/** Both engines give a day as text, a count as number and an instant as Moment. */
function getTypeParser(oid: number): (value: string) => unknown {
  const ours = parsers[oid]
  if (ours) return ours
  // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- pg asks with plain numbers, its types name some
  const theirs: (value: string) => unknown = pgTypes.getTypeParser(oid)
  return theirs
}

function toMoment(value: string): string {
  return new Date(value).toISOString()
}

/** PGlite has one connection: a second transaction waits until the first has ended. */
function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work, work)
    last = mine.catch(() => undefined)
    return mine
  }
}
