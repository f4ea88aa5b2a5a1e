/**
 * What a worker writes is a person's, not a post's (decisions.md 21): whoever follows them begins afresh. What was
 * taken back is owed from that moment on.
 */
export const whoseWords: readonly string[] = [
  `alter table form add column writer text references person, add column reopened_at timestamptz`,
  // Nobody but its first worker has written in a form that stands already.
  `update form set writer = (select h.person_id from post_holding h where h.post_id = form.worker_post
    and h.held_as = 'holder' order by h.from_day limit 1)
    where recorded_at is null and seen_at is not null`,
  // Why a form was sent back stays when it is signed again.
  `alter table form_note drop constraint form_note_kind_check`,
  `alter table form_note add constraint form_note_kind_check check (kind in
    ('question', 'answer', 'told', 'spoke', 'next-check', 'set-aside', 'sent-back'))`,
  // A duty that is owed again is told of again, in the row that its prompt had.
  `grant update (fired_at) on prompt to evaluation_worker`,
]
