import type { Mail } from '../mailbox/mailbox.ts'
import { refreshOf } from './chat-state.ts'
import type { Chat } from './chat-state.ts'
import { channelIdOf } from './person.ts'
import type { LocalPerson } from './person.ts'

/** The newest `last` messages of a chat, oldest first, as the chat page shows them. */
export function chatView(chat: Chat, person: LocalPerson, last: number) {
  const messages = [...chat.messages.values()]
  const shown = messages.slice(-last)
  return {
    person: { name: person.name },
    installed: person.noBot !== true,
    earlier: messages.length - shown.length,
    messages: shown.map((message) => ({
      ...message,
      refreshes: refreshOf(message, channelIdOf(person)) !== undefined,
    })),
  }
}

/** A person's mails as the mailbox page shows them. */
export const mailboxView = (mails: readonly Mail[], person: LocalPerson) => ({
  person: { name: person.name },
  mails: mails.map(({ id, storyAt, subject, text, link, number }) => ({
    id,
    storyAt,
    subject,
    text,
    link,
    number,
  })),
})
