import type { Climb } from '../actions/action.ts'
import type { Day } from '../calendar/day.ts'
import type { Moment } from '../calendar/moment.ts'
import type { AgencyId, CaseId, PostId, RoundId } from '../ids.ts'
import type { Grade } from './grade.ts'

/** Where a case stood when it was listed (OLD-98, rules.md 2.6-11). */
export type Threshold =
  | 'assessed'
  | 'early-help'
  | 'early-help-closed'
  | 'child-in-need'
  | 'child-protection'
  | 'child-in-care'

/** Why everything about a child rests (decisions.md 16). */
export type PauseReason = 'death' | 'trial' | 'statutory-review' | 'moved' | 'other'

/** Who works with the child, named by the lead agency (decisions.md 3). */
export type Team = { readonly worker: PostId; readonly manager: PostId; readonly name: string }

/** An agency's own grade beside the panel's; both are kept, a different one needs its reason (OLD-126). */
export type PanelGrade = {
  readonly agency: AgencyId
  readonly own: Grade
  readonly panel: Grade
  readonly rationale: string | null
}

type Recorded = {
  readonly grades: readonly PanelGrade[]
  /** How well the agencies worked together (OLD-127). */
  readonly judgement: Grade
  /** What the panel found good, and the sum of what to change: the start of what the worker will read. */
  readonly good: string
  readonly recordedAt: Moment
}

/** The panel's work on a case: recorded by the business manager or QA manager, confirmed by the chair. */
export type Panel =
  | { readonly state: 'to-come' }
  | ({ readonly state: 'recorded' } & Recorded)
  | ({ readonly state: 'confirmed'; readonly confirmedAt: Moment } & Recorded)

/** A selected case: its lead agency, the team that works with the child, and what the panel found. */
export type CaseFile = {
  readonly id: CaseId
  readonly round: RoundId
  readonly reference: string
  readonly leadAgency: AgencyId
  readonly lead: PostId
  /** The lead persons who sit on the panel for this case: theirs are the agencies that know it. */
  readonly members: readonly PostId[]
  readonly qaManager: PostId
  readonly chair: PostId
  readonly climb: Climb
  readonly selectedAt: Moment
  readonly nameTeamBy: Day
  readonly panelDay: Day
  readonly team: Team | null
  readonly panel: Panel
  /** Since when nothing is sent about the child, and why; null while it is. */
  readonly paused: { readonly since: Moment; readonly why: PauseReason } | null
  readonly chases: number
  readonly version: number
}
