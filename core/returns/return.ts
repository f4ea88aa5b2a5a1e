import type { Climb } from '../actions/action.ts'
import type { Day } from '../calendar/day.ts'
import type { Moment } from '../calendar/moment.ts'
import type { Grade } from '../cases/grade.ts'
import type { AgencyId, CaseId, PostId, ReturnId, RoundId } from '../ids.ts'

/** One half of a return, with its own state and day (decisions.md 1). `opening` grows when it is sent back. */
export type Part<Sent = unknown> = { readonly due: Day; readonly opening: number } & (
  | { readonly state: 'not-started' }
  | { readonly state: 'draft' }
  | ({ readonly state: 'submitted'; readonly at: Moment } & Sent)
  | { readonly state: 'sent-back'; readonly at: Moment; readonly comment: string }
  | ({ readonly state: 'accepted'; readonly at: Moment } & Sent)
)

/** Who signed, when, with the two judgements: own performance, impact on the child (decisions.md 8; OLD-105). */
export type SignOff = {
  readonly name: string
  readonly role: string
  readonly on: Day
  readonly performance: Grade
  readonly impact: Grade
}

export type ChronologyPart = Part
/** The agency's own grade goes with the sign-off: overall is required, aspects are optional (decisions.md 5). */
export type EvaluationPart = Part<{ readonly signOff: SignOff; readonly grade: Grade }>

/**
 * How it reaches the partnership: directly, or through a collator. What is with the collator is read by the
 * partnership once it was sent on (decisions.md 24).
 */
export type Way = 'direct' | 'with-collator' | 'sent-on'

type Facts = {
  readonly id: ReturnId
  readonly round: RoundId
  readonly case: CaseId
  readonly reference: string
  readonly agency: AgencyId
  readonly lead: PostId
  /** To whom it goes: the collator's lead person, or the business manager. */
  readonly owedTo: PostId
  readonly way: Way
  /** Those invited to this one return (decisions.md 7). */
  readonly contributors: readonly PostId[]
  readonly climb: Climb
  /** From when on it can be written: the method's day. */
  readonly opensAt: Moment
  readonly signOffDue: Day
  readonly chases: number
  readonly version: number
}

/**
 * What one agency sends about one case. `brief`: entries are welcome, nothing is owed and there is no grade.
 * `out`: asked and found not involved, with the reason.
 */
export type Return =
  | (Facts & {
      readonly scope: 'in'
      readonly chronology: ChronologyPart
      readonly evaluation: EvaluationPart
    })
  | (Facts & { readonly scope: 'brief'; readonly chronology: ChronologyPart })
  | (Facts & { readonly scope: 'out'; readonly reason: string; readonly since: Moment })

export type PartName = 'chronology' | 'evaluation'

/** Whether a part is with whoever asked for it: its text may be read there. */
export function isIn(part: { readonly state: Part['state'] }): boolean {
  return part.state === 'submitted' || part.state === 'accepted'
}

/** The agency's own grade once it was sent; "known briefly" and "not involved" have none. */
export function ownGrade(of: Return): Grade | undefined {
  if (of.scope !== 'in') return undefined
  const { evaluation } = of
  return evaluation.state === 'submitted' || evaluation.state === 'accepted' ? evaluation.grade : undefined
}
