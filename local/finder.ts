import type { ActionState } from '#core/actions/action.ts'
import type { DutyKind } from '#core/duties/duty.ts'
import type {
  CaseId,
  CollationId,
  EscalationId,
  FormId,
  PostId,
  ReplyId,
  ReturnId,
  RoundId,
} from '#core/ids.ts'

/** Where things are, by what people say aloud: a round's code, a case's reference, an agency. */
export interface Finder {
  round(code: string): Promise<{ readonly id: RoundId; readonly version: number } | undefined>
  /** The cases of a round by their references. */
  cases(code: string): Promise<ReadonlyMap<string, CaseId>>
  reply(code: string, agency: string): Promise<ReplyId | undefined>
  return(reference: string, agency: string): Promise<ReturnId | undefined>
  collation(reference: string): Promise<CollationId | undefined>
  form(reference: string): Promise<FormId | undefined>
  /** The escalation with that number: X1. */
  escalation(number: string): Promise<EscalationId | undefined>
  /** The post of an agency's lead person in a round. */
  lead(code: string, agency: string): Promise<PostId | undefined>
  worker(reference: string): Promise<PostId | undefined>
  /** How the action with that number stands. */
  action(number: string): Promise<ActionState | undefined>
  /** The kinds of duty that are open about a subject. */
  open(subject: string): Promise<readonly DutyKind[]>
}
