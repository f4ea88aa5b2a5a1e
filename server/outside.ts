import type { Documents } from '#core/documents/documents.ts'
import type { Meetings } from '#core/meetings/meetings.ts'

import type { Tickets } from './tickets.ts'

/** What the product reaches outside itself by ports, on behalf of a person, never from inside a transaction. */
export type Outside = {
  readonly meetings: Meetings
  readonly documents: Documents
  readonly tickets: Tickets
}
