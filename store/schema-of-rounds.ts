import type { Day } from '#core/calendar/day.ts'
import type { Moment } from '#core/calendar/moment.ts'
import type { CaseFile, PauseReason } from '#core/cases/case-file.ts'
import type { Grade } from '#core/cases/grade.ts'
import type { NoteKind, QuestionAbout, RecordedHow } from '#core/close-the-loop/beside.ts'
import type { FormState } from '#core/close-the-loop/form.ts'
import type {
  AgencyId,
  CaseId,
  CollationId,
  EntryId,
  FormId,
  PersonId,
  PostId,
  ReplyId,
  ReturnId,
  RoundId,
} from '#core/ids.ts'
import type { Involvement, Reply } from '#core/involvement/reply.ts'
import type { Lack } from '#core/meetings/meetings.ts'
import type { Collation } from '#core/returns/collation.ts'
import type { Part, Return, Way } from '#core/returns/return.ts'
import type { RoundState, ThemeSource } from '#core/round/round.ts'
import type { Subject, SubjectKind } from '#core/subject.ts'

import type { Kept } from './free-text.ts'

/** The tables of rounds, returns, the panel's work and the forms. */
export type SchemaOfRounds = {
  round: RoundTable
  round_member: {
    round_id: RoundId
    agency_id: AgencyId
    place: number
    lead_post: PostId
    job_title: string
    senior: boolean
    collator_agency: AgencyId | null
  }
  reply: ReplyTable
  reply_case: { reply_id: ReplyId; case_id: CaseId; place: number; answer: Involvement | null }
  case_file: CaseFileTable
  /** The references about which nothing is sent now. */
  paused_reference: { reference: string }
  case_file_words: { case_id: CaseId; good: Kept | null }
  panel_grade: {
    case_id: CaseId
    recording: number
    agency_id: AgencyId
    own: Grade
    panel: Grade
    rationale: Kept | null
  }
  agency_return: ReturnTable
  return_words: {
    return_id: ReturnId
    out_reason: Kept | null
    chronology_comment: Kept | null
    evaluation_comment: Kept | null
    sign_name: string | null
    sign_role: string | null
    sign_on: Day | null
    performance: Grade | null
    impact: Grade | null
    grade: Grade | null
  }
  return_contributor: { return_id: ReturnId; post_id: PostId }
  chronology_entry: EntryTable
  return_answer: {
    return_id: ReturnId
    field: string
    text: Kept
    version: number
    written_by: PersonId
    written_at: Moment
  }
  case_collation: CollationTable
  collation_words: { collation_id: CollationId; statement: Kept | null }
  form: FormTable
  form_words: {
    form_id: FormId
    good: Kept
    asked: Kept
    present: Kept | null
    background: Kept | null
    reflections: Kept | null
    learning: Kept | null
    lead_note: Kept | null
    comment: Kept | null
  }
  form_note: {
    form_id: FormId
    seq: number
    kind: NoteKind
    about: QuestionAbout | null
    on_day: Day | null
    text: Kept
    for_person: PersonId | null
    at: Moment
    person_id: PersonId
  }
  deed_event: {
    subject_id: Subject['id']
    subject_kind: SubjectKind
    seq: number
    at: Moment
    deed: string
    person_id: PersonId | null
    post_id: PostId | null
  }
}

/** What every aggregate of a round has: to whom its lateness climbs, and its counts. */
type OfRound = {
  bm_post: PostId
  qa_post: PostId
  chases: number
  version: number
}

export type RoundTable = OfRound & {
  id: RoundId
  code: string
  theme: string
  sources: ThemeSource[]
  method_id: string
  schema_version: number
  method: unknown
  start_day: Day
  left_out: Day[]
  chair_post: PostId
  created_at: Moment
  state: RoundState
  approved_by: string | null
  approved_on: Day | null
  sent_at: Moment | null
  list_reason: Kept | null
  selected_at: Moment | null
  choice_reason: Kept | null
  released_to_qa: Moment | null
  released_to_panel: Moment | null
  meeting_from: Moment | null
  meeting_to: Moment | null
  meeting_event: string | null
  meeting_join: string | null
  meeting_lacks: Lack | null
  called_off: number
  held_at: Moment | null
  complete_at: Moment | null
  close_reason: Kept | null
}

export type ReplyTable = OfRound & {
  id: ReplyId
  round_id: RoundId
  code: string
  agency_id: AgencyId
  lead_post: PostId
  asked_at: Moment
  receipt_due: Day
  answers_due: Day
  /** Since when nothing is asked any more: the cases were chosen. */
  ended_at: Moment | null
  state: Reply['state']
  received_at: Moment | null
  given_at: Moment | null
}

export type CaseFileTable = OfRound & {
  id: CaseId
  round_id: RoundId
  reference: string
  lead_agency: AgencyId
  lead_post: PostId
  member_posts: PostId[]
  chair_post: PostId
  selected_at: Moment
  name_team_by: Day
  panel_day: Day
  worker_post: PostId | null
  manager_post: PostId | null
  team: string | null
  /** The latest recording of the panel's grades; 0 before the first. */
  recording: number
  panel_state: CaseFile['panel']['state']
  judgement: Grade | null
  recorded_at: Moment | null
  confirmed_at: Moment | null
  paused_at: Moment | null
  paused_why: PauseReason | null
}

export type ReturnTable = OfRound & {
  id: ReturnId
  round_id: RoundId
  case_id: CaseId
  reference: string
  agency_id: AgencyId
  lead_post: PostId
  owed_post: PostId
  way: Way
  opens_at: Moment
  sign_off_due: Day
  scope: Return['scope']
  out_since: Moment | null
  chronology_state: Part['state'] | null
  chronology_due: Day | null
  chronology_opening: number | null
  chronology_at: Moment | null
  evaluation_state: Part['state'] | null
  evaluation_due: Day | null
  evaluation_opening: number | null
  evaluation_at: Moment | null
}

export type EntryTable = {
  id: EntryId
  return_id: ReturnId
  on_day: Day
  until_day: Day | null
  source: Kept
  event: Kept
  voice: Kept | null
  raised_by: Kept
  response: Kept | null
  response_seen: 'seen' | 'none' | 'not-needed'
  version: number
  written_by: PersonId
  written_at: Moment
  removed_at: Moment | null
}

export type CollationTable = OfRound & {
  id: CollationId
  round_id: RoundId
  case_id: CaseId
  reference: string
  agency_id: AgencyId
  lead_post: PostId
  owed_post: PostId
  opens_at: Moment
  due_day: Day
  opening: number
  state: Collation['state']
  sent_at: Moment | null
}

export type FormTable = OfRound & {
  id: FormId
  round_id: RoundId
  case_id: CaseId
  reference: string
  lead_post: PostId
  worker_post: PostId
  manager_post: PostId
  panel_day: Day
  due_day: Day
  drafted_at: Moment
  opening: number
  state: FormState
  released_at: Moment | null
  seen_at: Moment | null
  met_on: Day | null
  shared: boolean | null
  written_at: Moment | null
  signed_at: Moment | null
  sent_back_at: Moment | null
  reviewed_on: Day | null
  closed_at: Moment | null
  question_about: QuestionAbout | null
  question_by: PersonId | null
  question_at: Moment | null
  questions: number
  meeting: unknown
  proposals: number
  check_on: Day | null
  check_set_at: Moment | null
  checks: number
  recorded_how: RecordedHow | null
  recorded_at: Moment | null
  writer: PersonId | null
  reopened_at: Moment | null
}
