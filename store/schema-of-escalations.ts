import type { Day } from '#core/calendar/day.ts'
import type { Moment } from '#core/calendar/moment.ts'
import type { Area } from '#core/escalation/areas.ts'
import type { EscalationState, StageEnd } from '#core/escalation/escalation.ts'
import type { EscalationId, PersonId, PostId } from '#core/ids.ts'

import type { Kept } from './free-text.ts'

/** The tables of escalations. */
export type SchemaOfEscalations = {
  escalation: EscalationTable
  escalation_words: {
    escalation_id: EscalationId
    concern: Kept
    outcome: Kept | null
    feedback: Kept | null
    reason: Kept | null
  }
  escalation_stage: StageTable
  escalation_stage_words: {
    escalation_id: EscalationId
    place: number
    interim: Kept
    skip_because: Kept | null
    promise_what: Kept | null
    promise_who: Kept | null
    waits_on: Kept | null
  }
  escalation_setting: EscalationSettingTable
  escalation_count: { theme: Area; stage: number; open: boolean }
}

export type EscalationTable = {
  id: EscalationId
  number: string
  reference: string
  ladder_id: string
  schema_version: number
  ladder: unknown
  about: Area
  raiser_post: PostId
  bm_post: PostId
  qa_post: PostId
  raised_at: Moment
  theme: Area | null
  chases: number
  version: number
  state: EscalationState
  resolved_at: Moment | null
  closed_at: Moment | null
  heard_at: Moment | null
  withdrawn_at: Moment | null
}

export type StageTable = {
  escalation_id: EscalationId
  place: number
  rung: number
  addressee_post: PostId
  opened_at: Moment
  due_day: Day
  promised_by: Day | null
  promised_at: Moment | null
  said_done_at: Moment | null
  ask_from: Day | null
  waited: number
  ended: StageEnd | null
  ended_at: Moment | null
}

/** A version of a ladder, or of what to do in immediate danger. */
type EscalationSettingTable = {
  name: string
  version: number
  value: unknown
  person_id: PersonId | null
  at: Moment
}
