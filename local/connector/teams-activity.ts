import { channelIdOf, conversationIdOf } from './person.ts'
import type { LocalPerson } from './person.ts'

/** The bot as Teams addresses it. */
export type LocalBot = { readonly appId: string; readonly name: string }

/** What every activity of one person's personal chat has in common. */
export type Between = {
  readonly person: LocalPerson
  readonly bot: LocalBot
  readonly serviceUrl: string
  /** Real time, ISO 8601. */
  readonly at: string
}

/** What a person does to a card. `inputs` are merged into the button's own data, as Teams does. */
export type Press = {
  readonly activityId: string
  readonly action: {
    readonly type?: 'Action.Execute' | 'Action.Submit'
    readonly verb?: string | undefined
    readonly data: Readonly<Record<string, unknown>>
  }
  readonly inputs?: Readonly<Record<string, unknown>>
}

export type TeamsActivity = Readonly<Record<string, unknown>> & { readonly type: string; readonly id: string }

/** `Action.Execute`: an invoke, answered in the same request. */
export const executeActivity = (
  between: Between,
  press: Press,
  { id, trigger }: { readonly id: string; readonly trigger: 'manual' | 'automatic' },
): TeamsActivity => ({
  ...envelope(between, id),
  type: 'invoke',
  name: 'adaptiveCard/action',
  replyToId: press.activityId,
  value: {
    action: { type: 'Action.Execute', verb: press.action.verb ?? '', data: mergedData(press) },
    trigger,
  },
})

/** `Action.Submit` of an older client: a message without text, which has the data as its value. */
export const submitActivity = (between: Between, press: Press, id: string): TeamsActivity => ({
  ...envelope(between, id),
  type: 'message',
  replyToId: press.activityId,
  value: mergedData(press),
})

/** What a person types into the chat. */
export const messageActivity = (between: Between, text: string, id: string): TeamsActivity => ({
  ...envelope(between, id),
  type: 'message',
  textFormat: 'plain',
  text,
})

/** The two activities by which Teams tells a bot that its app was installed for a person. */
export const installActivities = (
  between: Between,
  ids: readonly [update: string, installation: string],
): readonly TeamsActivity[] => [
  {
    ...envelope(between, ids[0]),
    type: 'conversationUpdate',
    membersAdded: [
      { id: channelIdOf(between.person), aadObjectId: between.person.aadId },
      { id: botIdOf(between.bot) },
    ],
  },
  { ...envelope(between, ids[1]), type: 'installationUpdate', action: 'add' },
]

const botIdOf = (bot: LocalBot) => `28:${bot.appId}`

function envelope({ person, bot, serviceUrl, at }: Between, id: string) {
  return {
    id,
    timestamp: at,
    serviceUrl,
    channelId: 'msteams',
    from: { id: channelIdOf(person), name: person.name, aadObjectId: person.aadId },
    recipient: { id: botIdOf(bot), name: bot.name },
    conversation: {
      id: conversationIdOf(person),
      conversationType: 'personal',
      tenantId: person.tenantId,
    },
    channelData: { tenant: { id: person.tenantId } },
  }
}

const mergedData = (press: Press) => ({ ...press.action.data, ...press.inputs })
