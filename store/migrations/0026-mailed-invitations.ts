/** People are told the day until which an invitation is good: in England's time, whatever the database's is. */
export const untilItsDayEnds = `update invitation set until =
  (date_trunc('day', until at time zone 'Europe/London') + interval '1 day' - interval '1 millisecond')
    at time zone 'Europe/London' where used_at is null`

/**
 * An invitation that goes out by mail says when its mail was given to the road and what came of it; its link is kept
 * nowhere, as before. None is `mailed` whose link was only shown. `mailed_at` stays when a shown link takes its place,
 * because nobody gets two such mails in a minute. One that is open already holds until its day ends, as it says.
 */
export const mailedInvitations: readonly string[] = [
  `alter table invitation add column mailed text, add column mailed_at timestamptz,
    add constraint mailed_is check (mailed is null or mailed = 'not-sent'
      or (mailed in ('sent', 'in-doubt') and mailed_at is not null))`,
  untilItsDayEnds,
]
