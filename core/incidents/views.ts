import * as z from 'zod/mini'

z.config({ jitless: true })

export const incidentRow = z.object({
  id: z.string(),
  number: z.string(),
  reference: z.string(),
  /** "Allocated worker of N-08", "Release to the panel". */
  withdrawn: z.string(),
  raised: z.string(),
  reportBy: z.string(),
  /** "31 hours left", "Reported on 16 June at 09:10". */
  stands: z.string(),
  open: z.boolean(),
  late: z.boolean(),
})
export type IncidentRow = z.infer<typeof incidentRow>

export const incidentList = z.object({ items: z.array(incidentRow) })
export type IncidentList = z.infer<typeof incidentList>

export const incidentView = z.object({
  ...incidentRow.shape,
  version: z.number(),
  happened: z.string(),
  decided: z.nullable(z.string()),
  /** From whom it was withdrawn; null for a release. */
  from: z.nullable(z.string()),
  /** Who opened what and when, from the audit trail. */
  opened: z.array(z.object({ at: z.string(), who: z.string(), what: z.string() })),
  note: z.string(),
})
export type IncidentView = z.infer<typeof incidentView>

/** What can be withdrawn on something: whoever holds a post of it, and releases. */
export const withdrawOptions = z.object({
  reference: z.string(),
  /** Where it stands in the tab. */
  path: z.string(),
  holders: z.array(
    z.object({
      post: z.string(),
      title: z.string(),
      person: z.string(),
      name: z.string(),
      since: z.string(),
      /** When they were taken out of it; null while they hold it. */
      until: z.nullable(z.string()),
    }),
  ),
  releases: z.array(z.object({ to: z.enum(['qa', 'panel']), says: z.string() })),
})
export type WithdrawOptions = z.infer<typeof withdrawOptions>

export const accessWithdrawn = z.object({ id: z.string(), number: z.string() })
export const incidentSettled = z.object({ version: z.number() })
