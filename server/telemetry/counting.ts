import type { BotTransport, InboundRequest } from '#bot/transport/bot-transport.ts'
import type { Pace } from '#bot/transport/pace.ts'

import type { Log } from '../log.ts'
import type { Meters } from './meters.ts'

/** A log that also counts what it writes of refusals at the bot's door and of failures. */
export function countingLog(log: Log, meters: Pick<Meters, 'turnedAway' | 'failed'>): Log {
  return (what, line) => {
    if (what === 'bot-refused') meters.turnedAway('bot', String(line?.['why']))
    if (what === 'not-let-in') meters.turnedAway('tab', String(line?.['why']))
    if (what === 'fault') meters.failed()
    log(what, line)
  }
}

/** A transport that measures what people wait for: from the arrival of a press or a message to its answer. */
export function countingTransport(transport: BotTransport, meters: Pick<Meters, 'invoked'>): BotTransport {
  return {
    ...transport,
    async handle(request) {
      const began = performance.now()
      const answer = await transport.handle(request)
      // Whoever is not let in waits for nothing: many of them would make the others look fast.
      if (answer.status < 400 || answer.status >= 500)
        meters.invoked(verbOf(request), outcomeOf(answer), performance.now() - began)
      return answer
    },
  }
}

/** A pace that counts how often Teams asked for silence. */
export function countingPace(pace: Pace, meters: Pick<Meters, 'outside'>): Pace {
  return {
    ...pace,
    silence(tenant, forMs) {
      meters.outside({ service: 'connector', route: 'send', status: 429, retryAfterMs: forMs })
      pace.silence(tenant, forMs)
    },
  }
}

/** Our own verbs and kinds alone: whoever sends may write anything there. */
const VERBS = new Set(['look', 'list', 'help', 'answer', 'raise'])
const TYPES = new Set(['message', 'conversationUpdate', 'installationUpdate'])

function verbOf({ body }: InboundRequest): string {
  const { type, value } = fieldsOf(body)
  if (type !== 'invoke') return typeof type === 'string' && TYPES.has(type) ? type : 'other'
  const { verb } = fieldsOf(fieldsOf(value)['action'])
  return typeof verb === 'string' && VERBS.has(verb) ? verb : 'other'
}

function outcomeOf({ status, body }: { readonly status: number; readonly body?: unknown }): string {
  const { statusCode } = fieldsOf(body)
  return String(typeof statusCode === 'number' ? statusCode : status)
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
