import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

import { ConfidentialClientApplication, type INetworkModule } from '@azure/msal-node'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { listen, type LocalServer } from './world/http-server.ts'
import { startWorld, tenantId, userAadId, type World } from './world/world.ts'

const secret = 'an-invented-secret'
let entra: LocalServer
let asked: { path: string; form: URLSearchParams }[]
let answer: 'token' | 'refusal' | 'hang'
let world: World

beforeEach(async () => {
  asked = []
  answer = 'token'
  entra = await listen((request, response) => void signIn(request, response))
  const appId = randomUUID()
  const application = new ConfidentialClientApplication({
    auth: {
      clientId: appId,
      clientSecret: secret,
      authority: `https://login.microsoftonline.com/${tenantId}`,
    },
    system: { networkClient: through(entra.origin) },
  })
  world = await startWorld({ appId, deadlineMs: 300, outgoing: { kind: 'entra', application } })
})
afterEach(() => Promise.all([entra.close(), world.close()]))

const send = () => world.transport.send(world.address, { text: 'Hello.', summary: 'Hello' })

describe('the bot’s own token', () => {
  it('is fetched by our MSAL application in our tenant and shown to the connector', async () => {
    expect(await send()).toEqual({ ok: true, activityId: 'activity-1' })
    expect(asked.map(({ path }) => path)).toEqual([`/${tenantId}/oauth2/v2.0/token`])
    expect(Object.fromEntries(asked[0]?.form ?? [])).toMatchObject({
      client_id: world.appId,
      client_secret: secret,
      grant_type: 'client_credentials',
      scope: expect.stringContaining('https://api.botframework.com/.default'),
    })
    expect(world.connector.calls).toMatchObject([{ authorization: 'Bearer entra-token-1' }])
  })

  it('serves replies, updates and new chats too, and is fetched once', async () => {
    world.bot.say.toMessage = async () => ({ text: 'Hello.', summary: 'Hello' })
    await world.transport.openPersonal({ tenantId, userAadId, serviceUrl: world.connector.serviceUrl })
    await world.transport.update(world.address, 'card-1', { text: 'Hello.', summary: 'Hello' })
    await world.deliver(world.message('hello'))
    expect(world.connector.calls.map((call) => call.authorization)).toEqual(
      Array.from({ length: 3 }, () => 'Bearer entra-token-1'),
    )
    expect(asked).toHaveLength(1)
  })

  it.each(['refusal', 'hang'] as const)('when it cannot be had (%s), nothing was sent', async (kind) => {
    answer = kind
    expect(await send()).toEqual({ ok: false, kind: 'transient' })
    expect(world.connector.calls).toEqual([])
  })
})

async function signIn(request: IncomingMessage, response: ServerResponse): Promise<void> {
  asked.push({ path: new URL(request.url ?? '', entra.origin).pathname, form: await form(request) })
  if (answer === 'hang') return
  const document =
    answer === 'token'
      ? { token_type: 'Bearer', expires_in: 3600, access_token: `entra-token-${asked.length}` }
      : { error: 'invalid_client', error_description: 'AADSTS7000215: invented' }
  response.writeHead(answer === 'token' ? 200 : 401, { 'content-type': 'application/json' })
  response.end(JSON.stringify(document))
}

/** Leads MSAL's calls to Microsoft's sign-in to the stand-in, path and body unchanged. */
function through(origin: string): INetworkModule {
  const request = async (
    method: string,
    url: string,
    options?: { body?: string; headers?: Record<string, string> },
  ) => {
    const { pathname, search } = new URL(url)
    const response = await fetch(`${origin}${pathname}${search}`, {
      method,
      signal: AbortSignal.timeout(2000),
      ...(options?.headers === undefined ? {} : { headers: options.headers }),
      ...(options?.body === undefined ? {} : { body: options.body }),
    })
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: JSON.parse(await response.text()),
    }
  }
  return {
    sendGetRequestAsync: (url, options) => request('GET', url, options),
    sendPostRequestAsync: (url, options) => request('POST', url, options),
  }
}

async function form(request: IncomingMessage): Promise<URLSearchParams> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return new URLSearchParams(text)
}
