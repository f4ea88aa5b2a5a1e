import type { Deed } from './actions/commands.ts'
import type { ActionId, CaseId, DutyId, MessageId, PersonId, PostId } from './ids.ts'

/**
 * Everything that can happen. One commit writes what follows from it: audit entry, history, outbox, live
 * topics, by tables that are exhaustive over this union. Typed texts travel in `texts` and never reach the
 * audit trail.
 */
export type Happened =
  | { readonly kind: 'action-recorded'; readonly action: ActionId }
  | {
      readonly kind: 'action-answered'
      readonly action: ActionId
      readonly deed: Deed
      readonly duty: DutyId | null
      readonly post: PostId
      readonly texts: Readonly<Record<string, string>>
    }
  | { readonly kind: 'action-chased'; readonly action: ActionId }
  | { readonly kind: 'child-details-seen'; readonly case: CaseId; readonly action: ActionId }
  | { readonly kind: 'bot-installed'; readonly person: PersonId }
  | { readonly kind: 'bot-uninstalled'; readonly person: PersonId }
  | { readonly kind: 'message-due'; readonly message: MessageId }
  | { readonly kind: 'message-settled'; readonly message: MessageId; readonly as: Settled }
  | { readonly kind: 'clock-moved' }

/** How a message ended, or stands. */
export type Settled = 'sent' | 'mailed' | 'refused' | 'unconfirmed' | 'not-needed'

/** By which door a person acted. */
export type Channel = 'tab' | 'card' | 'system'
