import { sql } from 'kysely'

/** A prompt `p` that no later step to the same reader has taken the place of (decisions.md 13). */
export const notOvertaken = sql`(p.step like 'chase-%' or not exists (
  select 1 from prompt later where later.duty_id = p.duty_id and later.due_day = p.due_day
    and later.post_id = p.post_id and later.held_as = p.held_as and later.fired_at > p.fired_at
    and later.step not like 'chase-%' and later.held_back is distinct from 'muted'))`
