import * as z from 'zod/mini'

z.config({ jitless: true })

/** What came of the mail with an invitation, and when it was sent. */
const mailed = z.object({ came: z.enum(['sent', 'not-sent', 'in-doubt']), at: z.string() })

/** What the partnership sees of how somebody comes in. */
export const accessView = z.object({
  person: z.string(),
  name: z.string(),
  bound: z.boolean(),
  /** Until when an invitation that nobody has used yet is good. */
  invitedUntil: z.nullable(z.string()),
  /** Null when its link was only shown, or there is none. */
  mailed: z.nullable(mailed),
  /** Where a mail reaches them. */
  mail: z.nullable(z.string()),
  guest: z.nullable(
    z.object({ agency: z.string(), name: z.string(), until: z.string(), ended: z.boolean() }),
  ),
  /** Of which agency they would be a guest; none for whoever holds an office. */
  agencies: z.array(z.object({ id: z.string(), name: z.string() })),
  may: z.object({ invite: z.boolean(), setAccount: z.boolean(), attest: z.boolean() }),
})
export type AccessView = z.infer<typeof accessView>

/** `path` is null to a repetition, because the code in it is kept nowhere, and of an invitation that was replaced. */
export const invitedView = z.object({
  path: z.nullable(z.string()),
  until: z.string(),
  mailed: z.nullable(mailed),
  /** Another invitation took its place while its mail was on the way: its link is good no more. */
  replaced: z.boolean(),
})
export type InvitedView = z.infer<typeof invitedView>

/** Null for whoever is no guest any more. */
export const attestedView = z.object({ until: z.nullable(z.string()) })
export const boundView = z.object({ person: z.string() })

/** Accounts of the organisation, and whether somebody here has each already. */
export const directoryView = z.object({
  items: z.array(
    z.object({
      tenantId: z.string(),
      aadId: z.string(),
      name: z.string(),
      mail: z.nullable(z.string()),
      title: z.nullable(z.string()),
      guest: z.boolean(),
      taken: z.boolean(),
    }),
  ),
  /** Whether somebody whom it does not know can be made a guest from here. */
  invites: z.boolean(),
})
export type DirectoryView = z.infer<typeof directoryView>
