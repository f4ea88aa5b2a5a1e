import { addDays } from '../calendar/day.ts'
import type { Day } from '../calendar/day.ts'
import type { Moment } from '../calendar/moment.ts'
import { addMinutes, minutesBetween } from '../calendar/moment.ts'
import type { CaseId, IncidentId, PersonId, PostId, RoundId } from '../ids.ts'
import type { ReleaseTo } from '../round/round.ts'
import type { Subject } from '../subject.ts'

/** What was opened to the wrong person: a post that they held, or a release. */
export type Withdrawn =
  | { readonly kind: 'holding'; readonly post: PostId; readonly person: PersonId }
  | { readonly kind: 'release'; readonly to: ReleaseTo }

export type Outcome = 'reported' | 'not-reportable'

/** Something went to somebody for whom it was not (decisions.md 29). Its texts are the partnership's alone. */
export type Incident = {
  readonly id: IncidentId
  /** Said aloud, never given twice: I3. */
  readonly number: string
  readonly about: Subject
  readonly reference: string
  readonly withdrawn: Withdrawn
  /** Whose details could be seen. */
  readonly cases: readonly CaseId[]
  /** Since when it could be opened. */
  readonly since: Moment
  readonly raisedAt: Moment
  readonly raisedBy: PersonId
  readonly reportBy: Moment
  readonly happened: string
  readonly end: { readonly as: Outcome; readonly at: Moment; readonly decided: string } | null
  readonly version: number
}

/** Who decides has 72 hours from when it was known (UK GDPR, article 33): hours, whatever day it is. */
export function reportBy(raisedAt: Moment): Moment {
  return addMinutes(raisedAt, HOURS * 60)
}

const HOURS = 72

/** Whole hours until it has to be decided; less than none when they are over. */
export function hoursLeft({ reportBy: by }: Pick<Incident, 'reportBy'>, now: Moment): number {
  return Math.floor(minutesBetween(now, by) / 60)
}

/** Who was taken out of a post may have been the wrong person: so far back that is still asked. */
export function askedSince(today: Day): Day {
  return addDays(today, -DAYS)
}

const DAYS = 30

/** What an incident can be about: whose access can be withdrawn, and which releases. */
export type AboutIncident = {
  readonly subject: Subject
  readonly reference: string
  readonly round: RoundId
  readonly cases: readonly CaseId[]
  readonly posts: readonly PostId[]
}

export interface IncidentReads {
  about(id: string): Promise<AboutIncident | undefined>
  /** Every case that whoever holds a post reads by it. */
  casesOf(post: PostId): Promise<readonly CaseId[]>
  incident(id: IncidentId): Promise<Incident | undefined>
  nextNumber(): Promise<string>
}
