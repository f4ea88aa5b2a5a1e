/** Who is signed in: set for one transaction; unset means nobody, who sees nothing. */
const PERSON = `nullif(current_setting('app.person', true), '')`

const HOLDS = (post: string): string => `exists (
  select 1 from post_holding h where h.post_id = ${post} and h.person_id = ${PERSON})`

/** A function's answer, asked for once in a query and not for each of its rows. */
const IN_OFFICE = (...kinds: readonly string[]): string =>
  `(select holds_office('{${kinds.join(', ')}}'::text[]))`
const PARTNERSHIP = IN_OFFICE('business-manager', 'qa-manager')
const COUNTS = IN_OFFICE('business-manager', 'qa-manager', 'subgroup-chair')

const AREA = (column: string): string => `check (${column} in
  ('risk', 'threshold', 'roles', 'communication', 'provision', 'action', 'stepping'))`

const tables = ['escalation', 'escalation_words', 'escalation_stage', 'escalation_stage_words']
const parts: readonly (readonly [table: string, id: string])[] = [
  ['escalation_words', 'escalation_id'],
  ['escalation_stage', 'escalation_id'],
  ['escalation_stage_words', 'escalation_id'],
]

/**
 * Escalations: a concern and its stages. What a stage is (rung, addressee, day, interim arrangement) is written
 * once: no login of the product may change it. Their words have the readers whom the escalation concerns.
 */
export const escalations: readonly string[] = [
  `alter table duty drop constraint duty_subject_kind_check`,
  `alter table duty add constraint duty_subject_kind_check check (subject_kind in
    ('action', 'round', 'reply', 'case', 'return', 'collation', 'form', 'escalation'))`,

  // A service manager or board representative of an agency: of no case and no round.
  `alter table post drop constraint post_kind_check`,
  `alter table post add constraint post_kind_check check (kind in
    ('business-manager', 'qa-manager', 'panel-chair', 'subgroup-chair', 'lead-person', 'contributor',
     'allocated-worker', 'supervising-manager', 'escalation-lead'))`,
  `alter table post drop constraint post_is_of`,
  `alter table post add constraint post_is_of check (case
    when kind in ('business-manager', 'qa-manager', 'panel-chair', 'subgroup-chair')
      then agency_id is null and case_id is null
    when kind in ('lead-person', 'escalation-lead') then agency_id is not null and case_id is null
    else agency_id is not null and case_id is not null end)`,

  `create sequence escalation_number`,
  `create table escalation (
    id text primary key, number text not null unique, reference text not null,
    ladder_id text not null, schema_version int not null, ladder jsonb not null,
    about text not null ${AREA('about')}, raiser_post text not null references post,
    bm_post text not null references post, qa_post text not null references post,
    raised_at timestamptz not null, theme text ${AREA('theme')}, chases int not null, version int not null,
    state text not null check (state in ('waiting', 'promised', 'resolved', 'closed', 'withdrawn')),
    resolved_at timestamptz, closed_at timestamptz, withdrawn_at timestamptz,
    constraint resolved_is check ((resolved_at is not null) = (state in ('resolved', 'closed'))),
    constraint closed_is check ((closed_at is not null) = (state = 'closed')),
    constraint withdrawn_is check ((withdrawn_at is not null) = (state = 'withdrawn')))`,
  `create table escalation_words (
    escalation_id text primary key references escalation, concern text not null, outcome text, feedback text,
    reason text)`,
  `create table escalation_stage (
    escalation_id text not null references escalation, place int not null, rung int not null,
    addressee_post text not null references post, opened_at timestamptz not null, due_day date not null,
    promised_by date, promised_at timestamptz, said_done_at timestamptz,
    ended text check (ended in ('not-kept', 'unanswered', 'stepped-up', 'kept', 'settled', 'withdrawn')),
    ended_at timestamptz, primary key (escalation_id, place),
    constraint promised_is check ((promised_by is null) = (promised_at is null)
      and (promised_by is not null or said_done_at is null)),
    constraint kept_is check (promised_by is not null or coalesce(ended, '') not in ('kept', 'not-kept')),
    constraint ended_is check ((ended is null) = (ended_at is null)))`,
  // No stage without an interim safety arrangement: the row cannot be written.
  `create table escalation_stage_words (
    escalation_id text not null, place int not null, interim text not null check (btrim(interim) <> ''),
    promise_what text, promise_who text, primary key (escalation_id, place),
    foreign key (escalation_id, place) references escalation_stage,
    check ((promise_what is null) = (promise_who is null)))`,

  `grant usage on sequence escalation_number to evaluation_web`,
  `grant select, insert on ${tables.join(', ')} to evaluation_web`,
  `grant update (theme, chases, version, state, resolved_at, closed_at, withdrawn_at) on escalation
    to evaluation_web`,
  `grant update (outcome, feedback, reason) on escalation_words to evaluation_web`,
  `grant update (promised_by, promised_at, said_done_at, ended, ended_at) on escalation_stage to evaluation_web`,
  `grant update (promise_what, promise_who) on escalation_stage_words to evaluation_web`,

  // Its raiser says whom it concerns before it concerns anybody.
  `create function raised_by_me(its text) returns boolean stable security definer begin atomic
    select exists (select 1 from escalation e where e.id = its and ${HOLDS('e.raiser_post')}); end`,
  `revoke all on function raised_by_me(text) from public`,
  `grant execute on function raised_by_me(text) to evaluation_web`,

  ...tables.flatMap((table) => [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy keeps on ${table} to current_user using (true) with check (true)`,
  ]),
  `create policy sees on escalation for select to evaluation_web
    using (${PARTNERSHIP} or concerns_me(escalation.id))`,
  // An id under which somebody is concerned already is another thing's.
  `create policy opens on escalation for insert to evaluation_web
    with check (${HOLDS('escalation.raiser_post')} and not exists (
      select 1 from concern c where c.subject_id = escalation.id))`,
  `create policy changes on escalation for update to evaluation_web
    using (${PARTNERSHIP} or concerns_me(escalation.id))`,
  ...parts.flatMap(([table, id]) => [
    `create policy sees on ${table} for select to evaluation_web
      using (${PARTNERSHIP} or concerns_me(${table}.${id}))`,
    `create policy opens on ${table} for insert to evaluation_web
      with check (${PARTNERSHIP} or concerns_me(${table}.${id}) or raised_by_me(${table}.${id}))`,
    `create policy changes on ${table} for update to evaluation_web
      using (${PARTNERSHIP} or concerns_me(${table}.${id}))`,
  ]),
  `create policy raises on concern for insert to evaluation_web
    with check (raised_by_me(concern.subject_id))`,

  // The chair of the subgroup sees how many there are by theme and stage; no row, no text, no reference.
  `create view escalation_count with (security_barrier) as
    select coalesce(e.theme, e.about) as theme,
      (select max(s.rung) + 1 from escalation_stage s where s.escalation_id = e.id) as stage,
      (e.state in ('waiting', 'promised')) as open
    from escalation e where ${COUNTS}`,
  `grant select on escalation_count to evaluation_web`,
]
