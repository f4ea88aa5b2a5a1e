import type { Climb } from '../actions/action.ts'
import type { Day } from '../calendar/day.ts'
import type { Moment } from '../calendar/moment.ts'
import type { ActionId, PostId } from '../ids.ts'

/** What can be owed. */
export type DutyKind = 'do-action' | 'say-whether-it-happened' | 'answer-more-time' | 'answer-question'

/**
 * What is owed, by which post, to which post, by when. Nothing here depends on today: "not yet", "due" and
 * "late by n" are seen from today, which is a parameter.
 */
export type DutyFacts = {
  readonly kind: DutyKind
  readonly action: ActionId
  /** Which opening of the action this is: with `kind` and `action` it identifies the duty. */
  readonly opening: number
  readonly owes: PostId
  readonly owed: PostId
  readonly climb: Climb
  readonly reference: string
  readonly due: Day
  readonly openedAt: Moment
  readonly chases: number
}
