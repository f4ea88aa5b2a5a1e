import { nodesOf, textsOf } from '#tests/fixtures/card-rules.ts'
import type { Node } from '#tests/fixtures/card-rules.ts'

import type { Rehearsal } from './rehearsal.ts'

/** One person's chat with the bot, as Teams shows it. */
export type TeamsChat = {
  type(words: string): Promise<void>
  /** The newest card whose heading has these words. */
  card(heading: string): Node | undefined
  /** Presses a button of the newest card with this heading, with what was typed on the card. */
  press(heading: string, title: string, inputs?: Readonly<Record<string, string>>): Promise<void>
}

export function chatOf({ teams, person }: Rehearsal, who: string): TeamsChat {
  const me = person(who)
  const messages = () => [...teams.chats.open(me).messages.values()].filter(({ card }) => card !== undefined)
  const newest = (heading: string) =>
    messages().findLast(({ card }) => (textsOf(card ?? {})[0] ?? '').includes(heading))
  return {
    async type(words) {
      const before = messages().length
      const taken = await teams.chats.say(me, words)
      if (!taken.ok || messages().length === before) throw new Error(`the bot did not answer "${words}"`)
    },
    card: (heading) => newest(heading)?.card,
    async press(heading, title, inputs = {}) {
      const message = newest(heading)
      const button = nodesOf(message?.card).find((node) => node['title'] === title)
      if (!message || !button) {
        const headings = messages().map(({ card }) => textsOf(card ?? {})[0])
        throw new Error(`no "${title}" on "${heading}"; there are ${headings.join(' | ')}`)
      }
      const action = {
        type: 'Action.Execute' as const,
        verb: String(button['verb']),
        data: (button['data'] ?? {}) as Readonly<Record<string, unknown>>,
      }
      const answer = await teams.chats.press(me, { activityId: message.id, action, inputs })
      if (answer.kind === 'error') throw new Error(`${title}: ${answer.message}`)
    },
  }
}
