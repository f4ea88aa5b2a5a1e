import type { Action, ActionState, Climb } from './actions/action.ts'
import type { Day } from './calendar/day.ts'
import type { Moment } from './calendar/moment.ts'
import type { Calendar } from './calendar/working-days.ts'
import type { CaseFile } from './cases/case-file.ts'
import type { Case, ChildIdentity } from './cases/case.ts'
import type { DetailsVersion } from './cases/details.ts'
import type { Entry } from './chronology/entry.ts'
import type { SentChronologies } from './chronology/sent.ts'
import type { Form } from './close-the-loop/form.ts'
import type { EscalationReads } from './escalation/reads.ts'
import type { Happened } from './happened.ts'
import type {
  ActionId,
  CaseId,
  CollationId,
  DutyId,
  EntryId,
  FormId,
  Ids,
  MessageId,
  PersonId,
  PostId,
  ReplyId,
  ReturnId,
  RoundId,
} from './ids.ts'
import type { IncidentReads } from './incidents/incident.ts'
import type { Reply } from './involvement/reply.ts'
import type { SampleCase } from './involvement/selection.ts'
import type { AccessReads } from './people/accounts.ts'
import type { PartnershipReads } from './people/first-run/partnership.ts'
import type { Actor } from './people/post.ts'
import type { SeatReads } from './people/seats.ts'
import type { Account } from './people/sign-in.ts'
import type { SupervisionReads } from './people/supervision/talk.ts'
import type { KeptPolicy } from './prompts/prompt-policy.ts'
import type { Whose } from './prompts/settings.ts'
import type { Result } from './result.ts'
import type { Collation } from './returns/collation.ts'
import type { Return } from './returns/return.ts'
import type { RoundFrame, WrittenIn } from './returns/written.ts'
import type { RoundReads } from './round/reads.ts'
import type { Round } from './round/round.ts'
import type { Change, Subject } from './subject.ts'
import type { Write } from './writes.ts'

/** What a use case reads. Every call sees one transaction, as the person who acts. */
export interface Reads {
  action(id: ActionId): Promise<Action | undefined>
  /** The action that people call by this number, A7 or A19/2. */
  actionNumbered(number: string): Promise<Action | undefined>
  /** An open or closed duty; undefined also when it is none of the actor's. */
  duty(id: DutyId): Promise<OwedDuty | undefined>
  case(id: CaseId): Promise<Case | undefined>
  /** The case that people call by this reference, N-08. */
  caseWithReference(reference: string): Promise<CaseId | undefined>
  round(id: RoundId): Promise<Round | undefined>
  /** Who holds which post. */
  readonly seats: SeatReads
  /** How people come in. */
  readonly access: AccessReads
  /** How the partnership stands, for its first run. */
  readonly partnership: PartnershipReads
  /** Who supervises whom. */
  readonly supervision: SupervisionReads
  /** What went to the wrong person. */
  readonly incidents: IncidentReads
  /** What rounds are set up from. */
  readonly rounds: RoundReads
  reply(id: ReplyId): Promise<Reply | undefined>
  repliesOf(id: RoundId): Promise<readonly Reply[]>
  /** The long list in its order, without who the children are. */
  sampleOf(id: RoundId): Promise<readonly SampleCase[]>
  caseFile(id: CaseId): Promise<CaseFile | undefined>
  filesOf(id: RoundId): Promise<readonly CaseFile[]>
  return(id: ReturnId): Promise<Return | undefined>
  returnsOf(id: CaseId): Promise<readonly Return[]>
  /** What of a round its returns are written by: also for those who see nothing else of it. */
  frameOf(id: RoundId): Promise<RoundFrame | undefined>
  /** What an agency wrote in its return: entries by day, and each field, with who wrote last. */
  writtenIn(id: ReturnId): Promise<WrittenIn>
  entry(of: ReturnId, id: EntryId): Promise<Entry | undefined>
  answer(of: ReturnId, field: string): Promise<{ readonly version: number } | undefined>
  /** What the actor did to a return since then, as its history names it. */
  deedsSince(of: ReturnId, since: Moment): Promise<readonly string[]>
  personWithMail(mail: string): Promise<PersonId | undefined>
  /** Who holds one of these posts today, or deputises. */
  personsHolding(posts: readonly PostId[]): Promise<readonly PersonId[]>
  collation(id: CollationId): Promise<Collation | undefined>
  collationsOf(id: CaseId): Promise<readonly Collation[]>
  /** What agencies sent of their chronologies of a case, and how each of these stands. */
  sentChronologies(id: CaseId): Promise<SentChronologies>
  form(id: FormId): Promise<Form | undefined>
  /** The form of a case, if it has one. */
  formOf(id: CaseId): Promise<Form | undefined>
  /** What escalations are raised and answered from. */
  readonly escalations: EscalationReads
  childOf(id: CaseId): Promise<ChildIdentity | undefined>
  /** The details of the child as the actor may see them, oldest first: the last is what stands. */
  detailsOf(id: CaseId): Promise<readonly DetailsVersion[]>
  /** The posts that may own or raise an action of the case, and to whom its lateness climbs. */
  posts(of: CaseId): Promise<readonly ChoosablePost[]>
  climbOf(owner: PostId, of: CaseId): Promise<Climb | undefined>
  nextActionNumber(): Promise<string>
  /** Who holds each of these posts today; a post that nobody holds is not there. */
  holdersOf(posts: readonly PostId[]): Promise<readonly Holder[]>
  knowsPerson(id: PersonId): Promise<boolean>
  /** What a person set for themselves; undefined when there is no such person. */
  settingsOf(id: PersonId): Promise<Whose | undefined>
  /** When prompts go out, as it stands. */
  promptPolicy(): Promise<KeptPolicy>
  /** What was asked about a case, in the order of its numbers. */
  actionsOf(id: CaseId): Promise<readonly ActionOfCase[]>
  /** The references of the cases that rest: nobody is reminded of anything about them. */
  paused(): Promise<ReadonlySet<string>>
  /** How many persons hold these posts today. */
  holders(posts: readonly PostId[]): Promise<number>
  /** Whether a message was refused or given up, and nothing is being done about it. */
  isUndelivered(id: MessageId): Promise<boolean>
  /** What is late in the tracker: past its day, not yet reported done, and not promised for a later day. */
  lateActions(today: Day): Promise<readonly ActionId[]>
}

/** What an answer asks of a duty: whose it is, and whether it was answered. */
export type OwedDuty = { readonly subject: Subject; readonly owes: PostId; readonly closed: boolean }

/** A post with the person who holds it today. */
export type Holder = {
  readonly post: PostId
  readonly person: PersonId
  readonly name: string
  readonly mail: string
  /** Null for somebody who is known by mail alone. */
  readonly account: Account | null
}

/** An action of a case, as it is listed with the case: its text was checked not to name the child. */
export type ActionOfCase = {
  readonly id: ActionId
  readonly number: string
  readonly what: string
  readonly state: ActionState
}

/** A post that can be chosen for an action, with its agency when it has one. */
export type ChoosablePost = {
  readonly id: PostId
  readonly title: string
  readonly agency: string | null
  readonly holder: string | null
}

/** What a use case is given. */
export type Deps = {
  readonly reads: Reads
  readonly actor: Actor
  readonly now: Moment
  readonly today: Day
  readonly calendar: Calendar
  readonly ids: Ids
}

/** What a use case gives back: its value, the aggregates to save, and what happened. */
export type Done<T> = {
  readonly value: T
  /** Written before the aggregates: what they point to. */
  readonly writes?: readonly Write[]
  readonly changes: readonly Change[]
  readonly happened: readonly Happened[]
}

export type Outcome<T, R extends string> = Promise<Result<Done<T>, R>>
export type UseCase<I, T, R extends string> = (deps: Deps, input: I) => Outcome<T, R>
