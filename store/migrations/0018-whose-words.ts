/**
 * What a worker writes is a person's, not a post's (decisions.md 21): whoever follows them begins afresh. What was
 * taken back is owed from that moment on.
 */
export const whoseWords: readonly string[] = [
  `alter table form add column writer text references person, add column reopened_at timestamptz`,
  // Its history knows who wrote last in a form that stands already.
  `update form set writer = (select d.person_id from deed_event d where d.subject_id = form.id
    and d.deed in ('wrote-in-form', 'took-back-form') order by d.seq desc limit 1) where recorded_at is null`,
  // Why a form was sent back stays when it is signed again.
  `alter table form_note drop constraint form_note_kind_check`,
  `alter table form_note add constraint form_note_kind_check check (kind in
    ('question', 'answer', 'told', 'spoke', 'next-check', 'set-aside', 'sent-back'))`,
  // A duty that is owed again is told of again, in the row that its prompt had.
  `grant update (fired_at, held_back, stands_for) on prompt to evaluation_worker`,
]
