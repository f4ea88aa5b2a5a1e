import { randomUUID } from 'node:crypto'

import * as z from 'zod/mini'

import { openJournal } from '../connector/journal.ts'

const mail = z.object({
  id: z.string(),
  at: z.string(),
  storyAt: z.string(),
  to: z.string(),
  toName: z.string(),
  subject: z.string(),
  text: z.string(),
  link: z.string(),
  number: z.string(),
})

/**
 * A mail as its reader sees it: a reference, a sentence and a link, no personal data about a child. `to` is the
 * person's id; `number` is what to quote, the same on a replacement, empty on an invitation; `at` is real time, `storyAt` the story's.
 */
export type Mail = Readonly<z.infer<typeof mail>>

export type Mailbox = {
  /** Delivers: the mail survives a kill of the process when this returns. */
  put(letter: Omit<Mail, 'id' | 'at' | 'storyAt'>): Mail
  /** Newest first; of one person, or of everybody. */
  list(personId?: string): readonly Mail[]
  empty(): void
  close(): void
}

/** Local mode's mail server: mails in a journal file. Throws when the journal can't be read or written. */
export function createMailbox(options: {
  readonly file: string
  /** The story clock, ISO 8601; without one, real time. */
  readonly storyNow?: () => string
}): Mailbox {
  const storyNow = options.storyNow ?? realNow
  const journal = openJournal({ file: options.file, parse: (line) => mail.parse(line) })
  const mails: Mail[] = [...journal.replayed]

  return {
    put({ to, toName, subject, text, link, number }) {
      const letter = { to, toName, subject, text, link, number }
      const put = { id: randomUUID(), at: realNow(), storyAt: storyNow(), ...letter }
      journal.append(put)
      mails.push(put)
      return put
    },
    list: (personId) => mails.filter(({ to }) => personId === undefined || to === personId).toReversed(),
    empty: () => {
      mails.length = 0
      journal.empty()
    },
    close: () => journal.close(),
  }
}

const realNow = () => new Date().toISOString()
