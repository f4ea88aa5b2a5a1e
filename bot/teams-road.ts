import { summaryOf } from '#core/prompts/letter-words.ts'
import type { LetterRoad, Posted } from '#core/prompts/letter.ts'
import { overviewSummary } from '#core/prompts/overview.ts'

import { askCard } from './cards/ask-card.ts'
import { listCard } from './cards/list-card.ts'
import { overviewCard } from './cards/overview-card.ts'
import type { Desk } from './desk.ts'
import type { Reach } from './reach.ts'
import type { BotTransport, SendFailure, SendResult } from './transport/bot-transport.ts'

/**
 * Letters as Adaptive Cards in the person's chat with the bot. `reach` finds a way to somebody who has no such chat
 * yet, where there is one.
 */
export function teamsRoad(
  transport: BotTransport,
  desk: Pick<Desk, 'addressOf'>,
  reach: Reach = isNotInstalled,
): LetterRoad {
  return {
    async post(to, { number, replacement, items, overview, around }, isOurs) {
      if (!overview && items.length === 0) return nothingToSay
      const address = await desk.addressOf(to)
      if (!address) return reach(to)
      const copy = { number, replacement }
      if (overview) {
        const told = { card: overviewCard(overview, around, copy), summary: overviewSummary(overview) }
        return postedOf(await transport.send(address, told, isOurs))
      }
      const [first, ...others] = items
      if (!first) return nothingToSay
      const card = others.length > 0 ? listCard(items, around, copy) : askCard(first, around, copy)
      const asked = { card, summary: summaryOf(items, around.today) }
      return postedOf(await transport.send(address, asked, isOurs))
    },
  }
}

const nothingToSay: Posted = { ok: false, certainty: 'clear', retry: 'never', why: 'nothing to say' }

const isNotInstalled: Reach = async () => ({
  ok: false,
  certainty: 'clear',
  retry: 'never',
  why: 'the bot is not installed for this person',
})

function postedOf(result: SendResult): Posted {
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
