import { Hono } from 'hono'
import type { Context } from 'hono'

import type { Chat } from './chat-state.ts'
import type { Chats } from './chats.ts'
import { connectorErrors, isTooLarge, parseActivity, parseCreate } from './connector-answers.ts'
import type { ConnectorError } from './connector-answers.ts'
import { channelIdOf } from './person.ts'
import type { LocalPerson } from './person.ts'

export type ConnectorOptions = {
  readonly chats: Chats
  /** The persona with this Entra object id. */
  readonly findPerson: (aadId: string) => LocalPerson | undefined | Promise<LocalPerson | undefined>
  /** Whether the bot may call with this bearer token (the part after `Bearer `), or with none. */
  readonly checkToken: (token: string | undefined) => boolean | Promise<boolean>
}

/**
 * A faultless stand-in of the Bot Connector REST API v3, for personal chats. Mount it where `chats.serviceUrl`
 * points (`/local/connector`). Errors are Microsoft's: `{ error: { code, message } }`.
 */
export function connectorRoutes({ chats, findPerson, checkToken }: ConnectorOptions): Hono {
  const app = new Hono()
  const inChat = async (c: Context, answer: (chat: Chat) => Response | Promise<Response>) => {
    const chat = chats.chat(c.req.param('conversationId') ?? '')
    if (chat === undefined) return refuse(c, connectorErrors.conversation)
    const person = await findPerson(chat.person.aadId)
    return person?.noBot === true ? refuse(c, connectorErrors.notInstalled) : answer(chat)
  }

  app.use(async (c, next) => {
    const token = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
    if (!(await checkToken(token))) return refuse(c, connectorErrors.unauthorised)
    return next()
  })

  app.post('/v3/conversations', async (c) => {
    const text = await c.req.text()
    const create = parseCreate(text)
    if (create === undefined) return refuse(c, connectorErrors.badBody)
    if (isTooLarge(text)) return refuse(c, connectorErrors.tooLarge)
    if (create.isGroup === true) return refuse(c, connectorErrors.groupChat)
    const person = await personIn(create.members[0].id)
    const tenant = create.channelData?.tenant?.id ?? create.tenantId
    if (person === undefined || tenant !== person.tenantId) return refuse(c, connectorErrors.unknownPerson)
    if (person.noBot === true) return refuse(c, connectorErrors.notInstalled)
    const chat = chats.open(person)
    const activityId = create.activity && chats.send(chat, create.activity)
    return c.json({ id: chat.conversationId, activityId, serviceUrl: chats.serviceUrl() }, 201)
  })

  app.on(
    'POST',
    [
      '/v3/conversations/:conversationId/activities',
      '/v3/conversations/:conversationId/activities/:activityId',
    ],
    (c) =>
      inChat(c, async (chat) => {
        const read = await readActivity(c)
        if (!read.ok) return refuse(c, read.error)
        const replyToId = c.req.param('activityId')
        const body = replyToId === undefined ? read.body : { ...read.body, replyToId }
        return c.json({ id: chats.send(chat, body) }, 201)
      }),
  )

  app.put('/v3/conversations/:conversationId/activities/:activityId', (c) =>
    inChat(c, async (chat) => {
      const read = await readActivity(c)
      if (!read.ok) return refuse(c, read.error)
      const activityId = c.req.param('activityId')
      if (!chats.update(chat, activityId, read.body)) return refuse(c, connectorErrors.activity)
      return c.json({ id: activityId }, 200)
    }),
  )

  app.delete('/v3/conversations/:conversationId/activities/:activityId', (c) =>
    inChat(c, (chat) =>
      chats.remove(chat, c.req.param('activityId')) ? c.body(null, 200) : refuse(c, connectorErrors.activity),
    ),
  )

  app.get('/v3/conversations/:conversationId/members', (c) =>
    inChat(c, (chat) => c.json([memberOf(chat.person)])),
  )
  app.get('/v3/conversations/:conversationId/pagedmembers', (c) =>
    inChat(c, (chat) => c.json({ members: [memberOf(chat.person)] })),
  )
  app.get('/v3/conversations/:conversationId/members/:memberId', (c) =>
    inChat(c, (chat) => {
      const member = memberOf(chat.person)
      const isThis = [member.id, member.aadObjectId].includes(c.req.param('memberId'))
      return isThis ? c.json(member) : refuse(c, connectorErrors.member)
    }),
  )

  return app

  /** By Entra object id, or by the channel's own id once the chat was opened. */
  async function personIn(memberId: string): Promise<LocalPerson | undefined> {
    const aadId = memberId.startsWith('29:') ? chats.aadIdOf(memberId) : memberId
    return aadId === undefined ? undefined : findPerson(aadId)
  }
}

async function readActivity(c: Context) {
  const text = await c.req.text()
  if (isTooLarge(text)) return { ok: false, error: connectorErrors.tooLarge } as const
  const body = parseActivity(text)
  return body === undefined
    ? ({ ok: false, error: connectorErrors.badBody } as const)
    : ({ ok: true, body } as const)
}

const refuse = (c: Context, { status, body }: ConnectorError) => c.json(body, status)

const memberOf = (person: LocalPerson) => ({
  id: channelIdOf(person),
  name: person.name,
  aadObjectId: person.aadId,
  tenantId: person.tenantId,
  userRole: 'user',
})
