/**
 * What was refused is found without reading all that was sent. Whoever signs in changes no message; the function
 * puts one that was given up back to be sent, for the partnership. A copy that was clearly refused is with nobody
 * and is not counted; one that is in doubt stays counted. What was refused by both roads is tried by both.
 */
export const whatDidNotArrive: readonly string[] = [
  `create index message_refused on message (id) where state = 'refused'`,
  `create index prompt_to_nobody on prompt (fired_at) where message_id is null`,
  `create function send_again(its text) returns boolean volatile security definer begin atomic
    with again as (
      update message set state = 'intent', attempts = 0, copies = greatest(copies - 1, 0), next_try_at = null,
        lease_until = null, settled_at = null, why = null
      where (id = its or twin_of = its) and state = 'refused'
        and holds_office('{business-manager, qa-manager}'::text[])
      returning 1)
    select exists (select 1 from again); end`,
  `revoke all on function send_again(text) from public`,
  `grant execute on function send_again(text) to evaluation_web`,
]
