import type { Climb } from '../actions/action.ts'
import type { Day } from '../calendar/day.ts'
import type { Moment } from '../calendar/moment.ts'
import type { CaseId, FormId, PersonId, PostId, RoundId } from '../ids.ts'
import type { Beside, RecordedHow } from './beside.ts'

type Facts = Beside & {
  readonly id: FormId
  readonly round: RoundId
  readonly case: CaseId
  readonly reference: string
  readonly lead: PostId
  readonly worker: PostId
  readonly manager: PostId
  /** Who reviews it for the partnership: the business manager (decisions.md, rules.md 2.6-14). */
  readonly reviewer: PostId
  readonly climb: Climb
  readonly panelDay: Day
  /** Panel day and ten working days (OLD-36). */
  readonly due: Day
  readonly draftedAt: Moment
  /** What the worker reads first: what the panel found good, then what it asks for. */
  readonly good: string
  readonly asked: string
  /** Who wrote what stands in the worker's part: theirs alone to read until it is sent (decisions.md 21). */
  readonly writer: PersonId | null
  /** Since when what had been sent or signed is owed again: it is late from that day on, not before. */
  readonly reopenedAt: Moment | null
  readonly opening: number
  readonly chases: number
  readonly version: number
}

/** The worker's part of Appendix C, written in small steps; each is kept as it is written (OLD-154..163). */
export type WorkerPart = {
  readonly metOn: Day
  readonly present: string
  readonly background: string
  readonly reflections: string
  readonly learning: string
  /** The manager reads the reflections only when the worker shares them (decisions.md 21). */
  readonly shared: boolean
}

type Released = { readonly releasedAt: Moment }
type Seen = Released & { readonly seenAt: Moment }
/** Until it is sent; what is written stays when the form comes back to be read anew. */
type Drafted = { readonly draft: Partial<WorkerPart> }
type Written = Seen & {
  readonly part: WorkerPart
  readonly writtenAt: Moment
  /** When lead person or partnership recorded it for the worker (decisions.md 9): how they know it. */
  readonly recordedFor: { readonly how: RecordedHow; readonly at: Moment } | null
}
type Signed = Written & { readonly signedAt: Moment; readonly leadNote: string }

/** A close-the-loop form (rules.md 2.7): nothing reaches the worker before the lead person releases it. */
export type Form =
  | (Facts & { readonly state: 'drafted' })
  | (Facts & Released & Drafted & { readonly state: 'released' })
  | (Facts & Seen & Drafted & { readonly state: 'seen' })
  /** `leadNote` is there when a signature was taken back. */
  | (Facts & Written & { readonly state: 'written'; readonly leadNote: string })
  | (Facts & Signed & { readonly state: 'signed' })
  | (Facts &
      Written & {
        readonly state: 'sent-back'
        readonly leadNote: string
        readonly comment: string
        readonly sentBackAt: Moment
      })
  | (Facts & Signed & { readonly state: 'closed'; readonly reviewedOn: Day; readonly closedAt: Moment })

export type FormState = Form['state']
