import * as z from 'zod/mini'

const actionCounts = z.object({
  /** Without those that were withdrawn. */
  all: z.number(),
  open: z.number(),
  late: z.number(),
  waiting: z.number(),
  confirmed: z.number(),
})

export const packRow = z.object({
  reference: z.string(),
  form: z.object({
    standing: z.enum(['none', 'due', 'returned', 'returned-late', 'missing']),
    words: z.string(),
  }),
  actions: actionCounts,
  /** Parts of returns that came late, or have not come. */
  returnsLate: z.number(),
})
export type PackRow = z.infer<typeof packRow>

/** The subgroup's list: references, days and counts. */
export const packView = z.object({
  id: z.string(),
  code: z.string(),
  theme: z.string(),
  /** Null before panel day was held: there is nothing to list yet. */
  heldOn: z.nullable(z.string()),
  says: z.string(),
  rows: z.array(packRow),
  totals: z.object({
    forms: z.number(),
    returned: z.number(),
    returnedLate: z.number(),
    missing: z.number(),
    actions: actionCounts,
    returnsLate: z.number(),
  }),
  may: z.object({ tracker: z.boolean() }),
})
export type PackView = z.infer<typeof packView>
