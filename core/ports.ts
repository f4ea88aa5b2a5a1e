import type { Action, Climb } from './actions/action.ts'
import type { Day } from './calendar/day.ts'
import type { Moment } from './calendar/moment.ts'
import type { Calendar } from './calendar/working-days.ts'
import type { Case, ChildIdentity } from './cases/case.ts'
import type { Happened } from './happened.ts'
import type { ActionId, CaseId, DutyId, Ids, PostId } from './ids.ts'
import type { Actor } from './people/post.ts'
import type { Result } from './result.ts'

/** What a use case reads. Every call sees one transaction, as the person who acts. */
export interface Reads {
  action(id: ActionId): Promise<Action | undefined>
  /** An open or closed duty; undefined also when it is none of the actor's. */
  duty(id: DutyId): Promise<OwedDuty | undefined>
  case(id: CaseId): Promise<Case | undefined>
  childOf(id: CaseId): Promise<ChildIdentity | undefined>
  /** The posts that may own or raise an action of the case, and to whom its lateness climbs. */
  posts(of: CaseId): Promise<readonly ChoosablePost[]>
  climbOf(owner: PostId, of: CaseId): Promise<Climb | undefined>
  nextActionNumber(): Promise<string>
  /** How many persons hold these posts today. */
  holders(posts: readonly PostId[]): Promise<number>
  /** What is late in the tracker: past its day and not yet reported done. */
  lateActions(today: Day): Promise<readonly ActionId[]>
}

/** What an answer asks of a duty: whose it is, and whether it was answered. */
export type OwedDuty = { readonly action: ActionId; readonly owes: PostId; readonly closed: boolean }

/** A post that can be chosen for an action, with its agency when it has one. */
export type ChoosablePost = {
  readonly id: PostId
  readonly title: string
  readonly agency: string | null
  readonly holder: string | null
}

/** What a use case is given. */
export type Deps = {
  readonly reads: Reads
  readonly actor: Actor
  readonly now: Moment
  readonly today: Day
  readonly calendar: Calendar
  readonly ids: Ids
}

/** What a use case gives back: its value, the aggregates to save, and what happened. */
export type Done<T> = {
  readonly value: T
  readonly changes: readonly Action[]
  readonly happened: readonly Happened[]
}

export type Outcome<T, R extends string> = Promise<Result<Done<T>, R>>
export type UseCase<I, T, R extends string> = (deps: Deps, input: I) => Outcome<T, R>
