import type { Generated } from 'kysely'

import type { ActionSource, ActionState, Impact, Reopened } from '#core/actions/action.ts'
import type { Day } from '#core/calendar/day.ts'
import type { Moment } from '#core/calendar/moment.ts'
import type { Threshold } from '#core/cases/case-file.ts'
import type { CaseType } from '#core/cases/case-type.ts'
import type { DutyKind } from '#core/duties/duty.ts'
import type {
  ActionId,
  AgencyId,
  CaseId,
  DutyId,
  IncidentId,
  PersonId,
  PostId,
  RoundId,
  TalkId,
} from '#core/ids.ts'
import type { Booking } from '#core/meetings/meetings.ts'
import type { LabelPackId } from '#core/method/labels/label-pack.ts'
import type { Road } from '#core/people/post.ts'
import type { Subject, SubjectKind } from '#core/subject.ts'

import type { Kept } from './free-text.ts'
import type { SchemaOfEscalations } from './schema-of-escalations.ts'
import type { SchemaOfPrompts } from './schema-of-prompts.ts'
import type { SchemaOfRounds } from './schema-of-rounds.ts'
import type { SchemaOfSignIn } from './schema-of-sign-in.ts'

/** The tables as rows: `date` is a Day, `timestamptz` a Moment, `int8` a number, on both engines alike. */
export type Schema = SchemaOfEscalations &
  SchemaOfPrompts &
  SchemaOfRounds &
  SchemaOfSignIn & {
    /** `ready` once its people, posts and cases are all there. */
    partnership: {
      name: string
      contact_name: string
      contact_phone: string
      calendar_checked: Generated<boolean>
      labels: LabelPackId | null
      ready: Generated<boolean>
      version: Generated<number>
    }
    agency: { id: AgencyId; name: string }
    person: {
      id: PersonId
      name: string
      road: Road
      mail: string
      tenant_id: string
      aad_id: string
      job_title: Generated<string>
      phone: Generated<string>
    }
    post: {
      id: PostId
      kind: PostKind
      title: string
      agency_id: AgencyId | null
      case_id: CaseId | null
      round_id: RoundId | null
    }
    post_holding: {
      post_id: PostId
      person_id: PersonId
      from_day: Day
      to_day: Day | null
      held_as: 'holder' | 'deputy'
    }
    post_change: {
      post_id: PostId
      seq: number
      at: Moment
      by_person: PersonId | null
      held_as: 'holder' | 'deputy'
      person_id: PersonId | null
      before_person: PersonId | null
      from_day: Day
    }
    incident: {
      id: IncidentId
      number: string
      subject_kind: SubjectKind
      subject_id: Subject['id']
      reference: string
      what: 'holding' | 'release'
      post_id: PostId | null
      person_id: PersonId | null
      release_to: 'qa' | 'panel' | null
      case_ids: CaseId[]
      since: Moment
      raised_at: Moment
      raised_by: PersonId
      report_by: Moment
      version: number
      outcome: 'reported' | 'not-reportable' | null
      ended_at: Moment | null
    }
    supervision_talk: {
      id: TalkId
      worker_person: PersonId
      manager_person: PersonId
      on_day: Day
      at: Moment
    }
    supervision_talk_words: { talk_id: TalkId; agreed: Kept }
    incident_words: { incident_id: IncidentId; happened: Kept; decided: Kept | null }
    evaluation_case: {
      id: CaseId
      reference: string
      round: string
      round_id: RoundId | null
      place: number | null
      threshold: Threshold | null
    }
    child_identity: { case_id: CaseId; name: Kept; born: Day | null }
    /** The details of a child as they were said, each time anew. */
    case_details: {
      case_id: CaseId
      seq: number
      name: Kept
      born: Day | null
      gender: Kept | null
      ethnicity: Kept | null
      religion: Kept | null
      opened_day: Day | null
      type: CaseType | null
      at: Moment
      person_id: PersonId
    }
    ended_meeting: EndedMeetingTable
    case_adult: {
      case_id: CaseId
      place: number
      name: Kept
      relation: Kept
      lives_with: boolean
      parental_responsibility: boolean
    }
    bank_holiday: { day: Day }
    school_holiday: { first_day: Day; last_day: Day; name: string }
    action: ActionTable
    action_words: {
      action_id: ActionId
      help: Kept
      what_was_done: Kept | null
      evidence: Kept | null
      reason: Kept | null
    }
    concern: { subject_id: Subject['id']; post_id: PostId; own: boolean }
    action_event: {
      action_id: ActionId
      seq: number
      at: Moment
      what: string
      person_id: PersonId | null
      post_id: PostId | null
      duty_id: DutyId | null
    }
    action_event_text: { action_id: ActionId; seq: number; field: string; text: Kept }
    duty: DutyTable
    duty_prompt: DutyPromptTable
    chat_address: {
      person_id: PersonId
      tenant_id: string
      aad_id: string
      conversation_id: string
      service_url: string
      bot_id: string
      installed: boolean
    }
    idempotency: {
      key: string
      person_id: PersonId
      fingerprint: string
      answer: unknown
      at: Generated<Moment>
    }
    audit_entry: {
      id: Generated<number>
      at: Generated<Moment>
      story_at: Moment
      actor: PersonId | null
      channel: string
      what: string
      subject: string
      reference: string | null
      request: string | null
    }
    audit_seal: { seq: number; entry_id: number; previous: string; hash: string }
    story_clock: { one: number; story: Moment; real: Moment }
  }

export type ActionTable = {
  id: ActionId
  number: string
  case_id: CaseId
  reference: string
  owner_post: PostId
  raiser_post: PostId
  lead_post: PostId
  manager_post: PostId | null
  qa_post: PostId
  business_post: PostId
  what: string
  due_day: Day
  recorded_on: Day
  opening: number
  chases: number
  version: number
  state: ActionState
  opened_at: Moment | null
  again_because: Reopened['because'] | null
  again_at: Moment | null
  until_day: Day | null
  question: 'not-right' | 'cannot-do' | null
  asked_at: Moment | null
  reported_at: Moment | null
  ended_at: Moment | null
  source: ActionSource
  fan_parent: string | null
  fan_size: number | null
  update_due: Day | null
  updated_at: Moment | null
  check_on: Day | null
  rests_until: Day | null
  waits_since: Day | null
  waited: number
  replaced_by: string | null
  notice_owed: boolean
  impact: Impact | null
}

export type DutyTable = {
  id: DutyId
  kind: DutyKind
  subject_id: Subject['id']
  subject_kind: SubjectKind
  opening: number
  owes_post: PostId
  owed_post: PostId
  lead_post: PostId
  manager_post: PostId | null
  qa_post: PostId
  business_post: PostId
  reference: string
  number: string
  what: string
  due_day: Day
  opened_at: Moment
  closed_at: Moment | null
  closed_by: PersonId | null
  closed_deed: string | null
}

/** How far the prompts of a duty have come, and when the next falls due: null when none does, or it is closed. */
export type DutyPromptTable = {
  duty_id: DutyId
  /** How often the partnership asked for a reminder, and how many of these went out. */
  chases: number
  chases_sent: number
  last_step: string | null
  last_step_at: Moment | null
  next_prompt_at: Moment | null
  /** Nothing but a chase goes out before this day. */
  rests_until: Day | null
}

/** A meeting that is to leave the calendars: gone from here once it has. */
export type EndedMeetingTable = {
  event_id: string
  kind: Booking['kind']
  round_id: RoundId
  code: string
  from_at: Moment
  to_at: Moment
  /** The booking that was begun; null where the meeting is known by its own name. */
  booking: Generated<string | null>
  /** What was begun is recorded as booked: it stays. */
  stands: Generated<boolean>
  tries: Generated<number>
  next_try_at: Generated<Moment | null>
}

export type PostKind =
  | 'business-manager'
  | 'qa-manager'
  | 'panel-chair'
  | 'subgroup-chair'
  | 'lead-person'
  | 'contributor'
  | 'allocated-worker'
  | 'supervising-manager'
  /** A service manager or board representative, whom an escalation reaches. */
  | 'escalation-lead'
  /** Who answers for an agency on the board: sees how it stands, nothing of a case. */
  | 'board-representative'
