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

/**
 * An office gives sight of every child: others of the partnership fill it, nobody takes it or stays longer in it. It
 * goes from one holder to the next: when somebody has changed that, a holder without an end is there.
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
    if ${PERSON} is not null and ${IS_OFFICE('old.post_id')} and not exists (select 1 from post_holding h
        where h.post_id = old.post_id and h.held_as = 'holder' and h.to_day is null) then
      raise exception 'an office is never left without a holder' using errcode = '42501';
    end if;
    return null; end $$`,
  // Asked when all of a move is written.
  `create constraint trigger offices_keep_a_holder after update or delete on post_holding
    deferrable initially deferred for each row when (old.held_as = 'holder')
    execute function offices_keep_a_holder()`,
]
