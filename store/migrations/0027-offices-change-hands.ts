/** Who is signed in: set for one transaction; unset means nobody. */
const PERSON = `nullif(current_setting('app.person', true), '')`

/** As in 0007, and the partnership says who holds its own offices, too: in the first run and after it. */
const SEATS = `select exists (
  select 1 from post its where its.id = its_post
    and (holds_office('{business-manager, qa-manager}'::text[])
      or (its.kind in ('contributor', 'allocated-worker', 'supervising-manager') and exists (
        select 1 from post_holding h join post p on p.id = h.post_id
        where h.person_id = ${PERSON} and p.kind = 'lead-person' and p.agency_id = its.agency_id))
      or (as_what = 'deputy' and its.kind = 'lead-person' and exists (
        select 1 from post_holding h where h.post_id = its.id and h.person_id = ${PERSON}))))`

const IS_OFFICE = (post: string): string => `exists (select 1 from post p where p.id = ${post}
  and p.kind in ('business-manager', 'qa-manager', 'panel-chair', 'subgroup-chair'))`

const HOLDER = (when: string): string => `exists (select 1 from post_holding h
  where h.post_id = old.post_id and h.held_as = 'holder' and ${when})`

/**
 * A day of what was changed that nobody holds any more: its first one, or the one after somebody's last. Before the
 * first holder is no gap; days that were nobody's before, as after an administrator's act, are not looked at.
 */
const GAP = `exists (
  select 1 from (select old.from_day as on_day union select l.to_day + 1 from post_holding l
    where l.post_id = old.post_id and l.held_as = 'holder' and l.to_day is not null) days
  where on_day between old.from_day and coalesce(old.to_day, 'infinity')
    and ${HOLDER('h.from_day < on_day')}
    and not ${HOLDER("on_day between h.from_day and coalesce(h.to_day, 'infinity')")})`

/**
 * An office gives sight of every child: others of the partnership fill it, nobody takes it or stays longer in it. It
 * goes from one holder to the next: when somebody has changed that, a holder without an end is there, and each day
 * that had a holder has one. Who was ever in one may be named to it again: their account is not the partnership's.
 */
export const officesChangeHands: readonly string[] = [
  `create or replace function seats_post(its_post text, as_what text) returns boolean stable security definer
    begin atomic ${SEATS}; end`,
  `create function nobody_names_themselves() returns trigger language plpgsql as $$ begin
    if new.person_id = ${PERSON} and ${IS_OFFICE('new.post_id')} then
      if tg_op = 'UPDATE' then
        if old.person_id = new.person_id and old.post_id = new.post_id and old.held_as = new.held_as
          and old.from_day <= new.from_day
          and coalesce(new.to_day, 'infinity') <= coalesce(old.to_day, 'infinity') then return new; end if;
      end if;
      raise exception 'nobody names themselves to an office of the partnership' using errcode = '42501';
    end if;
    return new; end $$`,
  `create trigger nobody_names_themselves before insert or update on post_holding
    for each row execute function nobody_names_themselves()`,
  `create function offices_keep_a_holder() returns trigger language plpgsql as $$ begin
    if ${PERSON} is not null and ${IS_OFFICE('old.post_id')}
      and (not ${HOLDER('h.to_day is null')} or ${GAP}) then
      raise exception 'an office is never left without a holder' using errcode = '42501';
    end if;
    return null; end $$`,
  // Asked when all of a move is written.
  `create constraint trigger offices_keep_a_holder after update or delete on post_holding
    deferrable initially deferred for each row when (old.held_as = 'holder')
    execute function offices_keep_a_holder()`,
  `create or replace function set_account(its_person text, its_tenant text, its_account text, its_today date)
    returns boolean volatile security definer begin atomic
    with bound as (update person p set tenant_id = its_tenant, aad_id = its_account
        where p.id = its_person and holds_office('{business-manager, qa-manager}'::text[])
          and (p.tenant_id = 'by-mail' or not exists (select 1 from post o where o.agency_id is null
            and (exists (select 1 from post_holding h where h.post_id = o.id and h.person_id = p.id)
              or exists (select 1 from post_change c where c.post_id = o.id
                and (c.person_id = p.id or c.before_person = p.id)))))
        returning 1)
    select exists (select 1 from bound); end`,
]
