import { summaryOf } from '#core/prompts/letter-words.ts'
import type { LetterRoad, Posted } from '#core/prompts/letter.ts'
import { overviewSummary } from '#core/prompts/overview.ts'

import { askCard } from './cards/ask-card.ts'
import { listCard } from './cards/list-card.ts'
import { overviewCard } from './cards/overview-card.ts'
import type { Desk } from './desk.ts'
import type { BotTransport, SendFailure, SendResult } from './transport/bot-transport.ts'

/** Letters as Adaptive Cards in the person's chat with the bot. */
export function teamsRoad(transport: BotTransport, desk: Pick<Desk, 'addressOf'>): LetterRoad {
  return {
    async post(to, { number, replacement, items, overview, around }, isOurs) {
      const address = await desk.addressOf(to)
      if (!address)
        return {
          ok: false,
          certainty: 'clear',
          retry: 'never',
          why: 'the bot is not installed for this person',
        }
      const copy = { number, replacement }
      if (overview) {
        const told = { card: overviewCard(overview, around, copy), summary: overviewSummary(overview) }
        return known(await transport.send(address, told, isOurs))
      }
      const [first, ...others] = items
      if (!first) return { ok: false, certainty: 'clear', retry: 'never', why: 'nothing to say' }
      const card = others.length > 0 ? listCard(items, around, copy) : askCard(first, around, copy)
      const asked = { card, summary: summaryOf(items, around.today) }
      return known(await transport.send(address, asked, isOurs))
    },
  }
}

function known(result: SendResult): Posted {
  return result.ok ? result : whatWeKnow(result)
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
