import type { Reopened } from '../actions/action.ts'
import type { Day } from '../calendar/day.ts'
import type { Slot } from '../close-the-loop/beside.ts'
import type { FormPart } from '../close-the-loop/parts.ts'
import type { DutyKind } from '../duties/duty.ts'
import type { DutyId, PersonId } from '../ids.ts'
import type { Overview } from './overview.ts'

/** One duty as a card or mail may show it: a reference, what was checked to name nobody, and posts. */
export type LetterItem = {
  readonly duty: DutyId
  readonly kind: DutyKind
  /** Where it is answered in the tab. */
  readonly path: string
  readonly number: string
  readonly reference: string
  readonly what: string
  /** By when the answer is owed. */
  readonly due: Day
  /** By when the action is to be done. */
  readonly actionDue: Day
  /** The later day that is asked for, when that is the question. */
  readonly until: Day | null
  /** Why the action is open again. */
  readonly again: Reopened['because'] | null
  readonly owes: string
  readonly owed: string
  /** Whether the reader owes the answer, or is told because it is late. */
  readonly yours: boolean
  /** What a close-the-loop form says: only when its worker asks for it; what is sent by itself has none. */
  readonly form?: FormItem
  /** The times that are proposed, when one of them is asked for. */
  readonly slots?: readonly Slot[] | null
}

/** A close-the-loop form on its worker's card: the words that were released, and how far the worker has come. */
export type FormItem = {
  readonly good: string
  readonly asked: string
  readonly seen: boolean
  readonly written: readonly FormPart[]
  /** Whether the manager reads the reflections. */
  readonly shared: boolean
  /** The day of the meeting as far as it is known. */
  readonly metOn: Day | null
  /** Whether the lead person answered what this worker said was not right: the answer is read in the tab. */
  readonly answered: boolean
}

/** What is true around every card of today. */
export type Around = {
  readonly today: Day
  /** Who helps, with a number. */
  readonly help: string
  /** Whom to ring when a child is in danger, beside 999: a line for each area. */
  readonly danger: readonly string[]
  /** Whom to ring to talk something over without a name, and where procedures are, by area. */
  readonly advice: readonly string[]
  /** The product's own address, without a slash at the end. */
  readonly home: string
}

/** What one person is told at once: all that is due to them at one sweep. */
export type Letter = {
  /** The same on every copy, so that a person sees that two are one. */
  readonly number: number
  /** A copy may be there already: said on it. */
  readonly replacement: boolean
  readonly items: readonly LetterItem[]
  /** In the place of items: counts and references, nothing to be answered. */
  readonly overview?: Overview
  readonly around: Around
}

/** What came of it. `in-doubt`: it may have arrived. */
export type Posted =
  | { readonly ok: true; readonly activityId: string | null }
  | {
      readonly ok: false
      readonly certainty: 'clear'
      readonly retry: 'later' | 'never'
      readonly why: string
      readonly afterMs?: number
      /** The other side asked for silence, for everybody of that tenant. */
      readonly silence?: true
    }
  | { readonly ok: false; readonly certainty: 'in-doubt'; readonly why: string }

/** A road by which letters reach people: Teams' chat, or mail. It tries once and says what it knows. */
export interface LetterRoad {
  /**
   * `isOurs` is asked last, right before the letter leaves: a process that slept while it looked something up must
   * not send what somebody else looks after by now. When it says no, the outcome is `notOurs`.
   */
  post(to: PersonId, letter: Letter, isOurs: () => boolean): Promise<Posted>
}

/** Nothing left: the time in which this process might have sent it has passed. */
export const notOurs: Posted = {
  ok: false,
  certainty: 'clear',
  retry: 'later',
  why: 'the process slept past its lease',
}
