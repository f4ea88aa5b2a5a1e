import * as z from 'zod/mini'

import { localPerson } from './person.ts'

const happened = { at: z.string(), conversation: z.string() }
const shown = { ...happened, storyAt: z.string() }
const body = z.record(z.string(), z.unknown())

const answer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('card'), card: body }),
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('error'), message: z.string() }),
  z.object({ kind: z.literal('nothing') }),
])

const chatEntry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('opened'), ...happened, person: localPerson }),
  z.object({ kind: z.literal('sent'), ...shown, activityId: z.string(), body }),
  z.object({ kind: z.literal('updated'), ...shown, activityId: z.string(), body }),
  z.object({ kind: z.literal('deleted'), ...shown, activityId: z.string() }),
  z.object({ kind: z.literal('said'), ...shown, activityId: z.string(), text: z.string() }),
  z.object({
    kind: z.literal('pressed'),
    ...shown,
    activityId: z.string(),
    press: z.string(),
    verb: z.optional(z.string()),
    trigger: z.enum(['manual', 'automatic']),
  }),
  z.object({ kind: z.literal('answered'), ...shown, activityId: z.string(), press: z.string(), answer }),
])

/**
 * One line of the chats' journal, which is also the history that others read: `at` is real time (ISO 8601),
 * `storyAt` the story's. `sent`, `updated` and `deleted` are what the connector accepted from the bot, with the
 * request's body; `pressed` keeps the verb only, never what was typed.
 */
export type ChatEntry = z.infer<typeof chatEntry>

/** What a press got back. `nothing`: the bot took it and left the card as it is. */
export type Answer = z.infer<typeof answer>

/** Reads one line of the journal; throws on a line of any other shape. */
export const parseChatEntry = (line: unknown): ChatEntry => chatEntry.parse(line)
