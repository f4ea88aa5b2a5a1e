/**
 * A case is paused: why and since when stand in its file. The process that sends may not read that; it reads the
 * references about which nothing is sent now.
 */
export const aCaseRests: readonly string[] = [
  `alter table case_file add column paused_at timestamptz`,
  `alter table case_file add column paused_why text check (paused_why in
    ('death', 'trial', 'statutory-review', 'moved', 'other'))`,
  `alter table case_file add constraint paused_is check ((paused_at is null) = (paused_why is null))`,
  `create table paused_reference (reference text primary key)`,
  `alter table paused_reference enable row level security`,
  `alter table paused_reference force row level security`,
  `create policy keeps on paused_reference to current_user using (true) with check (true)`,
  `create policy reads on paused_reference for select to evaluation_web, evaluation_worker using (true)`,
  `create policy pauses on paused_reference for insert to evaluation_web
    with check ((select holds_office('{business-manager, qa-manager}'::text[])))`,
  `create policy resumes on paused_reference for delete to evaluation_web
    using ((select holds_office('{business-manager, qa-manager}'::text[])))`,
  `grant select on paused_reference to evaluation_web, evaluation_worker`,
  `grant insert, delete on paused_reference to evaluation_web`,
]
