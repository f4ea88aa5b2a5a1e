/** Who is signed in: set for one transaction; unset means nobody. */
const PERSON = `nullif(current_setting('app.person', true), '')`

const BUSINESS_MANAGER = `(select holds_office('{business-manager}'::text[]))`

/** As in 0007; in the first run the business manager says who holds the other offices, too, and no longer. */
const SEATS = `select exists (
  select 1 from post its where its.id = its_post
    and ((its.kind not in ('business-manager', 'qa-manager', 'panel-chair', 'subgroup-chair')
        and (holds_office('{business-manager, qa-manager}'::text[])
          or (its.kind in ('contributor', 'allocated-worker', 'supervising-manager') and exists (
            select 1 from post_holding h join post p on p.id = h.post_id
            where h.person_id = ${PERSON} and p.kind = 'lead-person' and p.agency_id = its.agency_id))
          or (as_what = 'deputy' and its.kind = 'lead-person' and exists (
            select 1 from post_holding h where h.post_id = its.id and h.person_id = ${PERSON}))))
      or (its.kind in ('qa-manager', 'panel-chair', 'subgroup-chair') and as_what = 'holder'
        and in_first_run() and holds_office('{business-manager}'::text[]))))`

/**
 * The first run of a partnership. Its row is the business manager's to write; that it is ready is said once. Until
 * then the business manager fills the other offices and takes out agencies that were added by mistake.
 */
export const firstRun: readonly string[] = [
  `alter table partnership add column calendar_checked boolean not null default false,
    add column version int not null default 0 check (version >= 0)`,
  `update partnership set calendar_checked = ready`,
  `alter table partnership enable row level security`,
  `alter table partnership force row level security`,
  `create policy keeps on partnership to current_user using (true) with check (true)`,
  `create policy reads on partnership for select to evaluation_web, evaluation_worker using (true)`,
  `create policy sets_up on partnership for update to evaluation_web
    using (${BUSINESS_MANAGER}) with check (${BUSINESS_MANAGER})`,
  `grant update (name, contact_name, contact_phone, calendar_checked, ready, version)
    on partnership to evaluation_web`,
  `create function ready_stays() returns trigger language plpgsql as $$ begin
    if old.ready and not new.ready then raise exception 'that a partnership is ready is never taken back'; end if;
    return new; end $$`,
  `create trigger ready_stays before update on partnership for each row execute function ready_stays()`,

  `create function in_first_run() returns boolean stable security definer begin atomic
    select exists (select 1 from partnership p where not p.ready); end`,
  `revoke all on function in_first_run() from public`,
  `grant execute on function in_first_run() to evaluation_web`,
  `create or replace function seats_post(its_post text, as_what text) returns boolean stable security definer
    begin atomic ${SEATS}; end`,

  // Each change counts on from the last: whoever writes one sees those before.
  `create policy of_the_office on post_change for select to evaluation_web using (${BUSINESS_MANAGER})`,

  `grant delete on agency to evaluation_web`,
  `create policy removes on agency for delete to evaluation_web
    using (${BUSINESS_MANAGER} and (select in_first_run()))`,
]
