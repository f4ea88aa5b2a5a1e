/** Who is signed in: set for one transaction; unset means nobody. */
const PERSON = `nullif(current_setting('app.person', true), '')`

const PARTNERSHIP = `(select holds_office('{business-manager, qa-manager}'::text[]))`

/** What the database calls it when a guest would hold a post that is not of their agency. */
export const GUEST_ELSEWHERE = 'CEG01'

const ONE_BY_ONE = `perform pg_advisory_xact_lock(hashtextextended(new.person_id, 0));`

/** A function for those who sign in alone. */
const given = (signature: string): readonly string[] => [
  `revoke all on function ${signature} from public`,
  `grant execute on function ${signature} to evaluation_web`,
]

const walled = (table: string): readonly string[] => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `create policy keeps on ${table} to current_user using (true) with check (true)`,
]

/**
 * How people come in. Tickets and invitations are kept as hashes: nobody who reads the tables can use one. A guest is
 * bound to one agency, for a time; a person gets an account by an invitation or from the partnership.
 */
export const signIn: readonly string[] = [
  `create table ticket (hash text primary key, document text not null, until timestamptz not null)`,
  ...walled('ticket'),
  `create function keep_ticket(its_hash text, its_document text, its_now timestamptz, its_until timestamptz)
    returns void volatile security definer begin atomic
    delete from ticket t where t.until <= its_now - interval '10 minutes';
    insert into ticket (hash, document, until) values (its_hash, its_document, its_until); end`,
  // Whoever looks may look again: it is used up when the paper was read.
  `create function look_at_ticket(its_hash text, its_now timestamptz) returns text stable security definer
    begin atomic select t.document from ticket t where t.hash = its_hash and t.until > its_now; end`,
  // Locked before it is deleted: of two at once the second finds nothing.
  `create function use_ticket(its_hash text, its_now timestamptz) returns text volatile security definer begin atomic
    with used as (delete from ticket t where t.hash = its_hash returning t.document, t.until)
    select u.document from used u where u.until > its_now; end`,
  ...given('keep_ticket(text, text, timestamptz, timestamptz)'),
  ...given('look_at_ticket(text, timestamptz)'),
  ...given('use_ticket(text, timestamptz)'),

  // A row makes somebody a guest; the last day on which they are let in stands in it.
  `create table guest_access (
    person_id text primary key references person, agency_id text not null references agency,
    until_day date not null, renewed_by text not null references person, renewed_at timestamptz not null)`,
  ...walled('guest_access'),
  `grant select on guest_access to evaluation_web, evaluation_worker`,
  `grant insert, update, delete on guest_access to evaluation_web`,
  `create policy reads on guest_access for select to evaluation_web, evaluation_worker using (true)`,
  `create policy attests on guest_access for insert to evaluation_web
    with check (${PARTNERSHIP} and guest_access.renewed_by = ${PERSON})`,
  `create policy renews on guest_access for update to evaluation_web using (${PARTNERSHIP})
    with check (${PARTNERSHIP} and guest_access.renewed_by = ${PERSON})`,
  `create policy is_none on guest_access for delete to evaluation_web using (${PARTNERSHIP})`,

  // Of a guest and a holding that are written at once, one waits for the other and sees it.
  // A post without an agency is an office of the partnership: no guest holds one, whoever writes it.
  `create function guests_keep_to_their_agency() returns trigger language plpgsql as $$ begin
    ${ONE_BY_ONE}
    if exists (select 1 from guest_access g join post p on p.id = new.post_id
      where g.person_id = new.person_id and p.agency_id is distinct from g.agency_id) then
      raise exception 'a guest holds posts of the own agency alone' using errcode = '${GUEST_ELSEWHERE}';
    end if;
    return new; end $$`,
  `create trigger guests_keep_to_their_agency before insert or update of person_id, post_id on post_holding
    for each row execute function guests_keep_to_their_agency()`,
  `create function no_guest_holds_elsewhere() returns trigger language plpgsql as $$ begin
    ${ONE_BY_ONE}
    if exists (select 1 from post_holding h join post p on p.id = h.post_id
      where h.person_id = new.person_id and p.agency_id is distinct from new.agency_id
        and (h.to_day is null or h.to_day >= new.renewed_at::date)) then
      raise exception 'whoever holds a post of another agency or of the partnership is no guest'
        using errcode = '${GUEST_ELSEWHERE}';
    end if;
    return new; end $$`,
  `create trigger no_guest_holds_elsewhere before insert or update on guest_access
    for each row execute function no_guest_holds_elsewhere()`,

  // One for each person: a new one takes the place of one that was not used.
  `create table invitation (
    person_id text primary key references person, hash text not null unique, agency_id text references agency,
    made_by text not null references person, made_at timestamptz not null, until timestamptz not null,
    used_at timestamptz)`,
  ...walled('invitation'),
  `grant select, insert, update on invitation to evaluation_web`,
  ...['select', 'update'].map(
    (act) => `create policy ${act}s on invitation for ${act} to evaluation_web using (${PARTNERSHIP})`,
  ),
  `create policy inserts on invitation for insert to evaluation_web
    with check (${PARTNERSHIP} and invitation.made_by = ${PERSON})`,

  // Whoever shows the code is told how the invitation stands, and nothing else about the person.
  `create function invitation_of(its_hash text)
    returns table (person text, agency text, until timestamptz, used boolean, bound boolean)
    stable security definer begin atomic
    select i.person_id, i.agency_id, i.until, i.used_at is not null, p.tenant_id <> 'by-mail'
    from invitation i join person p on p.id = i.person_id where i.hash = its_hash; end`,
  `create function use_invitation(its_hash text, its_tenant text, its_account text, its_real timestamptz,
      its_story timestamptz, its_until date)
    returns boolean volatile security definer begin atomic
    with used as (update invitation i set used_at = its_real
        where i.hash = its_hash and i.used_at is null and i.until > its_real
          and exists (select 1 from person p where p.id = i.person_id and p.tenant_id = 'by-mail')
          and not exists (select 1 from person p where p.tenant_id = its_tenant and p.aad_id = its_account)
        returning i.person_id, i.agency_id, i.made_by),
      guest as (insert into guest_access as g (person_id, agency_id, until_day, renewed_by, renewed_at)
        select u.person_id, u.agency_id, its_until, u.made_by, its_story from used u where u.agency_id is not null
        on conflict (person_id) do update set agency_id = excluded.agency_id, until_day = excluded.until_day,
          renewed_by = excluded.renewed_by, renewed_at = excluded.renewed_at returning 1),
      bound as (update person p set tenant_id = its_tenant, aad_id = its_account from used u
        where p.id = u.person_id returning 1)
    select exists (select 1 from bound); end`,
  `create function set_account(its_person text, its_tenant text, its_account text, its_today date)
    returns boolean volatile security definer begin atomic
    with bound as (update person p set tenant_id = its_tenant, aad_id = its_account
        where p.id = its_person and holds_office('{business-manager, qa-manager}'::text[])
          and (p.tenant_id = 'by-mail' or not exists (select 1 from post_holding h join post o on o.id = h.post_id
            where h.person_id = p.id and o.agency_id is null
              and (h.to_day is null or h.to_day >= its_today)))
        returning 1)
    select exists (select 1 from bound); end`,
  ...given('invitation_of(text)'),
  ...given('use_invitation(text, text, text, timestamptz, timestamptz, date)'),
  ...given('set_account(text, text, text, date)'),
]
