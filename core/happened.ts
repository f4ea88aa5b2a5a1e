import type { Deed } from './actions/commands.ts'
import type { Day } from './calendar/day.ts'
import type { FormDeed } from './close-the-loop/deeds.ts'
import type { EscalationDeed } from './escalation/deeds.ts'
import type {
  ActionId,
  AgencyId,
  CaseId,
  DutyId,
  IncidentId,
  MessageId,
  PersonId,
  PostId,
  TalkId,
} from './ids.ts'
import type { ReplyDeed } from './involvement/deeds.ts'
import type { CaseDeed } from './panel-day/deeds.ts'
import type { Account } from './people/sign-in.ts'
import type { CollationDeed, ReturnDeed } from './returns/deeds.ts'
import type { RoundDeed } from './round/deeds.ts'
import type { Subject } from './subject.ts'

/** What was done to each kind of aggregate, as its history and the audit trail name it. */
type DeedOf = {
  round: RoundDeed
  reply: ReplyDeed
  case: CaseDeed
  return: ReturnDeed
  collation: CollationDeed
  form: FormDeed
  escalation: EscalationDeed
}

/** Something was done to an aggregate: which one, what, as which post. No word that was typed is in it. */
export type DeedDone<K extends keyof DeedOf = keyof DeedOf> = {
  [Kind in K]: {
    readonly kind: 'done'
    readonly on: Extract<Subject, { kind: Kind }>
    readonly deed: DeedOf[Kind]
    readonly post: PostId | null
  }
}[K]

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
  /** What was done to an action beside what it owes; `post` null for the partnership. */
  | {
      readonly kind: 'action-noted'
      readonly action: ActionId
      readonly deed: 'withdraw' | 'replace' | 'promised'
      readonly post: PostId | null
      readonly texts: Readonly<Record<string, string>>
    }
  | DeedDone
  | { readonly kind: 'chased'; readonly on: Subject }
  /** Who looked at what is kept apart: the child's details, a case's chronology, an agency's evaluation. */
  | { readonly kind: 'child-details-seen'; readonly case: CaseId; readonly via: Subject }
  | { readonly kind: 'case-material-seen'; readonly case: CaseId; readonly what: CaseMaterial }
  | {
      readonly kind: 'paper-made'
      readonly on: Subject
      readonly what: 'chronology' | 'tracker' | 'pack' | 'form'
    }
  /** Who holds a post, or deputises, from now on; nobody when null. Follows from every change of a holding. */
  | { readonly kind: 'holding-changed'; readonly post: PostId; readonly person: PersonId | null }
  | { readonly kind: 'access-withdrawn'; readonly incident: IncidentId; readonly number: string }
  | { readonly kind: 'incident-ended'; readonly incident: IncidentId; readonly number: string }
  /** A post that stands in no round came into being: an agency has somebody on the board. */
  | { readonly kind: 'post-made'; readonly post: PostId }
  /** The first run: how the partnership is called, that its calendar is right, that it is ready. */
  | { readonly kind: 'partnership-set'; readonly what: 'described' | 'calendar-checked' | 'ready' }
  | { readonly kind: 'agency-set'; readonly agency: AgencyId; readonly is: boolean }
  /** A worker's sheet was talked through with them; what was agreed is in no audit entry. */
  | { readonly kind: 'talked-through'; readonly talk: TalkId }
  | { readonly kind: 'bank-holiday-set'; readonly day: Day; readonly is: boolean }
  | { readonly kind: 'school-holiday-set'; readonly first: Day; readonly last: Day; readonly is: boolean }
  | { readonly kind: 'prompt-policy-changed'; readonly version: number }
  /** When somebody is away, and what they need not hear. */
  | { readonly kind: 'settings-changed'; readonly person: PersonId }
  /** A ladder, or what to do in immediate danger, has another version. */
  | { readonly kind: 'escalations-set'; readonly what: string; readonly version: number }
  /** A card was pressed by somebody whose it is not; null when its data names no duty at all. */
  | { readonly kind: 'card-not-theirs'; readonly duty: DutyId | null }
  /** A card was pressed whose duty had been answered by then: nothing changed. */
  | { readonly kind: 'press-too-late'; readonly duty: DutyId }
  /** How somebody comes in was changed: by the partnership, or by themselves with an invitation. */
  | {
      readonly kind: 'let-in'
      readonly person: PersonId
      readonly what:
        | 'invited'
        | 'invitation-sent'
        | 'invitation-not-sent'
        | 'invitation-in-doubt'
        | 'joined'
        | 'account-set'
        | 'guest-confirmed'
        | 'guest-ended'
        | 'no-guest'
      /** Which one became theirs. */
      readonly account?: Account
    }
  | { readonly kind: 'bot-installed'; readonly person: PersonId }
  | { readonly kind: 'bot-uninstalled'; readonly person: PersonId }
  | { readonly kind: 'message-due'; readonly message: MessageId }
  | { readonly kind: 'message-settled'; readonly message: MessageId; readonly as: Settled }
  | { readonly kind: 'sending-released' }
  | { readonly kind: 'clock-moved' }

export type CaseMaterial = 'long-list' | 'chronology' | 'evaluation' | 'form'

/** How a message ended, or stands. */
export type Settled = 'sent' | 'mailed' | 'refused' | 'unconfirmed' | 'not-needed'

/** By which door a person acted. */
export type Channel = 'tab' | 'card' | 'system'
