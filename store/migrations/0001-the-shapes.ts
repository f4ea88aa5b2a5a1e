import { bankHolidays } from '#core/calendar/bank-holidays.ts'

/** The tables of architecture.md section 4. Identity and typed words stand in tables of their own. */
export const theShapes: readonly string[] = [
  `create table partnership (
    one int primary key default 1 check (one = 1),
    name text not null, contact_name text not null, contact_phone text not null,
    ready boolean not null default false)`,
  `create table agency (id text primary key, name text not null unique)`,
  `create table person (
    id text primary key, name text not null,
    road text not null check (road in ('teams', 'mail', 'both')),
    mail text not null, tenant_id text not null, aad_id text not null,
    unique (tenant_id, aad_id))`,
  `create table evaluation_case (id text primary key, reference text not null unique, round text not null)`,
  `create table child_identity (
    case_id text primary key references evaluation_case, name text not null, born date not null)`,
  `create table post (
    id text primary key,
    kind text not null check (kind in
      ('business-manager', 'qa-manager', 'lead-person', 'allocated-worker', 'supervising-manager')),
    title text not null, agency_id text references agency, case_id text references evaluation_case,
    check (case when kind in ('business-manager', 'qa-manager') then agency_id is null and case_id is null
      when kind = 'lead-person' then agency_id is not null and case_id is null
      else agency_id is not null and case_id is not null end))`,
  `create table post_holding (
    post_id text not null references post, person_id text not null references person,
    from_day date not null, to_day date, held_as text not null check (held_as in ('holder', 'deputy')),
    primary key (post_id, person_id, from_day), check (to_day is null or to_day >= from_day))`,
  `create index post_holding_by_person on post_holding (person_id, post_id)`,
  `create table bank_holiday (day date primary key)`,
  `insert into bank_holiday (day) values ${bankHolidays.map((day) => `('${day}')`).join(', ')}`,

  `create sequence action_number`,
  `create table action (
    id text primary key, number text not null unique,
    case_id text not null references evaluation_case, reference text not null,
    owner_post text not null references post, raiser_post text not null references post,
    lead_post text not null references post, manager_post text references post,
    qa_post text not null references post, business_post text not null references post,
    what text not null, due_day date not null, recorded_on date not null,
    opening int not null, chases int not null, version int not null,
    state text not null check (state in
      ('open', 'more-time-asked', 'questioned', 'reported-done', 'confirmed', 'withdrawn')),
    opened_at timestamptz, again_because text, again_at timestamptz, until_day date, question text,
    asked_at timestamptz, reported_at timestamptz, ended_at timestamptz,
    check (owner_post <> raiser_post),
    constraint open_is check (state <> 'open' or (opened_at is not null and until_day is null
      and question is null and reported_at is null and ended_at is null
      and (again_because is null) = (again_at is null))),
    constraint more_time_asked_is check (state <> 'more-time-asked' or (until_day is not null and until_day > due_day
      and asked_at is not null and opened_at is null and ended_at is null)),
    constraint questioned_is check (state <> 'questioned' or (question is not null and question in ('not-right', 'cannot-do')
      and asked_at is not null and opened_at is null and ended_at is null)),
    constraint reported_done_is check (state <> 'reported-done' or (reported_at is not null
      and opened_at is null and ended_at is null)),
    constraint confirmed_is check (state <> 'confirmed' or (reported_at is not null and ended_at is not null)),
    constraint withdrawn_is check (state <> 'withdrawn' or (reported_at is null and ended_at is not null)))`,
  `create index action_by_lateness on action (due_day, id) where state not in ('confirmed', 'withdrawn')`,
  `create index action_by_state on action (state, due_day, id)`,
  `create table action_words (
    action_id text primary key references action, help text not null,
    what_was_done text, evidence text, reason text)`,
  `create table action_post (
    action_id text not null, post_id text not null references post, primary key (action_id, post_id))`,
  `create index action_post_by_post on action_post (post_id, action_id)`,
  `create table action_event (
    action_id text not null, seq int not null, at timestamptz not null, what text not null,
    person_id text references person, post_id text references post, duty_id text,
    primary key (action_id, seq))`,
  `create table action_event_text (
    action_id text not null, seq int not null, field text not null, text text not null,
    primary key (action_id, seq, field), foreign key (action_id, seq) references action_event)`,

  `create table duty (
    id text primary key,
    kind text not null check (kind in
      ('do-action', 'say-whether-it-happened', 'answer-more-time', 'answer-question')),
    action_id text not null, opening int not null,
    owes_post text not null, owed_post text not null, lead_post text not null, manager_post text,
    qa_post text not null, business_post text not null,
    reference text not null, due_day date not null, opened_at timestamptz not null,
    closed_at timestamptz, closed_by text, closed_deed text, unique (action_id, kind, opening))`,
  `create index duty_owed_by on duty (owes_post, due_day, id) where closed_at is null`,
  `create index duty_owed_to on duty (owed_post, due_day, id) where closed_at is null`,
  // Apart from the duty: a sweep moves a thousand of these on, and each index of a row that moves costs it.
  `create table duty_prompt (
    duty_id text primary key references duty, chases int not null, chases_sent int not null,
    last_step text, last_step_at timestamptz, next_prompt_at timestamptz,
    check ((last_step is null) = (last_step_at is null)))`,
  `create index duty_prompt_next on duty_prompt (next_prompt_at) where next_prompt_at is not null`,

  `create sequence message_number start 1001`,
  `create table message (
    id text primary key, number int8 not null default nextval('message_number'),
    person_id text not null references person, road text not null check (road in ('teams', 'mail')),
    twin_of text, state text not null check (state in
      ('intent', 'claimed', 'sending', 'sent', 'refused', 'unconfirmed', 'not-needed')),
    story_at timestamptz not null, copies int not null default 0, attempts int not null default 0,
    fence int not null default 0, lease_until timestamptz, next_try_at timestamptz,
    activity_id text, why text, settled_at timestamptz,
    check (copies <= 2), check (state <> 'claimed' or lease_until is not null))`,
  `create index message_to_send on message (next_try_at, number)
    where state in ('intent', 'claimed', 'sending', 'unconfirmed')`,
  `create table prompt (
    duty_id text not null references duty, step text not null, due_day date not null, post_id text not null,
    held_as text not null, stands_for text[] not null, fired_at timestamptz not null,
    message_id text references message, primary key (duty_id, step, due_day, post_id, held_as))`,
  `create index prompt_of_message on prompt (message_id)`,
  `create table chat_address (
    person_id text primary key references person, tenant_id text not null, aad_id text not null,
    conversation_id text not null, service_url text not null, bot_id text not null, installed boolean not null)`,

  `create table idempotency (
    key text primary key, person_id text not null, fingerprint text not null, answer jsonb not null,
    at timestamptz not null default now())`,
  `create table audit_entry (
    id int8 generated always as identity primary key, at timestamptz not null default clock_timestamp(),
    story_at timestamptz not null, actor text, channel text not null, what text not null,
    subject text not null, reference text, request text)`,
  `create table audit_seal (
    seq int8 primary key, entry_id int8 not null unique references audit_entry, previous text not null,
    hash text not null)`,
  `create table story_clock (
    one int primary key default 1 check (one = 1), story timestamptz not null, real timestamptz not null)`,
]
