import { randomUUID } from 'node:crypto'

import { vi } from 'vitest'

import type { ConversationAddress, InboundResponse } from '#bot/transport/bot-transport.ts'
import { createBotbuilderTransport } from '#bot/transport/botbuilder/botbuilder-transport.ts'
import type { BotbuilderSettings, TransportIncident } from '#bot/transport/botbuilder/settings.ts'

import { startIssuer } from './channel-issuer.ts'
import { startConnector } from './fake-connector.ts'
import { recordEvents } from './recorded-events.ts'

export const tenantId = '11111111-0000-4000-8000-000000000001'
export const userAadId = '22222222-0000-4000-8000-000000000008'
export const localToken = 'local-bot-token'

type Fields = Record<string, unknown>

/** The transport between a connector and a channel on this machine, with a bot that writes down what it hears. */
export async function startWorld(change: Partial<BotbuilderSettings> = {}) {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const connector = await startConnector()
  const issuer = await startIssuer()
  const bot = recordEvents()
  const incidents: TransportIncident[] = []
  const appId = change.appId ?? randomUUID()
  const settings: BotbuilderSettings = {
    appId,
    tenantId,
    appType: 'SingleTenant',
    outgoing: { kind: 'fixed', token: localToken },
    allowedServiceUrls: [connector.serviceUrl],
    openIdMetadataUrl: issuer.openIdMetadataUrl,
    report: (incident) => incidents.push(incident),
    ...change,
  }
  const transport = createBotbuilderTransport(settings, bot.events)
  const address: ConversationAddress = {
    tenantId,
    userAadId,
    conversationId: 'a:chat-1',
    serviceUrl: connector.serviceUrl,
    botId: `28:${appId}`,
  }

  function activity(fields: Fields): Fields {
    return {
      id: randomUUID(),
      channelId: 'msteams',
      serviceUrl: connector.serviceUrl,
      from: { id: '29:sam', name: 'Sam Worker-Test', aadObjectId: userAadId },
      recipient: { id: `28:${appId}`, name: 'Case bot' },
      conversation: { id: 'a:chat-1', conversationType: 'personal', tenantId },
      channelData: { tenant: { id: tenantId } },
      ...fields,
    }
  }

  async function deliver(body: unknown, authorization?: string): Promise<InboundResponse> {
    const token = authorization ?? `Bearer ${await issuer.token({ appId, serviceUrl: connector.serviceUrl })}`
    return transport.handle({ headers: { authorization: token }, body })
  }

  return {
    appId,
    settings,
    transport,
    connector,
    issuer,
    bot,
    incidents,
    address,
    activity,
    deliver,
    message: (text: string, more: Fields = {}) => activity({ type: 'message', text, ...more }),
    press: (more: Fields = {}) =>
      activity({
        type: 'invoke',
        name: 'adaptiveCard/action',
        replyToId: 'card-1',
        value: {
          action: { type: 'Action.Execute', verb: 'it-happened', data: { action: 'A-3' } },
          trigger: 'manual',
        },
        ...more,
      }),
    /** Rejects when a call of the test broke the connector's contract. */
    async close() {
      await Promise.all([connector.close(), issuer.close()])
      if (connector.faults.length > 0) throw new Error(`Against the contract: ${connector.faults.join('; ')}`)
    },
  }
}

export type World = Awaited<ReturnType<typeof startWorld>>
