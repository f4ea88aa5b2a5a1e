import { summaryOf } from '#core/prompts/letter-words.ts'
import type { LetterRoad, Posted } from '#core/prompts/letter.ts'

import { askCard } from './cards/ask-card.ts'
import { listCard } from './cards/list-card.ts'
import type { Desk } from './desk.ts'
import type { BotTransport, SendFailure } from './transport/bot-transport.ts'

/** Letters as Adaptive Cards in the person's chat with the bot. */
export function teamsRoad(transport: BotTransport, desk: Pick<Desk, 'addressOf'>): LetterRoad {
  return {
    async post(to, { number, replacement, items, around }) {
      const address = await desk.addressOf(to)
      if (!address)
        return {
          ok: false,
          certainty: 'clear',
          retry: 'never',
          why: 'the bot is not installed for this person',
        }
      const [first, ...others] = items
      if (!first) return { ok: false, certainty: 'clear', retry: 'never', why: 'nothing to say' }
      const copy = { number, replacement }
      const card = others.length > 0 ? listCard(items, around, copy) : askCard(first, around, copy)
      const result = await transport.send(address, { card, summary: summaryOf(items, around.today) })
      return result.ok ? result : whatWeKnow(result)
    },
  }
}

function whatWeKnow({ kind, retryAfterMs }: SendFailure): Posted {
  switch (kind) {
    case 'unknown':
      return { ok: false, certainty: 'in-doubt', why: 'no clear answer from Teams' }
    case 'throttled':
    case 'transient':
      return {
        ok: false,
        certainty: 'clear',
        retry: 'later',
        why: kind,
        ...(kind === 'throttled' && { silence: true as const }),
        ...(retryAfterMs !== undefined && { afterMs: retryAfterMs }),
      }
    case 'blocked':
    case 'not-installed':
    case 'gone':
    case 'too-large':
    case 'rejected':
      return { ok: false, certainty: 'clear', retry: 'never', why: kind }
  }
}
