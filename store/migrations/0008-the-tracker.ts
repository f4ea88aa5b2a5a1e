/** Who is signed in: set for one transaction; unset means nobody. */
const PERSON = `nullif(current_setting('app.person', true), '')`

const HOLDS = (post: string): string => `exists (
  select 1 from post_holding h where h.post_id = ${post} and h.person_id = ${PERSON})`

const CONCERNED = (subject: string): string => `exists (
  select 1 from concern c join post_holding h on h.post_id = c.post_id
  where c.subject_id = ${subject} and h.person_id = ${PERSON})`

/**
 * The tracker follows every action, whatever it comes from: fan-outs under one number, updates by the round's
 * update day, promises that let prompts rest, replacement, and whether it helped.
 */
export const theTracker: readonly string[] = [
  `alter table action
    add column source text not null default 'panel-day'
      check (source in ('panel-day', 'learning', 'escalation', 'subgroup', 'import')),
    add column fan_parent text,
    add column fan_size int,
    add column update_due date,
    add column updated_at timestamptz,
    add column check_on date,
    add column rests_until date,
    add column replaced_by text,
    add column notice_owed boolean not null default false,
    add column impact text check (impact in ('helped', 'partly', 'no')),
    add constraint fan_out_is check ((fan_parent is null) = (fan_size is null) and fan_size > 1),
    add constraint replaced_is check (replaced_by is null or state = 'withdrawn'),
    add constraint notice_is check (not notice_owed or state = 'withdrawn'),
    add constraint impact_is check (impact is null or state = 'confirmed'),
    add constraint rests_is check (rests_until is null or state not in ('confirmed', 'withdrawn'))`,
  `create index action_of_fan_out on action (fan_parent) where fan_parent is not null`,
  `alter table duty_prompt add column rests_until date`,
  // Who works on an action knows the child until it ends; its raiser, until it was checked whether it helped.
  `create or replace function acts_on(its text) returns boolean stable security definer begin atomic
    select exists (
      select 1 from action a where a.case_id = its and ((a.state not in ('confirmed', 'withdrawn')
        and ${CONCERNED('a.id')}) or (a.state = 'confirmed' and a.check_on is not null and a.impact is null
        and ${HOLDS('a.raiser_post')}))) or exists (
      select 1 from form f where f.case_id = its and f.state <> 'drafted' and ${CONCERNED('f.id')}); end`,
]
