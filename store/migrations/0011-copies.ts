/** Which copies of the data were opened and may send: a restored backup is none of them until it is released. */
export const copies: readonly string[] = [
  `create table opened_copy (identity text primary key, at timestamptz not null default now())`,
  `grant select on opened_copy to evaluation_worker`,
]
