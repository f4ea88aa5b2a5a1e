/** Who is signed in: set for one transaction; unset means nobody. */
const PERSON = `nullif(current_setting('app.person', true), '')`

const HOLDS = (post: string): string => `exists (
  select 1 from post_holding h where h.post_id = ${post} and h.person_id = ${PERSON})`

const PARTNERSHIP = `(select holds_office('{business-manager, qa-manager}'::text[]))`

/**
 * The details of a child as the close-the-loop form has them. Each time they are said they are written anew: what
 * stood there before is kept, and read by those alone who may put it right.
 */
export const theDetails: readonly string[] = [
  `create table case_details (
    case_id text not null references evaluation_case, seq int not null check (seq > 0), name text not null,
    born date, gender text, ethnicity text, religion text, opened_day date, type text check (type in ('assessed',
      'early-help', 'child-in-need', 'child-protection', 'child-in-care', 'care-leaver', 'adoption')),
    at timestamptz not null, person_id text not null references person, primary key (case_id, seq))`,
  `create function leads_case(its text) returns boolean stable security definer begin atomic
    select exists (select 1 from case_file f where f.id = its and concerns_me(f.id) and ${HOLDS('f.lead_post')}); end`,
  `create function latest_details(its text) returns int stable security definer begin atomic
    select max(d.seq) from case_details d where d.case_id = its; end`,
  ...['leads_case', 'latest_details'].flatMap((name) => [
    `revoke all on function ${name}(text) from public`,
    `grant execute on function ${name}(text) to evaluation_web`,
  ]),
  `grant select, insert on case_details to evaluation_web`,
  `alter table case_details enable row level security`,
  `alter table case_details force row level security`,
  `create policy keeps on case_details to current_user using (true) with check (true)`,
  `create policy sees on case_details for select to evaluation_web using (
    ${PARTNERSHIP} or leads_case(case_details.case_id) or (
      case_details.seq = latest_details(case_details.case_id) and (concerns_me(case_details.case_id)
        or returns_on(case_details.case_id) or acts_on(case_details.case_id))))`,
  `create policy writes on case_details for insert to evaluation_web
    with check (case_details.person_id = ${PERSON}
      and (${PARTNERSHIP} or leads_case(case_details.case_id)))`,
  `create trigger append_only before update or delete on case_details
    for each statement execute function nothing_is_rewritten()`,
]
