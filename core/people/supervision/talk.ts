import type { Day } from '../../calendar/day.ts'
import type { Moment } from '../../calendar/moment.ts'
import type { CaseId, PersonId, PostId, TalkId } from '../../ids.ts'

/** A worker and a manager went through the worker's sheet together. Added and never changed. */
export type Talk = {
  readonly id: TalkId
  readonly worker: PersonId
  readonly manager: PersonId
  readonly on: Day
  /** What they agreed, read by these two alone; may be empty. */
  readonly agreed: string
  readonly at: Moment
}

/** Something that a worker owes or did: its case, who supervises there, and who leads for the agency. */
export type Supervised = {
  readonly case: CaseId
  readonly manager: PostId | null
  readonly lead: PostId
}

/** Who supervises whom. Every call sees one transaction, as the person who acts. */
export interface SupervisionReads {
  /** What the actor may see of what a worker owes or did; nothing of what was not issued to them yet. */
  supervised(worker: PersonId): Promise<readonly Supervised[]>
}
