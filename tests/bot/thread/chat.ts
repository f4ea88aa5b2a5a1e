import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { openChannelIssuer } from '#local/connector/channel-issuer.ts'
import { executeActivity } from '#local/connector/teams-activity.ts'
import type { Furniture } from '#local/house.ts'
import { LOCAL_BOT } from '#local/local-mode.ts'
import { exampleshire } from '#local/story/thread/exampleshire.ts'
import type { Api, TestServer } from '#tests/fixtures/a-server.ts'

export type Card = Readonly<Record<string, unknown>>

export type Message = {
  readonly id: string
  readonly from: 'bot' | 'person'
  readonly summary?: string
  readonly card?: Card
}

export type Mail = {
  readonly id: string
  readonly subject: string
  readonly text: string
  readonly link: string
  readonly number: string
}

/** What a press gets back, as the chat page shows it. */
export type Answer = { readonly kind: string; readonly card?: Card; readonly message?: string }

export type Pressed = { readonly verb: string; readonly data: Readonly<Record<string, unknown>> }

/** One person's chat with the bot, through the server's own stand-in. */
export type Chat = ReturnType<typeof chatOf>

const PATIENCE_MS = 10_000

export function chatOf(api: Api) {
  const messages = async (): Promise<readonly Message[]> =>
    ((await api.get('/local/chat?last=1000')).body as { messages: readonly Message[] }).messages
  const send = async (message: string, { verb, data }: Pressed): Promise<Answer> => {
    const action = { type: 'Action.Execute', verb, data }
    const answer = await api.post('/local/chat/press', { activityId: message, action })
    if (answer.status !== 200) throw new Error(`not pressed: ${answer.status} ${answer.text}`)
    return answer.body as Answer
  }
  return {
    messages,
    /** A press with any data: what an old copy or a changed client would send. */
    send,
    /** Presses the button with that title on the card that stands in the message now, with what was typed. */
    async press(message: string, title: string, typed: Readonly<Record<string, string>> = {}): Promise<Card> {
      const standing = (await messages()).find(({ id }) => id === message)
      const button = buttonOf(standing?.card, title)
      const answer = await send(message, { ...button, data: { ...button.data, ...typed } })
      if (!answer.card) throw new Error(`no card but ${JSON.stringify(answer)}`)
      return answer.card
    },
    /** Waits for a message of the bot's that was not there before; throws after ten seconds. */
    async next(before: readonly Message[], test: (message: Message) => boolean): Promise<Message> {
      const known = new Set(before.map(({ id }) => id))
      for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await pause(40)) {
        const found = (await messages()).find((message) => !known.has(message.id) && test(message))
        if (found) return found
      }
      throw new Error(
        `no such message; there are ${(await messages()).map(({ summary }) => summary).join(' | ')}`,
      )
    },
    /** Waits for the card that asks for a duty. */
    async asks(duty: string): Promise<Message> {
      return this.next([], ({ card }) => JSON.stringify(card ?? '').includes(duty))
    },
  }
}

export async function mailsOf(api: Api): Promise<readonly Mail[]> {
  return ((await api.get('/local/mailbox')).body as { mails: readonly Mail[] }).mails
}

/** Waits for a mail; throws after ten seconds. */
export async function mailTo(api: Api, test: (mail: Mail) => boolean): Promise<Mail> {
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await pause(40)) {
    const found = (await mailsOf(api)).find(test)
    if (found) return found
  }
  throw new Error('no such mail')
}

/** The button of a card, by its title. */
export function buttonOf(card: Card | undefined, title: string): Pressed {
  const found = within(card).find(
    (element) => element['type'] === 'Action.Execute' && element['title'] === title,
  )
  if (!found) throw new Error(`no button "${title}" on ${JSON.stringify(card)}`)
  return { verb: String(found['verb']), data: found['data'] as Card }
}

/** What a person reads on a card, line by line. */
export function textsOn(card: Card | undefined): readonly string[] {
  return within(card)
    .filter(({ type }) => type === 'TextBlock')
    .map(({ text }) => String(text))
}

/** The titles of a card's buttons. */
export function buttonsOn(card: Card | undefined): readonly string[] {
  return within(card)
    .filter(({ type }) => String(type).startsWith('Action.'))
    .map(({ title }) => String(title))
    .filter((title) => title !== 'Refresh')
}

function within(value: unknown): readonly Card[] {
  if (Array.isArray(value)) return value.flatMap(within)
  if (typeof value !== 'object' || value === null) return []
  const { fallback: _, ...element } = value as Card
  return [element, ...Object.values(element).flatMap(within)]
}

/** Somebody of the tenant whom the partnership does not know. */
const NOBODY = {
  id: 'nobody',
  name: 'Noor Nobody-Test',
  tenant_id: LOCAL_BOT.tenantId,
  aad_id: '0c5e0000-0000-4000-8000-000000000999',
}

/**
 * Teams' own request for a press, with an activity id of our choice: Teams sends an activity again when we are
 * slow, and the page never does.
 */
export async function teamsSends(
  server: TestServer,
  person: string,
  press: Pressed & { readonly message: string; readonly activity?: string },
  people: Furniture['person'] = exampleshire.person,
): Promise<{ readonly status: number; readonly text: string }> {
  const row = people.find(({ id }) => id === person) ?? NOBODY
  const serviceUrl = `${server.origin}/local/connector/`
  const issuer = await openChannelIssuer({ keyFile: join(server.dataDir, 'channel.key') })
  const token = await issuer.token({ audience: LOCAL_BOT.appId, serviceUrl })
  const activity = executeActivity(
    {
      person: { id: row.id, aadId: row.aad_id, name: row.name, tenantId: row.tenant_id },
      bot: LOCAL_BOT,
      serviceUrl,
      at: new Date().toISOString(),
    },
    { activityId: press.message, action: { type: 'Action.Execute', verb: press.verb, data: press.data } },
    { id: press.activity ?? `f:${randomUUID()}`, trigger: 'manual' },
  )
  const answer = await fetch(`${server.origin}/api/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(activity),
    signal: AbortSignal.timeout(20_000),
  })
  return { status: answer.status, text: await answer.text() }
}
