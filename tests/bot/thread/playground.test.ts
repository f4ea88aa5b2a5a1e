import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { TENANT } from '#local/story/tenant.ts'
import { playgroundConnector, startPlayground } from '#scripts/agents-playground.ts'
import type { RunningPlayground } from '#scripts/agents-playground.ts'
import { examplePeople } from '#scripts/playground-people.ts'
import { freePort } from '#tests/fixtures/a-server.ts'
import { actionAs, everybody, recordOne, served } from '#tests/http/served.ts'
import type { Served, Signed } from '#tests/http/served.ts'

import { buttonOf, buttonsOn, chatOf, textsOn } from './chat.ts'
import type { Card, Pressed } from './chat.ts'

/** What the Playground tells its page when the bot has sent something. */
type Told = {
  readonly message?: {
    readonly messageId: string
    readonly attachments?: readonly { readonly content: Card }[]
  }
}

describe('the bot in Microsoft’s Agents Playground, without sign-in', () => {
  let house: Served
  let signed: Signed
  let playground: RunningPlayground
  let dir: string
  let chat: string
  let me: string
  let page: WebSocket
  const told: Told[] = []

  beforeAll(async () => {
    const port = await freePort()
    dir = await mkdtemp(join(tmpdir(), 'playground-'))
    house = await served('pglite', { BOT_ANONYMOUS: 'yes', CONNECTOR_URL: playgroundConnector(port) })
    signed = await everybody(house.server)
    const people = examplePeople('wes')
    if (!people) throw new Error('Wes is not in the example')
    const botEndpoint = `http://127.0.0.1:${house.server.port}/api/messages`
    playground = await startPlayground({ botEndpoint, port, dir, tenantId: TENANT, people })
    const { config } = (await asked('/_internal/v1/config')) as {
      config: { personalChat: { id: string }; currentUser: { id: string } }
    }
    chat = config.personalChat.id
    me = config.currentUser.id
    page = new WebSocket(`ws://127.0.0.1:${port}/_ws_conversation/v1/conversations/stream`)
    page.addEventListener('message', ({ data }) => told.push(JSON.parse(String(data)) as Told))
    await new Promise((opened) => page.addEventListener('open', opened, { once: true }))
  }, 120_000)
  afterAll(async () => {
    page?.close()
    await playground?.stop()
    await house?.close()
    await rm(dir, { recursive: true, force: true })
  })

  async function asked(path: string, body?: object): Promise<unknown> {
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

  it('a stranger’s PERSON is nobody', () => {
    expect(examplePeople('nobody')).toBeUndefined()
    expect(examplePeople('wes')?.length).toBeGreaterThan(5)
  })

  it('loads the example with the house’s own stand-in: nothing was refused on the way', async () => {
    expect(house.output()).not.toContain('bot-refused')
    expect((await chatOf(signed.eve).messages()).length).toBeGreaterThan(2)
  })

  it('is installed, answers "help" with a card, and an Action.Execute is answered in place', async () => {
    await asked(`/_debug/conversation/${chat}/installation`, {})
    const { id, number } = await recordOne(signed)
    await asked(`/_conversation/v1/conversations/${chat}/messages`, {
      type: 'text',
      text: 'list',
      textFormat: 'plain',
      from: { id: me },
    })
    const list = await messageWith(`Answer ${number}`)
    const opened = await press(list.message, buttonOf(list.card, `Answer ${number}`))
    expect(textsOn(opened)[0]).toBe(`Case N-08, ${number}: one action for you`)
    const form = await press(list.message, buttonOf(opened, 'It is done'))
    const send = buttonOf(form, 'Send')
    const receipt = await press(list.message, {
      ...send,
      data: { ...send.data, whatWasDone: 'Told her.', evidence: 'Note of the call.' },
    })
    expect(textsOn(receipt)[1]).toMatch(/^You answered this on 18 June at 10:\d\d\. Nothing more to do\.$/)
    expect((await actionAs(signed.quinn, id)).row.state).toBe('reported-done')
    await chatOf(signed.eve).next([], ({ summary }) => summary === `Case N-08: did action ${number} happen?`)
  })

  it('gets what falls due, too', async () => {
    const { number } = await recordOne(signed)
    const { card } = await messageWith(`${number}: one action for you`)
    expect(buttonsOn(card)).toEqual(['It is done', 'Something is not right', 'Open'])
  })

  async function press(message: string, { verb, data }: Pressed): Promise<Card> {
    const answer = (await asked('/_conversation/v1/invoke', {
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb, data } },
      from: { id: me },
      conversation: { id: chat },
      replyToId: message,
    })) as { value: Card }
    return answer.value
  }

  /** The newest message in the Playground's chat whose card says so; throws after ten seconds. */
  async function messageWith(words: string): Promise<{ readonly message: string; readonly card: Card }> {
    for (const deadline = Date.now() + 10_000; Date.now() < deadline; await pause(50)) {
      const found = told.findLast(({ message }) => JSON.stringify(message?.attachments ?? []).includes(words))
      const card = found?.message?.attachments?.[0]?.content
      if (found?.message && card) return { message: found.message.messageId, card }
    }
    throw new Error(`no message says "${words}"`)
  }
})
