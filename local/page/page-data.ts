import * as z from 'zod/mini'

const card = z.record(z.string(), z.unknown())

const message = z.object({
  id: z.string(),
  from: z.enum(['bot', 'person']),
  storyAt: z.string(),
  version: z.number(),
  text: z.optional(z.string()),
  summary: z.optional(z.string()),
  card: z.optional(card),
  note: z.optional(z.string()),
  refreshes: z.boolean(),
})
const chat = z.object({
  person: z.object({ name: z.string() }),
  installed: z.boolean(),
  earlier: z.number(),
  messages: z.array(message),
})
const mailbox = z.object({
  person: z.object({ name: z.string() }),
  mails: z.array(
    z.object({
      id: z.string(),
      storyAt: z.string(),
      subject: z.string(),
      text: z.string(),
      link: z.string(),
      number: z.string(),
    }),
  ),
})
const answer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('card') }),
  z.object({ kind: z.literal('text') }),
  z.object({ kind: z.literal('nothing') }),
  z.object({ kind: z.literal('error'), message: z.string() }),
])
const taken = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), why: z.enum(['not-installed', 'bot-away']) }),
])
const problem = z.object({ detail: z.string() })

export type CardJson = z.infer<typeof card>
export type ChatMessage = z.infer<typeof message>
export type ChatView = z.infer<typeof chat>
export type MailboxView = z.infer<typeof mailbox>

/** What became of something that a person sent. */
export type Outcome = { readonly kind: 'done' } | { readonly kind: 'error'; readonly message: string }

/** These throw on anything else than what the server promises. */
export const parseChat = (json: unknown): ChatView => chat.parse(json)
export const parseMailbox = (json: unknown): MailboxView => mailbox.parse(json)

export function parseAnswer(json: unknown): Outcome {
  const read = answer.parse(json)
  return read.kind === 'error' ? { kind: 'error', message: read.message } : { kind: 'done' }
}

export function parseTaken(json: unknown): Outcome {
  const read = taken.parse(json)
  return read.ok ? { kind: 'done' } : { kind: 'error', message: notTaken[read.why] }
}

export const parseProblem = (json: unknown): Outcome => ({
  kind: 'error',
  message: problem.parse(json).detail,
})

const notTaken = {
  'not-installed': 'Nothing was sent: Case Evaluations is not installed for you in Teams. See your mailbox.',
  'bot-away': 'Your message is in the chat, but Case Evaluations did not answer. Try again in a minute.',
}
