import type { Day } from './calendar/day.ts'
import type { Threshold } from './cases/case-file.ts'
import type { Entry } from './chronology/entry.ts'
import type { FormNote } from './close-the-loop/beside.ts'
import type { AgencyId, CaseId, FormId, PersonId, PostId, ReturnId, RoundId } from './ids.ts'
import type { Incident } from './incidents/incident.ts'
import type { Road } from './people/post.ts'

/**
 * What is written beside the aggregates: texts with readers of their own, and the people and cases of a round.
 * Nothing is owed because of it. A version that somebody else overtook is refused by the store.
 */
export type Write =
  | { readonly kind: 'entry'; readonly return: ReturnId; readonly entry: Entry }
  | { readonly kind: 'entry-removed'; readonly return: ReturnId; readonly entry: Entry }
  | {
      readonly kind: 'answer'
      readonly return: ReturnId
      readonly field: string
      readonly text: string
      /** The version that was changed; 0 when there was none. */
      readonly version: number
    }
  | {
      readonly kind: 'long-list'
      readonly round: RoundId
      readonly code: string
      readonly cases: readonly ListedCase[]
    }
  | { readonly kind: 'agency'; readonly id: AgencyId; readonly name: string }
  | { readonly kind: 'person'; readonly person: NewPerson }
  | {
      readonly kind: 'post'
      readonly id: PostId
      readonly post: 'lead-person' | 'contributor' | 'allocated-worker' | 'supervising-manager'
      readonly title: string
      readonly agency: AgencyId
      readonly case: CaseId | null
      readonly round: RoundId
    }
  /**
   * Who holds a post from a day on, or nobody; whoever held it the same way before leaves it the day before, and
   * held it not at all when they began on that day.
   */
  | {
      readonly kind: 'holding'
      readonly post: PostId
      readonly person: PersonId | null
      readonly as: 'holder' | 'deputy'
      readonly from: Day
    }
  /** A round closes: what is owed of it but actions ends, and nobody but the partnership reads its material. */
  | { readonly kind: 'round-closed'; readonly round: RoundId }
  /** Words beside a form: added, never changed. */
  | { readonly kind: 'form-note'; readonly form: FormId; readonly note: FormNote }
  /** What went to the wrong person, as it stands now. */
  | { readonly kind: 'incident'; readonly incident: Incident }
  | { readonly kind: 'bank-holiday'; readonly day: Day; readonly is: boolean }

export type NewPerson = {
  readonly id: PersonId
  readonly name: string
  readonly mail: string
  readonly road: Road
  readonly jobTitle: string
}

/** A child of the long list, with the adults around (OLD-95). An unborn child has no date of birth. */
export type ListedCase = {
  readonly id: CaseId
  readonly reference: string
  readonly name: string
  readonly born: Day | null
  readonly threshold: Threshold
  readonly adults: readonly Adult[]
}

export type Adult = {
  readonly name: string
  readonly relation: string
  readonly livesWith: boolean
  readonly parentalResponsibility: boolean
}
