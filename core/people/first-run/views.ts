import * as z from 'zod/mini'

/** How far the first run has come, with all that was said so far. */
export const firstRunView = z.object({
  name: z.string(),
  contactName: z.string(),
  contactPhone: z.string(),
  /** The packs of words, each with a few of them to be known by; `chosen`: null while each method brings its own. */
  labels: z.object({
    chosen: z.nullable(z.string()),
    packs: z.array(z.object({ id: z.string(), words: z.array(z.string()) })),
  }),
  ready: z.boolean(),
  version: z.number(),
  done: z.object({
    partnership: z.boolean(),
    agencies: z.boolean(),
    people: z.boolean(),
    calendar: z.boolean(),
  }),
  agencies: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      representative: z.nullable(z.string()),
      /** Nothing names it yet: a mistake is taken out again. */
      removable: z.boolean(),
    }),
  ),
  /** The partnership's own offices; `needed`: no round can be set up while nobody holds it. */
  offices: z.array(
    z.object({
      post: z.string(),
      title: z.string(),
      needed: z.boolean(),
      holder: z.nullable(z.string()),
      /** Filled here while the partnership is not ready. */
      yours: z.boolean(),
    }),
  ),
  people: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      jobTitle: z.string(),
      /** Has an account; else is known by mail alone, and cannot sign in yet. */
      bound: z.boolean(),
    }),
  ),
  /** The bank holidays that are still to come in the calendar, and the last of them. */
  calendar: z.object({ coming: z.number(), until: z.nullable(z.string()) }),
})
export type FirstRunView = z.infer<typeof firstRunView>

export const partnershipSaved = z.object({ version: z.number() })
export const agenciesAdded = z.object({ added: z.number(), known: z.number() })
export const agencyRemoved = z.object({ agency: z.string() })
export const personNamed = z.object({ person: z.string() })
