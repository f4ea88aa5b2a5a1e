import * as z from 'zod/mini'

import { actionSource } from '#core/actions/commands.ts'
import { cut, lateness } from '#core/actions/views.ts'
import type { Lateness } from '#core/actions/views.ts'
import type { Wanted } from '#store/lists.ts'

/** The filters of the tracker, as they stand in an address. */
export const WANTED = ['cut', 'agency', 'case', 'round', 'source'] as const

const schema = z.object({
  cut: z._default(cut, 'all'),
  agency: z.optional(z.string()),
  case: z.optional(z.string()),
  round: z.optional(z.string()),
  source: z.optional(actionSource),
})

type Query = Readonly<Record<string, string | undefined>>

/** The filters that stand in the address; undefined when one of them is none. */
export function wantedOf(query: Query): Wanted | undefined {
  const parsed = schema.safeParse(query)
  if (!parsed.success) return undefined
  const { case: reference, ...wanted } = parsed.data
  return { ...wanted, reference }
}

/** The group that is asked for; null when it is none, undefined when all open ones are. */
export function groupOf(query: Query): Lateness | null | undefined {
  if (query['group'] === undefined) return undefined
  const group = lateness.safeParse(query['group'])
  return group.success ? group.data : null
}
