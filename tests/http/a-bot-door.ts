import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { getRequestListener } from '@hono/node-server'
import { sql } from 'kysely'
import { vi } from 'vitest'

import { botEvents } from '#bot/bot-events.ts'
import { createBotbuilderTransport } from '#bot/transport/botbuilder/botbuilder-transport.ts'
import { exampleshire } from '#local/story/thread/exampleshire.ts'
import { botDoor } from '#server/http/bot-door.ts'
import { deskOf } from '#server/work/desk.ts'
import type { Running } from '#store/running.ts'
import { startIssuer } from '#tests/bot/transport/world/channel-issuer.ts'
import { startConnector } from '#tests/bot/transport/world/fake-connector.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import { openDuty, recorded, rows } from '#tests/fixtures/store-acts.ts'

import type { Engine } from './served.ts'

type Fields = Readonly<Record<string, unknown>>

const wes = personOf('wes')
export const TENANT = wes.tenant_id

/** One process of the product behind the bot's door: it remembers nothing of another one. */
export type Replica = {
  /** Sends an activity over HTTP, or a text as it is; without a token of its own it has a good one. */
  send(activity: unknown, authorization?: string): Promise<{ status: number; text: string }>
  readonly refusals: readonly string[]
  stop(): Promise<void>
}

/** The bot's door on a real database, with a channel of our own: whose tokens are good and what Teams says is the test's. */
export async function aBotDoor(engine: Engine) {
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {})
  const store = await aStore(undefined, engine)
  const issuer = await startIssuer()
  const connector = await startConnector()
  const appId = randomUUID()
  const claims = { appId, serviceUrl: connector.serviceUrl }
  const oneDuty = async () => openDuty(store.running, await recorded(store.running))
  let duty = await oneDuty()
  const replicas: Replica[] = []

  const activity = (fields: Fields): Fields => ({
    id: randomUUID(),
    channelId: 'msteams',
    serviceUrl: connector.serviceUrl,
    from: { id: '29:wes', name: wes.name, aadObjectId: wes.aad_id },
    recipient: { id: `28:${appId}` },
    conversation: { id: 'a:wes', conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
    ...fields,
  })

  return {
    running: store.running,
    issuer,
    connector,
    claims,
    activity,
    /** What botbuilder wrote to the console, past the log. */
    printed: () => printed.mock.calls,
    /** Wes says in chat that what he owes is done. */
    done: (more: Fields = {}) =>
      activity({
        type: 'invoke',
        name: 'adaptiveCard/action',
        replyToId: 'card-1',
        value: {
          action: {
            type: 'Action.Execute',
            verb: 'answer',
            data: { duty, deed: 'report-done', whatWasDone: 'Rang her.', evidence: 'In the log.' },
          },
          trigger: 'manual',
        },
        ...more,
      }),
    /** A process that starts now. */
    async replica(): Promise<Replica> {
      const made = await aReplica(store.running, {
        appId,
        tenantId: TENANT,
        appType: 'SingleTenant',
        outgoing: { kind: 'fixed', token: 'token-Test' },
        allowedServiceUrls: [connector.serviceUrl],
        openIdMetadataUrl: issuer.openIdMetadataUrl,
      })
      const replica: Replica = {
        refusals: made.refusals,
        stop: made.stop,
        async send(body, authorization) {
          const token = authorization ?? `Bearer ${await issuer.token(claims)}`
          return made.post(typeof body === 'string' ? body : JSON.stringify(body), token)
        },
      }
      replicas.push(replica)
      return replica
    },
    async startAgain(): Promise<void> {
      await store.startAgain()
      duty = await oneDuty()
    },
    async close() {
      for (const replica of replicas) await replica.stop()
      await Promise.all([issuer.close(), connector.close()])
      await store.close()
    },
  }
}

export type BotDoor = Awaited<ReturnType<typeof aBotDoor>>

async function aReplica(
  running: Running,
  settings: Omit<Parameters<typeof createBotbuilderTransport>[0], 'report'>,
) {
  const refusals: string[] = []
  const transport = createBotbuilderTransport(
    { ...settings, report: (incident) => refusals.push('why' in incident ? incident.why : incident.what) },
    botEvents(deskOf(running, 'https://cases.example', {} as never)),
  )
  const listener = getRequestListener(botDoor(transport).fetch)
  const server = createServer((request, response) => void listener(request, response))
  // After a refused body the connection ends: each request has one of its own.
  server.maxRequestsPerSocket = 1
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    refusals,
    async post(body: string, authorization: string) {
      const answer = await fetch(`http://127.0.0.1:${port}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(authorization !== '' && { authorization }) },
        body,
        signal: AbortSignal.timeout(20_000),
      })
      return { status: answer.status, text: await answer.text() }
    },
    stop: () =>
      new Promise<void>((stopped) => {
        server.close(() => stopped())
        server.closeAllConnections()
      }),
  }
}

/** All rows of all tables, each table as one number: what has not changed is the same. */
export async function everyRow(running: Running): Promise<Readonly<Record<string, string>>> {
  const tables = await rows<{ name: string }>(
    running,
    sql`select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  )
  const sums = tables.map(
    ({ name }) => sql`select ${name} as name, count(*) || ' ' ||
      md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from ${sql.table(name)} t`,
  )
  const found = await rows<{ name: string; sum: string }>(running, sql`${sql.join(sums, sql` union all `)}`)
  return Object.fromEntries(found.map(({ name, sum }) => [name, sum]))
}

export function personOf(id: string) {
  const row = exampleshire.person.find((each) => each.id === id)
  if (!row) throw new Error(`nobody is called ${id}`)
  return row
}
