import type { TurnContext } from 'botbuilder'
import type { ConnectorClient } from 'botframework-connector'

import type {
  BotTransport,
  ConversationAddress,
  Outgoing,
  SendFailure,
  SendResult,
} from '../bot-transport.ts'
import type { TurnAdapter } from './adapter.ts'
import { messageActivity } from './message-activity.ts'
import { lookLast } from './one-attempt.ts'
import { sendFailure } from './send-failure.ts'
import { isAllowedServiceUrl } from './service-url.ts'
import type { TransportRules } from './settings.ts'

/**
 * The way out: one attempt each, its outcome as a value. Nothing is called that isn't on the list. A turn that
 * we start ourselves answers nothing, so the id that botbuilder makes up for it is removed: a message would
 * else go out as a reply to an activity that nobody knows.
 */
export function createOutbound(
  adapter: TurnAdapter,
  rules: TransportRules,
): Pick<BotTransport, 'send' | 'update' | 'openPersonal'> {
  async function inChat(to: ConversationAddress, act: (context: TurnContext) => Promise<SendResult>) {
    if (!isAllowedServiceUrl(to.serviceUrl, rules.allowedServiceUrls)) return notAllowed
    let result: SendResult = noAnswer
    try {
      await adapter.continueConversationAsync(rules.appId, reference(to), async (context) => {
        delete context.activity.id
        result = await act(context)
      })
    } catch (error) {
      return sendFailure(error)
    }
    return result
  }

  return {
    send: (to, message, mayLeave) =>
      inChat(to, (context) => {
        if (mayLeave) lookLast(context.turnState.get<ConnectorClient>(adapter.ConnectorClientKey), mayLeave)
        return post(context, message)
      }),
    update: (to, activityId, message) => inChat(to, (context) => replace(context, activityId, message)),

    async openPersonal({ tenantId, userAadId, serviceUrl }) {
      if (!isAllowedServiceUrl(serviceUrl, rules.allowedServiceUrls)) return notAllowed
      let conversationId: string | undefined
      try {
        await adapter.createConversationAsync(
          rules.appId,
          'msteams',
          serviceUrl,
          'https://api.botframework.com',
          personal(rules.appId, tenantId, userAadId),
          async (context) => {
            conversationId = context.activity.conversation.id
          },
        )
      } catch (error) {
        return sendFailure(error)
      }
      if (conversationId === undefined || conversationId === '') return noAnswer
      return { ok: true, address: { tenantId, userAadId, conversationId, serviceUrl, botId: rules.appId } }
    },
  }
}

/** Sends a message in the chat of a turn. Throws what the connector client throws. */
export async function post(context: TurnContext, message: Outgoing): Promise<SendResult> {
  const sent = await context.sendActivity(messageActivity(message))
  return sent?.id ? { ok: true, activityId: sent.id } : noAnswer
}

/** Puts a message in the place of one that was sent before. Throws what the connector client throws. */
export async function replace(context: TurnContext, id: string, message: Outgoing): Promise<SendResult> {
  await context.updateActivity({ ...messageActivity(message), id })
  return { ok: true, activityId: id }
}

const notAllowed: SendFailure = { ok: false, kind: 'rejected' }

/** Taken, but without an id: it may be in the chat, and can't be found again. */
const noAnswer: SendFailure = { ok: false, kind: 'unknown' }

function reference(to: ConversationAddress) {
  return {
    channelId: 'msteams',
    serviceUrl: to.serviceUrl,
    bot: { id: to.botId, name: '' },
    conversation: {
      id: to.conversationId,
      tenantId: to.tenantId,
      isGroup: false,
      conversationType: 'personal',
      name: '',
    },
  }
}

function personal(appId: string, tenantId: string, userAadId: string) {
  return {
    isGroup: false,
    bot: { id: appId, name: '' },
    members: [{ id: userAadId, name: '' }],
    tenantId,
    channelData: { tenant: { id: tenantId } },
  }
}
