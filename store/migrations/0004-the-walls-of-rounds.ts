/** Who is signed in: set for one transaction; unset means nobody, who sees nothing. */
const PERSON = `nullif(current_setting('app.person', true), '')`

const HOLDS = (post: string): string => `exists (
  select 1 from post_holding h where h.post_id = ${post} and h.person_id = ${PERSON})`

/** `subject` names its table, too: a bare column would be the subquery's own. */
const CONCERNED = (subject: string): string => `exists (
  select 1 from concern c join post_holding h on h.post_id = c.post_id
  where c.subject_id = ${subject} and h.person_id = ${PERSON})`

const OWN = (subject: string): string => `exists (
  select 1 from concern c join post_holding h on h.post_id = c.post_id
  where c.subject_id = ${subject} and c.own and h.person_id = ${PERSON})`

/** A function's answer, asked for once in a query and not for each of its rows. */
const IN_OFFICE = (...kinds: readonly string[]): string =>
  `(select holds_office('{${kinds.join(', ')}}'::text[]))`

const PARTNERSHIP = IN_OFFICE('business-manager', 'qa-manager')
const ANY_OFFICE = IN_OFFICE('business-manager', 'qa-manager', 'panel-chair', 'subgroup-chair')

const SENT = `('submitted', 'accepted')`

/** What is with a collator is read by nobody else before it is sent on (decisions.md 24). */
const HERE = `(r.way <> 'with-collator' or ${HOLDS('r.owed_post')})`

/** The chronologies of a round were released to the panel of a case. */
const ON_ITS_PANEL = (of: string, round: string): string => `(exists (
    select 1 from round o where o.id = ${round} and o.released_to_panel is not null) and ${CONCERNED(of)})`

/**
 * What a policy asks of other walled tables. A subquery in a policy is planned with the policies of its own
 * tables, and theirs, at each query: 15 to 40 ms before anything is read. These functions read as the owner, whom
 * no wall stops, so each says the whole of its rule; bound to their tables when they are made, whatever path is
 * set; planned once in a session.
 */
const asks: Readonly<Record<string, string>> = {
  'holds_office(kinds text[])': `select exists (
    select 1 from post_holding h join post p on p.id = h.post_id
    where h.person_id = ${PERSON} and p.kind = any (kinds))`,
  'concerns_me(its text)': `select ${CONCERNED('its')}`,
  'is_my_own(its text)': `select ${OWN('its')}`,
  // That a return exists, its states and days: its panel sees them, or no entry could be shown with its agency.
  // The comments, the sign-off and the own grade are words, behind the return's own wall.
  'is_on_panel_of(its_case text, its_round text)': `select ${ON_ITS_PANEL('its_case', 'its_round')}`,
  // The chair prepares with the agencies' own grades (rules.md 2.5), never with a draft.
  'chairs_return(its text)': `select exists (
    select 1 from agency_return r join case_file f on f.id = r.case_id
    where r.id = its and r.evaluation_state in ${SENT} and ${HERE} and ${HOLDS('f.chair_post')}
      and (${CONCERNED('r.id')} or ${ON_ITS_PANEL('r.case_id', 'r.round_id')}))`,
  // What one agency writes about one case is read elsewhere once that part was sent; the chronologies by the panel
  // once they were released to it, each member for the cases of their own.
  'reads_chronology(its text)': `select exists (
    select 1 from agency_return r where r.id = its and r.chronology_state in ${SENT} and ${HERE}
      and (${CONCERNED('r.id')} or ${ON_ITS_PANEL('r.case_id', 'r.round_id')}))`,
  'reads_evaluation(its text)': `select exists (
    select 1 from agency_return r where r.id = its and r.evaluation_state in ${SENT} and ${HERE}
      and ${CONCERNED('r.id')})`,
  'reads_form(its text)': `select exists (
    select 1 from form f where f.id = its and ${CONCERNED('f.id')}
      and (f.state <> 'drafted' or ${HOLDS('f.lead_post')} or ${HOLDS('f.bm_post')} or ${HOLDS('f.qa_post')}))`,
  'reads_grades(its text)': `select exists (
    select 1 from case_file f join round o on o.id = f.round_id
    where f.id = its and o.held_at is not null and ${CONCERNED('f.id')})`,
  // A case of the long list that one's agency was asked about, until the cases were chosen.
  'is_asked_about(its text)': `select exists (
    select 1 from reply_case rc join reply p on p.id = rc.reply_id
    where rc.case_id = its and p.ended_at is null and ${CONCERNED('p.id')})`,
  'returns_on(its text)': `select exists (
    select 1 from agency_return r where r.case_id = its and ${CONCERNED('r.id')})`,
  'acts_on(its text)': `select exists (
    select 1 from action a where a.case_id = its and ${CONCERNED('a.id')}) or exists (
    select 1 from form f where f.case_id = its and f.state <> 'drafted' and ${CONCERNED('f.id')})`,
}

const functions: readonly string[] = Object.entries(asks).flatMap(([signature, body]) => [
  `create function ${signature} returns boolean stable security definer begin atomic ${body}; end`,
  `revoke all on function ${signature} from public`,
  `grant execute on function ${signature} to evaluation_web`,
])

/** The pack is there from panel day on, for the partnership's offices. */
const PACKED = (round: string): string => `${ANY_OFFICE} and exists (
  select 1 from round o where o.id = ${round} and o.held_at is not null)`

/** A lead person names the team of a case and those who contribute, all of the own agency; nobody takes an office. */
const NAMES = (kind: string, agency: string): string => `${kind} in
  ('contributor', 'allocated-worker', 'supervising-manager') and exists (
  select 1 from post_holding h join post p on p.id = h.post_id
  where h.person_id = ${PERSON} and p.kind = 'lead-person' and p.agency_id = ${agency})`

const NAMES_HOLDER = `exists (
  select 1 from post its where its.id = post_holding.post_id and ${NAMES('its.kind', 'its.agency_id')})`

/** The partnership says who leads for an agency or works in a case, never who holds its own offices. */
const SEATS_LEAD = `(${PARTNERSHIP} and exists (
  select 1 from post its where its.id = post_holding.post_id
    and its.kind in ('lead-person', 'contributor', 'allocated-worker', 'supervising-manager')))`

const LEADS = `exists (
  select 1 from post_holding h join post p on p.id = h.post_id
  where h.person_id = ${PERSON} and p.kind = 'lead-person')`

/** Who is who, and whom something concerns: read by everyone, since all other walls stand on it, and not written so. */
const open = ['concern', 'agency', 'person', 'post', 'post_holding', 'evaluation_case', 'bank_holiday']

const CONCERNS = `${ANY_OFFICE} or concerns_me(concern.subject_id)`

const whoIsWho: readonly string[] = [
  ...open.flatMap((table) => [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy keeps on ${table} to current_user using (true) with check (true)`,
    `create policy reads on ${table} for select to evaluation_web, evaluation_worker using (true)`,
  ]),
  `create policy opens on concern for insert to evaluation_web with check (${CONCERNS})`,
  `create policy changes on concern for update to evaluation_web using (${CONCERNS})`,
  `create policy removes on concern for delete to evaluation_web using (${CONCERNS})`,
  `create policy opens on person for insert to evaluation_web with check (${PARTNERSHIP} or ${LEADS})`,
  `create policy opens on post for insert to evaluation_web
    with check (${PARTNERSHIP} or (${NAMES('post.kind', 'post.agency_id')}))`,
  `create policy opens on post_holding for insert to evaluation_web
    with check (${SEATS_LEAD} or ${NAMES_HOLDER})`,
  `create policy ends on post_holding for delete to evaluation_web using (${SEATS_LEAD})`,
  `create policy changes on post_holding for update to evaluation_web using (${SEATS_LEAD} or ${NAMES_HOLDER})`,
  ...['agency', 'evaluation_case', 'bank_holiday'].map(
    (table) => `create policy opens on ${table} for insert to evaluation_web with check (${PARTNERSHIP})`,
  ),
  ...['evaluation_case', 'bank_holiday'].map(
    (table) => `create policy removes on ${table} for delete to evaluation_web using (${PARTNERSHIP})`,
  ),
]

const tables = [
  'round',
  'round_member',
  'reply',
  'reply_case',
  'case_adult',
  'case_file',
  'case_file_words',
  'panel_grade',
  'agency_return',
  'return_words',
  'return_contributor',
  'chronology_entry',
  'return_answer',
  'case_collation',
  'collation_words',
  'form',
  'form_words',
  'deed_event',
]

/** The aggregates, each with the id under which `concern` knows it, and the tables of the same wall. */
const aggregates: readonly (readonly [table: string, subject: string])[] = [
  ['round', 'id'],
  ['round_member', 'round_id'],
  ['reply', 'id'],
  ['reply_case', 'reply_id'],
  ['case_file', 'id'],
  ['case_file_words', 'case_id'],
  ['agency_return', 'id'],
  ['return_words', 'return_id'],
  ['return_contributor', 'return_id'],
  ['case_collation', 'id'],
  ['collation_words', 'collation_id'],
  ['form', 'id'],
]

/**
 * The walls of the rounds: an aggregate is seen by whom it concerns and opened by the partnership; what agencies
 * write is read elsewhere once it was sent; grades of other agencies once panel day was closed; a form once its
 * lead person released it. Never the day: only recorded acts.
 */
export const wallsOfRounds: readonly string[] = [
  `grant select on ${tables.join(', ')} to evaluation_web`,
  `grant insert on ${tables.join(', ')} to evaluation_web`,
  `grant update on round, reply, reply_case, case_file, case_file_words, agency_return, return_words,
    chronology_entry, return_answer, case_collation, collation_words, form, form_words to evaluation_web`,
  `grant delete on round_member, reply_case, case_adult, return_contributor, concern to evaluation_web`,
  `grant update (own) on concern to evaluation_web`,
  `grant insert, delete on evaluation_case, child_identity to evaluation_web`,
  `grant insert on agency, person, post, post_holding to evaluation_web`,
  `grant update, delete on post_holding to evaluation_web`,
  `grant insert, delete on bank_holiday to evaluation_web`,
  `grant select on round, round_member, agency_return, form, reply to evaluation_worker`,

  ...functions,
  `create function chaired_cases() returns setof text stable security definer begin atomic
    select f.id from case_file f where ${HOLDS('f.chair_post')}; end`,
  `revoke all on function chaired_cases() from public`,
  `grant execute on function chaired_cases() to evaluation_web`,

  ...whoIsWho,

  ...tables.flatMap((table) => [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy keeps on ${table} to current_user using (true) with check (true)`,
  ]),
  ...['round', 'round_member', 'agency_return', 'form', 'reply'].map(
    (table) => `create policy sends on ${table} for select to evaluation_worker using (true)`,
  ),
  ...aggregates.flatMap(([table, subject]) => [
    `create policy sees on ${table} for select to evaluation_web
      using (${PARTNERSHIP} or concerns_me(${table}.${subject}))`,
    `create policy opens on ${table} for insert to evaluation_web
      with check (${ANY_OFFICE} or concerns_me(${table}.${subject}))`,
    `create policy changes on ${table} for update to evaluation_web
      using (${PARTNERSHIP} or concerns_me(${table}.${subject}))`,
    `create policy removes on ${table} for delete to evaluation_web
      using (${PARTNERSHIP} or concerns_me(${table}.${subject}))`,
  ]),

  // The chair closes panel day: the drafts hold what was asked of each case.
  `create policy of_the_panel on action for select to evaluation_web
    using (action.case_id in (select chaired_cases()))`,
  `create policy of_the_chair on return_words for select to evaluation_web
    using (chairs_return(return_words.return_id))`,

  // A contributor needs the method of the round for its questions, and sees nothing else of the round.
  `create policy invited on round for select to evaluation_web using (exists (
    select 1 from post_holding h join post p on p.id = h.post_id
    where h.person_id = ${PERSON} and p.kind = 'contributor' and p.round_id = round.id))`,
  `create policy on_its_panel on agency_return for select to evaluation_web
    using (is_on_panel_of(agency_return.case_id, agency_return.round_id))`,

  `create policy sees on form_words for select to evaluation_web using (reads_form(form_words.form_id))`,
  `create policy opens on form_words for insert to evaluation_web with check (${ANY_OFFICE})`,
  `create policy changes on form_words for update to evaluation_web using (concerns_me(form_words.form_id))`,

  `create policy sees on panel_grade for select to evaluation_web
    using (${ANY_OFFICE} or reads_grades(panel_grade.case_id))`,
  `create policy opens on panel_grade for insert to evaluation_web with check (${PARTNERSHIP})`,

  `create policy sees on chronology_entry for select to evaluation_web
    using (${OWN('chronology_entry.return_id')} or reads_chronology(chronology_entry.return_id))`,
  `create policy sees on return_answer for select to evaluation_web
    using (${OWN('return_answer.return_id')} or reads_evaluation(return_answer.return_id))`,
  ...['chronology_entry', 'return_answer'].flatMap((table) => [
    `create policy opens on ${table} for insert to evaluation_web with check (is_my_own(${table}.return_id))`,
    `create policy changes on ${table} for update to evaluation_web using (is_my_own(${table}.return_id))`,
  ]),

  // Who a child is: the lead persons of the round while the long list is asked about, then those of the case.
  `drop policy sees on child_identity`,
  `create policy sees on child_identity for select to evaluation_web using (
    ${PARTNERSHIP} or ${CONCERNED('child_identity.case_id')} or is_asked_about(child_identity.case_id)
    or returns_on(child_identity.case_id) or acts_on(child_identity.case_id))`,
  `create policy lists on child_identity for insert to evaluation_web with check (${PARTNERSHIP})`,
  `create policy removes on child_identity for delete to evaluation_web using (${PARTNERSHIP})`,
  `create policy sees on case_adult for select to evaluation_web using (
    ${PARTNERSHIP} or is_asked_about(case_adult.case_id) or returns_on(case_adult.case_id))`,
  `create policy lists on case_adult for insert to evaluation_web with check (${PARTNERSHIP})`,
  `create policy removes on case_adult for delete to evaluation_web using (${PARTNERSHIP})`,

  `create policy sees on deed_event for select to evaluation_web
    using (${PARTNERSHIP} or concerns_me(deed_event.subject_id))`,
  `create policy writes on deed_event for insert to evaluation_web
    with check (${ANY_OFFICE} or concerns_me(deed_event.subject_id))`,

  // A duty may be opened by an office that it does not concern: the chair's confirmation drafts the forms.
  `create policy opens on duty for insert to evaluation_web with check (${ANY_OFFICE})`,

  // The subgroup's chair sees that rounds are, and of their cases only the pack: references, states and days.
  ...['round', 'round_member'].map(
    (table) => `create policy of_the_subgroup on ${table} for select to evaluation_web
      using (${IN_OFFICE('subgroup-chair')})`,
  ),
  `create view pack_case with (security_barrier) as
    select f.round_id, f.reference from case_file f where ${PACKED('f.round_id')}`,
  `create view pack_form with (security_barrier) as
    select f.round_id, f.reference, f.state, f.due_day, f.signed_at from form f where ${PACKED('f.round_id')}`,
  `create view pack_action with (security_barrier) as
    select c.round_id, a.reference, a.state, a.due_day
    from action a join evaluation_case c on c.id = a.case_id where ${PACKED('c.round_id')}`,
  `create view pack_part with (security_barrier) as
    select r.round_id, r.reference, part.state, part.due_day, part.sent_at
    from agency_return r cross join lateral (values
      (r.chronology_state, r.chronology_due, r.chronology_at),
      (r.evaluation_state, r.evaluation_due, r.evaluation_at)) as part (state, due_day, sent_at)
    where r.scope = 'in' and ${PACKED('r.round_id')}`,
  `grant select on pack_case, pack_form, pack_action, pack_part to evaluation_web`,

  ...['panel_grade', 'deed_event'].map(
    (table) => `create trigger append_only before update or delete on ${table}
      for each statement execute function nothing_is_rewritten()`,
  ),
]
