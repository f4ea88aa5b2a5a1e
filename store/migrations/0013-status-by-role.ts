/** Who is signed in: set for one transaction; unset means nobody. */
const PERSON = `nullif(current_setting('app.person', true), '')`

const HOLDS = (post: string): string => `exists (
  select 1 from post_holding h where h.post_id = ${post} and h.person_id = ${PERSON})`

const PARTNERSHIP = `(select holds_office('{business-manager, qa-manager}'::text[]))`
const MONITORS = `(select holds_office('{business-manager, qa-manager, subgroup-chair}'::text[]))`

/** A round from panel day on: before that nothing of it is the subgroup's. */
const HELD = (round: string): string => `exists (
  select 1 from round its where its.id = ${round} and its.held_at is not null)`
/** Material of a round is read elsewhere until it is closed (decisions.md 22). */
const OPEN = (round: string): string => `exists (
  select 1 from round its where its.id = ${round} and its.state <> 'complete')`

/** An agency's own: whoever represents it on the board, and the lead person of that very thing. */
const OF_AGENCY = (agency: string, lead: string): string =>
  `((select represents(${agency})) or ${HOLDS(lead)})`

/** References, states and days; never a text, a person or a child. */
const ACTIONS = (where: string): string => `
  select a.id, c.round_id, c.round, o.agency_id, a.lead_post, o.title as owner, k.title as raiser, a.number, a.reference,
    a.state, a.due_day, a.until_day, a.reported_at, a.chases
  from action a join evaluation_case c on c.id = a.case_id
    join post o on o.id = a.owner_post join post k on k.id = a.raiser_post
  where ${where}`
const FORMS = (where: string): string => `
  select f.id, f.round_id, l.agency_id, f.lead_post, f.reference, f.state, f.due_day, f.met_on,
    (f.question_at is not null) as is_asked, f.chases
  from form f join post l on l.id = f.lead_post where ${where}`

const walled = (table: string): readonly string[] => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `create policy keeps on ${table} to current_user using (true) with check (true)`,
]

/** What a manager and a worker owe each other; that they talked, and what of it is kept for the two alone. */
const SUPERVISES = `select exists (
    select 1 from form f join post_holding w on w.post_id = f.worker_post
    where w.person_id = its_worker and ${HOLDS('f.manager_post')})
  or exists (
    select 1 from action a join post_holding w on w.post_id = a.owner_post
    where w.person_id = its_worker and a.manager_post is not null and ${HOLDS('a.manager_post')})`

const asks: Readonly<Record<string, string>> = {
  'supervises(its_worker text)': SUPERVISES,
  'talked(its text)': `select exists (
    select 1 from supervision_talk t where t.id = its and ${PERSON} in (t.worker_person, t.manager_person))`,
  'led_talk(its text)': `select exists (
    select 1 from supervision_talk t where t.id = its and t.manager_person = ${PERSON})`,
  'represents(its_agency text)': `select exists (
    select 1 from post_holding h join post p on p.id = h.post_id
    where h.person_id = ${PERSON} and p.kind = 'board-representative' and p.agency_id = its_agency)`,
}

/** Each role's own cut: the supervision sheet, what the subgroup monitors, how an agency stands. */
export const statusByRole: readonly string[] = [
  `alter table post drop constraint post_kind_check`,
  `alter table post add constraint post_kind_check check (kind in
    ('business-manager', 'qa-manager', 'panel-chair', 'subgroup-chair', 'lead-person', 'contributor',
     'allocated-worker', 'supervising-manager', 'escalation-lead', 'board-representative'))`,
  `alter table post drop constraint post_is_of`,
  `alter table post add constraint post_is_of check (case
    when kind in ('business-manager', 'qa-manager', 'panel-chair', 'subgroup-chair')
      then agency_id is null and case_id is null
    when kind in ('lead-person', 'escalation-lead', 'board-representative')
      then agency_id is not null and case_id is null
    else agency_id is not null and case_id is not null end)`,
  `create unique index one_board_representative on post (agency_id) where kind = 'board-representative'`,

  `create table supervision_talk (
    id text primary key, worker_person text not null references person,
    manager_person text not null references person, on_day date not null, at timestamptz not null,
    check (worker_person <> manager_person))`,
  `create index supervision_talk_of_worker on supervision_talk (worker_person, on_day)`,
  `create table supervision_talk_words (talk_id text primary key references supervision_talk, agreed text not null)`,
  ...Object.entries(asks).flatMap(([signature, body]) => [
    `create function ${signature} returns boolean stable security definer begin atomic ${body}; end`,
    `revoke all on function ${signature} from public`,
    `grant execute on function ${signature} to evaluation_web`,
  ]),
  ...['supervision_talk', 'supervision_talk_words'].flatMap((table) => [
    ...walled(table),
    `grant select, insert on ${table} to evaluation_web`,
    `create trigger append_only before update or delete on ${table}
      for each statement execute function nothing_is_rewritten()`,
  ]),
  `create policy sees on supervision_talk for select to evaluation_web using (
    ${PARTNERSHIP} or ${PERSON} in (supervision_talk.worker_person, supervision_talk.manager_person))`,
  `create policy records on supervision_talk for insert to evaluation_web with check (
    supervision_talk.manager_person = ${PERSON} and supervises(supervision_talk.worker_person))`,
  `create policy reads on supervision_talk_words for select to evaluation_web
    using (talked(supervision_talk_words.talk_id))`,
  `create policy records on supervision_talk_words for insert to evaluation_web
    with check (led_talk(supervision_talk_words.talk_id))`,

  // Across rounds, for the subgroup: what became of what was agreed. An older case stands in no round here.
  `create view monitor_action with (security_barrier) as
    ${ACTIONS(`${MONITORS} and (c.round_id is null or ${HELD('c.round_id')})`)}`,
  `create view monitor_form with (security_barrier) as ${FORMS(`${MONITORS} and ${HELD('f.round_id')}`)}`,

  // How one agency stands, for those who answer for it: `lead_post` so that a reading can look whose it is today.
  `create view agency_action with (security_barrier) as ${ACTIONS(OF_AGENCY('o.agency_id', 'a.lead_post'))}`,
  `create view agency_form with (security_barrier) as
    ${FORMS(`${OF_AGENCY('l.agency_id', 'f.lead_post')} and ${OPEN('f.round_id')}`)}`,
  `create view agency_part with (security_barrier) as
    select r.id, r.round_id, r.agency_id, r.lead_post, r.reference, part.name as part, part.state, part.due_day, part.sent_at
    from agency_return r cross join lateral (values
      ('chronology', r.chronology_state, r.chronology_due, r.chronology_at),
      ('evaluation', r.evaluation_state, r.evaluation_due, r.evaluation_at)) as part (name, state, due_day, sent_at)
    where r.scope = 'in' and ${OF_AGENCY('r.agency_id', 'r.lead_post')}
      and ${OPEN('r.round_id')}`,
  // Counts alone: of which case a grade is, is the case's (decisions.md 18, 22, 27).
  `create view agency_grade with (security_barrier) as
    select f.round_id, g.agency_id, m.lead_post, g.own, g.panel, count(*)::int as cases
    from panel_grade g join case_file f on f.id = g.case_id
      join round_member m on m.round_id = f.round_id and m.agency_id = g.agency_id
    where g.recording = (select max(l.recording) from panel_grade l where l.case_id = g.case_id)
      and ${HELD('f.round_id')} and ${OF_AGENCY('g.agency_id', 'm.lead_post')}
    group by f.round_id, g.agency_id, m.lead_post, g.own, g.panel`,
  // Which rounds these are of: their names, for those who see nothing else of them.
  `create view agency_round with (security_barrier) as
    select o.id, o.code, o.theme, o.state, m.agency_id, m.lead_post
    from round o join round_member m on m.round_id = o.id where ${OF_AGENCY('m.agency_id', 'm.lead_post')}`,
  `grant select on monitor_action, monitor_form, agency_action, agency_form, agency_part, agency_grade,
    agency_round to evaluation_web`,
]
