import { Hono } from 'hono'
import type { Context } from 'hono'
import * as z from 'zod/mini'

import type { Mailbox } from '../mailbox/mailbox.ts'
import type { Chat } from './chat-state.ts'
import type { Chats } from './chats.ts'
import { chatView, mailboxView } from './page-views.ts'
import { channelIdOf } from './person.ts'
import type { LocalPerson } from './person.ts'

export type LocalPageOptions = {
  readonly chats: Chats
  readonly mailbox: Mailbox
  /** The persona who is signed in, from the `Authorization` header. */
  readonly personOf: (
    authorisation: string | undefined,
  ) => LocalPerson | undefined | Promise<LocalPerson | undefined>
}

type Signed = { Variables: { person: LocalPerson } }

/**
 * What the chat page and the mailbox page fetch. Mount it at `/local`: `GET /chat`, `POST /chat/press`,
 * `POST /chat/say`, `POST /chat/refresh`, `GET /mailbox`. Errors are problem+json with a sentence for people.
 */
export function localPageRoutes({ chats, mailbox, personOf }: LocalPageOptions): Hono<Signed> {
  const app = new Hono<Signed>()

  app.use('/chat/*', (c, next) => signedIn(c, next))
  app.use('/mailbox', (c, next) => signedIn(c, next))

  app.get('/chat', (c) => {
    const person = c.var.person
    const chat = chats.open(person)
    const last = Math.min(Math.max(Number(c.req.query('last')) || 100, 1), 10_000)
    return fresh(c, tagOf(chat, last, person), () => chatView(chat, person, last))
  })

  app.post('/chat/press', async (c) => {
    const body = await read(c, pressBody)
    if (body === undefined) return unreadable(c)
    if (!chats.open(c.var.person).messages.has(body.activityId)) return goneMessage(c)
    return c.json(await chats.press(c.var.person, body))
  })

  app.post('/chat/say', async (c) => {
    const body = await read(c, sayBody)
    if (body === undefined) return unreadable(c)
    return c.json(await chats.say(c.var.person, body.text))
  })

  app.post('/chat/refresh', async (c) => {
    const body = await read(c, refreshBody)
    if (body === undefined) return unreadable(c)
    const answer = await chats.refresh(c.var.person, body.activityId)
    return c.json(answer ?? { kind: 'nothing' })
  })

  app.get('/mailbox', (c) => {
    const person = c.var.person
    const mails = mailbox.list(person.id)
    return fresh(c, `"${mails[0]?.id ?? 'none'}-${mails.length}"`, () => mailboxView(mails, person))
  })

  return app

  async function signedIn(c: Context<Signed>, next: () => Promise<void>) {
    const person = await personOf(c.req.header('authorization'))
    if (person === undefined) {
      return problem(c, 401, 'You are not signed in', 'Choose who you are, then come back here.')
    }
    c.set('person', person)
    await next()
    return undefined
  }
}

const pressBody = z.object({
  activityId: z.string(),
  action: z.object({
    type: z.enum(['Action.Execute', 'Action.Submit']),
    verb: z.optional(z.string()),
    data: z.record(z.string(), z.unknown()),
  }),
})
const sayBody = z.object({ text: z.string().check(z.trim(), z.minLength(1), z.maxLength(10_000)) })
const refreshBody = z.object({ activityId: z.string() })

async function read<Schema extends z.core.$ZodType>(c: Context, schema: Schema) {
  try {
    const result = z.safeParse(schema, await c.req.json())
    return result.success ? result.data : undefined
  } catch {
    return undefined
  }
}

const tagOf = (chat: Chat, last: number, person: LocalPerson) =>
  `"${channelIdOf(person).slice(-12)}-${chat.version}-${last}${person.noBot === true ? '-no-bot' : ''}"`

/** Answers 304 to who has this version already. */
function fresh(c: Context, tag: string, body: () => object) {
  c.header('ETag', tag)
  c.header('Cache-Control', 'no-store')
  c.header('Vary', 'Authorization')
  return c.req.header('if-none-match') === tag ? c.body(null, 304) : c.json(body())
}

const unreadable = (c: Context) =>
  problem(c, 400, 'That could not be read', 'Nothing was sent. Reload the page and try again.')

const goneMessage = (c: Context) =>
  problem(c, 404, 'This message is no longer in the chat', 'It was taken back. Nothing was sent.')

const problem = (c: Context, status: 400 | 401 | 404, title: string, detail: string) =>
  c.json({ type: 'about:blank', status, title, detail }, status, {
    'content-type': 'application/problem+json; charset=utf-8',
  })
