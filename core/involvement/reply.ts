import type { Climb } from '../actions/action.ts'
import type { Day } from '../calendar/day.ts'
import type { Moment } from '../calendar/moment.ts'
import type { AgencyId, CaseId, PostId, ReplyId, RoundId } from '../ids.ts'

/** How an agency knew a family in the time looked back on (decisions.md 6; OLD-96). */
export type Involvement = 'known' | 'known-briefly' | 'adult-only' | 'not-known'

export const INVOLVEMENTS = [
  'known',
  'known-briefly',
  'adult-only',
  'not-known',
] as const satisfies readonly Involvement[]

type Facts = {
  readonly id: ReplyId
  readonly round: RoundId
  readonly code: string
  readonly agency: AgencyId
  readonly lead: PostId
  readonly climb: Climb
  /** The long list, in its order. */
  readonly cases: readonly CaseId[]
  readonly askedAt: Moment
  readonly receiptDue: Day
  readonly answersDue: Day
  /** Since when nothing is asked any more, because the cases were chosen; null while it is. */
  readonly endedAt: Moment | null
  readonly chases: number
  readonly version: number
}

type Received = { readonly receivedAt: Moment }

/** One agency's answer to the long list: receipt confirmed, then involvement in each case. */
export type Reply =
  | (Facts & { readonly state: 'asked' })
  | (Facts & Received & { readonly state: 'received' })
  | (Facts & Received & { readonly state: 'given'; readonly givenAt: Moment; readonly answers: Answers })

export type Answers = Readonly<Record<CaseId, Involvement>>
