import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Hono } from 'hono'
import { sql } from 'kysely'

import { botEvents } from '#bot/bot-events.ts'
import { teamsRoad } from '#bot/teams-road.ts'
import { createBotbuilderTransport } from '#bot/transport/botbuilder/botbuilder-transport.ts'
import { openPace, TEAMS_CEILINGS, turnToAnswer } from '#bot/transport/pace.ts'
import type { PersonId } from '#core/ids.ts'
import type { SignIn } from '#core/people/sign-in.ts'
import type { Letter, LetterRoad } from '#core/prompts/letter.ts'
import { ok, refused } from '#core/result.ts'
import { openChannelIssuer } from '#local/connector/channel-issuer.ts'
import { executeActivity } from '#local/connector/teams-activity.ts'
import type { Furniture } from '#local/house.ts'
import { LOCAL_BOT } from '#local/local-mode.ts'
import { localSignIn } from '#local/sign-in.ts'
import { liveUpdates } from '#server/http/live.ts'
import { serveHttp } from '#server/http/serve-http.ts'
import { openTickets } from '#server/http/tickets.ts'
import { loadCalendar } from '#server/opening/open-store.ts'
import type { Delivery } from '#server/work/deliver.ts'
import { deskOf } from '#server/work/desk.ts'
import { workOf } from '#server/work/work.ts'
import { saveAddress } from '#store/addresses.ts'
import { openPglite, openPostgres } from '#store/database.ts'
import type { Database } from '#store/database.ts'
import { finishFurnishing, furnish } from '#store/furnish.ts'
import { migrate } from '#store/migrate.ts'
import type { Running } from '#store/running.ts'
import { signedIn, freePort } from '#tests/fixtures/a-server.ts'
import type { Api } from '#tests/fixtures/a-server.ts'
import { aPostgresCell } from '#tests/fixtures/postgres/cell.ts'
import type { PostgresCell } from '#tests/fixtures/postgres/cell.ts'
import { migratedPglite } from '#tests/fixtures/templates.ts'

import { chances } from './chances.ts'
import { aStandIn, TEAMS_LIMITS } from './connector-stand-in.ts'
import { OTHER_TENANT } from './many-workers.ts'
import { aFaultProxy } from './proxy.ts'
import { simulatedTime } from './simulated-time.ts'
import type { Clock } from './simulated-time.ts'

export type Engine = 'pglite' | 'postgresql'

export const HOUR = 3_600_000
export const MINUTE = 60_000

type Wanted = {
  readonly engine: Engine
  readonly furniture: Furniture
  readonly seed: number
  readonly startsAt?: string
  /** On what is there already: nothing is furnished. */
  readonly database?: Database
  readonly dataDir?: string
  /** Where the transport's own deadlines are to be short, in real milliseconds. */
  readonly deadlineMs?: number
  readonly patienceMs?: number
  readonly quietMs?: number
  /** How long Teams takes for each answer, by the clock of the house. */
  readonly slowMs?: number
  /** A fault put before Teams that no HTTP call shows. */
  readonly road?: (road: LetterRoad) => LetterRoad
  readonly maySend?: Delivery['maySend']
  /** The URLs of PostgreSQL, led through something that can be cut. */
  readonly through?: (cell: PostgresCell) => Promise<PostgresCell['urls']>
}

export type Mailed = { readonly to: string; readonly at: number; readonly letter: Letter }

export type House = Awaited<ReturnType<typeof aHouse>>

/**
 * The product in the test's own process, with a clock that stands still: the real store, transport, delivery and
 * doors; before the Connector stand-in the fault proxy. Mail goes into a list.
 */
export async function aHouse(wanted: Wanted) {
  const { engine, furniture, seed } = wanted
  const clock: Clock = { now: Date.parse(wanted.startsAt ?? '2018-06-18T09:00:00Z') }
  const chance = chances(seed)
  const cell = engine === 'postgresql' && !wanted.database ? await aPostgresCell() : undefined
  const urls = cell && wanted.through ? await wanted.through(cell) : cell?.urls
  const time = simulatedTime(clock)
  const opened =
    wanted.database ?? (urls ? openPostgres(urls) : await openPglite(undefined, await migratedPglite()))
  const database: Database = {
    ...opened,
    transact: (login, work) => time.doing(() => opened.transact(login, work)),
  }
  const dataDir = wanted.dataDir ?? (await mkdtemp(join(tmpdir(), 'case-evaluations-house-')))
  await migrate(database)
  const running: Running = {
    database,
    calendar: await loadCalendar(database),
    readCalendar: async () => {},
    realNow: () => clock.now,
    leaseMs: MINUTE,
  }
  const chats = new Map<string, string>(furniture.person.map(({ id, tenant_id: t }) => [`a:${id}`, t]))
  const tenantOf = (chat: string) => chats.get(decodeURIComponent(chat)) ?? 'nobody'
  const now = () => clock.now
  const standIn = await aStandIn({ now, limits: TEAMS_LIMITS, tenantOf })
  const proxy = await aFaultProxy(standIn.url, now)

  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const issuer = await openChannelIssuer({ keyFile: join(dataDir, 'channel.key') })
  const desk = deskOf(running, origin, {} as never)
  const pace = openPace(TEAMS_CEILINGS, now)
  const transport = createBotbuilderTransport(
    {
      appId: LOCAL_BOT.appId,
      tenantId: LOCAL_BOT.tenantId,
      appType: 'SingleTenant',
      outgoing: { kind: 'fixed', token: 'token-Test' },
      allowedServiceUrls: [`${proxy.url}/`],
      openIdMetadataUrl: `${origin}/local/channel/openid`,
      tenants: [LOCAL_BOT.tenantId, OTHER_TENANT],
      turnToAnswer: (call) => turnToAnswer(pace, call, time.pause),
      ...(wanted.deadlineMs !== undefined && { deadlineMs: wanted.deadlineMs }),
      ...(wanted.patienceMs !== undefined && { patienceMs: wanted.patienceMs }),
    },
    botEvents(desk),
  )
  const mailed: Mailed[] = []
  const mail: LetterRoad = {
    async post(to, letter) {
      mailed.push({ to, at: clock.now, letter })
      return { ok: true, activityId: null }
    },
  }
  const teams = slowed(teamsRoad(transport, desk), time, wanted.slowMs ?? 0)
  const failures: unknown[] = []
  const quietMs = wanted.quietMs ?? 10 * MINUTE
  const delivery: Delivery = {
    running,
    roads: { teams: wanted.road ? wanted.road(teams) : teams, mail },
    home: origin,
    quietMs,
    chance,
    pace,
    pause: time.pause,
    failed: (_, error) => void failures.push(error),
    ...(wanted.maySend && { maySend: wanted.maySend }),
  }
  const work = workOf(delivery, 'key-Test', () => {})
  const signIn = localSignIn(join(dataDir, 'sign-in.key'), Date.now)
  const signedInBy: SignIn = async (bearer) => {
    const person = signIn.personOf(bearer)
    return person ? ok(person) : refused('not-signed-in')
  }
  const live = await liveUpdates(database, signedInBy)
  const http = await serveHttp({
    port,
    dist: dataDir,
    running,
    outside: {
      meetings: {} as never,
      documents: {} as never,
      tickets: openTickets(database, now),
      invitations: {} as never,
    },
    signIn: signedInBy,
    transport,
    live,
    log: () => {},
    localRoutes: new Hono().route('/channel', issuer.routes),
    changed: () => {},
    isHeld: () => false,
  })
  http.ready()

  /** Empty of everything but the partnership, whom the bot can reach. */
  async function startAgain(): Promise<void> {
    await furnish(running, furniture)
    await finishFurnishing(running)
    for (const { id, road, tenant_id: tenantId, aad_id: userAadId } of furniture.person) {
      if (road === 'mail') continue
      const serviceUrl = `${proxy.url}/`
      const address = { tenantId, userAadId, conversationId: `a:${id}`, serviceUrl, botId: 'bot-Test' }
      await saveAddress(running, id as PersonId, { ...address, installed: true })
    }
  }
  if (!wanted.database) await startAgain()

  return {
    engine,
    seed,
    chance,
    clock,
    running,
    database,
    cell,
    dataDir,
    origin,
    standIn,
    proxy,
    mailed,
    failures,
    transport,
    work,
    as: (person: string): Api => insisting(signedIn(origin, signIn.tokenFor(person))),
    startAgain,
    settle: () => work.settle(),
    /** Lets time pass, with a sweep and a delivery whenever a message waits for the time; or in equal steps. */
    async runFor(ms: number, stepMs?: number): Promise<void> {
      await work.settle()
      for (const end = clock.now + ms; clock.now < end;) {
        const next = stepMs === undefined ? await nextWait(running, quietMs) : clock.now + stepMs
        clock.now = Math.min(end, next)
        await work.settle()
      }
    },
    /** The request of Teams for a press on a card. */
    async press(
      person: string,
      card: { readonly message: string; readonly data: object },
      id: string = randomUUID(),
    ) {
      const row = furniture.person.find((each) => each.id === person)
      if (!row) throw new Error(`nobody is called ${person}`)
      const serviceUrl = `${proxy.url}/`
      const between = {
        person: { id: row.id, aadId: row.aad_id, name: row.name, tenantId: row.tenant_id },
        bot: LOCAL_BOT,
        serviceUrl,
        at: new Date().toISOString(),
      }
      const activity = executeActivity(
        between,
        {
          activityId: card.message,
          action: { type: 'Action.Execute', verb: 'answer', data: { ...card.data } },
        },
        { id, trigger: 'manual' },
      )
      const token = await issuer.token({ audience: LOCAL_BOT.appId, serviceUrl })
      return { body: JSON.stringify(activity), authorization: `Bearer ${token}` }
    },
    async close(): Promise<void> {
      proxy.heal()
      await work.stop()
      await Promise.all([live.close(), http.close()])
      await Promise.all([proxy.close(), standIn.close()])
      await database.close()
      await cell?.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
/** A road whose answers take their time, by the clock of the house. */
function slowed(road: LetterRoad, time: Simulated, ms: number): LetterRoad {
  return {
    async post(to, letter, isOurs) {
      const posted = await time.doing(() => road.post(to, letter, isOurs))
      if (ms > 0) await time.pause(ms)
      return posted
    },
  }
}

type Simulated = ReturnType<typeof simulatedTime>

/** When the next message has waited long enough, later than now. */
async function nextWait({ database, realNow }: Running, quietMs: number): Promise<number> {
  const { rows } = await database.transact({ as: 'owner' }, (trx) =>
    sql<{ at: string }>`select case state when 'intent' then next_try_at when 'unconfirmed' then settled_at
      + ${quietMs}::int * interval '1 millisecond' else lease_until end as at from message
      where state in ('intent', 'claimed', 'sending') or (state = 'unconfirmed' and copies < 2)`.execute(trx),
  )
  const times = rows.flatMap(({ at }) => (at === null ? [] : [Date.parse(at)]))
  return Math.min(...times.map((at) => Math.max(at, realNow() + 1)))
}

/** A kept connection may end just when it is used again: the same request, under the same key, is sent once more. */
const twice = async <T>(send: () => Promise<T>): Promise<T> => send().catch(() => send())

function insisting(api: Api): Api {
  return {
    token: api.token,
    get: (path) => twice(() => api.get(path)),
    post: (path, body, options = {}) => {
      const key = options.key ?? randomUUID()
      return twice(() => api.post(path, body, { ...options, key }))
    },
  }
}
