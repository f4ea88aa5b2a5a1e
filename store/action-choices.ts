import { sql } from 'kysely'

import type { ActionChoices } from '#core/actions/views.ts'

import { postsOf } from './lists.ts'
import type { Seen } from './seen.ts'

/** What the list of actions can be narrowed by: nothing that the person's own actions do not hold. */
export async function actionChoices({ trx, actor }: Seen): Promise<ActionChoices> {
  if (actor.posts.size === 0) return { agencies: [], cases: [], rounds: [], sources: [] }
  const seen = sql`from action a where ${postsOf(actor)}`
  const { rows: agencies } = await sql<{ id: string; name: string }>`
    select g.id, g.name from agency g where g.id in (
      select p.agency_id from post p where p.id in (
        select a.owner_post ${seen} union select a.raiser_post ${seen})) order by g.name`.execute(trx)
  const { rows: cases } = await sql<{ reference: string }>`
    select distinct a.reference ${seen} order by a.reference`.execute(trx)
  const { rows: rounds } = await sql<{ id: string; name: string }>`
    select distinct e.round_id as id, e.round as name from evaluation_case e
    where e.round_id is not null and e.id in (select a.case_id ${seen}) order by e.round`.execute(trx)
  const { rows: sources } = await sql<{ source: ActionChoices['sources'][number] }>`
    select distinct a.source ${seen} order by a.source`.execute(trx)
  return {
    agencies: [...agencies],
    cases: cases.map(({ reference }) => reference),
    rounds: [...rounds],
    sources: sources.map(({ source }) => source),
  }
}
