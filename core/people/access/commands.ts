import * as z from 'zod/mini'

import type { AgencyId } from '../../ids.ts'

z.config({ jitless: true })

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/
const NOT_AN_ID = 'This is no id of the directory. Choose the account from the list.'

/** An id as Entra writes it; capitals are the same. */
const directoryId = z.string(NOT_AN_ID).check(z.trim(), z.toLowerCase(), z.regex(GUID, NOT_AN_ID))

const agency = z.pipe(
  z.string('Choose an agency.').check(z.minLength(1, 'Choose an agency.')),
  z.transform((id) => id as AgencyId),
)
const agencyOrNone = z.nullable(agency)

/**
 * `agency`: whoever uses the invitation is a guest of it; null for somebody of the partnership's own organisation.
 * `byMail`: it is sent to the address that stands with the person; else its link is shown to be copied.
 */
export const inviteSchema = z.object({ agency: agencyOrNone, byMail: z.optional(z.boolean()) })

export const accountSchema = z.object({ tenantId: directoryId, aadId: directoryId, agency: agencyOrNone })
export type SetAccount = z.infer<typeof accountSchema>

/** Somebody of another organisation becomes a guest of this one, for an agency. */
export const guestSchema = z.object({ agency })

/**
 * Till the last day of 90, or until today and no longer. `isGuest` false: they belong to the organisation itself by
 * now, and nobody has to confirm them.
 */
export const attestSchema = z.object({
  stays: z.boolean('Say whether they still work on this.'),
  isGuest: z.optional(z.boolean()),
})
export type Attest = z.infer<typeof attestSchema>

const CODE = 'This link is not whole. Copy all of it from the invitation.'
export const joinSchema = z.object({ code: z.string(CODE).check(z.regex(/^[\w-]{43}$/, CODE)) })
