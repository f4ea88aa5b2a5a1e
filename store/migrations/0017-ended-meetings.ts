/**
 * Meetings that are to leave the calendars: ids, a round's code and times. Whoever the form concerns writes them with
 * what ended them and reads none; the process that sends takes them out and forgets them.
 */
export const endedMeetings: readonly string[] = [
  `create table ended_meeting (
    event_id text primary key, kind text not null check (kind in ('panel-day', 'close-the-loop')),
    round_id text not null references round, code text not null, from_at timestamptz not null,
    to_at timestamptz not null, tries int not null default 0, next_try_at timestamptz)`,
  `create function ends_meeting(event text) returns boolean stable security definer begin atomic
    select exists (select 1 from form f where f.meeting ->> 'eventId' = event and concerns_me(f.id)); end`,
  `revoke all on function ends_meeting(text) from public`,
  `grant execute on function ends_meeting(text) to evaluation_web`,
  `grant insert on ended_meeting to evaluation_web`,
  `grant select, update, delete on ended_meeting to evaluation_worker`,
  `alter table ended_meeting enable row level security`,
  `alter table ended_meeting force row level security`,
  `create policy keeps on ended_meeting to current_user using (true) with check (true)`,
  `create policy notes on ended_meeting for insert to evaluation_web
    with check (ends_meeting(ended_meeting.event_id))`,
  `create policy takes_out on ended_meeting to evaluation_worker using (true) with check (true)`,
]
