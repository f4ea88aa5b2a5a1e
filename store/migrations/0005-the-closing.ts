/** Who is signed in: set for one transaction; unset means nobody. */
const PERSON = `nullif(current_setting('app.person', true), '')`

const CONCERNED = (subject: string): string => `exists (
  select 1 from concern c join post_holding h on h.post_id = c.post_id
  where c.subject_id = ${subject} and h.person_id = ${PERSON})`

/**
 * A round closes. Whom its material concerns is then the partnership alone, written to \`concern\` when it is
 * closed; what goes on are open actions: who works on one knows the child until it ends (decisions.md 22).
 */
export const theClosing: readonly string[] = [
  `alter table round add column close_reason text`,
  `alter table round add constraint close_reason_is check (close_reason is null or state = 'complete')`,
  `create or replace function acts_on(its text) returns boolean stable security definer begin atomic
    select exists (
      select 1 from action a where a.case_id = its and a.state not in ('confirmed', 'withdrawn')
        and ${CONCERNED('a.id')}) or exists (
      select 1 from form f where f.case_id = its and f.state <> 'drafted' and ${CONCERNED('f.id')}); end`,
  `create or replace function chaired_cases() returns setof text stable security definer begin atomic
    select f.id from case_file f join round o on o.id = f.round_id
    where o.state <> 'complete' and exists (
      select 1 from post_holding h where h.post_id = f.chair_post and h.person_id = ${PERSON}); end`,
]
