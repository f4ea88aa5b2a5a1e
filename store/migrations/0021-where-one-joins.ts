/**
 * Where those who are invited join a meeting in Teams: kept with the round's panel day, and in a form's meeting. What
 * was booked before has none.
 */
export const whereOneJoins: readonly string[] = [
  `alter table round add column meeting_join text,
    add constraint join_is check (meeting_join is null or (meeting_event is not null
      and meeting_join like 'https://%'))`,
  `update form set meeting = meeting || '{"joinUrl": null}'::jsonb where meeting ->> 'state' = 'booked'`,
]
