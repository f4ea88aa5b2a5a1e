import type { Activity } from 'botframework-schema'
import * as z from 'zod/mini'

import { whereReadable } from './where-readable.ts'

const text = whereReadable(z.string())
const account = z.object({ id: z.string(), aadObjectId: text })
const accounts = whereReadable(z.array(account))
const conversation = z.object({
  id: z.string().check(z.minLength(1)),
  conversationType: text,
  isGroup: whereReadable(z.boolean()),
  tenantId: text,
})

const Inbound = z.object({
  type: z.string().check(z.minLength(1)),
  id: text,
  name: text,
  action: text,
  text,
  channelId: text,
  serviceUrl: text,
  replyToId: text,
  from: whereReadable(account),
  recipient: whereReadable(account),
  conversation: whereReadable(conversation),
  channelData: whereReadable(z.object({ tenant: whereReadable(z.object({ id: text })) })),
  membersAdded: accounts,
  membersRemoved: accounts,
  value: z.optional(z.unknown()),
})

/** What we read of an activity; names, mail addresses and all else that Teams sends stay outside. */
export type InboundActivity = z.infer<typeof Inbound>

/** Teams nests a card's data some five deep; what is nested without end is there to exhaust whoever reads it. */
const DEEPEST = 40

/** The activity in a request body, or undefined when the body is none: no object, no `type`, or nested too deep. */
export function parseInboundActivity(body: unknown): InboundActivity | undefined {
  if (isDeeperThan(DEEPEST, body)) return undefined
  const parsed = Inbound.safeParse(body)
  return parsed.success ? parsed.data : undefined
}

/** Layer by layer: a function that called itself for each would be what is exhausted. */
function isDeeperThan(deepest: number, body: unknown): boolean {
  let layer: readonly unknown[] = [body]
  for (let depth = 0; layer.length > 0; depth += 1) {
    if (depth > deepest) return true
    layer = layer.flatMap((each): unknown[] =>
      typeof each === 'object' && each !== null ? Object.values(each) : [],
    )
  }
  return false
}

/** The same as botbuilder's type, which claims many fields that Teams doesn't send. A copy: botbuilder writes on it. */
export function botbuilderActivity(inbound: InboundActivity): Activity {
  return structuredClone(inbound) as Partial<Activity> as Activity
}

const Action = z.object({
  action: z.object({
    type: z.optional(z.literal('Action.Execute')),
    verb: z.string().check(z.minLength(1)),
    data: z.optional(z.record(z.string(), z.unknown())),
  }),
  trigger: z.optional(z.enum(['manual', 'automatic'])),
})

const Submit = z.looseObject({ verb: z.string().check(z.minLength(1)) })

export type Press = {
  readonly verb: string
  readonly data: Readonly<Record<string, unknown>>
  readonly trigger: 'manual' | 'automatic'
}

/** The press in an `adaptiveCard/action` invoke, or undefined when the value is something else. */
export function parseExecute(value: unknown): Press | undefined {
  const parsed = Action.safeParse(value)
  if (!parsed.success) return undefined
  const { action, trigger } = parsed.data
  return { verb: action.verb, data: action.data ?? {}, trigger: trigger ?? 'manual' }
}

/** The press in an `Action.Submit` of ours, `{ verb, ...data and inputs }`, or undefined for any other value. */
export function parseSubmit(value: unknown): Press | undefined {
  const parsed = Submit.safeParse(value)
  if (!parsed.success) return undefined
  const { verb, ...data } = parsed.data
  return { verb, data, trigger: 'manual' }
}
