import { moreBankHolidays } from '#core/calendar/bank-holidays.ts'

/** The posts to which the lateness of something climbs, beside the one that owes it. */
const CLIMB = `bm_post text not null references post, qa_post text not null references post`
const COUNTS = `chases int not null, version int not null`

const GRADE = (column: string): string =>
  `check (${column} in ('outstanding', 'good', 'requires-improvement', 'inadequate'))`

/** One half of a return: its day and opening while it has a state, a moment once somebody sent it. */
const PART = (part: 'chronology' | 'evaluation'): string => `
    constraint ${part}_is check (${part}_state in ('not-started', 'draft', 'submitted', 'sent-back', 'accepted')
      and (${part}_state is null) = (${part}_due is null) and (${part}_state is null) = (${part}_opening is null)
      and (${part}_at is not null) = (coalesce(${part}_state, 'draft') not in ('not-started', 'draft')))`

/** Rounds, returns, the panel's work and close-the-loop forms; duties are about more than actions now. */
export const rounds: readonly string[] = [
  `insert into bank_holiday (day) values ${moreBankHolidays.map((day) => `('${day}')`).join(', ')}
    on conflict do nothing`,

  // Who is concerned with an aggregate of any kind; `own`: whose work it is, before it is sent as well as after.
  `alter table action_post rename to concern`,
  `alter table concern rename column action_id to subject_id`,
  `alter table concern add column own boolean not null default true`,

  `alter table duty rename column action_id to subject_id`,
  `alter table duty add column subject_kind text not null default 'action' check (subject_kind in
    ('action', 'round', 'reply', 'case', 'return', 'collation', 'form'))`,
  `alter table duty add column number text not null default ''`,
  `alter table duty add column what text not null default ''`,
  `update duty set number = a.number, what = a.what from action a where a.id = duty.subject_id`,
  `alter table duty drop constraint duty_kind_check`,
  `create index duty_of_subject on duty (subject_id) where closed_at is null`,

  `alter table post add column round_id text`,
  `alter table post drop constraint post_kind_check`,
  `alter table post add constraint post_kind_check check (kind in
    ('business-manager', 'qa-manager', 'panel-chair', 'subgroup-chair', 'lead-person', 'contributor',
     'allocated-worker', 'supervising-manager'))`,
  `alter table post drop constraint post_check`,
  `alter table post add constraint post_is_of check (case
    when kind in ('business-manager', 'qa-manager', 'panel-chair', 'subgroup-chair')
      then agency_id is null and case_id is null
    when kind = 'lead-person' then agency_id is not null and case_id is null
    else agency_id is not null and case_id is not null end)`,
  `alter table person add column job_title text not null default ''`,
  `alter table person add column phone text not null default ''`,

  `create table round (
    id text primary key, code text not null unique, theme text not null, sources text[] not null,
    method_id text not null, schema_version int not null, method jsonb not null,
    start_day date not null, left_out date[] not null,
    bm_post text not null references post, qa_post text not null references post,
    chair_post text not null references post, created_at timestamptz not null, ${COUNTS},
    state text not null check (state in
      ('draft', 'approved', 'list-sent', 'evaluating', 'panel-held', 'complete')),
    approved_by text, approved_on date, sent_at timestamptz, list_reason text, selected_at timestamptz, choice_reason text,
    released_to_qa timestamptz, released_to_panel timestamptz,
    meeting_from timestamptz, meeting_to timestamptz, meeting_event text,
    held_at timestamptz, complete_at timestamptz,
    check ((approved_by is null) = (approved_on is null)),
    check ((meeting_from is null) = (meeting_event is null) and (meeting_from is null) = (meeting_to is null)),
    constraint approved_is check ((approved_on is not null) = (state <> 'draft')),
    constraint list_sent_is check ((sent_at is not null) = (state not in ('draft', 'approved'))
      and (sent_at is not null or list_reason is null)),
    constraint evaluating_is check ((selected_at is not null) = (state in ('evaluating', 'panel-held', 'complete'))),
    constraint chosen_is check (selected_at is not null or (choice_reason is null and released_to_qa is null
      and released_to_panel is null and meeting_from is null)),
    constraint panel_held_is check ((held_at is not null) = (state in ('panel-held', 'complete'))),
    constraint complete_is check ((complete_at is not null) = (state = 'complete')))`,
  `create table round_member (
    round_id text not null references round, agency_id text not null references agency, place int not null,
    lead_post text not null references post, job_title text not null, senior boolean not null,
    collator_agency text references agency, primary key (round_id, agency_id),
    check (collator_agency <> agency_id))`,

  `alter table evaluation_case add column round_id text references round`,
  `alter table evaluation_case add column place int`,
  `alter table evaluation_case add column threshold text`,
  `alter table child_identity alter column born drop not null`,
  `create table case_adult (
    case_id text not null references evaluation_case, place int not null, name text not null,
    relation text not null, lives_with boolean not null, parental_responsibility boolean not null,
    primary key (case_id, place))`,

  `create table reply (
    id text primary key, round_id text not null references round, code text not null,
    agency_id text not null references agency, lead_post text not null references post, ${CLIMB},
    asked_at timestamptz not null, receipt_due date not null, answers_due date not null, ended_at timestamptz, ${COUNTS},
    state text not null check (state in ('asked', 'received', 'given')),
    received_at timestamptz, given_at timestamptz, unique (round_id, agency_id),
    constraint received_is check ((received_at is not null) = (state <> 'asked')),
    constraint given_is check ((given_at is not null) = (state = 'given')))`,
  `create table reply_case (
    reply_id text not null references reply, case_id text not null references evaluation_case, place int not null,
    answer text check (answer in ('known', 'known-briefly', 'adult-only', 'not-known')),
    primary key (reply_id, case_id))`,
  `create index reply_case_of_case on reply_case (case_id)`,
  // The walls ask of a case whether one acts on it.
  `create index action_of_case on action (case_id)`,

  `create table case_file (
    id text primary key references evaluation_case, round_id text not null references round,
    reference text not null, lead_agency text not null references agency, lead_post text not null references post,
    chair_post text not null references post, ${CLIMB}, selected_at timestamptz not null,
    name_team_by date not null, panel_day date not null, member_posts text[] not null,
    worker_post text references post, manager_post text references post, team text, ${COUNTS},
    recording int not null,
    panel_state text not null check (panel_state in ('to-come', 'recorded', 'confirmed')),
    judgement text ${GRADE('judgement')}, recorded_at timestamptz, confirmed_at timestamptz,
    constraint team_is check ((worker_post is null) = (manager_post is null)
      and (worker_post is null) = (team is null)),
    constraint recorded_is check ((judgement is not null) = (panel_state <> 'to-come')
      and (recorded_at is not null) = (panel_state <> 'to-come') and (recording > 0 or panel_state = 'to-come')),
    constraint confirmed_is check ((confirmed_at is not null) = (panel_state = 'confirmed')))`,
  `create table case_file_words (case_id text primary key references case_file, good text)`,
  // Append-only: each recording is a new set of rows; the latest counts.
  `create table panel_grade (
    case_id text not null references case_file, recording int not null, agency_id text not null references agency,
    own text not null ${GRADE('own')}, panel text not null ${GRADE('panel')}, rationale text,
    primary key (case_id, recording, agency_id),
    check (own = panel or rationale is not null))`,

  `create table agency_return (
    id text primary key, round_id text not null references round, case_id text not null references evaluation_case,
    reference text not null, agency_id text not null references agency, lead_post text not null references post,
    owed_post text not null references post, ${CLIMB},
    way text not null check (way in ('direct', 'with-collator', 'sent-on')), opens_at timestamptz not null,
    sign_off_due date not null, ${COUNTS}, unique (case_id, agency_id),
    scope text not null check (scope in ('in', 'brief', 'out')), out_since timestamptz,
    chronology_state text, chronology_due date, chronology_opening int, chronology_at timestamptz,
    evaluation_state text, evaluation_due date, evaluation_opening int, evaluation_at timestamptz,
    constraint out_is check ((scope = 'out') = (out_since is not null) and (scope = 'out') = (chronology_state is null)),
    constraint in_is check ((scope = 'in') = (evaluation_state is not null)),
    ${PART('chronology')}, ${PART('evaluation')})`,
  `create index agency_return_by_round on agency_return (round_id, reference, agency_id)`,
  // The sign-off and the agency's own grade stand here: the panel sees the row of a return before it may see these.
  `create table return_words (
    return_id text primary key references agency_return, out_reason text, chronology_comment text,
    evaluation_comment text,
    sign_name text, sign_role text, sign_on date, performance text ${GRADE('performance')},
    impact text ${GRADE('impact')}, grade text ${GRADE('grade')},
    constraint signed_is check (num_nulls(sign_name, sign_role, sign_on, performance, impact, grade) in (0, 6)))`,
  `create table return_contributor (
    return_id text not null references agency_return, post_id text not null references post,
    primary key (return_id, post_id))`,
  `create table chronology_entry (
    id text primary key, return_id text not null references agency_return, on_day date not null,
    until_day date, source text not null, event text not null, voice text, raised_by text not null,
    response text, response_seen text not null check (response_seen in ('seen', 'none', 'not-needed')),
    version int not null, written_by text not null references person, written_at timestamptz not null,
    removed_at timestamptz)`,
  `create index chronology_entry_of_return on chronology_entry (return_id, on_day, id)`,
  // One row a field, each with its version: two people who write in one return change different rows.
  `create table return_answer (
    return_id text not null references agency_return, field text not null, text text not null,
    version int not null, written_by text not null references person, written_at timestamptz not null,
    primary key (return_id, field))`,

  // "collation" is a word of SQL itself.
  `create table case_collation (
    id text primary key, round_id text not null references round, case_id text not null references evaluation_case,
    reference text not null, agency_id text not null references agency, lead_post text not null references post,
    owed_post text not null references post, ${CLIMB}, opens_at timestamptz not null, due_day date not null,
    opening int not null, ${COUNTS}, state text not null check (state in ('open', 'sent')), sent_at timestamptz,
    unique (case_id, agency_id), check ((state = 'sent') = (sent_at is not null)))`,
  `create table collation_words (collation_id text primary key references case_collation, statement text)`,

  `create table form (
    id text primary key, round_id text not null references round, case_id text not null references case_file unique,
    reference text not null, lead_post text not null references post, worker_post text not null references post,
    manager_post text not null references post, ${CLIMB}, panel_day date not null, due_day date not null,
    drafted_at timestamptz not null, opening int not null, ${COUNTS},
    state text not null check (state in
      ('drafted', 'released', 'seen', 'written', 'signed', 'sent-back', 'closed')),
    released_at timestamptz, seen_at timestamptz, met_on date, shared boolean, written_at timestamptz,
    signed_at timestamptz, sent_back_at timestamptz, reviewed_on date, closed_at timestamptz,
    constraint released_is check ((released_at is not null) = (state <> 'drafted')),
    constraint seen_is check ((seen_at is not null) = (state not in ('drafted', 'released'))
      and (seen_at is not null or (met_on is null and shared is null))),
    constraint written_is check ((written_at is not null) = (state in ('written', 'signed', 'sent-back', 'closed'))
      and (written_at is null or (met_on is not null and shared is not null))),
    constraint signed_is check ((signed_at is not null) = (state in ('signed', 'closed'))),
    constraint sent_back_is check ((sent_back_at is not null) = (state = 'sent-back')),
    constraint closed_is check ((closed_at is not null) = (state = 'closed')
      and (reviewed_on is not null) = (state = 'closed')))`,
  `create table form_words (
    form_id text primary key references form, good text not null, asked text not null, present text,
    background text, reflections text, learning text, lead_note text, comment text)`,

  // The history of everything but actions: who did what, never a word that was typed.
  `create table deed_event (
    subject_id text not null, seq int not null, subject_kind text not null, at timestamptz not null,
    deed text not null, person_id text references person, post_id text references post,
    primary key (subject_id, seq))`,
]
