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
]
