/** Who is signed in: set for one transaction; unset means nobody. */
const PERSON = `nullif(current_setting('app.person', true), '')`

const PARTNERSHIP = `(select holds_office('{business-manager, qa-manager}'::text[]))`

/**
 * Who may say who holds a post: the partnership for every post but its own offices, a lead person for those who
 * work for the own agency, and for the deputy of the own post.
 */
const SEATS = `select exists (
  select 1 from post its where its.id = its_post
    and its.kind not in ('business-manager', 'qa-manager', 'panel-chair', 'subgroup-chair')
    and (holds_office('{business-manager, qa-manager}'::text[])
      or (its.kind in ('contributor', 'allocated-worker', 'supervising-manager') and exists (
        select 1 from post_holding h join post p on p.id = h.post_id
        where h.person_id = ${PERSON} and p.kind = 'lead-person' and p.agency_id = its.agency_id))
      or (as_what = 'deputy' and its.kind = 'lead-person' and exists (
        select 1 from post_holding h where h.post_id = its.id and h.person_id = ${PERSON}))))`

const walled = (table: string): readonly string[] => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `create policy keeps on ${table} to current_user using (true) with check (true)`,
]

/** Who holds which post is changed by those who may, with its history; and what went to the wrong person. */
export const peopleAndMistakes: readonly string[] = [
  `create function seats_post(its_post text, as_what text) returns boolean stable security definer
    begin atomic ${SEATS}; end`,
  `revoke all on function seats_post(text, text) from public`,
  `grant execute on function seats_post(text, text) to evaluation_web`,
  `create policy seats_in on post_holding for insert to evaluation_web
    with check (seats_post(post_holding.post_id, post_holding.held_as))`,
  `create policy seats_out on post_holding for delete to evaluation_web
    using (seats_post(post_holding.post_id, post_holding.held_as))`,
  `create policy seats_on on post_holding for update to evaluation_web
    using (seats_post(post_holding.post_id, post_holding.held_as))`,

  // Every change of who holds a post: which one, who said so and when; \`person_id\` null when nobody follows.
  `create table post_change (
    post_id text not null references post, seq int not null, at timestamptz not null,
    by_person text references person, held_as text not null check (held_as in ('holder', 'deputy')),
    person_id text references person, before_person text references person, from_day date not null,
    primary key (post_id, seq))`,
  `create index post_change_by_person on post_change (person_id, at)`,
  ...walled('post_change'),
  `grant select, insert on post_change to evaluation_web`,
  `create policy sees on post_change for select to evaluation_web using (
    post_change.person_id = ${PERSON} or post_change.before_person = ${PERSON}
    or seats_post(post_change.post_id, 'deputy'))`,
  `create policy opens on post_change for insert to evaluation_web
    with check (seats_post(post_change.post_id, post_change.held_as))`,

  // What went to somebody for whom it was not: what was withdrawn, since when the 72 hours run, what was reported.
  `create sequence incident_number`,
  `grant usage on sequence incident_number to evaluation_web`,
  `create table incident (
    id text primary key, number text not null unique, subject_kind text not null, subject_id text not null,
    reference text not null, what text not null check (what in ('holding', 'release')),
    post_id text references post, person_id text references person, release_to text check (release_to in ('qa', 'panel')),
    case_ids text[] not null, since timestamptz not null, raised_at timestamptz not null,
    raised_by text not null references person, report_by timestamptz not null, version int not null,
    outcome text check (outcome in ('reported', 'not-reportable')), ended_at timestamptz,
    constraint what_was_withdrawn check (
      (what = 'holding') = (post_id is not null) and (what = 'release') = (release_to is not null)),
    constraint ended_is check ((outcome is null) = (ended_at is null)))`,
  `create table incident_words (
    incident_id text primary key references incident, happened text not null, decided text)`,
  ...['incident', 'incident_words'].flatMap((table) => [
    ...walled(table),
    `grant select, insert, update on ${table} to evaluation_web`,
    ...['select', 'update'].map(
      (act) => `create policy ${act}s on ${table} for ${act} to evaluation_web using (${PARTNERSHIP})`,
    ),
    `create policy inserts on ${table} for insert to evaluation_web with check (${PARTNERSHIP})`,
  ]),

  // Who opened what, for the partnership alone: the trail itself stays closed to everyone who signs in.
  `create function openings_of(subjects text[], since timestamptz)
    returns table (entry int8, story_at timestamptz, person text, what text, subject text)
    stable security definer begin atomic
    select a.id, a.story_at, a.actor, a.what, a.subject from audit_entry a
    where a.subject = any (subjects) and a.story_at >= since and a.actor is not null
      and holds_office('{business-manager, qa-manager}'::text[])
    order by a.id; end`,
  `revoke all on function openings_of(text[], timestamptz) from public`,
  `grant execute on function openings_of(text[], timestamptz) to evaluation_web`,
  `create trigger append_only before update or delete on post_change
    for each statement execute function nothing_is_rewritten()`,
]
