import type { AgencyId, EscalationId, PostId } from '../ids.ts'
import type { DangerGuide } from './danger.ts'
import type { Escalation } from './escalation.ts'
import type { Ladder } from './ladder.ts'

/** What escalations are raised and answered from. Every call sees one transaction, as the person who acts. */
export interface EscalationReads {
  find(id: EscalationId): Promise<Escalation | undefined>
  /** X6: never given twice. */
  nextNumber(): Promise<string>
  /** The partnership's two posts that every escalation concerns; undefined while one of them is missing. */
  office(): Promise<{ readonly businessManager: PostId; readonly qaManager: PostId } | undefined>
  /** The posts of which somebody can be asked today, and those of the actor. */
  posts(): Promise<readonly AskedPost[]>
  /** Every ladder in the partnership's newest version, the default first. */
  ladders(): Promise<readonly Ladder[]>
  /** What to do in immediate danger. */
  danger(): Promise<DangerGuide>
}

export type AskedPost = {
  readonly id: PostId
  readonly title: string
  readonly agency: AgencyId | null
  readonly holder: string
  /** Whether the actor holds it or deputises. */
  readonly own: boolean
}
