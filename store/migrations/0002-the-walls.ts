/** Who is signed in: set for one transaction; unset means nobody, who sees nothing. */
const PERSON = `nullif(current_setting('app.person', true), '')`

/** `action` names its table, too: a bare column would be the subquery's own. */
const CONCERNED = (action: string): string => `exists (
  select 1 from action_post ap join post_holding h on h.post_id = ap.post_id
  where ap.action_id = ${action} and h.person_id = ${PERSON})`

const IN_OFFICE = `exists (
  select 1 from post_holding h join post p on p.id = h.post_id
  where h.person_id = ${PERSON} and p.kind in ('business-manager', 'qa-manager'))`

const walled = ['action', 'action_words', 'action_event', 'action_event_text', 'duty', 'child_identity']

/**
 * Two logins. `evaluation_web` acts as a person and sees what concerns a post that the person holds;
 * `evaluation_worker` sweeps and sends and has no grant on identity or typed words. The policies know agency,
 * post and case, never the day: they are a wall, the repositories are the filter.
 */
export const theWalls: readonly string[] = [
  `do $$ begin create role evaluation_web nologin; exception when duplicate_object then null; end $$`,
  `do $$ begin create role evaluation_worker nologin; exception when duplicate_object then null; end $$`,
  `grant usage on schema public to evaluation_web, evaluation_worker`,
  `grant select on partnership, agency, person, post, post_holding, evaluation_case, bank_holiday, story_clock,
    action_post to evaluation_web, evaluation_worker`,
  `grant usage on sequence action_number to evaluation_web`,
  `grant usage on sequence message_number to evaluation_worker`,

  `grant select on child_identity to evaluation_web`,
  `grant select, insert, update on action, action_words, duty, duty_prompt to evaluation_web`,
  `grant insert on action_post to evaluation_web`,
  `grant select, insert on action_event, action_event_text, idempotency to evaluation_web`,
  `grant select on prompt, message to evaluation_web`,
  `grant insert on audit_entry to evaluation_web`,
  `grant update on idempotency to evaluation_web`,
  `grant select, insert, update on chat_address to evaluation_web, evaluation_worker`,

  `grant select on action to evaluation_worker`,
  `grant select on duty to evaluation_worker`,
  `grant select, update on duty_prompt to evaluation_worker`,
  `grant select, insert on prompt to evaluation_worker`,
  `grant update (message_id) on prompt to evaluation_worker`,
  `grant select, insert, update on message to evaluation_worker`,
  `grant select, insert on audit_entry, audit_seal to evaluation_worker`,

  ...walled.flatMap((table) => [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy keeps on ${table} to current_user using (true) with check (true)`,
  ]),
  `create policy sees on action for select to evaluation_web using (${CONCERNED('action.id')})`,
  `create policy changes on action for update to evaluation_web using (${CONCERNED('action.id')})`,
  `create policy records on action for insert to evaluation_web with check (${IN_OFFICE})`,
  ...['action_words', 'action_event', 'action_event_text', 'duty'].flatMap((table) => [
    `create policy sees on ${table} for select to evaluation_web using (${CONCERNED(`${table}.action_id`)})`,
    `create policy writes on ${table} for insert to evaluation_web with check (${CONCERNED(`${table}.action_id`)})`,
  ]),
  ...['action_words', 'duty'].map(
    (table) =>
      `create policy changes on ${table} for update to evaluation_web using (${CONCERNED(`${table}.action_id`)})`,
  ),
  `create policy sees on child_identity for select to evaluation_web using (${IN_OFFICE} or exists (
    select 1 from action a where a.case_id = child_identity.case_id))`,
  `create policy sends on action for select to evaluation_worker using (true)`,
  `create policy sends on duty to evaluation_worker using (true)`,

  `create function nothing_is_rewritten() returns trigger language plpgsql as
    $$ begin raise exception 'this table is append-only'; end $$`,
  ...['audit_entry', 'audit_seal', 'action_event', 'action_event_text'].map(
    (table) => `create trigger append_only before update or delete on ${table}
      for each statement execute function nothing_is_rewritten()`,
  ),
]
