import { isDeepStrictEqual } from 'node:util'

import { parseChatEntry } from './chat-entry.ts'
import type { Answer, ChatEntry } from './chat-entry.ts'
import { applyEntry } from './chat-state.ts'
import type { Chat } from './chat-state.ts'
import { openJournal } from './journal.ts'
import { channelIdOf, conversationIdOf } from './person.ts'
import type { LocalPerson } from './person.ts'

export type Clocks = {
  /** The story clock, ISO 8601. */
  readonly storyNow: () => string
  /** The real clock, milliseconds. */
  readonly realNow: () => number
}

type Pressed = ChatEntry & { readonly kind: 'pressed' }
type Body = Readonly<Record<string, unknown>>

/** Opens the chats that the journal in `file` holds. Throws when the journal can't be read or written. */
export function openChatRecord(file: string, clocks: Clocks) {
  const chats = new Map<string, Chat>()
  let lastActivity = 0
  const journal = openJournal({ file, parse: parseChatEntry })
  for (const entry of journal.replayed) take(entry)

  return {
    /** The chat of that id, if it was ever opened. */
    chat: (conversationId: string): Chat | undefined => chats.get(conversationId),
    /** The Entra object id of whoever has this id on the channel, if their chat was ever opened. */
    aadIdOf: (channelId: string): string | undefined =>
      [...chats.values()].find(({ person }) => channelIdOf(person) === channelId)?.person.aadId,
    /** The person's chat, opened if there is none: the same person always has the same one. */
    open,
    /** Takes a message from the bot; gives its activity id. */
    send: (chat: Chat, body: Body): string => {
      const activityId = nextActivity()
      record({ kind: 'sent', ...stamp(chat), activityId, body: { ...body } })
      return activityId
    },
    /** Replaces a message of the bot's. False: the bot has no such message here. */
    update: (chat: Chat, activityId: string, body: Body): boolean => {
      if (chat.messages.get(activityId)?.from !== 'bot') return false
      record({ kind: 'updated', ...stamp(chat), activityId, body: { ...body } })
      return true
    },
    /** Takes a message of the bot's away. False: the bot has no such message here. */
    remove: (chat: Chat, activityId: string): boolean => {
      if (chat.messages.get(activityId)?.from !== 'bot') return false
      record({ kind: 'deleted', ...stamp(chat), activityId })
      return true
    },
    /** Puts the person's words into the chat; gives their activity id. */
    said: (chat: Chat, text: string): string => {
      const activityId = nextActivity()
      record({ kind: 'said', ...stamp(chat), activityId, text })
      return activityId
    },
    pressed: (chat: Chat, press: Pick<Pressed, 'activityId' | 'press' | 'verb' | 'trigger'>) =>
      record({ kind: 'pressed', ...stamp(chat), ...press }),
    answered: (chat: Chat, about: Pick<Pressed, 'activityId' | 'press'>, answer: Answer) =>
      record({ kind: 'answered', ...stamp(chat), ...about, answer }),
    nextActivity,
    empty: () => {
      chats.clear()
      journal.empty()
    },
    close: () => journal.close(),
  }

  function open({ id, aadId, name, tenantId }: LocalPerson): Chat {
    const person = { id, aadId, name, tenantId }
    const conversation = conversationIdOf(person)
    if (!isDeepStrictEqual(chats.get(conversation)?.person, person)) {
      record({ kind: 'opened', at: realTime(), conversation, person })
    }
    const chat = chats.get(conversation)
    if (chat === undefined) throw new Error('A chat that was opened is missing')
    return chat
  }

  function record(entry: ChatEntry) {
    journal.append(entry)
    take(entry)
  }

  function take(entry: ChatEntry) {
    applyEntry(chats, entry)
    for (const id of idsIn(entry)) if (/^\d+$/.test(id)) lastActivity = Math.max(lastActivity, Number(id))
  }

  /** Teams' own ids of messages are the millisecond in which they came. */
  function nextActivity(): string {
    lastActivity = Math.max(lastActivity + 1, clocks.realNow())
    return String(lastActivity)
  }

  function stamp(chat: Chat) {
    return { at: realTime(), storyAt: clocks.storyNow(), conversation: chat.conversationId }
  }

  function realTime() {
    return new Date(clocks.realNow()).toISOString()
  }
}

function idsIn(entry: ChatEntry): readonly string[] {
  if (entry.kind === 'opened') return []
  return 'press' in entry ? [entry.activityId, entry.press] : [entry.activityId]
}
