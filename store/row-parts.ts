import type { Climb } from '#core/actions/action.ts'
import type { PostId } from '#core/ids.ts'

import { ChangedMeanwhile } from './actions.ts'

type Posts = { readonly lead_post: PostId; readonly qa_post: PostId; readonly bm_post: PostId }

/** To whom the lateness of something of a round climbs; only a form has a worker's manager. */
export function climbIn({ lead_post, qa_post, bm_post }: Posts, manager: PostId | null = null): Climb {
  return { leadPerson: lead_post, manager, qaManager: qa_post, businessManager: bm_post }
}

export function climbColumns({ qaManager, businessManager }: Climb): Omit<Posts, 'lead_post'> {
  return { qa_post: qaManager, bm_post: businessManager }
}

/** An aggregate is saved once under a version: a second save finds no row. */
export function wroteOne({ numUpdatedRows }: { readonly numUpdatedRows: bigint }, what: string): void {
  if (numUpdatedRows !== 1n) throw new ChangedMeanwhile(what)
}

/** A row that fits no state is a fault, never a half-true aggregate. */
export function fitsNoState(kind: string, id: string, state: string): never {
  throw new Error(`${kind} ${id}: the row fits no state (${state})`)
}

/** Whether two lists of rows say the same, in the same order. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
