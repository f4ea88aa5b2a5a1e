/**
 * A booking is written down before the calendar hears of it: if nobody records it, what was made for it leaves the
 * calendars again. Its row stays while it `stands`. What a panel meeting still lacks is kept with it.
 */
export const begunMeetings: readonly string[] = [
  `alter table round add column meeting_lacks text,
    add constraint lacks_is check (meeting_lacks is null
      or (meeting_event is not null and meeting_lacks in ('lock', 'side-panel')))`,
  `alter table ended_meeting add column booking text, add column stands boolean not null default false,
    add constraint begun_is check (not stands or booking is not null)`,
  // Whoever may book it: the partnership a panel day, whom a form concerns its meeting.
  `create function books_meeting(its_booking text, its_round text) returns boolean stable security definer begin atomic
    select exists (select 1 from form f where f.round_id = its_round and concerns_me(f.id)
        and starts_with(its_booking, 'close-the-loop-' || f.id || '-'))
      or (holds_office('{business-manager, qa-manager}'::text[])
        and exists (select 1 from round r where r.id = its_round
          and (its_booking = 'panel-day-' || r.id or starts_with(its_booking, 'panel-day-' || r.id || '-')))); end`,
  // False: it is being taken out of the calendars, or somebody may not say it.
  `create function note_booking(its_booking text, its_kind text, its_round text, its_code text, begins timestamptz,
      ends timestamptz, said text, until timestamptz) returns boolean volatile security definer begin atomic
    insert into ended_meeting (event_id, kind, round_id, code, from_at, to_at, booking, stands, next_try_at)
      select 'booking ' || its_booking, its_kind, its_round, its_code, begins, ends, its_booking, said = 'stands', until
      where books_meeting(its_booking, its_round)
      on conflict (event_id) do update set stands = excluded.stands, next_try_at = excluded.next_try_at
        where ended_meeting.tries = 0 and (said <> 'begun' or not ended_meeting.stands);
    select exists (select 1 from ended_meeting e where e.event_id = 'booking ' || its_booking and e.tries = 0); end`,
  ...[
    'books_meeting(text, text)',
    'note_booking(text, text, text, text, timestamptz, timestamptz, text, timestamptz)',
  ].flatMap((each) => [
    `revoke all on function ${each} from public`,
    `grant execute on function ${each} to evaluation_web`,
  ]),
]
