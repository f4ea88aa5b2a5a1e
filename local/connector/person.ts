import { createHash } from 'node:crypto'

import * as z from 'zod/mini'

export const localPerson = z.object({
  id: z.string(),
  aadId: z.string(),
  name: z.string(),
  tenantId: z.string(),
})

/** A persona as Teams knows one. `noBot`: the app is not installed for this person, so mail is their road. */
export type LocalPerson = {
  readonly id: string
  readonly aadId: string
  readonly name: string
  readonly tenantId: string
  readonly noBot?: boolean | undefined
}

/** The person's id on the Teams channel (`29:…`): opaque, and the same for ever. */
export const channelIdOf = (person: LocalPerson) => `29:1${fingerprint(person, 'person')}`

/** The id of the person's one personal chat with the bot (`a:…`): opaque, and the same for ever. */
export const conversationIdOf = (person: LocalPerson) => `a:1${fingerprint(person, 'personal chat')}`

const fingerprint = (person: LocalPerson, what: string) =>
  createHash('sha256').update(`${what} ${person.tenantId} ${person.aadId}`).digest('base64url')
