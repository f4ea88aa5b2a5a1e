/** Who is signed in: set for one transaction; unset means nobody. */
const PERSON = `nullif(current_setting('app.person', true), '')`

const BUSINESS_MANAGER = `(select holds_office('{business-manager}'::text[]))`
const PARTNERSHIP = `(select holds_office('{business-manager, qa-manager}'::text[]))`
const OWN = `person_setting.person_id = ${PERSON} or ${PARTNERSHIP}`

const walled = (table: string): readonly string[] => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `create policy keeps on ${table} to current_user using (true) with check (true)`,
]

/**
 * When prompts go out is data: each version of it is kept. What a person set for themselves (away, muted) and which
 * overview went to whom on which day stand beside it.
 */
export const promptPolicy: readonly string[] = [
  `create table prompt_policy (
    version int primary key check (version > 0), policy jsonb not null,
    changed_by text not null references person, changed_at timestamptz not null)`,
  ...walled('prompt_policy'),
  `grant select on prompt_policy to evaluation_web, evaluation_worker`,
  `grant insert on prompt_policy to evaluation_web`,
  `create policy reads on prompt_policy for select to evaluation_web, evaluation_worker using (true)`,
  `create policy sets on prompt_policy for insert to evaluation_web with check (${BUSINESS_MANAGER})`,
  `create trigger append_only before update or delete on prompt_policy
    for each statement execute function nothing_is_rewritten()`,

  // Under which version the next prompts were planned: a sweep that finds another one plans them afresh.
  `create table prompt_planned (one int primary key check (one = 1), version int not null)`,
  `grant select, insert, update on prompt_planned to evaluation_worker`,

  // A concern about a child is told at once; everything else waits for a working moment.
  `alter table message add column at_any_hour boolean not null default false`,

  // Why a prompt has no message though somebody holds its post.
  `alter table prompt add column held_back text check (held_back in ('away', 'muted'))`,

  `create table person_setting (
    person_id text primary key references person, version int not null check (version > 0),
    mute_early boolean not null, mute_overviews boolean not null, away_from date, away_to date,
    constraint away_is check ((away_from is null) = (away_to is null) and (away_to is null or away_to >= away_from)))`,
  ...walled('person_setting'),
  `grant select on person_setting to evaluation_web, evaluation_worker`,
  `grant insert, update on person_setting to evaluation_web`,
  `create policy reads on person_setting for select to evaluation_worker using (true)`,
  `create policy sees on person_setting for select to evaluation_web using (${OWN})`,
  `create policy opens on person_setting for insert to evaluation_web with check (${OWN})`,
  `create policy changes on person_setting for update to evaluation_web using (${OWN}) with check (${OWN})`,

  // Which overview a person got for which day: never a second one; no message when there was nothing to say. A day that
  // was looked at is not looked at again.
  `create table overview (
    kind text not null check (kind in ('morning', 'weekly', 'back')), person_id text not null references person,
    day date not null, message_id text unique references message, primary key (kind, person_id, day))`,
  `create table overview_day (kind text not null, day date not null, primary key (kind, day))`,
  ...['overview', 'overview_day'].map((table) => `grant select, insert on ${table} to evaluation_worker`),
]
