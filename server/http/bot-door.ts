import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'

import type { BotTransport } from '#bot/transport/bot-transport.ts'

const BODY_LIMIT = 256 * 1024

/** Where Teams brings what people type and press. Who may come in is the transport's to say. */
export function botDoor(transport: BotTransport): Hono {
  return new Hono().post('/api/messages', bodyLimit({ maxSize: BODY_LIMIT }), async (c) => {
    const headers = { authorization: c.req.header('authorization') }
    const body: unknown = await c.req.json().catch(() => undefined)
    const answer = await transport.handle({ headers, body })
    return answer.body === undefined
      ? c.body(null, answer.status as 200)
      : c.json(answer.body, answer.status as 200)
  })
}
