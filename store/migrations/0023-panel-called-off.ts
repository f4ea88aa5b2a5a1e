/**
 * How many panel meetings of a round were booked and called off: the next one is another for the calendar. What is
 * called off leaves the calendars, too: whoever runs the round writes that down.
 */
export const panelCalledOff: readonly string[] = [
  `alter table round add column called_off int not null default 0 check (called_off >= 0)`,
  `create or replace function ends_meeting(event text) returns boolean stable security definer begin atomic
    select exists (select 1 from form f where f.meeting ->> 'eventId' = event and concerns_me(f.id))
      or (holds_office('{business-manager, qa-manager}'::text[])
        and exists (select 1 from round r where r.meeting_event = event)); end`,
]
