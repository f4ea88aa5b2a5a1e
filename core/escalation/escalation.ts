import type { Day } from '../calendar/day.ts'
import type { Moment } from '../calendar/moment.ts'
import type { EscalationId, PostId } from '../ids.ts'
import type { Area } from './areas.ts'
import type { Ladder } from './ladder.ts'

/** What the addressee of a stage promised: its words are never on a card. */
export type StagePromise = {
  readonly what: string
  readonly who: string
  readonly by: Day
  readonly madeAt: Moment
  /** The addressee's word that it is done. It closes nothing: the raiser says whether it happened. */
  readonly saidDone: Moment | null
  /** A meeting or panel to come, for which it waits; null when it waits for none. */
  readonly waits: Waiting | null
}

/** What is waited for, from which day on its raiser is asked whether to step up now, and how often they waited on. */
type Waiting = { readonly on: string; readonly askFrom: Day; readonly waited: number }

/** How a stage ended; `settled`: the raiser is content, and nothing had been promised. */
export const STAGE_ENDS = ['not-kept', 'unanswered', 'stepped-up', 'kept', 'settled', 'withdrawn'] as const
export type StageEnd = (typeof STAGE_ENDS)[number]

/** One stage: nothing of it is taken back, and none opens without an interim safety arrangement. */
export type Stage = {
  /** The rung of the ladder, counted from 0. */
  readonly rung: number
  readonly addressee: PostId
  readonly openedAt: Moment
  /** By when an answer is owed: never later than the ladder's day. */
  readonly due: Day
  /** How the child is kept safe until this is settled. */
  readonly interimSafety: string
  /** Why the stages before it were skipped; null when none was. */
  readonly skipBecause: string | null
  readonly promise: StagePromise | null
  readonly ended: { readonly how: StageEnd; readonly at: Moment } | null
}

type Facts = {
  readonly id: EscalationId
  /** What people say aloud: X6. Never given twice. */
  readonly number: string
  /** A case's pseudonymous reference; empty when there is none. */
  readonly reference: string
  readonly ladder: Ladder
  readonly about: Area
  readonly concern: string
  readonly raiser: PostId
  readonly businessManager: PostId
  readonly qaManager: PostId
  readonly raisedAt: Moment
  readonly stages: readonly [Stage, ...Stage[]]
  /** What the partnership learns from it, once it says so. */
  readonly theme: Area | null
  readonly chases: number
  readonly version: number
}

type Resolved = { readonly outcome: string; readonly resolvedAt: Moment }

/**
 * A concern or disagreement between practitioners, with its own ladder (decisions.md 14). It ends when its raiser
 * says that it happened and has heard what came of it, or withdraws it.
 */
export type Escalation =
  | (Facts & { readonly state: 'waiting' })
  | (Facts & { readonly state: 'promised' })
  | (Facts & Resolved & { readonly state: 'resolved' })
  | (Facts &
      Resolved & {
        readonly state: 'closed'
        readonly feedback: string
        readonly closedAt: Moment
        readonly heardAt: Moment | null
      })
  | (Facts & { readonly state: 'withdrawn'; readonly reason: string; readonly withdrawnAt: Moment })

export const ESCALATION_STATES = ['waiting', 'promised', 'resolved', 'closed', 'withdrawn'] as const
export type EscalationState = Escalation['state']

/** The stage that is open, or was the last. */
export function stageNow({ stages }: Pick<Escalation, 'stages'>): Stage {
  return stages.at(-1) ?? stages[0]
}

/** Everyone who was ever asked, each once. */
export function addresseesOf({ stages }: Pick<Escalation, 'stages'>): readonly PostId[] {
  return [...new Set(stages.map(({ addressee }) => addressee))]
}

/** Whether its raiser can say that it did not happen: its day has come, or it was said to be done. */
export function isPromiseDue({ by, saidDone }: StagePromise, today: Day): boolean {
  return by <= today || saidDone !== null
}

/** Whether its raiser is asked now to step up: never any more once they are asked whether it happened. */
export function isStepUpAsked({ waits, by, saidDone }: StagePromise, today: Day): boolean {
  return waits !== null && saidDone === null && waits.askFrom <= today && today < by
}

export function isOpen({ state }: Pick<Escalation, 'state'>): boolean {
  return state === 'waiting' || state === 'promised'
}

/** The rungs that were skipped on the way to each stage, in the order of the ladder. */
export function skippedBefore({ stages }: Pick<Escalation, 'stages'>, place: number): readonly number[] {
  const before = place === 0 ? -1 : (stages[place - 1]?.rung ?? -1)
  const count = Math.max(0, (stages[place]?.rung ?? 0) - before - 1)
  return Array.from({ length: count }, (_, n) => before + 1 + n)
}
