import { isDeepStrictEqual } from 'node:util'

import type { ChatEntry } from './chat-entry.ts'
import type { LocalPerson } from './person.ts'

export type CardJson = Readonly<Record<string, unknown>>

/** A message as it stands now. `version` counts its cards: it changes when there is another one to draw. */
export type ChatMessage = {
  readonly id: string
  readonly from: 'bot' | 'person'
  readonly storyAt: string
  readonly version: number
  readonly text?: string
  readonly summary?: string
  readonly card?: CardJson
  /** A line of text that answered the last press; it stands beneath the card. */
  readonly note?: string
}

/** One person's personal chat. `version` changes with everything that can be seen in it. */
export type Chat = {
  readonly conversationId: string
  person: LocalPerson
  version: number
  /** In the order in which they came. */
  readonly messages: Map<string, ChatMessage>
}

/** Takes one entry of the journal into the chats; the same entries always give the same chats. */
export function applyEntry(chats: Map<string, Chat>, entry: ChatEntry): void {
  if (entry.kind === 'opened') return open(chats, entry)
  const chat = chats.get(entry.conversation)
  if (chat === undefined) throw new Error(`The journal has a ${entry.kind} entry before its chat was opened`)
  const before = chat.messages.get(entry.activityId)
  const after = messageAfter(before, entry)
  if (after === before) return
  chat.version += 1
  if (after === undefined) chat.messages.delete(entry.activityId)
  else chat.messages.set(entry.activityId, after)
}

function open(chats: Map<string, Chat>, entry: ChatEntry & { kind: 'opened' }) {
  const chat = chats.get(entry.conversation)
  if (chat !== undefined) chat.person = entry.person
  else
    chats.set(entry.conversation, {
      conversationId: entry.conversation,
      person: entry.person,
      version: 0,
      messages: new Map(),
    })
}

function messageAfter(
  before: ChatMessage | undefined,
  entry: Exclude<ChatEntry, { kind: 'opened' }>,
): ChatMessage | undefined {
  switch (entry.kind) {
    case 'sent':
      return entry.body['type'] === 'message'
        ? { id: entry.activityId, from: 'bot', storyAt: entry.storyAt, version: 1, ...contentOf(entry.body) }
        : before
    case 'said':
      return { id: entry.activityId, from: 'person', storyAt: entry.storyAt, version: 1, text: entry.text }
    case 'updated':
      return before && { ...bare(before), version: before.version + 1, ...contentOf(entry.body) }
    case 'deleted':
      return undefined
    case 'answered':
      return before && answered(before, entry.answer)
    case 'pressed':
      return before
  }
}

function answered(before: ChatMessage, answer: (ChatEntry & { kind: 'answered' })['answer']): ChatMessage {
  switch (answer.kind) {
    case 'card':
      return isDeepStrictEqual(before.card, answer.card)
        ? before
        : { ...without(before, 'note'), version: before.version + 1, card: answer.card }
    case 'text':
      return before.note === answer.text ? before : { ...before, note: answer.text }
    case 'error':
    case 'nothing':
      return before
  }
}

/** The card's own refresh action, where it is meant for the person with this channel id. */
export function refreshOf(
  message: ChatMessage,
  channelId: string,
): { readonly verb: string; readonly data: CardJson } | undefined {
  const refresh = objectOr(message.card?.['refresh'])
  const action = objectOr(refresh['action'])
  const userIds = refresh['userIds']
  const isMeant = userIds === undefined || (Array.isArray(userIds) && userIds.includes(channelId))
  const verb = action['verb']
  return isMeant && typeof verb === 'string' ? { verb, data: objectOr(action['data']) } : undefined
}

const objectOr = (value: unknown): CardJson => (isObject(value) ? value : {})

const bare = ({ id, from, storyAt }: ChatMessage) => ({ id, from, storyAt })

function without(message: ChatMessage, field: 'note'): ChatMessage {
  const { [field]: _, ...rest } = message
  return rest
}

function contentOf(body: CardJson): Pick<ChatMessage, 'text' | 'summary' | 'card'> {
  const card = cardOf(body['attachments'])
  return {
    ...(isText(body['text']) && { text: body['text'] }),
    ...(isText(body['summary']) && { summary: body['summary'] }),
    ...(card !== undefined && { card }),
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

function cardOf(attachments: unknown): CardJson | undefined {
  const list: readonly unknown[] = Array.isArray(attachments) ? attachments : []
  return list
    .filter(isObject)
    .filter((attachment) => attachment['contentType'] === 'application/vnd.microsoft.card.adaptive')
    .map((attachment) => attachment['content'])
    .find(isObject)
}

const isObject = (value: unknown): value is CardJson =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
