import type { Action } from './actions/action.ts'
import type { CaseFile } from './cases/case-file.ts'
import type { Form } from './close-the-loop/form.ts'
import type { Escalation } from './escalation/escalation.ts'
import type {
  ActionId,
  CaseId,
  CollationId,
  EscalationId,
  FormId,
  ReplyId,
  ReturnId,
  RoundId,
} from './ids.ts'
import type { Reply } from './involvement/reply.ts'
import type { Collation } from './returns/collation.ts'
import type { Return } from './returns/return.ts'
import type { Round } from './round/round.ts'

/** What a duty, an audit entry or a concern is about. Each is an aggregate: loaded and saved as a whole. */
export type Subject =
  | { readonly kind: 'action'; readonly id: ActionId }
  | { readonly kind: 'round'; readonly id: RoundId }
  | { readonly kind: 'reply'; readonly id: ReplyId }
  | { readonly kind: 'case'; readonly id: CaseId }
  | { readonly kind: 'return'; readonly id: ReturnId }
  | { readonly kind: 'collation'; readonly id: CollationId }
  | { readonly kind: 'form'; readonly id: FormId }
  | { readonly kind: 'escalation'; readonly id: EscalationId }

export type SubjectKind = Subject['kind']

/** An aggregate to be saved, as its use case left it. */
export type Change =
  | { readonly kind: 'action'; readonly action: Action }
  | { readonly kind: 'round'; readonly round: Round }
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'case'; readonly file: CaseFile }
  | { readonly kind: 'return'; readonly return: Return }
  | { readonly kind: 'collation'; readonly collation: Collation }
  | { readonly kind: 'form'; readonly form: Form }
  | { readonly kind: 'escalation'; readonly escalation: Escalation }
