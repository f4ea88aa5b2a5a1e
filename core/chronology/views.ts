import * as z from 'zod/mini'

export const mergedEntry = z.object({
  id: z.string(),
  agency: z.string(),
  agencyName: z.string(),
  on: z.string(),
  until: z.nullable(z.string()),
  /** "14 November 2017", "14 to 20 November 2017". */
  when: z.string(),
  source: z.string(),
  event: z.string(),
  /** The child's voice, word for word or observed; empty when it was not obtained. */
  voice: z.string(),
  raisedBy: z.string(),
  response: z.string(),
  responseSeen: z.enum(['seen', 'none', 'not-needed']),
  /** `voice`: the child spoke and nobody answered. `response`: no response was seen. */
  gap: z.nullable(z.enum(['voice', 'response'])),
  beforeLookBack: z.boolean(),
})
export type MergedEntryView = z.infer<typeof mergedEntry>

/** The chronologies of a case as one. Every view is recorded. */
export const chronologyView = z.object({
  case: z.string(),
  reference: z.string(),
  round: z.object({ id: z.string(), code: z.string(), theme: z.string() }),
  /** How it stands, in sentences. */
  says: z.string(),
  /** The first day of the time looked back on: "7 November 2017". */
  lookBackWords: z.string(),
  entries: z.array(mergedEntry),
  quiet: z.array(z.object({ agency: z.string(), to: z.string(), words: z.string() })),
  agencies: z.array(
    z.object({
      agency: z.string(),
      name: z.string(),
      standing: z.enum(['in', 'missing', 'brief', 'out']),
      words: z.string(),
    }),
  ),
  may: z.object({ makePaper: z.boolean() }),
})
export type ChronologyView = z.infer<typeof chronologyView>

/** A paper that was made; the ticket fetches it once, within a minute. */
export const paperMade = z.object({ name: z.string(), ticket: z.string() })
export type PaperMade = z.infer<typeof paperMade>
