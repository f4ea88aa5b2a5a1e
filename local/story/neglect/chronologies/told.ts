import type { ResponseSeen } from '#core/chronology/entry.ts'

import type { AgencyCode } from '../agencies.ts'

/** An entry as an agency of the example writes it; what is left out was not recorded. */
export type Told = {
  readonly agency: AgencyCode
  readonly on: string
  readonly source: string
  readonly event: string
  /** The child's own words in quotation marks, or what was observed. */
  readonly voice?: string
  readonly raisedBy?: string
  readonly response?: string
  readonly seen: ResponseSeen
}
