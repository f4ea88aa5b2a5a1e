const BUSINESS_MANAGER = `(select holds_office('{business-manager}'::text[]))`

/**
 * When the council's schools are closed, as the partnership entered it: no day stands in two of them. And whose words
 * the partnership uses for its roles and bodies; null while each method brings its own.
 */
export const schoolHolidays: readonly string[] = [
  `create table school_holiday (
    first_day date primary key, last_day date not null,
    name text not null check (length(name) between 1 and 80),
    check (last_day >= first_day and last_day - first_day < 60),
    exclude using gist (daterange(first_day, last_day, '[]') with &&))`,
  `alter table school_holiday enable row level security`,
  `alter table school_holiday force row level security`,
  `create policy keeps on school_holiday to current_user using (true) with check (true)`,
  `create policy reads on school_holiday for select to evaluation_web using (true)`,
  `create policy opens on school_holiday for insert to evaluation_web with check (${BUSINESS_MANAGER})`,
  `create policy removes on school_holiday for delete to evaluation_web using (${BUSINESS_MANAGER})`,
  `grant select, insert, delete on school_holiday to evaluation_web`,

  `alter table partnership add column labels text check (labels in ('2018', '2026'))`,
  `grant update (labels) on partnership to evaluation_web`,
]
