import { mkdtempSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { serve } from '@hono/node-server'
import { Hono } from 'hono'

import { openChannelIssuer } from '#local/connector/channel-issuer.ts'
import { openChats } from '#local/connector/chats.ts'
import { connectorRoutes } from '#local/connector/connector-routes.ts'
import { localPageRoutes } from '#local/connector/page-routes.ts'
import { createMailbox } from '#local/mailbox/mailbox.ts'

import { faultsAgainst } from './contract.ts'

const tenantId = '00000000-0000-4000-8000-00000000000a'
export const robin = {
  id: 'robin',
  aadId: '00000000-0000-4000-8000-000000000001',
  name: 'Robin Carter-Test',
  tenantId,
}
export const sam = {
  id: 'sam',
  aadId: '00000000-0000-4000-8000-000000000002',
  name: 'Sam Okafor-Test',
  tenantId,
}
export const kim = {
  id: 'kim',
  aadId: '00000000-0000-4000-8000-000000000003',
  name: 'Kim Ellis-Test',
  tenantId,
  noBot: true,
}
const everybody = [robin, sam, kim]

export const bot = { appId: '00000000-0000-4000-8000-0000000000b0', name: 'Case Evaluations' }

type AnswerOf = (activity: Record<string, unknown>) => BotAnswer | Promise<BotAnswer>
const takeIt: AnswerOf = () => ({ status: 200 })

type Received = { readonly authorisation: string; readonly activity: Record<string, unknown> }
type BotAnswer = { readonly status: number; readonly body?: object }

/** The stand-in on a free port, and in the bot's place one that keeps what it gets and answers as told. */
export async function openStage(folder = mkdtempSync(join(tmpdir(), 'connector-'))) {
  let origin = ''
  let story = '2018-06-13T09:04:00.000Z'
  let answer = takeIt
  const received: Received[] = []
  const faults: string[] = []

  const issuer = await openChannelIssuer({ keyFile: join(folder, 'channel-key.json') })
  const journal = join(folder, 'chats.jsonl')
  const chats = openChats({
    file: journal,
    bot,
    botEndpoint: () => `${origin}/api/messages`,
    serviceUrl: () => `${origin}/local/connector/`,
    channelToken: (claims) => issuer.token(claims),
    storyNow: () => story,
    deadlineMs: 500,
  })
  const mailbox = createMailbox({ file: join(folder, 'mailbox.jsonl'), storyNow: () => story })
  const app = new Hono()
    .route('/local/channel', issuer.routes)
    .route(
      '/local/connector',
      connectorRoutes({
        chats,
        findPerson: (aadId) => everybody.find((person) => person.aadId === aadId),
        checkToken: (token) => token === 'bot-token',
      }),
    )
    .route(
      '/local',
      localPageRoutes({
        chats,
        mailbox,
        personOf: (header) => everybody.find(({ id }) => header === `Bearer ${id}`),
      }),
    )
    .post('/api/messages', async (c) => {
      const activity = await c.req.json<Record<string, unknown>>()
      faults.push(...faultsAgainst('Activity', activity))
      received.push({ authorisation: c.req.header('authorization') ?? '', activity })
      const { status, body } = await answer(activity)
      return new Response(body && JSON.stringify(body), { status })
    })
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    folder,
    journal,
    origin,
    chats,
    mailbox,
    received,
    faults,
    botAnswers: (next: AnswerOf) => void (answer = next),
    storyIs: (time: string) => void (story = time),
    /** A call as the bot makes it. */
    async connector(method: string, path: string, body?: unknown, token = 'bot-token') {
      const response = await fetch(`${origin}/local/connector/${path}`, {
        method,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
      const text = await response.text()
      const json: unknown = text === '' ? undefined : JSON.parse(text)
      if (!response.ok) faults.push(...faultsAgainst('ErrorResponse', json))
      return { status: response.status, json }
    },
    /** A call as the chat page makes it. */
    async page(person: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
      const response = await fetch(`${origin}/local/${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${person}`, ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      const text = await response.text()
      const json: unknown = text === '' ? undefined : JSON.parse(text)
      return { status: response.status, headers: response.headers, json }
    },
    /** Throws if anything that went over the wire is against Microsoft's description. */
    async close() {
      chats.close()
      mailbox.close()
      await new Promise((resolve) => server.close(resolve))
      if (faults.length > 0) throw new Error(faults.join('; '))
    },
  }
}

export type Stage = Awaited<ReturnType<typeof openStage>>

/** A message of the bot's with a card, as the transport sends it. */
export const cardMessage = (title: string, more: object = {}) => ({
  type: 'message',
  summary: 'Case N-08: one action is due on 13 June',
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: cardOf(title, more) }],
})

export const cardOf = (title: string, more: object = {}) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text: title }],
  ...more,
})
