/** Who is signed in: set for one transaction; unset means nobody. */
const PERSON = `nullif(current_setting('app.person', true), '')`

const HOLDS = (post: string): string => `exists (
  select 1 from post_holding h where h.post_id = ${post} and h.person_id = ${PERSON})`

/** What the lead person and the partnership alone read beside a form. */
const TENDS = `select exists (
  select 1 from form f where f.id = its and (${HOLDS('f.lead_post')} or ${HOLDS('f.bm_post')}
    or ${HOLDS('f.qa_post')}))`

/**
 * What goes on beside a close-the-loop form: a question of the worker's, the meeting, the next look, what was
 * recorded for the worker; and the words to these, added and never changed, each with its readers.
 */
export const theWholeLoop: readonly string[] = [
  `alter table form
    add column question_about text check (question_about in ('not-right', 'cannot-do', 'not-me', 'has-left')),
    add column question_by text references person, add column question_at timestamptz,
    add column questions int not null default 0, add column meeting jsonb,
    add column proposals int not null default 0, add column check_on date, add column check_set_at timestamptz,
    add column checks int not null default 0, add column recorded_how text check (recorded_how in
      ('by-phone', 'face-to-face', 'in-writing')), add column recorded_at timestamptz,
    add constraint question_is check (num_nulls(question_about, question_by, question_at) in (0, 3)
      and (question_at is null or state in ('released', 'seen'))),
    add constraint check_is check ((check_on is null) = (check_set_at is null)),
    add constraint recorded_is check ((recorded_how is null) = (recorded_at is null)
      and (recorded_at is null or written_at is not null)),
    add constraint meeting_is check (meeting is null or (state <> 'drafted'
      and meeting ->> 'state' in ('proposed', 'booked', 'held')))`,
  // What is written stays when a form comes back to its worker to be read anew.
  `alter table form drop constraint seen_is`,
  `alter table form add constraint seen_is check ((seen_at is not null) = (state not in ('drafted', 'released'))
    and (state <> 'drafted' or (met_on is null and shared is null)))`,

  `create table form_note (
    form_id text not null references form, seq int not null, kind text not null check (kind in
      ('question', 'answer', 'told', 'spoke', 'next-check', 'set-aside')),
    about text, on_day date, text text not null, for_person text references person, at timestamptz not null,
    person_id text not null references person, primary key (form_id, seq),
    constraint about_is check ((about is not null) = (kind = 'question')),
    constraint log_is check (kind not in ('told', 'spoke', 'next-check') or (on_day is not null and for_person is null)))`,
  `grant select, insert on form_note to evaluation_web`,
  `create function tends_form(its text) returns boolean stable security definer begin atomic ${TENDS}; end`,
  `revoke all on function tends_form(text) from public`,
  `grant execute on function tends_form(text) to evaluation_web`,
  // Numbers only: whoever adds a note need not be able to read those before it.
  `create function next_form_note(its text) returns int stable security definer begin atomic
    select coalesce(max(n.seq), 0) + 1 from form_note n where n.form_id = its; end`,
  `revoke all on function next_form_note(text) from public`,
  `grant execute on function next_form_note(text) to evaluation_web`,
  `alter table form_note enable row level security`,
  `alter table form_note force row level security`,
  `create policy keeps on form_note to current_user using (true) with check (true)`,
  `create policy sees on form_note for select to evaluation_web using (concerns_me(form_note.form_id) and (
    form_note.for_person = ${PERSON}
    or (form_note.kind <> 'set-aside' and tends_form(form_note.form_id))))`,
  `create policy writes on form_note for insert to evaluation_web
    with check (form_note.person_id = ${PERSON} and concerns_me(form_note.form_id))`,
  `create trigger append_only before update or delete on form_note
    for each statement execute function nothing_is_rewritten()`,
]
