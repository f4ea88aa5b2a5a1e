import type { Day } from '../calendar/day.ts'
import type { Moment } from '../calendar/moment.ts'
import type { ActionId, CaseId, PostId } from '../ids.ts'

/** Where an action comes from: each is followed in the one tracker. */
export type ActionSource = 'panel-day' | 'learning' | 'escalation' | 'subgroup' | 'import'

/** What is true of an action in every state. Lateness is no state: it is `due` seen from today. */
export type Facts = {
  readonly id: ActionId
  /** A number of its own that people say aloud: A2. */
  readonly number: string
  readonly case: CaseId
  readonly reference: string
  readonly owner: PostId
  readonly raiser: PostId
  /** Who else is concerned: what is late climbs to them, and they see it move. */
  readonly climb: Climb
  readonly what: string
  /** How we will know that it helped (decisions.md 2). */
  readonly help: string
  readonly due: Day
  readonly recordedOn: Day
  /** How often it was opened: each opening is a new duty with new prompts (decisions.md 11). */
  readonly opening: number
  readonly chases: number
  readonly source: ActionSource
  /** One of those that "Partners to ..." became: the number of the whole, and how many there are (LEH-25). */
  readonly fanOut: FanOut | null
  /** By when its owner says how it stands, besides its own day (decisions.md 2); null when no round asks. */
  readonly updateDue: Day | null
  /** When the owner said so. */
  readonly updatedAt: Moment | null
  /** When somebody looks whether it helped: six months after panel day; null when no round asks. */
  readonly checkOn: Day | null
  /** A promise that the partnership was given: prompts rest until this day (decisions.md 15). */
  readonly restsUntil: Day | null
  /** It waits for a meeting or panel since that day: its raiser is asked whether to step up now (LEI-22, LEH-17). */
  readonly waitsSince: Day | null
  /** How often its raiser waited on. */
  readonly waited: number
  readonly version: number
}

export type FanOut = { readonly parent: string; readonly size: number }

/** What came of it, half a year later. */
export type Impact = 'helped' | 'partly' | 'no'

export type Climb = {
  readonly leadPerson: PostId
  readonly manager: PostId | null
  readonly qaManager: PostId
  readonly businessManager: PostId
}

/** Why an action is open again. */
export type Reopened = {
  readonly because: 'disputed' | 'more-time-agreed' | 'day-kept' | 'question-answered'
  readonly reason: string
  readonly at: Moment
}

type Report = { readonly whatWasDone: string; readonly evidence: string; readonly reportedAt: Moment }

/**
 * An action of a case (rules.md 2.7, LEH-16): it ends as confirmed, when the post that raised it says that it
 * happened, or as withdrawn with a reason.
 */
export type Action = Open | MoreTimeAsked | Questioned | ReportedDone | Confirmed | Withdrawn

export type Open = Facts & {
  readonly state: 'open'
  readonly openedAt: Moment
  readonly again: Reopened | null
}
export type MoreTimeAsked = Facts & {
  readonly state: 'more-time-asked'
  readonly until: Day
  readonly reason: string
  readonly askedAt: Moment
}
export type Questioned = Facts & {
  readonly state: 'questioned'
  readonly question: 'not-right' | 'cannot-do'
  readonly reason: string
  readonly askedAt: Moment
}
export type ReportedDone = Facts & Report & { readonly state: 'reported-done' }
export type Confirmed = Facts &
  Report & { readonly state: 'confirmed'; readonly confirmedAt: Moment; readonly impact: Impact | null }
export type Withdrawn = Facts & {
  readonly state: 'withdrawn'
  readonly reason: string
  readonly withdrawnAt: Moment
  /** The number of the action that takes its place, when it is replaced and not only withdrawn. */
  readonly replacedBy: string | null
  /** Its owner has not said yet that they saw it: asked only when they had not asked themselves. */
  readonly noticeOwed: boolean
}

export type ActionState = Action['state']

/** Every post that may see the action. */
export function concerned(action: Pick<Action, 'owner' | 'raiser' | 'climb'>): readonly PostId[] {
  const { leadPerson, manager, qaManager, businessManager } = action.climb
  const all = [
    action.owner,
    action.raiser,
    leadPerson,
    qaManager,
    businessManager,
    ...(manager ? [manager] : []),
  ]
  return [...new Set(all)]
}

export function hasEnded(action: Pick<Action, 'state'>): boolean {
  return action.state === 'confirmed' || action.state === 'withdrawn'
}
