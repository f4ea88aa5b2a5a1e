/** The business manager fills in ladders and areas; a function's answer, asked for once in a query. */
const SETS = `(select holds_office('{business-manager}'::text[]))`

/**
 * Ladders and what to do in immediate danger are data: each change is a further version, and none is changed. A
 * stage keeps why others were skipped, a promise the meeting for which it waits.
 */
export const theLadders: readonly string[] = [
  `create table escalation_setting (
    name text not null, version int not null check (version > 0), value jsonb not null,
    person_id text references person, at timestamptz not null, primary key (name, version))`,
  `grant select, insert on escalation_setting to evaluation_web`,
  // Cards say whom to ring in immediate danger.
  `grant select on escalation_setting to evaluation_worker`,
  `alter table escalation_setting enable row level security`,
  `alter table escalation_setting force row level security`,
  `create policy keeps on escalation_setting to current_user using (true) with check (true)`,
  `create policy sees on escalation_setting for select to evaluation_web using (true)`,
  `create policy sees_too on escalation_setting for select to evaluation_worker using (true)`,
  `create policy sets on escalation_setting for insert to evaluation_web with check (${SETS})`,

  // An action can wait for a meeting, too.
  `alter table action
    add column waits_since date, add column waited int not null default 0 check (waited >= 0)`,
  `alter table escalation_stage_words
    add column skip_because text check (btrim(skip_because) <> ''),
    add column waits_on text check (btrim(waits_on) <> ''),
    add constraint waits_on_is check (waits_on is null or promise_what is not null)`,
  `alter table escalation_stage
    add column ask_from date,
    add column waited int not null default 0 check (waited >= 0),
    add constraint asks_is check (ask_from is null or promised_by is not null),
    add constraint waited_is check (waited = 0 or ask_from is not null)`,
  `grant update (ask_from, waited) on escalation_stage to evaluation_web`,
  `grant update (waits_on) on escalation_stage_words to evaluation_web`,

  // Whoever decides about an incident hears when its 72 hours end: each step once. Of the incident itself the
  // process that sends reads its number and its hours.
  `create table incident_prompt (
    incident_id text not null references incident,
    step text not null check (step in ('at-once', 'day-before', 'hours-before')),
    person_id text not null references person, message_id text not null references message,
    at timestamptz not null, primary key (incident_id, step, person_id))`,
  `grant select, insert on incident_prompt to evaluation_worker`,
  `grant select (id, number, report_by, ended_at) on incident to evaluation_worker`,
  `create policy tells on incident for select to evaluation_worker using (true)`,
]
