import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { TENANT } from '#local/story/tenant.ts'
import { playgroundConnector, startPlayground } from '#scripts/agents-playground.ts'
import type { PlaygroundPerson } from '#scripts/agents-playground.ts'
import { freePort } from '#tests/fixtures/a-server.ts'
import { served } from '#tests/http/served.ts'
import type { Served } from '#tests/http/served.ts'

import type { Card, Pressed } from './chat.ts'

/** What the Playground tells its page when the bot has sent something. */
type Told = {
  readonly message?: {
    readonly messageId: string
    readonly attachments?: readonly { readonly content: Card }[]
  }
}

export type Standing = { readonly message: string; readonly card: Card }

export type PlaygroundPage = Awaited<ReturnType<typeof aPlayground>>

/** The product behind Microsoft's Agents Playground, driven by what its own page calls; `close` ends both. */
export async function aPlayground(
  people: readonly [PlaygroundPerson, ...PlaygroundPerson[]],
  env: Readonly<Record<string, string>> = {},
) {
  const port = await freePort()
  const dir = await mkdtemp(join(tmpdir(), 'playground-'))
  const house: Served = await served('pglite', {
    BOT_ANONYMOUS: 'yes',
    CONNECTOR_URL: playgroundConnector(port),
    ...env,
  })
  const botEndpoint = `http://127.0.0.1:${house.server.port}/api/messages`
  const playground = await startPlayground({ botEndpoint, port, dir, tenantId: TENANT, people }).catch(
    async (error: unknown) => {
      await house.close()
      throw error
    },
  )
  const asked = async (path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`${playground.address}${path}`, {
      ...(body && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
      signal: AbortSignal.timeout(20_000),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`)
    return text === '' ? undefined : JSON.parse(text)
  }
  const { config } = (await asked('/_internal/v1/config')) as {
    config: { personalChat: { id: string }; currentUser: { id: string } }
  }
  const chat = config.personalChat.id
  const from = { id: config.currentUser.id }
  const told: Told[] = []
  const page = new WebSocket(`ws://127.0.0.1:${port}/_ws_conversation/v1/conversations/stream`)
  page.addEventListener('message', ({ data }) => told.push(JSON.parse(String(data)) as Told))
  await new Promise((opened) => page.addEventListener('open', opened, { once: true }))
  return {
    house,
    install: () => asked(`/_debug/conversation/${chat}/installation`, {}),
    say: (text: string) =>
      asked(`/_conversation/v1/conversations/${chat}/messages`, {
        type: 'text',
        text,
        textFormat: 'plain',
        from,
      }),
    /** Presses a button of a message; gives the card that the bot puts in its place. */
    async press(message: string, { verb, data }: Pressed): Promise<Card> {
      const answer = (await asked('/_conversation/v1/invoke', {
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', verb, data } },
        from,
        conversation: { id: chat },
        replyToId: message,
      })) as { value: Card }
      return answer.value
    },
    /** The newest message in the chat whose card says so; throws after ten seconds. */
    async messageWith(words: string): Promise<Standing> {
      for (const deadline = Date.now() + 10_000; Date.now() < deadline; await pause(50)) {
        const found = told.findLast(({ message }) =>
          JSON.stringify(message?.attachments ?? []).includes(words),
        )
        const card = found?.message?.attachments?.[0]?.content
        if (found?.message && card) return { message: found.message.messageId, card }
      }
      throw new Error(`no message says "${words}"`)
    },
    /** All that the Playground was sent, as it came. */
    heard: (): string => JSON.stringify(told),
    async close(): Promise<void> {
      page.close()
      await playground.stop()
      await house.close()
      await rm(dir, { recursive: true, force: true })
    },
  }
}
