import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'

import { openChannelIssuer } from '#local/connector/channel-issuer.ts'
import { openChats } from '#local/connector/chats.ts'
import type { Chats } from '#local/connector/chats.ts'
import { connectorRoutes } from '#local/connector/connector-routes.ts'
import type { LocalPerson } from '#local/connector/person.ts'
import { contractFaults } from '#tests/bot/transport/world/contract.ts'

import { CONNECTOR_AUDIENCE } from '../entra.ts'
import type { Entra } from '../entra.ts'
import { anHttpsService } from '../https.ts'

/** Teams as the bot sees it: people's chats, the Bot Connector over HTTPS, and the channel that signs what it brings. */
export type Teams = {
  readonly chats: Chats
  readonly connectorUrl: string
  readonly metadataUrl: string
  /** Calls of the bot, in their order. */
  readonly log: readonly { readonly method: string; readonly path: string; readonly status: number }[]
  /** Calls that break the connector's contract, or came with a token that Entra did not give. */
  readonly wrongs: readonly string[]
  close(): Promise<void>
}

export async function aTeams(options: {
  readonly entra: Entra
  readonly bot: { readonly appId: string; readonly tenantId: string; readonly name: string }
  readonly botEndpoint: () => string
  readonly people: readonly LocalPerson[]
}): Promise<Teams> {
  const { entra, bot, people } = options
  const folder = await mkdtemp(join(tmpdir(), 'teams-'))
  const issuer = await openChannelIssuer({ keyFile: join(folder, 'channel.key') })
  const log: { method: string; path: string; status: number }[] = []
  const wrongs: string[] = []
  const app = new Hono()
  const listener = getRequestListener(app.fetch)
  const service = await anHttpsService(async (incoming, response) => listener(incoming, response))
  const connectorUrl = `${service.origin}/connector`
  const chats = openChats({
    file: join(folder, 'chats.jsonl'),
    bot,
    botEndpoint: options.botEndpoint,
    serviceUrl: () => `${connectorUrl}/`,
    channelToken: issuer.token,
    storyNow: () => new Date().toISOString(),
  })
  app.use('/connector/*', async (c, next) => {
    const { method } = c.req
    const path = c.req.path.replace('/connector', '')
    const body: unknown = await c.req.raw
      .clone()
      .json()
      .catch(() => undefined)
    wrongs.push(...contractFaults(method, path, body).map((fault) => `${method} ${path}: ${fault}`))
    await next()
    log.push({ method, path, status: c.res.status })
    if (c.res.status === 401) wrongs.push(`${method} ${path}: no token of Entra for the connector`)
  })
  app.route('/channel', issuer.routes)
  app.route(
    '/connector',
    connectorRoutes({
      chats,
      findPerson: (aadId) => people.find((person) => person.aadId === aadId),
      checkToken: async (token) =>
        token !== undefined && (await entra.read(token, CONNECTOR_AUDIENCE)) !== undefined,
    }),
  )
  return {
    chats,
    connectorUrl,
    metadataUrl: `${service.origin}/channel/openid`,
    log,
    wrongs,
    async close() {
      chats.close()
      await service.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
