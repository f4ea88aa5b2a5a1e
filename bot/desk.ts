import type { AnswerDutyRefused } from '#core/actions/answer-duty.ts'
import type { Answer } from '#core/actions/commands.ts'
import type { Moment } from '#core/calendar/moment.ts'
import type { AnswerFormDutyRefused } from '#core/close-the-loop/answer-form.ts'
import type { FormAnswer } from '#core/close-the-loop/commands.ts'
import type { TakeTimeRefused } from '#core/close-the-loop/take-time.ts'
import type { DutyKind } from '#core/duties/duty.ts'
import type { AnswerEscalationDutyRefused } from '#core/escalation/answer-escalation.ts'
import type { EscalationAnswer, RaiseEscalation } from '#core/escalation/commands.ts'
import type { RaisedEscalation } from '#core/escalation/raise-escalation.ts'
import type { EscalationOptions } from '#core/escalation/views.ts'
import type { PersonId } from '#core/ids.ts'
import type { NotBooked, NotLocked } from '#core/meetings/meetings.ts'
import type { Account } from '#core/people/sign-in.ts'
import type { Around, LetterItem } from '#core/prompts/letter.ts'
import type { Result } from '#core/result.ts'

import type { BotUser, ConversationAddress } from './transport/bot-transport.ts'

/** What a duty shows to one person now. */
export type DutyCard =
  | { readonly state: 'owed'; readonly item: LetterItem }
  | {
      readonly state: 'answered'
      readonly kind: DutyKind
      readonly path: string
      readonly reference: string
      readonly number: string
      readonly sentences: readonly string[]
    }

/** What a concern can be raised from. */
export type Raising = Pick<EscalationOptions, 'mine' | 'others' | 'references'>

/** What the bot asks of the house. The server implements it on the use cases; tests with a fake. */
export interface Desk {
  personOf(user: BotUser): Promise<PersonId | undefined>
  around(): Promise<Around>
  /**
   * A worker's form that was read goes on as what is owed next, so that no card of it is ever too old.
   * Undefined for a duty that is not there and for one that is none of this person's: the two look the same.
   */
  duty(person: PersonId, duty: string): Promise<DutyCard | undefined>
  /**
   * Somebody pressed a card of a duty that is none of theirs, or that is not there: the audit trail says so. Null:
   * somebody whom the house does not know.
   */
  notTheirs(person: PersonId | null, duty: string, key: string): Promise<void>
  waiting(person: PersonId): Promise<readonly LetterItem[]>
  answer(
    person: PersonId,
    duty: string,
    answer: Answer,
    key: string,
  ): Promise<
    Result<
      unknown,
      AnswerDutyRefused | 'changed-meanwhile' | 'key-was-used' | 'unknown-person' | 'guest-of-another-agency'
    >
  >
  answerForm(
    person: PersonId,
    duty: string,
    answer: FormAnswer,
    key: string,
  ): Promise<
    Result<unknown, AnswerFormDutyRefused | 'key-was-used' | 'unknown-person' | 'guest-of-another-agency'>
  >
  /** The worker takes a proposed time for the meeting: it is booked for all who are invited. */
  takeTime(
    person: PersonId,
    duty: string,
    from: Moment,
    key: string,
  ): Promise<
    Result<
      unknown,
      | TakeTimeRefused
      | NotBooked
      | NotLocked
      | 'no-such-duty'
      | 'already-answered'
      | 'key-was-used'
      | 'unknown-person'
      | 'guest-of-another-agency'
    >
  >
  answerEscalation(
    person: PersonId,
    duty: string,
    answer: EscalationAnswer,
    key: string,
  ): Promise<
    Result<
      unknown,
      AnswerEscalationDutyRefused | 'key-was-used' | 'unknown-person' | 'guest-of-another-agency'
    >
  >
  /** Undefined for somebody who holds no post. */
  raising(person: PersonId): Promise<Raising | undefined>
  /** Raises a concern; a refusal comes as the sentence that the tab shows. */
  raise(
    person: PersonId,
    said: RaiseEscalation,
    key: string,
  ): Promise<
    { readonly ok: true; readonly value: RaisedEscalation } | { readonly ok: false; readonly says: string }
  >
  /** The person saw the message of this number: it is in doubt no more. */
  arrived(person: PersonId, number: number): Promise<void>
  /** Whether this activity of the person has been handled, by whichever process. */
  wasHandled(person: PersonId, activity: string): Promise<boolean>
  /** Writes down that it is handled; false when another process did so first. */
  isFirst(person: PersonId, activity: string): Promise<boolean>
  addressOf(person: PersonId): Promise<ConversationAddress | undefined>
  /** Whether the person had the app and took it away; false for somebody who never had it. */
  hasRemoved(person: PersonId): Promise<boolean>
  /** The person's account; undefined for somebody who is known by mail alone. */
  accountOf(person: PersonId): Promise<Account | undefined>
  /** Where Teams takes messages of this tenant, as somebody of it last wrote from there. */
  serviceUrlOf(tenantId: string): Promise<string | undefined>
  installed(person: PersonId, address: ConversationAddress): Promise<void>
  uninstalled(person: PersonId): Promise<void>
}
