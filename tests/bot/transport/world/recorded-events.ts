import type {
  BotEvents,
  CardAction,
  CardAnswer,
  CardJson,
  ConversationAddress,
  Outgoing,
} from '#bot/transport/bot-transport.ts'

export const receipt: CardJson = {
  type: 'AdaptiveCard',
  version: '1.5',
  fallbackText: 'N-08: answered',
  body: [{ type: 'TextBlock', text: 'You said on 18 June that it happened.' }],
}

/** A bot that writes down what it is asked and answers as it is told. */
export function recordEvents() {
  const installed: ConversationAddress[] = []
  const uninstalled: ConversationAddress[] = []
  const messages: { address: ConversationAddress; text: string; activityId: string }[] = []
  const actions: CardAction[] = []
  const say: {
    toAction: (action: CardAction) => Promise<CardAnswer>
    toMessage: () => Promise<Outgoing | undefined>
    toInstall: () => Promise<void>
  } = {
    toAction: async () => ({ kind: 'card', card: receipt }),
    toMessage: async () => undefined,
    toInstall: async () => {},
  }
  const events: BotEvents = {
    async installed(address) {
      installed.push(address)
      await say.toInstall()
    },
    async uninstalled(address) {
      uninstalled.push(address)
    },
    async message(address, { text, activityId }) {
      messages.push({ address, text, activityId })
      return say.toMessage()
    },
    async cardAction(action) {
      actions.push(action)
      return say.toAction(action)
    },
  }
  return { installed, uninstalled, messages, actions, say, events }
}
