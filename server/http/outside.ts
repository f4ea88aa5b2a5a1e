import type { Documents } from '#core/documents/documents.ts'
import type { Meetings } from '#core/meetings/meetings.ts'
import type { Directory } from '#core/people/directory.ts'

import type { InvitationPost } from '../work/mail-invitation.ts'
import type { Tickets } from './tickets.ts'

/** What the product reaches outside itself by ports, on behalf of a person, never from inside a transaction. */
export type Outside = {
  readonly meetings: Meetings
  readonly documents: Documents
  /** None in local mode: there is no directory to search. */
  readonly directory?: Directory | undefined
  readonly tickets: Tickets
  readonly invitations: InvitationPost
}
