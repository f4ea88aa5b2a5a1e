import * as z from 'zod/mini'

import type { Answer } from './chat-entry.ts'
import type { TeamsActivity } from './teams-activity.ts'

/** What the bot's endpoint made of one activity. */
export type Delivery =
  | { readonly kind: 'taken'; readonly body: unknown }
  | { readonly kind: 'failed'; readonly why: 'refused' | 'no-answer'; readonly status?: number }

export type BotEndpoint = {
  readonly url: string
  /** A bearer token of the channel. */
  readonly token: () => Promise<string>
  readonly deadlineMs: number
}

/** Posts one activity once, as Teams does. Nothing here throws: a bot that is away is an answer, too. */
export async function deliverToBot(endpoint: BotEndpoint, activity: TeamsActivity): Promise<Delivery> {
  try {
    const response = await fetch(endpoint.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        authorization: `Bearer ${await endpoint.token()}`,
      },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(endpoint.deadlineMs),
    })
    const text = await response.text()
    if (!response.ok) return { kind: 'failed', why: 'refused', status: response.status }
    return { kind: 'taken', body: text === '' ? undefined : JSON.parse(text) }
  } catch {
    return { kind: 'failed', why: 'no-answer' }
  }
}

/** Reads the answer to an invoke (`{ statusCode, type, value }`) in the words that the chat shows. */
export function answerOf(delivery: Delivery): Answer {
  if (delivery.kind === 'failed') return { kind: 'error', message: lost }
  const parsed = invokeAnswer.safeParse(delivery.body)
  if (!parsed.success) return { kind: 'error', message: lost }
  const { type, value } = parsed.data
  switch (type) {
    case 'application/vnd.microsoft.card.adaptive':
      return { kind: 'card', card: value }
    case 'application/vnd.microsoft.activity.message':
      return { kind: 'text', text: value }
    case 'application/vnd.microsoft.error':
      return { kind: 'error', message: value.message }
  }
}

const lost =
  'Something went wrong, and your answer may not have arrived. What you typed is still here. Try again.'

const invokeAnswer = z.discriminatedUnion('type', [
  z.object({
    statusCode: z.literal(200),
    type: z.literal('application/vnd.microsoft.card.adaptive'),
    value: z.looseObject({ type: z.literal('AdaptiveCard') }),
  }),
  z.object({
    statusCode: z.literal(200),
    type: z.literal('application/vnd.microsoft.activity.message'),
    value: z.string(),
  }),
  z.object({
    statusCode: z.number(),
    type: z.literal('application/vnd.microsoft.error'),
    value: z.object({ code: z.string(), message: z.string() }),
  }),
])
